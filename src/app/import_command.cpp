// SPDX-License-Identifier: Apache-2.0
//
// Opens a forum from files, or says everything that is wrong with them.

#include "app/commands.hpp"
#include "app/import_progress.hpp"
#include "app/program.hpp"
#include "document/temporary_folder.hpp"
#include "forum/shared_rows.hpp"
#include "programme/open_forum.hpp"
#include "programme/schedule_files.hpp"
#include "web/act.hpp"

#include <fmt/format.h>

#include <filesystem>
#include <fstream>
#include <optional>
#include <sstream>

namespace sala::app {

namespace {

namespace fs = std::filesystem;

struct Given {
    sheet::FilesRead read;
    std::vector<document::Adjustment> adjustments;
    bool schedule = false;
};

std::string bytes_of(const std::string& path)
{
    std::ifstream in(path, std::ios::binary);
    if (!in)
        throw Fault(path + " cannot be read");
    std::ostringstream bytes;
    bytes << in.rdbuf();
    return std::move(bytes).str();
}

Result<Given> read_given(const std::string& path)
{
    if (fs::is_directory(path))
        return Given{sheet::read_folder(path), {}};
    if (!fs::exists(path))
        throw Fault(path.empty() ? "The path is empty. Name a folder with forum.toml, a workbook "
                                   "(.xlsx) or a schedule (.xml)."
                                 : path + " is not there");
    const auto extension = fs::path(path).extension();
    if (extension == ".csv")
        return invalid("path", "sheet-alone",
                       "One sheet does not say which forum it belongs to. Put it into a folder "
                       "with forum.toml and name the folder, or send it on the import page of the "
                       "forum.");
    if (extension == ".ics")
        return invalid("path", "calendar-not-taken",
                       "This is a calendar file. We write calendars but do not read them. Name a "
                       "folder with forum.toml, a workbook (.xlsx) or a schedule (.xml).");
    if (extension == ".xml") {
        const auto schedule = document::read_schedule_xml(bytes_of(path));
        if (!schedule)
            return schedule.refusal();
        return Given{programme::files_from_schedule(schedule->schedule), schedule->adjustments,
                     true};
    }
    if (extension != ".xlsx")
        return invalid("path", "unknown-kind",
                       "This is neither a folder with forum.toml, nor a workbook (.xlsx), nor a "
                       "schedule (.xml).");
    auto book = sheet::read_workbook_bytes(bytes_of(path));
    if (!book)
        return book.refusal();
    return Given{*std::move(book), {}};
}

void print_problems(const std::vector<sheet::Problem>& problems)
{
    fmt::print(stderr, "Nothing was imported. {} to mend:\n",
               problems.size() == 1 ? "One thing" : fmt::format("{} things", problems.size()));
    for (const auto& problem : problems) {
        auto where = problem.sheet;
        if (problem.line > 0)
            where += fmt::format(", row {}", problem.line);
        if (!problem.column.empty())
            where += ", column " + problem.column;
        fmt::print(stderr, "  {}: {}\n", where, problem.sentence.english());
    }
}

void print_outcome(const ImportCommand& command, const programme::Opened& opened)
{
    const auto& outcome = opened.outcome;
    fmt::print("{}{}: {} added, {} changed, {} as before.\n",
               command.dry_run ? "Would import " : "Imported ", outcome.slug, outcome.added.size(),
               outcome.changed.size(), outcome.same);
    for (const auto& row : outcome.changed)
        fmt::print("  changed  {} {} ({})\n", row.sheet, row.key, fmt::join(row.columns, ", "));
    for (const auto& row : outcome.missing)
        fmt::print("  {}  {} {}\n",
                   !command.prune    ? "kept, though not in the files:"
                   : command.dry_run ? "would be removed"
                                     : "removed",
                   row.sheet, row.key);
    if (opened.released > 0)
        fmt::print("  {} as number {}, “Imported”\n",
                   command.dry_run ? "would be released" : "released", opened.released);
    if (opened.without_days)
        fmt::print("  {} a draft: the programme has no day yet, so there is nothing to release\n",
                   command.dry_run ? "would stay" : "stays");
}

// A trial works on a copy, so that it changes nothing, not even the version of an older store.
std::string copy_of(const std::string& database, const document::TemporaryFolder& folder)
{
    auto copy = folder / "trial.db";
    if (const auto store = store::Store::find(database))
        store->back_up(copy);
    return copy;
}

// Whoever holds the file of the store has no login; that it was done from the command line stands
// among the acts like everything else.
void record(store::Session& session, const programme::Opened& opened, Program& program)
{
    const auto now = clock_now();
    auto addresses =
        forum::addresses_elsewhere(session, opened.outcome.forum, opened.outcome.changed);
    addresses.push_back("/" + opened.outcome.slug + "/import");
    for (const auto& address : addresses)
        web::insert(session, {Id<web::Act>(program.numbering->next(now.milliseconds())),
                              opened.outcome.new_forum ? "open_new_forum" : "import_sheets",
                              address,
                              {},
                              "",
                              "sala import",
                              now});
}

programme::Opened open_forum(const ImportCommand& command, const Given& given)
{
    std::optional<document::TemporaryFolder> folder;
    if (command.dry_run)
        folder.emplace();
    Program program(folder ? copy_of(command.database, *folder) : command.database);
    programme::Opened opened;
    ImportProgress progress(command.dry_run ? "Looked at" : "Imported",
                            standard_error_is_terminal());
    program.store->write([&](store::Session& session) {
        opened = programme::open_from_files(
            session, given.read, 0,
            {.draft = command.draft,
             .prune = command.prune,
             .at = clock_now(),
             .numbering = program.numbering.get(),
             .keeper = {.server = true},
             .schedule = given.schedule,
             .progress = [&](std::size_t done, std::size_t of) { progress.row(done, of); }});
        const bool changed =
            opened.problems.empty() && !command.dry_run &&
            (opened.outcome.changed_anything(command.prune) || opened.released > 0);
        if (changed)
            record(session, opened, program);
        return changed;
    });
    return opened;
}

}  // namespace

int run(const ImportCommand& command)
{
    const auto given = read_given(command.path);
    if (!given) {
        fmt::print(stderr, "{}: {}\n", command.path, given.refusal().sentence.english());
        return 1;
    }
    for (const auto& adjustment : given->adjustments)
        fmt::print("  adjusted  {}{}: {}\n", adjustment.where.english(),
                   adjustment.count > 1 ? fmt::format(" and {} more", adjustment.count - 1) : "",
                   adjustment.sentence.english());
    for (const auto& name : given->read.not_read)
        fmt::print("  not read  {}: the sheets of a folder are called such as rooms.csv\n", name);
    // A refused import leaves no empty store where none was, perhaps under a mistyped name.
    if (!command.dry_run && !store::Store::find(command.database)) {
        auto trial = command;
        trial.dry_run = true;
        if (const auto tried = open_forum(trial, *given); !tried.problems.empty()) {
            print_problems(tried.problems);
            return 1;
        }
    }
    const auto opened = open_forum(command, *given);
    if (!opened.problems.empty()) {
        print_problems(opened.problems);
        return 1;
    }
    print_outcome(command, opened);
    return 0;
}

}  // namespace sala::app
