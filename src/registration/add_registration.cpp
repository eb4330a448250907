// SPDX-License-Identifier: Apache-2.0
//
// A focal point writes down somebody who comes, with or without a login of their own. The same form
// sent twice is one person; a second one of the same name is asked about first.

#include "registration/ask_person.hpp"
#include "registration/last_day.hpp"
#include "registration/person.view.hpp"

namespace sala::registration {

static Result<web::Reply> add(web::Desk& desk, const Delegation& delegation, const web::Form& form);

web::Verb add_registration()
{
    return {.path = "POST /{forum}/delegations/{delegation}/people/new",
            .allow = forum::focal_points,
            .form = fields_of_new_registration(),
            .run = web::on<Delegation>(add)};
}

// Who is there already under exactly this name, and may come.
static std::vector<Registered> of_same_name(web::Desk& desk, const Delegation& delegation,
                                            const Particulars& typed)
{
    auto people = registered_at(desk.session(), delegation.forum.id,
                                {.delegation = delegation.id, .may_come = true});
    std::erase_if(people, [&](const Registered& one) {
        return names_alike(typed.name(), one.particulars.name()) != 100;
    });
    return people;
}

// Whether this is what was typed, as when a page is sent a second time.
static bool is_same(web::Desk& desk, const Registered& one, const Typed& typed)
{
    const auto answers =
        answers_of(desk.session(), one.registration.forum(), one.registration.id());
    return one.particulars == typed.particulars &&
           std::all_of(typed.answers.begin(), typed.answers.end(), [&](const auto& said) {
               const auto kept = answers.find(said.first);
               return said.second == (kept == answers.end() ? std::string{} : kept->second);
           });
}

Result<web::Reply> add(web::Desk& desk, const Delegation& delegation, const web::Form& form)
{
    const auto forum = delegation.forum.id;
    if (const auto open = may_still_come(desk, delegation); !open)
        return open.refusal();
    std::vector<Refusal> wrong;
    const auto typed = typed_about(form, categories_at(desk.session(), forum),
                                   questions_at(desk.session(), forum), {}, wrong);
    if (!wrong.empty())
        return wrong.front();
    const auto there = of_same_name(desk, delegation, typed.particulars);
    for (const auto& one : there)
        if (!form.ticked("another") && is_same(desk, one, typed))
            return desk.go(delegation.address() + "/people/" + one.registration.id().word());
    if (!there.empty() && !form.ticked("another"))
        return invalid("another", "registered-already",
                       "{name} is registered by this delegation already. If this is somebody else "
                       "of the same name, say so here.",
                       {{"name", person_words(desk.reader(), there.front().particulars)}});
    const auto id = begin_registration(desk, delegation, typed.particulars);
    keep_answers(desk.session(), forum, id, typed.answers);
    desk.again("forum:" + delegation.forum.slug);
    return desk.go(delegation.address() + "/people/" + id.word());
}

}  // namespace sala::registration
