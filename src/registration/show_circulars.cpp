// SPDX-License-Identifier: Apache-2.0
//
// The secretariat sees what it wrote to many and writes the next letter, perhaps from an earlier
// one.

#include "registration/circulars.view.hpp"

namespace sala::registration {

static Result<web::Reply> show(web::Desk& desk, const forum::Forum& forum);

web::Verb show_circulars()
{
    return {.path = "GET /{forum}/circulars",
            .allow = web::secretariat,
            .query = {{"from", "Number of an earlier letter whose words the form begins with."}},
            .run = web::on<forum::Forum>(show)};
}

Result<web::Reply> show(web::Desk& desk, const forum::Forum& forum)
{
    auto& session = desk.session();
    const CircularsPage page{circulars_at(session, forum.id), delegations_at(session, forum.id),
                             categories_at(session, forum.id)};
    if (desk.wants(web::Format::json)) {
        auto list = Json::array();
        for (const auto& [circular, by, letters] : page.circulars)
            list.push(Json::object({{"id", circular.id().word()},
                                    {"audience", std::string(word(circular.audience()))},
                                    {"kind", std::string(word(circular.words().kind))},
                                    {"letters", letters}}));
        return desk.show(Json::object({{"circulars", list}}));
    }
    web::Form earlier;
    for (const auto& one : page.circulars)
        if (!desk.typed() && one.circular.id().word() == desk.query("from")) {
            earlier = form_of(one.circular, page.delegations);
            desk.comes_back(&earlier, {});
        }
    return desk.show(circulars_page(desk, forum, page));
}

}  // namespace sala::registration
