// SPDX-License-Identifier: Apache-2.0
//
// Sheets go into a forum, all or nothing; or they are only tried, and nothing is kept.
//
// The public sees changed names at once and a changed programme with the next release; a forum
// without one gets its first, unless it is to stay a draft. A row that somebody edited in a browser
// after the sheets were exported is listed and not overwritten.

#include "forum/shared_rows.hpp"
#include "programme/import.view.hpp"
#include "programme/programme_store.hpp"

namespace sala::programme {

static Result<web::Reply> import(web::Desk& desk, const forum::Forum& forum, const web::Form& form);

web::Verb import_sheets()
{
    return {.path = "POST /{forum}/import",
            .allow = web::secretariat,
            .form = {web::file("file", tr("File")),
                     web::tick("prune", tr("Take rows away that are not in the file")),
                     web::tick("draft", tr("Keep the forum as a draft")),
                     web::choice("what", tr("What to do"),
                                 {{"import", tr("Import")},
                                  {"check", tr("Check only")},
                                  {"annotate", tr("Download it with marks")}})
                         .optional()},
            .run = web::on<forum::Forum>(import),
            .prepare = [](const web::BeforeTurn& before) {
                return std::any(read_upload(before.form, false));
            }};
}

static Result<web::Reply> marked(web::Desk& desk, const UploadedFiles& files, const Opened& opened)
{
    const auto book = marked_workbook(files, opened.problems, desk.reader(), desk.now());
    if (!book)
        return book.refusal();
    return desk.download(std::string(web::media_type(web::Format::xlsx)), "marked.xlsx", *book);
}

Result<web::Reply> import(web::Desk& desk, const forum::Forum& forum, const web::Form& form)
{
    const auto& files = desk.prepared<Result<UploadedFiles>>();
    if (!files)
        return files.refusal();
    if (const auto here = belong_to(*files, forum); !here)
        return here.refusal();
    const bool pruned = form.ticked("prune");
    ImportTicks ticked{pruned, {}};
    if (!newest_release(desk.session(), forum.id))
        ticked.draft = form.ticked("draft");
    const auto opened = open_from_files(desk.session(), files->read, forum.id,
                                        {.draft = form.ticked("draft"),
                                         .prune = pruned,
                                         .login = desk.visitor().login.number(),
                                         .at = desk.now(),
                                         .numbering = desk.house().numbering,
                                         .keeper = forum::keeper_at(desk, forum)});
    const bool kept = opened.problems.empty() && (form["what"].empty() || form["what"] == "import");
    // What changed nothing is no act either.
    if (kept && (opened.outcome.changed_anything(pruned) || opened.released != 0)) {
        desk.again("forum:" + forum.slug);
        forum::note_elsewhere(desk, forum, "import_sheets", opened.outcome.changed);
    } else {
        desk.keep_nothing();
    }
    if (form["what"] == "annotate")
        return marked(desk, *files, opened);
    auto reply = desk.wants(web::Format::json)
                     ? desk.show(import_json(opened, files->adjustments, kept))
                     : desk.show(import_page(
                           desk, forum, import_result(desk.reader(), opened, pruned, kept), ticked,
                           opened.problems.empty() ? web::Html{} : annotate_form(desk)));
    if (!opened.problems.empty())
        reply.status = 422;
    return reply;
}

}  // namespace sala::programme
