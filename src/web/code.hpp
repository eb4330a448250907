// SPDX-License-Identifier: Apache-2.0
//
// The six digits of an app that shows codes (TOTP, RFC 6238), and the recovery codes on paper for
// the day when the telephone is gone.

#pragma once

#include "base/instant.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sala::web {

constexpr std::size_t recovery_code_count = 8;

// A new key: 160 random bits in base32.
std::string code_key();
// Whether it is as long and of such letters.
bool is_code_key(std::string_view words);
// What an app reads from a picture or a link: otpauth://totp/...
std::string code_address(const std::string& key, const std::string& house, const std::string& who);
// In groups of four, for typing.
std::string in_groups(std::string_view words);

// The code of the key at that moment; for tests and for comparing.
std::string code_at(const std::string& key, Instant at);
// The 30-second step whose code was given, when it is of now, of the one before or the one after,
// and later than `after`: a code is good once.
std::optional<std::int64_t> step_of_code(const std::string& key, std::string_view code, Instant now,
                                         std::int64_t after);

// "abcd-efgh-jkmn-pqrs": 80 random bits each.
std::vector<std::string> recovery_codes();
// As it is hashed: small letters without what stands between.
std::string plain_code(std::string_view typed);

}  // namespace sala::web
