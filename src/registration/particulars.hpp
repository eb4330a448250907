// SPDX-License-Identifier: Apache-2.0
//
// What a delegation has said of one person: read kindly, checked whole, compared column by column.

#pragma once

#include "base/json.hpp"
#include "base/result.hpp"
#include "base/text.hpp"
#include "registration/particular.hpp"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace sala::registration {

// The words of one person, by column. Columns that are not declared cannot be set.
class Particulars {
public:
    const std::string& operator[](std::string_view column) const;  // empty when not said
    void set(std::string_view column, std::string words);

    Text honorific() const;  // with the rank before it
    Text name() const;       // the own script is there under the language "und"
    Text post() const;

    bool operator==(const Particulars&) const = default;

private:
    std::map<std::string, std::string, std::less<>> words_;
};

// What is wrong, one Refusal a column: required; not-a-choice; not-yes-or-no; a day or a time that
// is none; buddhist-year; leaves-before-arriving; too-long. Digits of every script, 9.30 for 09:30
// and a yes or no of both languages are taken and kept in one form; a no as nothing.
std::vector<Refusal> mended(Particulars& particulars, const std::vector<std::string>& categories);

// The columns in which two differ, and whether one of them matters.
std::vector<std::string> differing(const Particulars& one, const Particulars& other);
bool any_matters(const std::vector<std::string>& columns);

// Of the given columns, as a revision or a wish keeps them.
Json part_json(const Particulars& particulars, const std::vector<std::string>& columns);
Particulars with_json(Particulars particulars, const Json& json);

}  // namespace sala::registration
