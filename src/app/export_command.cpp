// SPDX-License-Identifier: Apache-2.0
//
// Writes a forum to files: the folder it can be opened from again, or its released programme.

#include "app/commands.hpp"
#include "app/program.hpp"
#include "app/write_out.hpp"
#include "programme/schedule_format.hpp"
#include "sheet/export_folder.hpp"
#include "sheet/import.hpp"
#include "sheet/revision.hpp"

#include <fmt/format.h>

#include <cstdio>
#include <filesystem>
#include <memory>

namespace sala::app {

namespace {

namespace fs = std::filesystem;

int write_programme(const ExportCommand& command, store::Session& session, std::int64_t forum)
{
    const auto release = programme::newest_release(session, forum);
    if (!release) {
        fmt::print(stderr, "{} has no release yet. Release its programme first.\n", command.forum);
        return 1;
    }
    const auto programme = programme::released_programme(session, forum);
    const programme::Published published{release->number, release->name, release->at,
                                         programme::sequences(session, forum, release->number),
                                         command.public_url};
    if (command.format == "ics")
        write_out(command.out, programme::to_calendar(*programme, published, Language::english()));
    else if (command.format == "xml")
        write_out(command.out,
                  programme::to_schedule_xml(*programme, published, Language::english()));
    else
        write_out(command.out, programme::to_json(*programme).write() + "\n");
    return 0;
}

int write_workbook(const ExportCommand& command, store::Session& session, std::int64_t forum)
{
    const auto book = sheet::workbook_bytes(sheet::export_files(session, forum),
                                            sheet::last_change(session, forum));
    if (!book) {
        fmt::print(stderr, "{}\n", book.refusal().sentence.english());
        return 1;
    }
    write_out(command.out, *book);
    return 0;
}

// Nothing is written where nothing is missing: a full disk is when somebody wants their forum out.
std::unique_ptr<store::Store> up_to_date(const std::string& database)
{
    if (existing_store(database)->steps_missing() > 0)
        const Program brings_it_there(existing_store(database));
    return existing_store(database);
}

}  // namespace

int run(const ExportCommand& command)
{
    if (command.format == "forum" && command.out == "-") {
        fmt::print(stderr, "A folder of files cannot go to standard output. Name a folder.\n");
        return 2;
    }
    const auto store = up_to_date(command.database);
    int result = 0;
    store->read([&](store::Session& session) {
        const auto forum = sheet::forum_id(session, command.forum);
        if (!forum) {
            fmt::print(stderr, "There is no forum “{}” in {}.\n", command.forum,
                       without_password(command.database));
            result = 1;
            return;
        }
        if (command.format == "forum") {
            if (fs::exists(command.out) && !fs::is_directory(command.out))
                throw Fault(command.out + " is a file. Name a folder.");
            if (const auto why = sheet::why_not_into(command.out, command.forum)) {
                fmt::print(stderr, "{}\n", *why);
                result = 1;
                return;
            }
            sheet::write_folder(command.out, sheet::export_files(session, *forum));
        } else if (command.format == "xlsx") {
            result = write_workbook(command, session, *forum);
        } else {
            result = write_programme(command, session, *forum);
        }
    });
    return result;
}

}  // namespace sala::app
