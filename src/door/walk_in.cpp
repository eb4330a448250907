// SPDX-License-Identifier: Apache-2.0

#include "door/walk_in.hpp"

namespace sala::door {

Result<registration::Delegation> delegation_of_walk_in(web::Desk& desk, const forum::Forum& forum,
                                                       const web::Form& form)
{
    const auto& key = form["delegation"];
    if (key == no_delegation) {
        if (form["category"].empty() && form["organisation"].empty())
            return invalid("category", "category-or-organisation",
                           "Who comes without a delegation needs a category or an organisation.");
        return registration::Delegation{forum, {}, {}, {}, true};
    }
    const auto delegations = registration::delegations_at(desk.session(), forum.id);
    const auto* part = registration::part_keyed(delegations, key);
    if (!part)
        return invalid("delegation", "not-a-choice", "“{value}” is not one of the choices.",
                       {{"value", key}});
    desk.acts_for("delegation/" + std::to_string(part->number));
    return registration::Delegation{forum, registration::DelegationId{part->number}, part->key,
                                    part->name, true};
}

// The form has one field for each script; somebody may stand there with a Thai name alone.
static std::optional<Refusal> wrong_with(registration::Particulars& person,
                                         const std::vector<forum::Part>& categories)
{
    for (auto& wrong : registration::mended(person, registration::keys_of(categories))) {
        if (wrong.field != "name_en")
            return wrong;
        wrong.field = "name";
        if (wrong.code != "required" || person["name_th"].empty())
            return wrong;
    }
    return std::nullopt;
}

Result<registration::Particulars> particulars_of_walk_in(web::Desk& desk, const forum::Forum& forum,
                                                         const web::Form& form)
{
    const auto categories = registration::categories_at(desk.session(), forum.id);
    if (!desk.may(forum::doors, registration::category_limits(categories, form["category"])))
        return forbidden("not-your-category", "Somebody else lets this category in.");
    registration::Particulars person;
    person.set("name_en", form["name"]);
    for (const auto* column : {"name_th", "organisation", "category"})
        person.set(column, form[column]);
    person.set("role", form["role"].empty() ? "accompanying" : form["role"]);
    if (const auto wrong = wrong_with(person, categories))
        return *wrong;
    return person;
}

}  // namespace sala::door
