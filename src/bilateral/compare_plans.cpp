// SPDX-License-Identifier: Apache-2.0
//
// The secretariat sees what would change for delegations if the draft were published now.

#include "bilateral/entry.view.hpp"
#include "bilateral/plan.view.hpp"

namespace sala::bilateral {

static Result<web::Reply> compare(web::Desk& desk, const forum::Forum& forum);

web::Verb compare_plans()
{
    return {.path = "GET /{forum}/bilaterals/plan/compare",
            .allow = web::secretariat,
            .run = web::on<forum::Forum>(compare)};
}

static web::Html difference_row(const web::Reader& reader, const std::vector<Known>& all,
                                const Difference& one)
{
    const auto& entry = one.is ? *one.is : *one.was;
    const auto cell = [&](const Released::Entry* there) {
        return there ? html(reader, entry_place(reader, *there)) : html(reader, "–");
    };
    return html(reader, "<tr><th scope=\"row\">", words_of(reader, all, entry.delegations, " – "),
                "</th><td data-th=\"", tr("Published"), "\">", cell(one.was), "</td><td data-th=\"",
                tr("Draft"), "\">", cell(one.is), "</td></tr>\n");
}

static Json entry_json(const Released::Entry* entry, const web::Reader& reader)
{
    return entry ? Json(entry_place(reader, *entry)) : Json();
}

Result<web::Reply> compare(web::Desk& desk, const forum::Forum& forum)
{
    const auto timetable = load_timetable(desk.session(), forum.id, desk.now());
    const auto published = newest_release(desk.session(), forum.id);
    const auto draft = as_release(timetable);
    const auto all = differences(published, draft);
    const auto& reader = desk.reader();
    if (desk.wants(web::Format::json))
        return desk.show(Json::object(
            {{"differences", forum::list_json(all, [&](const Difference& one) {
                  return Json::object({{"meeting", (one.is ? one.is : one.was)->meeting.word()},
                                       {"was", entry_json(one.was, reader)},
                                       {"is", entry_json(one.is, reader)}});
              })}}));
    const auto table = html(
        reader, "<table class=\"fold\"><thead><tr><th scope=\"col\">", tr("Meeting"),
        "</th><th scope=\"col\">", tr("Published"), "</th><th scope=\"col\">", tr("Draft"),
        "</th></tr></thead>\n<tbody>",
        each(all,
             [&](const Difference& one) { return difference_row(reader, timetable.all, one); }),
        "</tbody></table>\n");
    auto body = html(reader, "<h1>", tr("Draft and published timetable"), "</h1>\n<p><a href=\"",
                     plan_address(forum), "\">", tr("Back to the draft"), "</a></p>\n",
                     all.empty() ? html(reader, "<p>", tr("Both are the same."), "</p>\n") : table);
    return desk.show({.title = reader.say(tr("Draft and published timetable")),
                      .body = std::move(body),
                      .frame = forum::desk_frame(desk, forum, "bilaterals")});
}

}  // namespace sala::bilateral
