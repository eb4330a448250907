// SPDX-License-Identifier: Apache-2.0

#include "registration/working_list.hpp"

#include "registration/coming.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <span>

namespace sala::registration {

namespace {

// Which of a person's words are the heading, the order within it, and the cells beside the name.
struct Recipe {
    std::string word;
    std::string heading;  // column; empty: no parts
    bool heading_is_day = false;
    std::vector<std::string> order;
    std::vector<std::string> cells;
    std::string belongs;  // SQL, of a row p; the indexes of migration 23 say the same
};

const std::vector<Recipe>& recipes()
{
    static const std::vector<Recipe> all{
        {"arrivals",
         "arrives_on",
         true,
         {"arrives_at", "arrives_flight"},
         {"arrives_at", "arrives_flight", "hotel", "phone"},
         "p.arrives_on > ''"},
        {"departures",
         "leaves_on",
         true,
         {"leaves_at", "leaves_flight"},
         {"leaves_at", "leaves_flight", "hotel", "phone"},
         "p.leaves_on > ''"},
        {"rooms",
         "hotel",
         false,
         {},
         {"room", "shares_with", "arrives_on", "leaves_on"},
         "p.room <> 'none' AND (p.room <> '' OR p.hotel <> '')"},
        {"diet", "", false, {}, {"diet"}, "p.diet <> ''"},
        {"interpreters",
         "",
         false,
         {},
         {"role", "languages", "interpreting"},
         "(p.role = 'interpreter' OR p.interpreting <> '')"},
        {"visas", "", false, {}, {"nationality", "passport", "born"}, "p.visa_letter <> ''"},
    };
    return all;
}

// The people p on a list, for whom no other registration stands, and how they are now. Written as
// CROSS JOIN, which SQLite takes in this order: so a list is read in the order of its own index.
constexpr char from_people[] = " FROM registration_person p CROSS JOIN registration_now n ";

// `counted`: in no order. Otherwise nothing of n may be looked up by how it is now, which would
// bring n into the order of delegations first and look for each of them among all of p.
std::string on_list(const Recipe& recipe, bool all, bool counted)
{
    const std::string as_number = counted ? "" : " + 0";
    const std::string whom =
        all ? fmt::format("n.status{} NOT IN ('refused', 'withdrawn')", counted ? "" : " || ''")
            : fmt::format("n.holds_place{} = 1", as_number);
    return fmt::format("WHERE p.forum = :forum AND {} AND n.forum = p.forum AND n.registration = "
                       "p.registration AND n.merged{} = 0 AND {}",
                       recipe.belongs, as_number, whom);
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
                if (word == words)
                    return reader.say(name);
    return words;
}

// A day on a page is the reader's; in a sheet it stays what can be sorted.
std::string day_or(const web::Reader& reader, const std::string& column, const std::string& words)
{
    for (const auto& one : all_particulars())
        if (one.name == column && one.kind == Particular::day)
            if (const auto day = script::parse_iso_day(words))
                return script::render_day(*day, script::DateStyle::for_reader(reader.language));
    return words;
}

std::string heading_of(const web::Reader& reader, const Recipe& recipe, const std::string& words)
{
    if (recipe.heading.empty())
        return {};
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

// The columns by which a list is in order, before precedence.
std::vector<std::string> ordering(const Recipe& recipe)
{
    auto columns = recipe.order;
    if (!recipe.heading.empty())
        columns.insert(columns.begin(), recipe.heading);
    return columns;
}

// What a list shows of somebody, and nothing else about them.
std::vector<std::string> columns_shown(const Recipe& recipe)
{
    std::vector<std::string> columns{"rank",         "honorific_en", "name_en",
                                     "honorific_th", "name_th",      "name_own"};
    if (!recipe.heading.empty())
        columns.push_back(recipe.heading);
    columns.insert(columns.end(), recipe.cells.begin(), recipe.cells.end());
    return columns;
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

std::vector<ListPart> parts_of(store::Session& session, std::int64_t forum, const ListKind& kind,
                               bool all)
{
    const auto& recipe = recipe_of(kind);
    std::vector<ListPart> parts;
    const auto name = recipe.heading.empty() ? std::string("''") : "p." + recipe.heading;
    for (auto& [words, people] : session.select<std::string, std::int64_t>(
             fmt::format("SELECT {0}, COUNT(*){1}{2}{3}", name, from_people,
                         on_list(recipe, all, true),
                         recipe.heading.empty() ? std::string{}
                                                : fmt::format(" GROUP BY {0} ORDER BY {0}", name)),
             forum))
        parts.push_back({std::move(words), people});
    return parts;
}

// Their numbers on one page, and by what they are in order.
static std::string page_of(const Recipe& recipe, const std::string& where)
{
    std::string columns;
    std::string order;
    for (const auto& column : ordering(recipe)) {
        columns += ", p." + column;
        order += "p." + column + ", ";
    }
    return fmt::format(
        "SELECT n.forum, n.registration, n.delegation, n.status, n.holds_place, n.part, "
        "n.precedence, n.name, d.position{}{}LEFT JOIN delegation d ON d.forum = n.forum AND d.id "
        "= "
        "n.delegation {} ORDER BY {}d.position NULLS LAST, n.delegation, n.part, "
        "n.precedence, n.name, n.registration LIMIT :at_most OFFSET :start",
        columns, from_people, where, order);
}

std::vector<Registered> people_on(store::Session& session, std::int64_t forum, const ListKind& kind,
                                  const ListAsked& asked)
{
    auto recipe = recipe_of(kind);
    std::vector<store::Value> values{forum};
    if (asked.part && !recipe.heading.empty()) {
        // Who has this day has a day; said twice, SQLite may look at all of them.
        const auto part = fmt::format("p.{} = :part", recipe.heading);
        const bool implied = recipe.heading_is_day && !asked.part->empty();
        recipe.belongs = implied ? part : recipe.belongs + " AND " + part;
        values.emplace_back(*asked.part);
    }
    const auto where = on_list(recipe, asked.all, false);
    values.emplace_back(static_cast<std::int64_t>(asked.at_most));
    values.emplace_back(static_cast<std::int64_t>(asked.from));
    std::string order;
    for (const auto& column : ordering(recipe))
        order += "n." + column + ", ";
    const auto columns = columns_shown(recipe);
    std::string shown;
    for (const auto& column : columns)
        shown += ", p." + column;
    std::vector<store::Kind> kinds(3, store::Kind::integer);
    kinds.resize(4 + columns.size(), store::Kind::text);
    std::vector<Registered> people;
    session.each_kinds(
        fmt::format(
            "SELECT n.registration, n.delegation, n.holds_place, n.status{} FROM ({}) n LEFT JOIN "
            "registration_person p "
            "ON p.forum = n.forum AND p.registration = n.registration ORDER BY {}n.position "
            "NULLS LAST, n.delegation, n.part, n.precedence, n.name, n.registration",
            shown, page_of(recipe, where), order),
        values, kinds, [&](std::span<const store::ValueView> row) {
            Registered one{
                {forum, Id<Registration>{std::get<std::int64_t>(row[0])},
                 DelegationId{std::get<std::int64_t>(row[1])},
                 status_named(std::get<std::string_view>(row[3])).value_or(Status::draft)}};
            one.holds_place = std::get<std::int64_t>(row[2]) == 1;
            for (std::size_t i = 0; i < columns.size(); ++i)
                one.particulars.set(columns[i],
                                    std::string(std::get<std::string_view>(row[4 + i])));
            people.push_back(std::move(one));
        });
    show_as_approved(session, forum, people);
    return people;
}

std::string part_heading(const web::Reader& reader, const ListKind& kind, const std::string& name)
{
    return heading_of(reader, recipe_of(kind), name);
}

WorkingList working_list(const ListKind& kind, const std::vector<Registered>& people,
                         const std::vector<forum::Part>& delegations, const web::Reader& reader,
                         bool for_people)
{
    const auto& recipe = recipe_of(kind);
    WorkingList list{{reader.say(tr("Name")), reader.say(tr("Delegation"))}, {}};
    for (const auto& column : recipe.cells)
        for (const auto& one : all_particulars())
            if (one.name == column)
                list.columns.push_back(reader.say(one.label));
    for (const auto& one : people) {
        const auto heading = heading_of(reader, recipe, one.particulars[recipe.heading]);
        if (list.parts.empty() || list.parts.back().heading != heading)
            list.parts.push_back({heading, {}});
        std::vector<std::string> row{
            person_words(reader, one.particulars),
            part_words(reader, delegations, one.registration.delegation().number())};
        for (const auto& column : recipe.cells)
            row.push_back(for_people
                              ? day_or(reader, column, cell_of(reader, one.particulars, column))
                              : cell_of(reader, one.particulars, column));
        list.parts.back().rows.push_back(std::move(row));
    }
    return list;
}

}  // namespace sala::registration
