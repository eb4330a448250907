// SPDX-License-Identifier: Apache-2.0
//
// Letters that somebody has read and ticked leave together, after one look at how many go to whom;
// all of them, or none when somebody was faster with one.

#include "forum/many_letters.view.hpp"

namespace sala::forum {

static Result<web::Reply> decide(web::Desk& desk, const Forum& forum, const web::Form& form);

web::Verb decide_many_letters()
{
    return {.path = "POST /{forum}/outbox/many",
            .allow = web::secretariat,
            .form = {web::choice("what", tr("What happens with the letters"),
                                 {{"look", tr("Look at what would leave")},
                                  {"approve", tr("Approve and send")}}),
                     web::number("count", tr("How many were shown")).optional()},
            .run = web::on<Forum>(decide)};
}

static Result<web::Reply> preview(web::Desk& desk, const Forum& forum,
                                  const std::vector<mail::Kept>& letters)
{
    desk.keep_nothing();
    if (desk.wants(web::Format::html))
        return desk.show(many_letters_page(desk, forum, confirm_form(desk, letters)));
    auto list = Json::array();
    for (const auto& [subject, count] : counted(letters))
        list.push(Json::object({{"subject", subject}, {"count", count}}));
    return desk.show(Json::object({{"would_leave", letters.size()}, {"subjects", list}}));
}

Result<web::Reply> decide(web::Desk& desk, const Forum& forum, const web::Form& form)
{
    const auto letters =
        picked(desk.session(), waiting_letters(desk.session(), forum.id).free, form);
    if (form["what"] == "approve" &&
        form.number("count") != static_cast<std::int64_t>(letters.size()))
        return conflict("letters-changed",
                        "Somebody has dealt with some of these letters meanwhile. Nothing has "
                        "left; choose again.");
    if (letters.empty())
        return conflict("no-letter-ticked", "No letter is ticked, so none leaves.");
    if (form["what"] == "look")
        return preview(desk, forum, letters);
    for (const auto& kept : letters)
        if (const auto done =
                mail::approve(desk.session(), kept.id, desk.visitor().name, desk.now());
            !done)
            return done.refusal();
    return desk.go(forum.address() + "/outbox");
}

}  // namespace sala::forum
