// SPDX-License-Identifier: Apache-2.0
//
// A letter to many is written down. Nobody gets it yet: first the secretariat looks who would.

#include "registration/circulars.view.hpp"

namespace sala::registration {

static Result<web::Reply> write(web::Desk& desk, const forum::Forum& forum, const web::Form& form);

web::Verb write_circular()
{
    return {.path = "POST /{forum}/circulars",
            .allow = web::secretariat,
            .form = fields_of_circular(),
            .run = web::on<forum::Forum>(write)};
}

static Refusal no_choice(const std::string& field, const std::string& value)
{
    return invalid(field, "not-a-choice", "“{value}” is not one of the choices.",
                   {{"value", value}});
}

Result<web::Reply> write(web::Desk& desk, const forum::Forum& forum, const web::Form& form)
{
    Circular::Words words{.forum = forum.id,
                          .id = desk.next_id<Circular>(),
                          .audience = *audience_named(form["audience"]),
                          .kind = *circular_kind_named(form["kind"]),
                          .category = form["category"],
                          .status = status_named(form["status"]),
                          .by = desk.visitor().login,
                          .at = desk.now()};
    const auto delegations = delegations_at(desk.session(), forum.id);
    if (const auto& key = form["delegation"]; !key.empty()) {
        const auto* part = part_keyed(delegations, key);
        if (!part)
            return no_choice("delegation", key);
        words.delegation = DelegationId{part->number};
    }
    if (const auto& key = words.category;
        !key.empty() && !part_keyed(categories_at(desk.session(), forum.id), key))
        return no_choice("category", key);
    for (const auto& language : web::interface_languages()) {
        words.subject.set(language, {form["subject_" + language.tag()], {}});
        words.body.set(language, {form["body_" + language.tag()], {}});
    }
    const auto circular = Circular::written(std::move(words));
    if (!circular)
        return circular.refusal();
    desk.record(*circular);
    return desk.go(forum.address() + "/circulars/" + circular->id().word());
}

}  // namespace sala::registration
