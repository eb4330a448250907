// SPDX-License-Identifier: Apache-2.0
//
// Where quotes, comments and $$ bodies of SQL end, so that nothing inside them is taken for SQL.

#pragma once

#include <cstddef>
#include <string_view>

namespace sala::store {

// The offset behind the quoted text, comment or dollar body that begins at `at`; `at` itself when
// none begins there. What never ends, ends with the text.
std::size_t behind_quoted(std::string_view sql, std::size_t at);

// The offset behind the word (letters, digits, _) that begins at `at`; `at` itself when none does.
std::size_t behind_word(std::string_view sql, std::size_t at);

}  // namespace sala::store
