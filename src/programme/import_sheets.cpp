// SPDX-License-Identifier: Apache-2.0
//
// Sheets go into a forum, all or nothing; or they are only tried, and nothing is kept.
//
// The public sees changed names at once and a changed programme with the next release; a forum
// without one gets its first, unless it is to stay a draft. A row that somebody edited in a browser
// after the sheets were exported is listed and not overwritten.

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

static Allowed belongs_here(const forum::Forum& forum, const UploadedFiles& files)
{
    const auto& own = files.read.files.forum;
    if (own && own->row.key != forum.slug)
        return invalid("file", "another-forum",
                       "These sheets belong to the forum “{slug}”, not to this one. Open that "
                       "forum's import, or take the "
                       "sheet “forum” out of the workbook.",
                       {{"slug", own->row.key}});
    return allowed();
}

static Result<web::Reply> annotated(web::Desk& desk, const UploadedFiles& files,
                                    const Opened& opened)
{
    auto read = files.read;
    read.problems = opened.problems;
    const auto book = sheet::annotated_workbook(
        read, [&](const Sentence& sentence) { return desk.reader().say(sentence); }, desk.now());
    if (!book)
        return book.refusal();
    return desk.download(std::string(web::media_type(web::Format::xlsx)), "marked.xlsx", *book);
}

static web::Html came_of_it(const web::Desk& desk, const Opened& opened, bool pruned, bool kept)
{
    const auto& reader = desk.reader();
    if (!opened.problems.empty())
        return html(reader, "<div class=\"note\" data-is=\"conflict\" role=\"alert\"><h2>",
                    tr("Nothing was imported"), "</h2><p>",
                    tr("Mend these problems and send the file again."), "</p></div>\n",
                    problem_table(reader, opened.problems));
    const bool changed = opened.outcome.changed_anything(pruned) || opened.released != 0;
    const auto title = !kept     ? tr("This would be imported")
                       : changed ? tr("Imported")
                                 : tr("Nothing had changed");
    const auto then = !kept ? tr("No problems. Choose the file again and press Import to keep it.")
                      : opened.released != 0
                          ? tr("The programme is published as a first release called “Imported”.")
                      : changed
                          ? tr("A changed programme is shown to the public with the next release.")
                          : tr("Every row of the file is in the forum already.");
    return html(reader, "<div class=\"note\" data-is=\"agreed\" role=\"status\"><h2>", title,
                "</h2><p>", then, "</p></div>\n", outcome_lists(reader, opened.outcome, pruned));
}

Result<web::Reply> import(web::Desk& desk, const forum::Forum& forum, const web::Form& form)
{
    const auto& files = desk.prepared<Result<UploadedFiles>>();
    if (!files)
        return files.refusal();
    if (const auto here = belongs_here(forum, *files); !here)
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
                                         .numbering = desk.house().numbering});
    const bool kept = opened.problems.empty() && (form["what"].empty() || form["what"] == "import");
    // What changed nothing is no act either.
    if (kept && (opened.outcome.changed_anything(pruned) || opened.released != 0))
        desk.again("forum:" + forum.slug);
    else
        desk.keep_nothing();
    if (form["what"] == "annotate")
        return annotated(desk, *files, opened);
    auto reply =
        desk.wants(web::Format::json)
            ? desk.show(import_json(opened, files->adjustments, kept))
            : desk.show(import_page(desk, forum, came_of_it(desk, opened, pruned, kept), ticked,
                                    opened.problems.empty() ? web::Html{} : annotate_form(desk)));
    if (!opened.problems.empty())
        reply.status = 422;
    return reply;
}

}  // namespace sala::programme
