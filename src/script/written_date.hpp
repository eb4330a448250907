// SPDX-License-Identifier: Apache-2.0
//
// Where a date stands in words, so that no line ends inside it: "26 – 28 สิงหาคม 2562",
// "วันศุกร์|ที่ 2 ธันวาคม 2565", "Friday |2 December 2022". Whether there is such a day is not asked.

#pragma once

#include <cstddef>
#include <string_view>

namespace sala::script {

struct WrittenDate {
    std::size_t begin = std::string_view::npos;
    std::size_t end = std::string_view::npos;
};

// The first one from byte `from` on; npos: none. A Thai "ที่" before its day belongs to it.
WrittenDate next_written_date(std::string_view words, std::size_t from);

// How many bytes the number that `words` begins with has, in Arabic or Thai digits; 0: none.
std::size_t number_bytes(std::string_view words);

}  // namespace sala::script
