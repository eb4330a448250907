// SPDX-License-Identifier: Apache-2.0
//
// A forum begins: from a file, and then the public sees it at once, unless it is to stay a draft;
// or as a draft, from the template, after the pattern of another forum, or blank.

#include "programme/new_forum.hpp"
#include "programme/new_forum.view.hpp"

namespace sala::programme {

static Result<web::Reply> open(web::Desk& desk, const web::Form& form);

web::Verb open_new_forum()
{
    return {.path = "POST /forums/new",
            .allow = web::secretariat,
            .run = web::simply(open),
            .any_fields = true,
            .prepare = [](const web::BeforeTurn& before) {
                return before.form["way"] == "file" ? std::any(read_upload(before.form, true))
                                                    : std::any();
            }};
}

// Only the secretariat of the server opens forums, and its rows are every forum's.
static Opened opened_with(web::Desk& desk, const sheet::FilesRead& read, bool draft)
{
    return open_from_files(desk.session(), read, 0,
                           {.draft = draft,
                            .login = desk.visitor().login.number(),
                            .at = desk.now(),
                            .numbering = desk.house().numbering,
                            .keeper = {.server = true}});
}

static Result<web::Reply> open_from_upload(web::Desk& desk, const web::Form& form)
{
    const auto& files = desk.prepared<Result<UploadedFiles>>();
    if (!files)
        return files.refusal();
    if (const auto& own = files->read.files.forum;
        own && sheet::forum_id(desk.session(), own->row.key))
        return Refusal{Refusal::conflict, "file", "slug-taken",
                       tr("There is a forum at /{value} already. Use its own import page to change "
                          "it.",
                          {{"value", own->row.key}})};
    const auto opened = opened_with(desk, files->read, form.ticked("draft"));
    const bool kept = opened.problems.empty() && form["what"] != "check";
    if (!kept)
        desk.keep_nothing();
    auto reply =
        desk.wants(web::Format::json)
            ? desk.show(import_json(opened, files->adjustments, kept))
            : desk.show(new_forum_page(
                  desk, {{}, {}, forum::all_forums(desk.session(), true), form.ticked("draft")},
                  opening_result(desk.reader(), opened, files->adjustments, kept)));
    if (!opened.problems.empty())
        reply.status = 422;
    return reply;
}

static Result<web::Reply> open_typed(web::Desk& desk, const web::Form& form)
{
    const auto read = files_of_new_forum(desk.session(), form);
    if (!read)
        return read.refusal();
    const auto opened = opened_with(desk, *read, true);
    if (!opened.problems.empty()) {
        const auto& first = opened.problems.front();
        return Refusal{Refusal::conflict, "", first.code, first.sentence};
    }
    return desk.go("/" + opened.outcome.slug + "/desk");
}

Result<web::Reply> open(web::Desk& desk, const web::Form& form)
{
    return form["way"] == "file" ? open_from_upload(desk, form) : open_typed(desk, form);
}

}  // namespace sala::programme
