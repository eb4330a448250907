// SPDX-License-Identifier: Apache-2.0
//
// What somebody is called, in a letter to somebody else: words, and nothing that leads anywhere.

#pragma once

#include "base/sentence.hpp"

#include <string>
#include <string_view>

namespace sala::mail {

// One line, without braces, without the beginning of a link, and without the dot from which a mail
// program would make a link by itself: "evil.example" becomes "evil. example". An e-mail address
// alone stays one.
std::string harmless(std::string_view words);
// Each of them. An address of our own is none of them: it would no longer lead there.
Arguments harmless(Arguments arguments);

}  // namespace sala::mail
