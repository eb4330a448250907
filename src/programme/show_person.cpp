// SPDX-License-Identifier: Apache-2.0
//
// One person at a forum: posts, delegation, and when they speak.

#include "programme/show_person.view.hpp"

#include "forum/forum_store.hpp"

namespace sala::programme {

using forum::Forum;

static Result<web::Reply> show(web::Desk& desk, const Forum& forum);

web::Verb show_person()
{
    return {.path = "GET /{forum}/people/{person}",
            .allow = web::anyone,
            .run = web::on<Forum>(show),
            .summary = "A person at a forum: posts, delegation, interventions"};
}

Result<web::Reply> show(web::Desk& desk, const Forum& forum)
{
    const auto person = person_at(desk.session(), forum.id, desk.at("person"));
    if (!person)
        return missing(
            "no-such-person",
            "Nobody by this name takes part in this forum. Its people are found from its cities.");
    const auto programme = programme_for(desk, forum);
    const auto found = speeches(
        *programme, [&](const Intervention& one) { return one.speaker.person_key == person->key; });
    if (desk.wants(web::Format::json))
        return desk.show(to_json(forum, *person, found));
    auto page = person_page({desk.reader(), *programme, forum.address()}, *person, found);
    page.frame = forum::forum_frame(desk, forum, "cities");
    return desk.show(std::move(page));
}

}  // namespace sala::programme
