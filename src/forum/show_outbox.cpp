// SPDX-License-Identifier: Apache-2.0
//
// The letters of a forum: those that wait for somebody to read them first, then what became of the
// others.

#include "forum/letter.view.hpp"

namespace sala::forum {

static Result<web::Reply> show(web::Desk& desk, const Forum& forum);

web::Verb show_outbox()
{
    return {.path = "GET /{forum}/outbox", .allow = web::secretariat, .run = web::on<Forum>(show)};
}

static web::Html letter_table(const web::Reader& reader, const Forum& forum,
                              const Sentence& caption, const std::vector<mail::Kept>& letters)
{
    if (letters.empty())
        return {};
    return html(reader, "<table class=\"fold\"><caption>", caption,
                "</caption><thead><tr><th scope=\"col\">", tr("Letter"), "</th><th scope=\"col\">",
                tr("To"), "</th><th scope=\"col\">", tr("Status"), "</th><th scope=\"col\">",
                tr("Since"), "</th></tr></thead>\n<tbody>",
                each(letters,
                     [&](const mail::Kept& kept) {
                         return html(
                             reader, "<tr><th scope=\"row\"><a href=\"", forum.address(),
                             "/outbox/", kept.id.word(), "\" lang=\"", kept.letter.language.tag(),
                             "\">", kept.letter.subject, "</a></th><td data-th=\"", tr("To"), "\">",
                             recipient(kept.letter), "</td><td data-th=\"", tr("Status"), "\">",
                             letter_state(reader, kept), "</td><td data-th=\"", tr("Since"), "\">",
                             moment(reader, kept.since), "</td></tr>\n");
                     }),
                "</tbody></table>\n");
}

static web::Html empty_outbox(const web::Reader& reader, const Forum& forum)
{
    return html(
        reader, "<div class=\"empty\"><h2>", tr("No letters yet"), "</h2><p>",
        tr("Letters that this server prepares wait here. Nothing leaves before somebody has "
           "read and approved it."),
        "</p><p><a class=\"button\" href=\"", forum.address(), "/desk\">", tr("Go to the desk"),
        "</a></p></div>\n");
}

Result<web::Reply> show(web::Desk& desk, const Forum& forum)
{
    const auto letters = mail::list(desk.session(), forum.id);
    if (desk.wants(web::Format::json)) {
        auto list = Json::array();
        for (const auto& kept : letters)
            list.push(letter_json(kept));
        return desk.show(Json::object({{"letters", list}}));
    }
    std::vector<mail::Kept> waiting;
    std::vector<mail::Kept> others;
    for (const auto& kept : letters)
        (waits_for_a_person(kept) ? waiting : others).push_back(kept);
    const auto& reader = desk.reader();
    auto body =
        html(reader, "<div class=\"stack\">\n<h1>", tr("Outbox"), "</h1>\n<p class=\"lede\">",
             tr("Letters leave only after somebody has read and approved them."), " <a href=\"",
             forum.address(), "/circulars\">", tr("Write to many"), "</a></p>\n",
             no_mail_server(desk), letters.empty() ? empty_outbox(reader, forum) : web::Html{},
             letter_table(reader, forum, tr("Waiting to be read"), waiting),
             when(waiting.size() > 1,
                  [&] {
                      return html(reader, "<p><a class=\"button\" href=\"", forum.address(),
                                  "/outbox/many\">", tr("Read and approve several"), "</a></p>\n");
                  }),
             letter_table(reader, forum, tr("Dealt with"), others), "</div>\n");
    return desk.show({.title = tab_title(reader, forum, reader.say(tr("Outbox"))),
                      .body = std::move(body),
                      .frame = desk_frame(desk, forum, "outbox")});
}

}  // namespace sala::forum
