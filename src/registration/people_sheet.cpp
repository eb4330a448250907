// SPDX-License-Identifier: Apache-2.0

#include "registration/people_sheet.hpp"

#include "document/workbook.hpp"
#include "script/normal.hpp"
#include "script/person_name.hpp"

#include <algorithm>

namespace sala::registration {

namespace {

constexpr std::size_t people_max = 2'000;

Refusal beside_file(Refusal refusal)
{
    refusal.field = "file";
    return refusal;
}

Result<std::vector<document::Row>> rows_of(const web::Upload& upload)
{
    if (document::looks_like_workbook(upload.bytes)) {
        auto book = document::read_workbook(upload.bytes);
        if (!book)
            return beside_file(book.refusal());
        for (auto& sheet : *book)
            if (!sheet.hidden)
                return sheet.rows;
        return std::vector<document::Row>{};
    }
    auto rows = document::read_csv(upload.bytes);
    if (!rows)
        return beside_file(rows.refusal());
    return rows;
}

// "Name_EN ", as people write it, is name_en.
std::string column_named(const std::string& header)
{
    auto name = script::searchable(script::clean(header));
    std::replace(name.begin(), name.end(), ' ', '_');
    return name;
}

Allowed columns_are_known(const std::vector<std::string>& names)
{
    const auto known = people_columns();
    for (auto name = names.begin(); name != names.end(); ++name) {
        if (name->empty())
            continue;
        if (*name != "name" && std::find(known.begin(), known.end(), *name) == known.end())
            return invalid("file", "unknown-column",
                           "The column “{name}” is not one of ours. Download the empty sheet to "
                           "see their names.",
                           {{"name", *name}});
        if (std::find(names.begin(), name, *name) != name)
            return invalid("file", "column-twice", "The column “{name}” stands there twice.",
                           {{"name", *name}});
    }
    return allowed();
}

// "นายชัชชาติ สิทธิพันธุ์" or "Dr Luz Torres" in one cell.
void set_whole_name(Particulars& particulars, const std::string& words)
{
    const auto [honorific, name] = script::split(words);
    const std::string language = script::holds_thai(name) ? "th" : "en";
    particulars.set("honorific_" + language, honorific);
    particulars.set("name_" + language, name);
}

}  // namespace

std::vector<std::string> people_columns()
{
    std::vector<std::string> names;
    for (const auto& column : all_particulars())
        names.push_back(column.name);
    return names;
}

Result<std::vector<SheetPerson>> read_people(const web::Upload& upload,
                                             const std::vector<std::string>& categories)
{
    const auto rows = rows_of(upload);
    if (!rows)
        return rows.refusal();
    if (rows->size() < 2)
        return invalid("file", "no-rows",
                       "This sheet has no row beneath the names of its columns.");
    if (rows->size() > people_max)
        return invalid("file", "too-many-people", "At most {limit} people fit into one sheet.",
                       {{"limit", std::to_string(people_max - 1)}});
    std::vector<std::string> names;
    for (const auto& header : rows->front().fields)
        names.push_back(column_named(header));
    if (const auto known = columns_are_known(names); !known)
        return known.refusal();
    std::vector<SheetPerson> people;
    for (auto row = rows->begin() + 1; row != rows->end(); ++row) {
        SheetPerson person{.line = row->line};
        for (std::size_t at = 0; at < row->fields.size() && at < names.size(); ++at) {
            const auto words = script::clean(row->fields[at]);
            if (names[at] == "name")
                set_whole_name(person.particulars, words);
            else if (!words.empty())
                person.particulars.set(names[at], words);
        }
        const auto read = person.particulars;
        person.wrong = mended(person.particulars, categories);
        for (const auto& column : differing(read, person.particulars))
            if (person.particulars[column].empty())
                person.denied.push_back(column);
        people.push_back(std::move(person));
    }
    return people;
}

}  // namespace sala::registration
