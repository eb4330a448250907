// SPDX-License-Identifier: Apache-2.0
//
// Somebody who is registered comes to their own place: they ask for a link that shows whose the
// address is, say who they are, and then see and change what is known of them.

#include "registration/ask_person.hpp"
#include "registration/kept_registrations.hpp"
#include "registration/own.view.hpp"

namespace sala::registration {

static Result<web::Reply> show(web::Desk& desk, const OwnPlace& place);

web::Verb show_own_registration()
{
    return {.path = "GET /{forum}/mine", .allow = web::anyone, .run = web::on<OwnPlace>(show)};
}

static OwnPage own_page_with(web::Desk& desk, const forum::Forum& forum, const Registered& one)
{
    auto& session = desk.session();
    const auto id = one.registration.id();
    const auto status = one.registration.status();
    const auto questions = questions_at(session, forum.id);
    const auto answers = answers_of(session, forum.id, id);
    const auto delegations = delegations_at(session, forum.id);
    OwnPage page{.person = {.one = one,
                            .categories = categories_at(session, forum.id),
                            .asked = asked_of(questions, one.particulars["category"],
                                              one.counts_as(), answers),
                            .acts = acts_of(session, forum.id, id),
                            .answers = answers,
                            .wish = open_wish(session, forum.id, id),
                            .alike = {},
                            .photo = {}}};
    const bool open = status == Status::draft || status == Status::returned;
    page.person.closed = !open && rules_at(session, forum.id).closed(desk.now(), forum.zone);
    for (const auto& [person, address] : photo_addresses(session, forum.id, {id}))
        page.person.photo = address;
    page.delegation =
        part_words(desk.reader(), delegations, one.registration.delegation().number());
    page.letters = own_letters(session, forum.id, desk.visitor().login, id);
    page.badge = badge_printed_at(session, forum.id, id);
    page.person.asked_for = wishes_of(session, forum.id, id);
    page.person.over = forgets_visas(session, forum.id, desk.now());
    page.kept = form_shown(one, answers, page.person.closed ? page.person.wish : std::nullopt);
    return page;
}

static web::Reply show_claimable(web::Desk& desk, const forum::Forum& forum)
{
    const auto shown = address_is_shown(desk);
    const auto people = shown ? claimable_by(desk.session(), forum.id, desk.visitor().login)
                              : std::vector<Registered>{};
    if (!desk.wants(web::Format::json))
        return desk.show(
            claim_page(desk, forum, delegations_at(desk.session(), forum.id), people, shown));
    return desk.show(claimable_json(people));
}

Result<web::Reply> show(web::Desk& desk, const OwnPlace& place)
{
    const auto& forum = place.forum;
    if (!desk.visitor().signed_in() || desk.visitor().by_token) {
        auto reply = desk.wants(web::Format::json) ? desk.show(Json::object({{"claimed", false}}))
                                                   : desk.go(own_address(forum) + "/letter");
        return reply.with("Cache-Control", "no-store");
    }
    const auto one = own_registration(desk.session(), forum.id, desk.visitor().login);
    if (!one && one.refusal().kind != Refusal::missing)
        return one.refusal();
    if (!one)
        return show_claimable(desk, forum).with("Cache-Control", "no-store");
    const auto page = own_page_with(desk, forum, *one);
    if (!desk.typed())
        desk.comes_back(&page.kept, desk.refusals());
    auto reply = desk.wants(web::Format::json) ? desk.show(own_json(page))
                                               : desk.show(own_page(desk, forum, page));
    return reply.with("Cache-Control", "no-store");
}

}  // namespace sala::registration
