// SPDX-License-Identifier: Apache-2.0
//
// The Thai names of the people of a forum, with and without what stands before them, so that no
// page cuts one at the end of a line where it stands in a sentence.

#pragma once

#include "directory/whole_name.hpp"
#include "forum/listed.hpp"

namespace sala::forum {

// `persons`: the sheet of this name.
inline std::vector<std::string> whole_names_of(const Listed& persons)
{
    std::vector<std::string> names;
    for (const auto& row : persons.rows()) {
        const auto& name = persons.text(row, "name");
        const auto* thai = name.in(Language::thai());
        if (!thai)
            continue;
        names.push_back(thai->shown());
        names.push_back(
            directory::whole_name(persons.text(row, "honorific"), name, Language::thai()));
    }
    return names;
}

}  // namespace sala::forum
