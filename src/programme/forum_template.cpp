// SPDX-License-Identifier: Apache-2.0

#include "programme/forum_template.hpp"

#include "base/embedded.hpp"
#include "script/partial_date.hpp"
#include "sheet/row_store.hpp"

#include <algorithm>
#include <cassert>
#include <set>

namespace sala::programme {

namespace {

using Lines = std::vector<sheet::ForumFiles::Line>;

sheet::ForumFiles template_files()
{
    constexpr std::string_view folder = "templates/programme/two-days/";
    sheet::NamedFiles named;
    for (const auto& file : embedded_under(folder))
        named.emplace_back(file.name.substr(folder.size()), file.bytes);
    auto read = sheet::read_named_files(named);
    assert(read.problems.empty());
    return std::move(read.files);
}

// As many days as there are from the first to the last.
Lines days_from(const Lines& pattern, const script::Day& first, int count)
{
    const auto& days = sheet::sheet_named("days");
    Lines lines;
    for (int i = 0; i < count; ++i) {
        const auto at = static_cast<std::size_t>(i);
        auto row = at < pattern.size() ? pattern[at].row
                                       : sheet::Row{"day-" + std::to_string(i + 1),
                                                    std::vector<sheet::Cell>(days.columns.size())};
        row.cells[days.at("date")] = script::iso(script::plus_days(first, i));
        lines.push_back({0, std::move(row)});
    }
    return lines;
}

void leave_out_other_days(Lines& sittings, const Lines& days)
{
    std::set<std::string> keys;
    for (const auto& day : days)
        keys.insert(day.row.key);
    const auto& sheet = sheet::sheet_named("sittings");
    std::erase_if(sittings, [&](const sheet::ForumFiles::Line& line) {
        return !keys.contains(sheet.words(line.row, "day"));
    });
}

// A time that nobody gave is not in a source; where there is none, none is known.
sheet::Row with_its_clock(const sheet::Sheet& sittings, sheet::Row row)
{
    const bool timed = !sittings.words(row, "start").empty();
    row.cells[sittings.at("clock")] = std::string(timed ? "illustrative" : "unknown");
    return row;
}

}  // namespace

Result<sheet::FilesRead> from_template(sheet::FilesRead typed)
{
    const auto words = sheet::sheet_named("forum").words(typed.files.forum->row, "date");
    const auto date = script::PartialDate::read(words);
    if (!date || !date->start().has_day() || !date->end().has_day())
        return invalid("date", "needs-days",
                       "The template lays out days. Write the date with its days, such as "
                       "2027-03-14 or 2027-03-14/2027-03-16.");
    const auto first = date->first_day();
    const int count = 1 + script::days_between(first, date->last_day().value_or(first));
    if (count > template_days_max)
        return invalid("date", "too-many-days",
                       "The template lays out at most {days} days. Open the forum blank and add "
                       "its days as a sheet.",
                       {{"days", std::to_string(template_days_max)}});
    auto files = template_files();
    auto& sheets = typed.files.sheets;
    sheets["categories"] = std::move(files.sheets["categories"]);
    sheets["days"] = days_from(files.sheets["days"], first, count);
    sheets["sittings"] = std::move(files.sheets["sittings"]);
    leave_out_other_days(sheets["sittings"], sheets["days"]);
    return typed;
}

bool sittings_lack_clocks(store::Session& session)
{
    return session.find<std::int64_t>("SELECT id FROM sitting WHERE clock = '' LIMIT 1")
        .has_value();
}

void complete_clocks(store::Session& session, Instant at, Numbering& numbering)
{
    const auto& sittings = sheet::sheet_named("sittings");
    for (const auto& [forum] : session.select<std::int64_t>(
             "SELECT DISTINCT forum FROM sitting WHERE clock = '' ORDER BY forum"))
        for (const auto& stored : sheet::rows_of(session, sittings, forum)) {
            if (!sittings.words(stored.row, "clock").empty())
                continue;
            const auto row = with_its_clock(sittings, stored.row);
            std::vector<Refusal> none;
            const auto keys = sheet::keys_for(session, sittings, row, forum, none);
            sheet::update_row(session, sittings, stored, row, keys,
                              {forum, sheet::Origin::import, {}, at, &numbering});
        }
}

}  // namespace sala::programme
