// SPDX-License-Identifier: Apache-2.0
//
// What the server holds at the end, asked as a program of the secretariat asks: whole lists, so
// that what did not happen is seen as well.

#include "scenarios/world.hpp"
#include "sheet/sheet.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <functional>

namespace sala::scenarios {

namespace {

std::vector<std::string> each_of(const Json& list,
                                 const std::function<std::string(const Json&)>& words)
{
    std::vector<std::string> all;
    for (const auto& one : list.items())
        all.push_back(words(one));
    return all;
}

// A column that is empty in every row is not in the file.
bool has_column(const std::string& name, const std::string& column)
{
    const auto* sheet = sheet::find_sheet(name);
    return sheet && std::ranges::any_of(sheet->columns, [&](const sheet::Column& one) {
               return one.is_text() ? column.starts_with(one.name + "_") : column == one.name;
           });
}

std::string cell(const Telling& t, const std::string& row, const std::string& column)
{
    const auto slash = std::min(row.find('/'), row.size());
    const auto name = row.substr(0, slash);
    if (!has_column(name, column))
        throw Wrong{t.step.line, "The sheet has no column “" + column + "”."};
    for (const auto& one : t.world.sheet(t.step.line, name))
        if (one.at("key") == row.substr(std::min(slash + 1, row.size()))) {
            const auto found = one.find(column);
            return found == one.end() ? std::string{} : found->second;
        }
    throw Wrong{t.step.line, "There is no row " + row + "."};
}

std::vector<std::string> keys(const Telling& t, std::string sheet)
{
    std::vector<std::string> all;
    for (const auto& row : t.world.sheet(t.step.line, sheet))
        all.push_back(row.at("key"));
    return all;
}

// As they came.
std::vector<std::string> history(const Telling& t, const std::string& row)
{
    const auto address = "/" + t.world.forum + "/sheets/" + row + "/history";
    const auto json = t.world.asks(t.step.line, address);
    auto origins =
        each_of(json["revisions"], [](const Json& one) { return one["origin"].string(); });
    std::ranges::reverse(origins);
    return origins;
}

Json releases(const Telling& t)
{
    return t.world.asks(t.step.line, "/" + t.world.forum + "/releases")["releases"];
}

std::vector<std::string> names_of_releases(const Telling& t)
{
    auto names = each_of(releases(t), [](const Json& one) { return one["name"].string(); });
    std::ranges::reverse(names);
    return names;
}

// "moved sittings opening" of the release with this name.
std::vector<std::string> changes(const Telling& t, const std::string& name)
{
    const auto all = releases(t);
    for (const auto& release : all.items())
        if (release["name"].string() == name)
            return each_of(release["changes"], [](const Json& one) {
                return fmt::format("{} {} {}", one["what"].string(), one["kind"].string(),
                                   one["key"].string());
            });
    throw Wrong{t.step.line, "There is no release of this name."};
}

std::vector<std::string> conflicts(const Telling& t)
{
    const auto desk = t.world.asks(t.step.line, "/" + t.world.forum + "/desk");
    return each_of(desk["conflicts"], [](const Json& one) { return one["code"].string(); });
}

std::vector<std::string> forums(const Telling& t)
{
    return each_of(t.world.asks(t.step.line, "/")["forums"],
                   [](const Json& one) { return one["slug"].string(); });
}

}  // namespace

const std::vector<Phrase>& phrases_of_what_is_kept()
{
    static const std::vector<Phrase> phrases{
        {"the row {row} has {column} {\"words\"}",
         [](Telling t) { t.expect(cell(t, t.places.at(0), t.places.at(1)), t.places.at(2)); },
         true},
        {"the sheet {sheet} holds:", [](Telling t) { t.expect_below(keys(t, t.places.at(0))); },
         true},
        {"the sheet {sheet} is empty", [](Telling t) { t.expect_below(keys(t, t.places.at(0))); },
         true},
        {"the history of {row:}", [](Telling t) { t.expect_below(history(t, t.places.at(0))); },
         true},
        {"the releases are:", [](Telling t) { t.expect_below(names_of_releases(t)); }, true},
        {"nothing is released", [](Telling t) { t.expect_below(names_of_releases(t)); }, true},
        {"the release {\"name\"} changed:",
         [](Telling t) { t.expect_below(changes(t, t.places.at(0))); }, true},
        {"the conflicts are:", [](Telling t) { t.expect_below(conflicts(t)); }, true},
        {"there are no conflicts", [](Telling t) { t.expect_below(conflicts(t)); }, true},
        {"the forums are:", [](Telling t) { t.expect_below(forums(t)); }, true},
        {"there is no forum", [](Telling t) { t.expect_below(forums(t)); }, true},
        {"those are told to look again:", [](Telling t) { t.expect_below(t.world.stage.told()); },
         true},
        {"nobody is told to look again", [](Telling t) { t.expect_below(t.world.stage.told()); },
         true},
    };
    return phrases;
}

}  // namespace sala::scenarios
