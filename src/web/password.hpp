// SPDX-License-Identifier: Apache-2.0
//
// Passwords: what makes one good enough, and the hash that is kept of it.

#pragma once

#include "base/result.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace sala::web {

constexpr std::size_t password_letters_min = 12;
constexpr std::size_t password_letters_max = 200;

// Whether it can be somebody's password. `theirs` are words of the person, such as name and
// address. Refuses at the field `password`: password-short, password-digits, password-known,
// password-about-you, password-repeats; the sentence says what would be right.
Allowed is_good_password(std::string_view password, const std::vector<std::string>& theirs);

// Argon2id (RFC 9106), with its salt and cost. Takes long on purpose, so it is done before the
// write turn; at most two at a time, so that guessing leaves room for everybody else.
std::string password_hash(std::string_view password);
bool password_fits(std::string_view password, const std::string& hash);
// The same for somebody who is not signed in. Refuses many-sign-in at once, before it hashes, when
// two are at it and two wait.
Result<bool> strangers_password_fits(std::string_view password, const std::string& hash);

// The hash of a password that nobody has: asking for somebody unknown takes as long.
const std::string& nobodys_hash();

// How often this program has hashed, for tests: the unknown must cost what the known cost.
std::int64_t hashes_made();

}  // namespace sala::web
