// SPDX-License-Identifier: Apache-2.0
//
// A question is asked no longer. What was answered stays with those who answered it.

#include "registration/question_store.hpp"

#include "forum/forum_store.hpp"

namespace sala::registration {

static Result<web::Reply> withdraw(web::Desk& desk, const forum::Forum& forum);

web::Verb withdraw_question()
{
    return {.path = "POST /{forum}/registration-rules/questions/{question}/end",
            .allow = web::secretariat,
            .run = web::on<forum::Forum>(withdraw)};
}

Result<web::Reply> withdraw(web::Desk& desk, const forum::Forum& forum)
{
    const auto question = question_at(desk.session(), forum.id, desk.at("question"));
    if (!question)
        return question.refusal();
    end_question(desk, forum.id, question->id);
    return desk.go(forum.address() + "/registration-rules");
}

}  // namespace sala::registration
