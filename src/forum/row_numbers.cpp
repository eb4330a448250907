// SPDX-License-Identifier: Apache-2.0

#include "forum/row_numbers.hpp"

#include <algorithm>
#include <array>

namespace sala::forum {

namespace {

constexpr std::array programme_sheets{"sittings",      "agenda",     "delegations", "delegates",
                                      "interventions", "categories", "floor_rules"};
constexpr std::array meeting_sheets{"needs", "offers", "desks", "interpreting"};
constexpr std::array record_sheets{"claims",    "texts",   "follow_ups",
                                   "documents", "reports", "report_sections"};

bool is_one_of(const auto& names, const std::string& name)
{
    return std::find(names.begin(), names.end(), name) != names.end();
}

}  // namespace

std::map<std::string, std::int64_t, std::less<>> row_numbers(store::Session& session,
                                                             std::int64_t forum)
{
    std::string sql = "SELECT sheet, COUNT(*) FROM listing WHERE forum = :forum GROUP BY sheet";
    for (const auto& sheet : sheet::all_sheets())
        if (sheet.scope == sheet::Sheet::forum)
            sql += " UNION ALL SELECT '" + sheet.name + "', COUNT(*) FROM " + sheet.table +
                   " WHERE forum = :forum";
    std::map<std::string, std::int64_t, std::less<>> numbers;
    for (const auto& sheet : sheet::all_sheets())
        if (sheet.scope != sheet::Sheet::itself)
            numbers[sheet.name] = 0;
    for (const auto& [sheet, count] : session.select<std::string, std::int64_t>(sql, forum))
        numbers[sheet] = count;
    return numbers;
}

std::vector<SheetGroup> sheet_groups()
{
    std::vector<SheetGroup> groups{{tr("The occasion"), {}},
                                   {tr("Its programme"), {}},
                                   {tr("Its record"), {}},
                                   {tr("Its bilateral meetings"), {}},
                                   {tr("The directory"), {}}};
    for (const auto& sheet : sheet::all_sheets()) {
        if (sheet.scope == sheet::Sheet::itself)
            continue;
        const std::size_t group = sheet.scope == sheet::Sheet::server       ? 4
                                  : is_one_of(meeting_sheets, sheet.name)   ? 3
                                  : is_one_of(programme_sheets, sheet.name) ? 1
                                  : is_one_of(record_sheets, sheet.name)    ? 2
                                                                            : 0;
        groups[group].sheets.push_back(&sheet);
    }
    return groups;
}

}  // namespace sala::forum
