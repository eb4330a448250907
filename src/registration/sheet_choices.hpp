// SPDX-License-Identifier: Apache-2.0
//
// What may stand in a sheet of people where a choice is asked for, and above a column: the words of
// programs, or the names that people read on the pages, in every language of theirs.

#pragma once

#include "forum/grant_store.hpp"
#include "registration/particular.hpp"
#include "web/reader.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace sala::registration {

class SheetChoices {
public:
    // None where words are free.
    SheetChoices(const Particular& column, const std::vector<forum::Part>& categories);

    bool none() const { return choices_.empty(); }
    // What is kept of what somebody wrote; `written` itself when it is no choice, or the name of
    // two categories.
    std::string kept(const std::string& written) const;
    // As their reader writes them: the name, or the word where the name is another one's as well.
    std::vector<std::string> words(const web::Reader& reader) const;

private:
    void add(const std::string& word, const Text& names);

    std::vector<std::pair<std::string, Text>> choices_;
    std::map<std::string, std::string> kept_;  // by what is written, plain; empty: by no single one
};

// "Name_EN ", “Name in Latin letters” and “ชื่ออักษรโรมัน” are all name_en; “Name” is "name", which
// is no column of its own. Nothing for any other words.
std::optional<std::string> column_headed(const std::string& header);

}  // namespace sala::registration
