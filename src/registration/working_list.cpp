// SPDX-License-Identifier: Apache-2.0

#include "registration/working_list.hpp"

#include <algorithm>
#include <functional>
#include <map>
#include <tuple>

namespace sala::registration {

namespace {

// Which of a person's words are the heading, the order within it, and the cells beside the name.
struct Recipe {
    std::string word;
    std::string heading;  // column; empty: no parts
    bool heading_is_day = false;
    std::vector<std::string> order;
    std::vector<std::string> cells;
    std::function<bool(const Particulars&)> belongs;
};

bool said(const Particulars& particulars, const char* column)
{
    return !particulars[column].empty();
}

const std::vector<Recipe>& recipes()
{
    static const std::vector<Recipe> all{
        {"arrivals",
         "arrives_on",
         true,
         {"arrives_at", "arrives_flight"},
         {"arrives_at", "arrives_flight", "hotel", "phone"},
         [](const Particulars& p) { return said(p, "arrives_on"); }},
        {"departures",
         "leaves_on",
         true,
         {"leaves_at", "leaves_flight"},
         {"leaves_at", "leaves_flight", "hotel", "phone"},
         [](const Particulars& p) { return said(p, "leaves_on"); }},
        {"rooms",
         "hotel",
         false,
         {},
         {"room", "shares_with", "arrives_on", "leaves_on"},
         [](const Particulars& p) { return said(p, "room") && p["room"] != "none"; }},
        {"diet", "", false, {}, {"diet"}, [](const Particulars& p) { return said(p, "diet"); }},
        {"interpreters",
         "",
         false,
         {},
         {"role", "languages", "interpreting"},
         [](const Particulars& p) {
             return p["role"] == "interpreter" || said(p, "interpreting");
         }},
        {"visas",
         "",
         false,
         {},
         {"nationality", "passport", "born"},
         [](const Particulars& p) { return said(p, "visa_letter"); }},
    };
    return all;
}

std::string cell_of(const web::Reader& reader, const Particulars& particulars,
                    const std::string& column)
{
    const auto& words = particulars[column];
    if (column == "role")
        return reader.say(role_name(words));
    for (const auto& one : all_particulars())
        if (one.name == column)
            for (const auto& [word, name] : one.choices)
                if (word == words && !word.empty())
                    return reader.say(name);
    return words;
}

std::string heading_of(const web::Reader& reader, const Recipe& recipe,
                       const Particulars& particulars)
{
    if (recipe.heading.empty())
        return {};
    const auto& words = particulars[recipe.heading];
    if (!recipe.heading_is_day)
        return words.empty() ? reader.say(tr("not said")) : words;
    const auto day = script::parse_iso_day(words);
    return day ? script::render_day(*day, script::DateStyle::for_reader(
                                              reader.language, script::DateForm::full_with_weekday))
               : words;
}

const Recipe& recipe_of(const ListKind& kind)
{
    return *std::find_if(recipes().begin(), recipes().end(),
                         [&](const Recipe& one) { return one.word == kind.word; });
}

std::vector<std::string> sort_key(const Recipe& recipe, const Particulars& particulars)
{
    std::vector<std::string> key;
    if (!recipe.heading.empty())
        key.push_back(particulars[recipe.heading]);
    for (const auto& column : recipe.order)
        key.push_back(particulars[column]);
    return key;
}

}  // namespace

std::size_t WorkingList::rows() const
{
    std::size_t count = 0;
    for (const auto& part : parts)
        count += part.rows.size();
    return count;
}

std::vector<std::vector<std::string>> WorkingList::as_sheet(const std::string& heading_column) const
{
    const bool headed = std::any_of(parts.begin(), parts.end(),
                                    [](const Part& part) { return !part.heading.empty(); });
    std::vector<std::vector<std::string>> sheet;
    const auto add = [&](const std::string& heading, std::vector<std::string> row) {
        if (headed)
            row.insert(row.begin(), heading);
        sheet.push_back(std::move(row));
    };
    add(heading_column, columns);
    for (const auto& part : parts)
        for (const auto& row : part.rows)
            add(part.heading, row);
    return sheet;
}

const std::vector<ListKind>& all_lists()
{
    static const std::vector<ListKind> all{
        {"arrivals", tr("Arrivals"), tr("By day, hour and flight: who is met where.")},
        {"departures", tr("Departures"), tr("By day, hour and flight: who is brought where.")},
        {"rooms", tr("Rooms"), tr("By hotel: who sleeps where, and with whom.")},
        {"diet", tr("Diet"), tr("For the kitchen, and for nobody else.")},
        {"interpreters", tr("Interpreters"), tr("Who interprets, and who needs it.")},
        {"visas", tr("Visas"), tr("Who needs a letter for the visa.")},
    };
    return all;
}

const ListKind* list_named(std::string_view word)
{
    const auto& all = all_lists();
    const auto found =
        std::find_if(all.begin(), all.end(), [&](const ListKind& one) { return one.word == word; });
    return found == all.end() ? nullptr : &*found;
}

WorkingList working_list(const ListKind& kind, const std::vector<Registered>& people,
                         const std::vector<forum::Part>& delegations, const web::Reader& reader)
{
    const auto& recipe = recipe_of(kind);
    std::vector<const Registered*> listed;
    for (const auto& one : people)
        if (recipe.belongs(one.particulars))
            listed.push_back(&one);
    std::stable_sort(listed.begin(), listed.end(), [&](const auto* one, const auto* other) {
        return sort_key(recipe, one->particulars) < sort_key(recipe, other->particulars);
    });
    WorkingList list{{reader.say(tr("Name")), reader.say(tr("Delegation"))}, {}};
    for (const auto& column : recipe.cells)
        for (const auto& one : all_particulars())
            if (one.name == column)
                list.columns.push_back(reader.say(one.label));
    for (const auto* one : listed) {
        const auto heading = heading_of(reader, recipe, one->particulars);
        if (list.parts.empty() || list.parts.back().heading != heading)
            list.parts.push_back({heading, {}});
        std::vector<std::string> row{
            person_words(reader, one->particulars),
            part_words(reader, delegations, one->registration.delegation().number())};
        for (const auto& column : recipe.cells)
            row.push_back(cell_of(reader, one->particulars, column));
        list.parts.back().rows.push_back(std::move(row));
    }
    return list;
}

}  // namespace sala::registration
