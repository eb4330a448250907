// SPDX-License-Identifier: Apache-2.0

#include "mail/secret_place.hpp"

namespace sala::mail {

// Its braces become brackets, so that it reads the same and fills nothing.
static std::string without_places(std::string words)
{
    for (auto at = words.find(secret_place); at != std::string::npos;
         at = words.find(secret_place, at)) {
        words[at] = '(';
        words[at + secret_place.size() - 1] = ')';
    }
    return words;
}

std::string around_secret(std::string before, std::string after)
{
    return without_places(std::move(before)).append(secret_place) +
           without_places(std::move(after));
}

}  // namespace sala::mail
