// SPDX-License-Identifier: Apache-2.0
//
// The secretariat is about to ask something beside what everybody is asked.

#include "registration/rules_page.hpp"

namespace sala::registration {

static Result<web::Reply> show(web::Desk& desk, const forum::Forum& forum);

web::Verb new_question()
{
    return {.path = "GET /{forum}/registration-rules/questions",
            .allow = web::secretariat,
            .run = web::on<forum::Forum>(show)};
}

Result<web::Reply> show(web::Desk& desk, const forum::Forum& forum)
{
    const auto page = rules_page_of(desk.session(), forum.id);
    if (desk.wants(web::Format::html))
        return desk.show(new_question_page(desk, forum, page));
    auto list = Json::array();
    for (const auto& one : page.questions)
        list.push(Json::object({{"id", one.id.word()}, {"category", one.category}}));
    return desk.show(Json::object({{"questions", list}}));
}

}  // namespace sala::registration
