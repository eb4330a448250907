// SPDX-License-Identifier: Apache-2.0
//
// A forum begins: from a file, and then the public sees it at once, unless it is to stay a draft;
// or as a draft, from the template, after the pattern of another forum, or blank.

#include "programme/forum_template.hpp"
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

static Opened opened_with(web::Desk& desk, const sheet::FilesRead& read, bool draft)
{
    return open_from_files(desk.session(), read, 0,
                           {.draft = draft,
                            .login = desk.visitor().login.number(),
                            .at = desk.now(),
                            .numbering = desk.house().numbering});
}

static Result<web::Reply> open_from_upload(web::Desk& desk, const web::Form& form)
{
    const auto& files = desk.prepared<Result<UploadedFiles>>();
    if (!files)
        return files.refusal();
    if (const auto& own = files->read.files.forum;
        own && sheet::forum_id(desk.session(), own->row.key)) {
        auto taken =
            conflict("slug-taken",
                     "There is a forum at /{value} already. Use its own import page to change it.",
                     {{"value", own->row.key}});
        taken.field = "file";
        return taken;
    }
    const auto opened = opened_with(desk, files->read, form.ticked("draft"));
    const bool kept = opened.problems.empty() && form["what"] != "check";
    if (!kept)
        desk.keep_nothing();
    const auto& reader = desk.reader();
    const auto above =
        opened.problems.empty()
            ? html(
                  reader, "<div class=\"note\" data-is=\"agreed\" role=\"status\"><h2>",
                  !kept                  ? tr("This would be opened")
                  : opened.released != 0 ? tr("The forum is open and published")
                                         : tr("The forum is open as a draft"),
                  "</h2><p>",
                  kept
                      ? html(reader, "<a href=\"/", opened.outcome.slug, "/desk\">",
                             tr("Go to its desk"), "</a>")
                      : html(reader,
                             tr("No problems. Choose the file again and press “Open this forum”.")),
                  "</p></div>\n", outcome_lists(reader, opened.outcome, false),
                  adjustment_list(reader, files->adjustments))
            : html(reader, "<div class=\"note\" data-is=\"conflict\" role=\"alert\"><h2>",
                   tr("Nothing was opened"), "</h2><p>",
                   tr("Mend these problems and send the file again."), "</p></div>\n",
                   problem_table(reader, opened.problems));
    auto reply =
        desk.wants(web::Format::json)
            ? desk.show(import_json(opened, files->adjustments, kept))
            : desk.show(new_forum_page(
                  desk, {{}, {}, forum::all_forums(desk.session(), true), form.ticked("draft")},
                  above));
    if (!opened.problems.empty())
        reply.status = 422;
    return reply;
}

static Result<web::Reply> open_typed(web::Desk& desk, const web::Form& form)
{
    auto typed = typed_forum(desk.session(), form);
    if (!typed)
        return typed.refusal();
    auto read = *std::move(typed);
    if (form["way"] == "pattern") {
        const auto other = sheet::forum_id(desk.session(), form["pattern"]);
        if (!other)
            return invalid("", "no-such-pattern",
                           "There is no forum “{value}” to take as a pattern.",
                           {{"value", form["pattern"]}});
        read = after_pattern_of(desk.session(), *other, std::move(read));
    }
    if (form["way"] == "template") {
        auto laid_out = from_template(std::move(read));
        if (!laid_out)
            return laid_out.refusal();
        read = *std::move(laid_out);
    }
    const auto opened = opened_with(desk, read, true);
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
