// SPDX-License-Identifier: Apache-2.0

#include "registration/registrations_page.hpp"

namespace sala::registration {

// Nothing when the visitor may decide about every category.
static std::optional<std::string> only_category(const web::Desk& desk,
                                                const std::vector<forum::Part>& categories)
{
    if (desk.may(web::secretariat))
        return std::nullopt;
    for (const auto& part : categories)
        if (may_decide(desk, categories, part.key))
            return part.key;
    return std::string{};
}

Result<RegistrationsPage> registrations_asked_for(const web::Desk& desk, const forum::Forum& forum,
                                                  std::size_t at_most)
{
    auto& session = desk.session();
    RegistrationsPage page;
    page.categories = categories_at(session, forum.id);
    page.delegations = delegations_at(session, forum.id);
    page.filter.status = status_named(desk.query("status"));
    page.filter.category = desk.query("category");
    if (const auto only = only_category(desk, page.categories)) {
        if (page.filter.category.empty())
            page.filter.category = *only;
        if (!may_decide(desk, page.categories, page.filter.category))
            return forbidden("not-your-category", "Somebody else decides about this category.");
        const auto all = page.categories;
        std::erase_if(page.categories,
                      [&](const forum::Part& part) { return !may_decide(desk, all, part.key); });
    }
    page.delegation = desk.query("delegation");
    if (const auto* part = part_keyed(page.delegations, page.delegation))
        page.filter.delegation = DelegationId{part->number};
    page.filter.words = desk.query("q");
    page.wished = desk.query("wish") == "yes";
    if (page.wished)
        page.filter.also = has_open_wish();
    page.filter.at_most = at_most;
    page.filter.from = from_of(desk);
    page.people = registered_at(session, forum.id, page.filter);
    page.found = count_at(session, forum.id, page.filter);
    page.counts = counts_at(session, forum.id);
    page.taken = places_taken_at(session, forum.id);
    page.quotas = quotas_at(session, forum.id);
    return page;
}

}  // namespace sala::registration
