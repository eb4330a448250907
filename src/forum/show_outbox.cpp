// SPDX-License-Identifier: Apache-2.0
//
// The letters of a forum: those that wait for somebody to read them first, then what became of the
// others. Each of the two has its own pages, so that nothing waits behind what has left.

#include "forum/outbox.view.hpp"
#include "mail/letter_pages.hpp"

namespace sala::forum {

static Result<web::Reply> show(web::Desk& desk, const Forum& forum);

web::Verb show_outbox()
{
    return {.path = "GET /{forum}/outbox",
            .allow = web::secretariat,
            .query = {{.name = "part",
                       .meaning = "Only those that wait to be read, or only the others.",
                       .words = {"waiting", "dealt-with"}},
                      {"from", "How many letters to leave out before the first."}},
            .run = web::on<Forum>(show)};
}

static LetterList list_of(const web::Desk& desk, const Forum& forum, const std::string& part,
                          mail::Among among, std::size_t from)
{
    LetterList list;
    list.pages = {forum.address() + "/outbox",
                  {{"part", part}},
                  mail::count_of(desk.session(), forum.id, among),
                  from,
                  letters_a_list};
    list.letters =
        mail::page_of(desk.session(), forum.id, among, list.pages.from, list.pages.a_page);
    return list;
}

Result<web::Reply> show(web::Desk& desk, const Forum& forum)
{
    using enum mail::Among;
    const auto part = desk.query("part");
    if (!desk.wants(web::Format::html)) {
        const auto shown = list_of(desk, forum, part,
                                   part == "waiting"      ? waiting
                                   : part == "dealt-with" ? dealt_with
                                                          : all,
                                   web::from_of(desk));
        auto letters = Json::array();
        for (const auto& kept : shown.letters)
            letters.push(letter_json(kept));
        return desk.show(Json::object({{"letters", letters},
                                       {"found", shown.pages.found},
                                       {"next", web::next_json(shown.pages)}}));
    }
    OutboxPage page;
    page.whole = part.empty();
    const auto from = page.whole ? 0 : web::from_of(desk);
    if (part != "dealt-with")
        page.waiting = list_of(desk, forum, "waiting", waiting, from);
    if (part != "waiting")
        page.dealt_with = list_of(desk, forum, "dealt-with", dealt_with, from);
    return desk.show(outbox_page(desk, forum, page));
}

}  // namespace sala::forum
