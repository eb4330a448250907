// SPDX-License-Identifier: Apache-2.0

#include "sheet/revision.hpp"

#include "base/json.hpp"
#include "sheet/called_here.hpp"

namespace sala::sheet {

namespace {

std::string origin_word(Origin origin)
{
    return origin == Origin::import ? "import" : origin == Origin::edit ? "edit" : "undo";
}

std::string kept(const Sheet& sheet, const Row* row)
{
    return row ? row_json(sheet, *row) : std::string{};
}

}  // namespace

void keep_revision(store::Session& session, const Sheet& sheet, const Revised& revised,
                   const Change& change)
{
    session.run(
        "INSERT INTO revision (id, forum, sheet, row_id, version, origin, login, at, was, became) "
        "VALUES (:id, :forum, :sheet, :row, :version, :origin, :login, :at, :was, :became)",
        change.numbering->next(change.at.milliseconds()), change.forum, sheet.name, revised.row_id,
        revised.version, origin_word(change.origin), change.login, change.at,
        kept(sheet, revised.was), kept(sheet, revised.became));
}

std::int64_t newest_edit(store::Session& session, std::int64_t forum)
{
    const auto newest = session.find<std::optional<std::int64_t>>(
        "SELECT MAX(r.id) FROM revision r WHERE r.origin <> 'import' AND (r.forum = :forum OR "
        "EXISTS (SELECT 1 FROM listing l WHERE l.forum = :same AND l.sheet = r.sheet AND "
        "l.row_id = r.row_id))",
        forum, forum);
    return newest ? std::get<0>(*newest).value_or(0) : 0;
}

Instant last_change(store::Session& session, std::int64_t forum)
{
    const auto last = session.find<std::int64_t>(
        "SELECT at FROM revision WHERE forum = :forum ORDER BY id DESC LIMIT 1", forum);
    return Instant{last ? std::get<0>(*last) : 0};
}

Edits edits_for_import(store::Session& session, std::int64_t forum)
{
    Edits edits;
    // A listing holds rows of the directory alone, whichever forum lists them.
    for (const auto& [sheet, row, id] : session.select<std::string, std::int64_t, std::int64_t>(
             "SELECT r.sheet, r.row_id, MAX(r.id) FROM revision r WHERE r.origin <> 'import' AND "
             "(r.forum = :forum OR EXISTS (SELECT 1 FROM listing l WHERE l.sheet = r.sheet AND "
             "l.row_id = r.row_id)) GROUP BY r.sheet, r.row_id",
             forum))
        edits[sheet][row] = id;
    return edits;
}

std::vector<Revision> history_of(store::Session& session, const Sheet& sheet, std::int64_t row_id)
{
    std::vector<Revision> history;
    for (const auto& [id, version, origin, by, at, was, became] :
         session.select<std::int64_t, std::int64_t, std::string, std::optional<std::string>,
                        std::int64_t, std::string, std::string>(
             "SELECT r.id, r.version, r.origin, " + called_here("r.login", "r.forum") +
                 ", r.at, r.was, r.became FROM revision r "
                 "WHERE r.sheet = :sheet AND r.row_id = :row ORDER "
                 "BY r.id DESC",
             sheet.name, row_id))
        history.push_back({id, version,
                           origin == "import" ? Origin::import
                           : origin == "edit" ? Origin::edit
                                              : Origin::undo,
                           by.value_or(""), Instant{at}, read_row_json(sheet, was),
                           read_row_json(sheet, became)});
    return history;
}

std::string row_json(const Sheet& sheet, const Row& row)
{
    auto json = Json::object({{"key", row.key}});
    for (std::size_t i = 0; i < sheet.columns.size(); ++i) {
        const auto& cell = row.cells[i];
        if (const auto* text = std::get_if<Text>(&cell)) {
            if (!text->empty())
                json.set(sheet.columns[i].name, *Json::read(text->canonical_json()));
        } else if (const auto* number = std::get_if<std::int64_t>(&cell)) {
            json.set(sheet.columns[i].name, *number);
        } else if (const auto* words = std::get_if<std::string>(&cell)) {
            if (!words->empty())
                json.set(sheet.columns[i].name, *words);
        }
    }
    return json.write();
}

std::optional<Row> read_row_json(const Sheet& sheet, const std::string& json)
{
    if (json.empty())
        return std::nullopt;
    const auto must = [&](bool readable) {
        if (!readable)
            throw Fault("a revision of sheet " + sheet.name + " is not readable");
    };
    const auto read = Json::read(json);
    must(read.has_value());
    Row row{(*read)["key"].string(), {}};
    for (const auto& column : sheet.columns) {
        const auto& cell = (*read)[column.name];
        if (cell.is_object()) {
            auto text = Text::read(cell.write());
            must(text.has_value());
            row.cells.emplace_back(*std::move(text));
        } else if (cell.is_string())
            row.cells.emplace_back(cell.string());
        else if (!cell.is_null())
            row.cells.emplace_back(cell.integer());
        else
            row.cells.emplace_back();
    }
    return row;
}

}  // namespace sala::sheet
