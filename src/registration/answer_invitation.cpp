// SPDX-License-Identifier: Apache-2.0
//
// A delegation answers through the link of its letter: it comes or does not, and who registers its
// people. The link is used up; a second answer needs a fresh letter.

#include "registration/invitation.view.hpp"
#include "registration/take_answer.hpp"

namespace sala::registration {

static Result<web::Reply> answer(web::Desk& desk, const web::Form& form);

web::Verb answer_invitation()
{
    return {.path = "POST /{forum}/invitation/{token}",
            .allow = web::anyone,
            .form = fields_of_answer(),
            .run = web::simply(answer)};
}

Result<web::Reply> answer(web::Desk& desk, const web::Form& form)
{
    const auto forum = forum::find_forum(desk.session(), desk.at("forum"));
    const auto one =
        invited_by_link(desk.session(), forum ? forum->id : 0, desk.at("token"), desk.now());
    if (!one)
        return one.refusal();
    const bool comes = form["comes"] == "yes";
    if (const auto taken = take_answer(desk, *forum, *one, comes, answer_words(form)); !taken)
        return taken.refusal();
    use_link(desk.session(), desk.at("token"), desk.now());
    auto reply = desk.wants(web::Format::json) ? desk.show(Json::object({{"answered", true}}))
                                               : desk.show(answered_page(desk, *forum, comes));
    return reply.with("Referrer-Policy", "no-referrer").with("Cache-Control", "no-store");
}

}  // namespace sala::registration
