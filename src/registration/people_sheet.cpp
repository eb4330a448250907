// SPDX-License-Identifier: Apache-2.0

#include "registration/people_sheet.hpp"

#include "document/workbook.hpp"
#include "registration/entering.hpp"
#include "registration/sheet_choices.hpp"
#include "script/name_sound.hpp"
#include "script/normal.hpp"
#include "script/person_name.hpp"

#include <algorithm>
#include <iterator>
#include <map>

namespace sala::registration {

namespace {

constexpr std::size_t people_max = 2'000;
constexpr const char* of_passports[] = {"passport", "born"};

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

// The column of each header; empty above a column without one.
Result<std::vector<std::string>> columns_of(const document::Row& headers)
{
    std::vector<std::string> names;
    for (const auto& header : headers.fields) {
        const auto words = script::clean(header);
        if (words.empty()) {
            names.emplace_back();
            continue;
        }
        const auto name = column_headed(words);
        if (!name)
            return invalid("file", "unknown-column",
                           "The column “{name}” is not one of ours. Their names stand below, and "
                           "in the empty sheet.",
                           {{"name", words}});
        if (std::find(names.begin(), names.end(), *name) != names.end())
            return invalid("file", "column-twice", "The column “{name}” stands there twice.",
                           {{"name", words}});
        names.push_back(*name);
    }
    return names;
}

// "นายชัชชาติ สิทธิพันธุ์" or "Dr Luz Torres" in one cell.
void set_whole_name(Particulars& particulars, const std::string& words)
{
    const auto [honorific, name] = script::split(words);
    const std::string language = script::holds_thai(name) ? "th" : "en";
    particulars.set("honorific_" + language, honorific);
    particulars.set("name_" + language, name);
}

// As it is kept, by column; those in which words are free have no choices.
using Choices = std::map<std::string, SheetChoices>;

Choices choices_of_sheet(const std::vector<forum::Part>& categories)
{
    Choices all;
    for (const auto& column : all_particulars())
        if (column.kind == Particular::choice || column.kind == Particular::category)
            all.emplace(column.name, SheetChoices(column, categories));
    return all;
}

SheetPerson person_of(const document::Row& row, const std::vector<std::string>& names,
                      const Choices& choices)
{
    SheetPerson person{.line = row.line};
    for (std::size_t at = 0; at < row.fields.size() && at < names.size(); ++at) {
        const auto words = script::clean(row.fields[at]);
        const auto chosen = choices.find(names[at]);
        if (names[at] == "name")
            set_whole_name(person.particulars, words);
        else if (!words.empty())
            person.particulars.set(names[at],
                                   chosen == choices.end() ? words : chosen->second.kept(words));
    }
    return person;
}

// Two people of one name are told apart by what stands in their passports.
bool may_be_one(const Particulars& one, const Particulars& other)
{
    return std::none_of(std::begin(of_passports), std::end(of_passports), [&](const char* column) {
        return !one[column].empty() && !other[column].empty() && one[column] != other[column];
    });
}

void note_twice(SheetPerson& person, std::size_t line)
{
    if (std::none_of(person.wrong.begin(), person.wrong.end(),
                     [](const Refusal& wrong) { return wrong.code == "twice-in-sheet"; }))
        person.wrong.push_back(
            invalid("name_en", "twice-in-sheet",
                    "Line {line} has the same name. Take one of the two out; if they are two "
                    "people, fill in how their passports differ, or register the second one on a "
                    "page of their own.",
                    {{"line", std::to_string(line)}}));
}

// A name is the same as names_alike() says, in whatever order and language.
void tell_twice(std::vector<SheetPerson>& people)
{
    std::map<std::vector<std::string>, std::vector<std::size_t>> called;
    for (std::size_t at = 0; at < people.size(); ++at) {
        const auto name = people[at].particulars.name();
        for (const auto& [language, wording] : name.wordings()) {
            const auto words = script::heard(wording.shown()).words;
            if (words.empty())
                continue;
            auto& others = called[words];
            for (const auto other : others)
                if (other != at && may_be_one(people[at].particulars, people[other].particulars)) {
                    note_twice(people[at], people[other].line);
                    note_twice(people[other], people[at].line);
                    break;
                }
            others.push_back(at);
        }
    }
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
                                             const std::vector<forum::Part>& categories)
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
    const auto names = columns_of(rows->front());
    if (!names)
        return names.refusal();
    const auto choices = choices_of_sheet(categories);
    const auto keys = keys_of(categories);
    std::vector<SheetPerson> people;
    for (auto row = rows->begin() + 1; row != rows->end(); ++row) {
        auto person = person_of(*row, *names, choices);
        const auto read = person.particulars;
        person.wrong = mended(person.particulars, keys);
        for (const auto& column : differing(read, person.particulars))
            if (person.particulars[column].empty())
                person.denied.push_back(column);
        people.push_back(std::move(person));
    }
    tell_twice(people);
    return people;
}

}  // namespace sala::registration
