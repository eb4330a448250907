// SPDX-License-Identifier: Apache-2.0
//
// The releases of a programme for feed readers, so that whoever follows a forum hears of each.

#pragma once

#include "programme/programme_store.hpp"

namespace sala::programme {

// Atom, newest first; the sentences are those of the public changelog, in the reader's language.
std::string to_feed(const Text& forum_title, const std::string& slug,
                    const std::vector<Release>& releases, const std::string& public_url,
                    const Language& language);

}  // namespace sala::programme
