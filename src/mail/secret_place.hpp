// SPDX-License-Identifier: Apache-2.0
//
// Where a letter's secret will stand in its body, such as the link that signs in: a place that the
// program writes, and that nobody's name can be.

#pragma once

#include <string>
#include <string_view>

namespace sala::mail {

constexpr std::string_view secret_place = "{secret}";

// A body with one such place. What looks like one in the words around it is no place any more,
// whatever anybody is called.
std::string around_secret(std::string before, std::string after);

}  // namespace sala::mail
