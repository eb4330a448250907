// SPDX-License-Identifier: Apache-2.0
//
// One organisation at a forum: what it belongs to, who comes, what it hosts, and when it speaks.

#include "programme/show_organisation.view.hpp"

#include "forum/forum_store.hpp"

#include <algorithm>

namespace sala::programme {

using forum::Forum;

static Result<web::Reply> show(web::Desk& desk, const Forum& forum);

web::Verb show_organisation()
{
    return {.path = "GET /{forum}/organisations/{organisation}",
            .allow = web::anyone,
            .run = web::on<Forum>(show),
            .summary = "An organisation at a forum"};
}

Result<web::Reply> show(web::Desk& desk, const Forum& forum)
{
    const WhoComes who(desk.session(), forum);
    const auto* row = who.organisations().find(desk.at("organisation"));
    if (!row)
        return missing("no-such-organisation", "This organisation is not part of the forum. Its "
                                               "organisations are on the page “Organisations”.");
    const auto one = organisation_of(who, *row);
    const auto programme = programme_for(desk, forum);
    // A city government's delegation speaks for the city and is listed there, too.
    const auto found = speeches(*programme, [&](const Intervention& speech) {
        return std::any_of(one.delegations.begin(), one.delegations.end(),
                           [&](const auto& delegation) {
                               return delegation.key == speech.speaker.delegation_key;
                           });
    });
    if (desk.wants(web::Format::json))
        return desk.show(to_json(forum, one, found));
    auto page = organisation_page({desk.reader(), *programme, forum.address()}, one, found);
    page.frame = forum::forum_frame(desk, forum, "cities");
    return desk.show(std::move(page));
}

}  // namespace sala::programme
