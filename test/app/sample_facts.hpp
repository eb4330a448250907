// SPDX-License-Identifier: Apache-2.0
//
// One fact of a sample forum: the cell it stands in, and the words of that cell.

#pragma once

namespace sala {

struct Fact {
    const char* sheet;
    const char* key;
    const char* column;  // as in the header of the file
    const char* words;
};

}  // namespace sala
