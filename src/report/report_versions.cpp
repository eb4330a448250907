// SPDX-License-Identifier: Apache-2.0

#include "report/report_versions.hpp"

#include "sheet/called_here.hpp"

#include <algorithm>
#include <chrono>

namespace sala::report {

namespace {

const sheet::Sheet& sheet_of(const Version& version)
{
    return sheet::sheet_named(version.section > 0 ? "report_sections" : "reports");
}

// Every kept state of the report's rows, newest first. A section that was emptied has no row any
// more, so sections are known by the report they name.
std::vector<Version> states_of(store::Session& session, const Report& report)
{
    const auto& sections = sheet::sheet_named("report_sections");
    std::vector<Version> versions;
    for (const auto& [id, sheet, origin, by, at, was, became] :
         session.select<std::int64_t, std::string, std::string, std::optional<std::string>,
                        std::int64_t, std::string, std::string>(
             "SELECT r.id, r.sheet, r.origin, " + sheet::called_here("r.login", "r.forum") +
                 ", r.at, r.was, r.became FROM revision r "
                 "WHERE r.forum = :forum AND "
                 "((r.sheet = 'reports' AND r.row_id = :report) OR (r.sheet = 'report_sections' "
                 "AND "
                 "(r.became LIKE :mark OR r.was LIKE :same))) ORDER BY r.id DESC",
             report.forum.id, report.row.id, "%\"report\":\"" + report.key + "\"%",
             "%\"report\":\"" + report.key + "\"%")) {
        Version version{id,
                        0,
                        origin == "import" ? sheet::Origin::import
                        : origin == "edit" ? sheet::Origin::edit
                                           : sheet::Origin::undo,
                        by.value_or(""),
                        Instant{at},
                        {}};
        const auto& its_sheet = sheet::sheet_named(sheet);
        version.became = sheet::read_row_json(its_sheet, became);
        if (sheet == "report_sections") {
            const auto known =
                version.became ? version.became : sheet::read_row_json(its_sheet, was);
            if (!known || sections.words(*known, "report") != report.key)
                continue;
            version.section = static_cast<int>(sections.number(*known, "number").value_or(0));
        }
        versions.push_back(std::move(version));
    }
    return versions;
}

// Autosave writes every few seconds; nobody wants to choose among those.
bool goes_on(const Version& newer, const Version& older)
{
    return newer.section == older.section && newer.by == older.by &&
           newer.origin == sheet::Origin::edit && older.origin == sheet::Origin::edit &&
           newer.at - older.at < std::chrono::minutes(10);
}

}  // namespace

Text Version::text(const char* column) const
{
    return became ? sheet_of(*this).text(*became, column) : Text{};
}

Text Version::body() const { return section > 0 ? text("body") : Text{}; }

Text Version::title() const { return section > 0 ? Text{} : text("title"); }

std::string Version::action() const
{
    return section > 0 || !became ? std::string{} : sheet_of(*this).words(*became, "action");
}

std::vector<Version> versions_of(store::Session& session, const Report& report)
{
    std::vector<Version> kept;
    std::map<int, Version> last;  // of each section, whether it was kept or not
    for (auto& version : states_of(session, report)) {
        const auto newer = last.find(version.section);
        const bool same_sitting = newer != last.end() && goes_on(newer->second, version);
        last.insert_or_assign(version.section, version);
        if (!same_sitting)
            kept.push_back(std::move(version));
    }
    return kept;
}

std::optional<Version> find_version(store::Session& session, const Report& report, std::int64_t id)
{
    for (auto& version : states_of(session, report))
        if (version.id == id)
            return std::move(version);
    return std::nullopt;
}

std::map<std::int64_t, Instant> saved_rows(store::Session& session, std::int64_t forum)
{
    std::map<std::int64_t, Instant> moments;
    for (const auto& [row, at] : session.select<std::int64_t, std::int64_t>(
             "SELECT row_id, MAX(at) FROM revision WHERE forum = :forum AND sheet IN ('reports', "
             "'report_sections') "
             "GROUP BY row_id",
             forum))
        moments[row] = Instant{at};
    return moments;
}

Instant last_saved(const Report& report, const std::map<std::int64_t, Instant>& rows)
{
    const auto of = [&](std::int64_t row) {
        const auto found = rows.find(row);
        return found == rows.end() ? Instant{} : found->second;
    };
    auto last = of(report.row.id);
    for (const auto& section : report.sections)
        last = std::max(last, of(section.row.id));
    return last;
}

}  // namespace sala::report
