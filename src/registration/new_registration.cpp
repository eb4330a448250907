// SPDX-License-Identifier: Apache-2.0
//
// A focal point is about to register somebody and sees what is asked.

#include "registration/ask_person.hpp"
#include "registration/kept_registrations.hpp"
#include "registration/person.view.hpp"

namespace sala::registration {

static Result<web::Reply> show(web::Desk& desk, const Delegation& delegation);

web::Verb new_registration()
{
    return {.path = "GET /{forum}/delegations/{delegation}/people/new",
            .allow = forum::focal_points,
            .run = web::on<Delegation>(show)};
}

Result<web::Reply> show(web::Desk& desk, const Delegation& delegation)
{
    const auto forum = delegation.forum.id;
    PersonPage page{.one = {{forum, {}, delegation.id}}};
    page.categories = categories_at(desk.session(), forum);
    page.over = forgets_visas(desk.session(), forum, desk.now());
    const auto questions = questions_at(desk.session(), forum);
    say_all_that_is_wrong(desk, page.categories, questions, {});
    page.asked = asked_of(questions, desk.typed() ? (*desk.typed())["category"] : std::string{},
                          Status::draft, {});
    if (desk.wants(web::Format::json)) {
        auto columns = Json::array();
        for (const auto& column : all_particulars())
            columns.push(column.name);
        return desk.show(Json::object({{"columns", columns}}));
    }
    return desk.show(new_person_page(desk, delegation, page));
}

}  // namespace sala::registration
