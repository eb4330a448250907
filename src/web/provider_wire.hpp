// SPDX-License-Identifier: Apache-2.0
//
// Asking the provider over the network: over TLS, or on this machine; no redirects, no more than a
// page of answer, no longer than ten seconds.

#pragma once

#include <optional>
#include <string>

namespace sala::web {

// https, or http to this very machine. What a provider's description names is asked within this.
bool may_be_asked(const std::string& address);

// The body of a 200; nothing otherwise.
std::optional<std::string> ask(const std::string& address);

struct ClientSecret {
    std::string client;
    std::string secret;  // empty: the client says its name alone, in the form
};
// POST of a form, as that client.
std::optional<std::string> ask_with(const std::string& address, const std::string& form,
                                    const ClientSecret& as);

}  // namespace sala::web
