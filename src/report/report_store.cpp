// SPDX-License-Identifier: Apache-2.0

#include "report/report_store.hpp"

#include "forum/forum_store.hpp"
#include "forum/search_index.hpp"
#include "report/official_report.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace sala::report {

namespace {

const sheet::Sheet& report_sheet() { return sheet::sheet_named("reports"); }
const sheet::Sheet& section_sheet() { return sheet::sheet_named("report_sections"); }

Report report_from(const forum::Forum& forum, sheet::StoredRow stored)
{
    const auto& sheet = report_sheet();
    const auto& row = stored.row;
    Report report;
    report.forum = forum;
    report.key = row.key;
    report.form = sheet.words(row, "template");
    report.edition = sheet.words(row, "edition");
    report.published = sheet.words(row, "published") == "yes";
    report.action = sheet.words(row, "action");
    report.title = sheet.text(row, "title");
    report.mission_group = sheet.text(row, "mission_group");
    report.reporter = sheet.text(row, "reporter");
    report.row = std::move(stored);
    return report;
}

sheet::Change change_at(const web::Desk& desk, const Report& report, sheet::Origin origin)
{
    sheet::Change change{report.forum.id, origin, {}, desk.now(), desk.house().numbering};
    if (desk.visitor().signed_in())
        change.login = desk.visitor().login.number();
    return change;
}

Refusal changed_meanwhile(const std::string& field)
{
    return {
        Refusal::stale, field, "changed-meanwhile",
        tr("Somebody saved this while you were writing. Nothing is lost: both texts are below.")};
}

// What is written in private is in no index; that it became public or private is a change of its
// own row.
void is_found_by_search(web::Desk& desk, const Report& report, const sheet::Sheet& changed)
{
    if (report.published || &changed == &report_sheet())
        forum::rebuild_search(desk.session(), report.forum.id, changed);
}

// Writes a row that exists or is new, and answers its version.
Result<std::int64_t> write_row(web::Desk& desk, const Report& report, const sheet::Sheet& sheet,
                               const sheet::StoredRow& was, const sheet::Row& row,
                               sheet::Origin origin)
{
    if (row == was.row && was.id != 0)
        return was.version;
    if (auto wrong = sheet::check_row(sheet, row); !wrong.empty())
        return wrong.front();
    std::vector<Refusal> refusals;
    const auto keys = sheet::keys_for(desk.session(), sheet, row, report.forum.id, refusals);
    if (!refusals.empty())
        return refusals.front();
    const auto change = change_at(desk, report, origin);
    desk.again(report.topic());
    if (was.id == 0)
        sheet::insert_row(desk.session(), sheet, row, was.position, keys, change);
    else
        sheet::update_row(desk.session(), sheet, was, row, keys, change);
    is_found_by_search(desk, report, sheet);
    return was.version + 1;
}

// A section without words in any language has no row.
Result<std::int64_t> write_body(web::Desk& desk, const Report& report, int number, Text body,
                                sheet::Origin origin)
{
    const auto& sheet = section_sheet();
    const auto* section = report.section(number);
    if (body.empty()) {
        if (section) {
            desk.again(report.topic());
            sheet::remove_row(desk.session(), sheet, section->row, change_at(desk, report, origin));
            is_found_by_search(desk, report, sheet);
        }
        return std::int64_t{0};
    }
    auto was =
        section ? section->row : sheet::StoredRow{0, 0, report.row.position * 100 + number, {}};
    auto row = was.row;
    if (!section) {
        row.key = fmt::format("{}-{}", report.key, number);
        row.cells.resize(sheet.columns.size());
        row.cells[sheet.at("report")] = report.key;
        row.cells[sheet.at("number")] = std::int64_t{number};
    }
    row.cells[sheet.at("body")] = std::move(body);
    return write_row(desk, report, sheet, was, row, origin);
}

void set_text(sheet::Cell& cell, Text text)
{
    if (text.empty())
        cell = sheet::Cell{};
    else
        cell = std::move(text);
}

// The row as somebody saw it who has `version` in their form.
std::optional<sheet::Row> row_at_version(store::Session& session, const sheet::Sheet& sheet,
                                         std::int64_t row, std::int64_t version)
{
    for (auto& revision : sheet::history_of(session, sheet, row))
        if (revision.version == version)
            return std::move(revision.became);
    return std::nullopt;
}

// Whether any of the texts changed in this language; a row without cells is one that is not there.
bool differs(const sheet::Sheet& sheet, const sheet::Row& one, const sheet::Row& other,
             std::initializer_list<const char*> columns, const Language& language)
{
    static const Text::Wording nothing;
    const auto wording = [&](const sheet::Row& row, const char* column) -> const Text::Wording& {
        const auto* found = row.cells.empty() ? nullptr : sheet.text(row, column).in(language);
        return found ? *found : nothing;
    };
    return std::any_of(columns.begin(), columns.end(), [&](const char* column) {
        return !(wording(one, column) == wording(other, column));
    });
}

std::string free_key(const std::vector<Report>& reports, const std::string& base)
{
    for (int n = 1;; ++n) {
        const auto key = n == 1 ? base : fmt::format("{}-{}", base, n);
        if (std::none_of(reports.begin(), reports.end(),
                         [&](const Report& one) { return one.key == key; }))
            return key;
    }
}

}  // namespace

std::vector<Report> reports_of(store::Session& session, const forum::Forum& forum)
{
    std::vector<Report> reports;
    for (auto& row : sheet::rows_of(session, report_sheet(), forum.id))
        reports.push_back(report_from(forum, std::move(row)));
    const auto& sheet = section_sheet();
    for (auto& row : sheet::rows_of(session, sheet, forum.id)) {
        const auto& key = sheet.words(row.row, "report");
        const auto owner = std::find_if(reports.begin(), reports.end(),
                                        [&](const Report& one) { return one.key == key; });
        if (owner != reports.end())
            owner->sections.push_back(
                {static_cast<int>(sheet.number(row.row, "number").value_or(0)),
                 sheet.text(row.row, "body"), std::move(row)});
    }
    return reports;
}

Result<Report> load(web::Desk& desk, web::Of<Report>)
{
    const auto forum = load(desk, web::Of<forum::Forum>{});
    if (!forum)
        return forum.refusal();
    for (auto& report : reports_of(desk.session(), *forum))
        if (report.key == desk.at("report") && (report.published || desk.may(web::secretariat)))
            return std::move(report);
    return missing("no-such-report",
                   "There is no such report of this forum, or it is not published.");
}

Text typed_over(Text text, const Language& language, const std::string& words)
{
    const auto* was = text.in(language);
    if (was && was->shown() == words)
        return text;
    if (words.empty() || !was || was->corrected.empty())
        text.set(language, {words, {}});
    else
        text.set(language, {was->verbatim, words == was->verbatim ? std::string{} : words});
    return text;
}

Result<std::int64_t> save_head(web::Desk& desk, const Report& report, const Language& language,
                               const Head& head, std::int64_t version)
{
    const auto& sheet = report_sheet();
    if (version != report.row.version) {
        const auto seen = row_at_version(desk.session(), sheet, report.row.id, version);
        if (!seen ||
            differs(sheet, *seen, report.row.row, {"title", "mission_group", "reporter"},
                    language) ||
            sheet.words(*seen, "action") != report.action)
            return changed_meanwhile("title");
    }
    auto row = report.row.row;
    const auto type = [&](const char* column, const Text& was,
                          const std::optional<std::string>& words) {
        if (words)
            set_text(row.cells[sheet.at(column)], typed_over(was, language, *words));
    };
    type("title", report.title, head.title);
    type("mission_group", report.mission_group, head.mission_group);
    type("reporter", report.reporter, head.reporter);
    if (head.action)
        row.cells[sheet.at("action")] = *head.action;
    return write_row(desk, report, sheet, report.row, row, sheet::Origin::edit);
}

Result<std::int64_t> save_section(web::Desk& desk, const Report& report, int number,
                                  const Language& language, const std::string& words,
                                  std::int64_t version)
{
    const auto* section = report.section(number);
    if (version != report.version_of(number)) {
        const auto seen =
            section ? row_at_version(desk.session(), section_sheet(), section->row.id, version)
                    : std::optional<sheet::Row>{};
        if (!section || (version > 0 && !seen) ||
            differs(section_sheet(), seen.value_or(sheet::Row{}), section->row.row, {"body"},
                    language))
            return changed_meanwhile("body");
    }
    return write_body(desk, report, number, typed_over(report.body_of(number), language, words),
                      sheet::Origin::edit);
}

Result<std::int64_t> publish(web::Desk& desk, const Report& report, bool published)
{
    auto row = report.row.row;
    auto& cell = row.cells[report_sheet().at("published")];
    if (published)
        cell = std::string("yes");
    else
        cell = sheet::Cell{};
    return write_row(desk, report, report_sheet(), report.row, row, sheet::Origin::edit);
}

Result<std::string> start(web::Desk& desk, const forum::Forum& forum, const std::string& form,
                          const std::string& edition)
{
    const auto found = find_template(form);
    if (!found)
        return found.refusal();
    const auto& sheet = report_sheet();
    const auto facts = load_facts(desk.session(), forum.id);
    const auto others = reports_of(desk.session(), forum);
    Report report;
    report.forum = forum;
    report.key = free_key(others, (edition.empty() ? forum.slug : edition) + "-report");
    for (const auto& language : (*found)->languages)
        report.title.set(language, {title_of(**found, facts, edition, language), {}});
    if (report.title.empty())
        report.title = facts.forum;
    sheet::Row row{report.key, std::vector<sheet::Cell>(sheet.columns.size())};
    row.cells[sheet.at("template")] = form;
    if (!edition.empty())
        row.cells[sheet.at("edition")] = edition;
    row.cells[sheet.at("action")] = std::string("information");
    row.cells[sheet.at("title")] = report.title;
    const auto position = others.empty() ? 1 : others.back().row.position + 1;
    const auto made =
        write_row(desk, report, sheet, {0, 0, position, {}}, row, sheet::Origin::edit);
    if (!made)
        return made.refusal();
    return report.key;
}

Result<std::int64_t> restore(web::Desk& desk, const Report& report, const Version& version)
{
    if (version.section > 0) {
        const auto& sheet = section_sheet();
        return write_body(desk, report, version.section,
                          version.became ? sheet.text(*version.became, "body") : Text{},
                          sheet::Origin::undo);
    }
    const auto& sheet = report_sheet();
    auto row = report.row.row;
    if (version.became)
        for (const auto* column : {"title", "mission_group", "reporter", "action"})
            row.cells[sheet.at(column)] = version.became->cells[sheet.at(column)];
    return write_row(desk, report, sheet, report.row, row, sheet::Origin::undo);
}

}  // namespace sala::report
