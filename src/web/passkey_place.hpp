// SPDX-License-Identifier: Apache-2.0
//
// Whose passkeys these are: the name and the address of this server, as it was told them at its
// start. Never what a request says.

#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace sala::web {

// A passkey works at pages of one origin; with an empty `origin`, at any port of this machine's own
// name.
struct PasskeyPlace {
    std::string domain;  // "forum.example.org"; the standard's "RP ID"
    std::string origin;  // "https://forum.example.org:8443"
};
// Of the public address. Nothing when no passkey can work there: not encrypted, or a number instead
// of a name. Without a public address it is "localhost".
std::optional<PasskeyPlace> passkey_place(std::string_view public_url);

// Whether a page of `origin` may ask for passkeys of the place.
bool is_of(const PasskeyPlace& place, std::string_view origin);

}  // namespace sala::web
