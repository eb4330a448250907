// SPDX-License-Identifier: Apache-2.0
//
// Somebody is given a role at a forum, for all of it or for one part. Who has no login yet gets
// one, and a letter is prepared that tells them; what they may do begins at once. Those who speak
// for the delegation it is for are told as well.

#include "forum/given_name.hpp"
#include "forum/letter_for_role.hpp"
#include "forum/role_letter.hpp"
#include "forum/show_roles.view.hpp"
#include "web/login_store.hpp"

namespace sala::forum {

static Result<web::Reply> grant(web::Desk& desk, const Forum& forum, const web::Form& form);

web::Verb grant_role()
{
    return {.path = "POST /{forum}/roles",
            .allow = web::secretariat,
            .form = fields_of_grant(),
            .run = web::on<Forum>(grant)};
}

// The parts that were chosen, by number. A key that the forum does not have is refused.
static Result<web::Limits> limits_of(const Parts& parts, const web::Form& form)
{
    web::Limits limits;
    const std::pair<const char*, const std::vector<Part>*> kinds[] = {
        {"delegation", &parts.delegations},
        {"body", &parts.bodies},
        {"category", &parts.categories}};
    for (const auto& [kind, choices] : kinds) {
        const auto& key = form[kind];
        if (key.empty())
            continue;
        const auto found = std::find_if(choices->begin(), choices->end(),
                                        [&](const Part& part) { return part.key == key; });
        if (found == choices->end())
            return invalid(kind, "not-a-choice", "“{value}” is not one of the choices.",
                           {{"value", key}});
        limits.emplace(kind, found->number);
    }
    return limits;
}

Result<web::Reply> grant(web::Desk& desk, const Forum& forum, const web::Form& form)
{
    const auto parts = parts_of(desk.session(), forum.id);
    const auto limits = limits_of(parts, form);
    if (!limits)
        return limits.refusal();
    if (!mail::is_mail_address(web::plain_address(form["address"])))
        return mail::no_mail_address("address", form["address"]);
    const auto to = web::login_at(desk.session(), form["address"], form["name"], desk.now(),
                                  *desk.house().numbering);
    const auto granted = Grant::granted(desk.next_id<Grant>(), {.forum = forum.id,
                                                                .to = to,
                                                                .role = form["role"],
                                                                .limits = *limits,
                                                                .by = desk.visitor().login,
                                                                .at = desk.now()});
    if (!granted)
        return granted.refusal();
    if (stands_already(desk.session(), granted->given()))
        return conflict("already-granted", "This person has this role already.");
    desk.record(*granted);
    desk.record(GivenName{forum.id, granted->id(), form["name"]});
    if (const auto delegation = granted->limit("delegation"))
        desk.acts_for("delegation/" + std::to_string(*delegation));
    else
        desk.acts_for("login/" + to.word());
    tell_for_role(desk, role_letter(desk, forum, parts, form), granted->id());
    tell_of_new_role(desk, forum, granted->given());
    return desk.go(forum.address() + "/roles");
}

}  // namespace sala::forum
