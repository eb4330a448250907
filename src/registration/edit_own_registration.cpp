// SPDX-License-Identifier: Apache-2.0
//
// Somebody changes their own registration, by the rules of their delegation: what says who comes is
// decided again when it was approved, and after the last day it is a wish.

#include "registration/ask_person.hpp"
#include "registration/own.view.hpp"

namespace sala::registration {

static Result<web::Reply> edit(web::Desk& desk, const OwnPlace& place, const web::Form& form);

web::Verb edit_own_registration()
{
    return {.path = "POST /{forum}/mine",
            .allow = web::signed_in,
            .form = fields_of_registration(),
            .run = web::on<OwnPlace>(edit)};
}

// What was typed, with what the delegation decides as it is, or as it asked for.
static web::Form with_what_stays(web::Desk& desk, web::Form form, const Registered& one)
{
    auto particulars = one.particulars;
    if (const auto wish =
            open_wish(desk.session(), one.registration.forum(), one.registration.id());
        wish && form["wish"] == wish->id.word())
        particulars = with_json(particulars, wish->wanted);
    for (const auto& column : all_particulars())
        if (is_delegations(column.name))
            form.set(column.name, particulars[column.name]);
    return form;
}

Result<web::Reply> edit(web::Desk& desk, const OwnPlace& place, const web::Form& form)
{
    const auto& forum = place.forum;
    auto& session = desk.session();
    const auto one = own_registration(session, forum.id, desk.visitor().login);
    if (!one)
        return one.refusal();
    if (form.number("version") != one->version)
        return stale("changed-meanwhile",
                     "Somebody changed this person after you opened the page. Copy what you typed, "
                     "open the page again and look.");
    std::vector<Refusal> wrong;
    const auto questions = questions_at(session, forum.id);
    const auto typed =
        typed_about(with_what_stays(desk, form, *one), categories_at(session, forum.id), questions,
                    {one->counts_as(), one->particulars["category"]}, wrong);
    if (!wrong.empty())
        return wrong.front();
    const auto rules = rules_at(session, forum.id);
    const auto written = take_typed(desk, *one, typed, questions, Side::delegation,
                                    rules.closed(desk.now(), forum.zone));
    if (!written)
        return written.refusal();
    desk.acts_for("registration/" + one->registration.id().word());
    desk.again("forum:" + forum.slug);
    return desk.go(own_address(forum));
}

}  // namespace sala::registration
