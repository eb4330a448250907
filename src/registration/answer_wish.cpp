// SPDX-License-Identifier: Apache-2.0
//
// The secretariat answers a change that a delegation asked for after the last day: it is made, or
// everything stays as it is. Other people's registrations are not opened for it.

#include "base/whole_number.hpp"
#include "registration/entering.hpp"
#include "registration/question_store.hpp"

namespace sala::registration {

static Result<web::Reply> answer(web::Desk& desk, const forum::Forum& forum, const web::Form& form);

web::Verb answer_wish()
{
    return {.path = "POST /{forum}/registrations/{registration}/wish",
            .allow = forum::category_managers,
            .form = {web::choice(
                "what", tr("Answer"),
                {{"take", tr("Make this change")}, {"leave", tr("Leave it as it is")}})},
            .run = web::on<forum::Forum>(answer)};
}

// The answers to questions among what is wanted.
static Answers wanted_answers(const Json& wanted)
{
    constexpr std::string_view field = "q-";
    Answers answers;
    for (const auto& [name, words] : wanted.members())
        if (name.starts_with(field))
            if (const auto number = whole_number(name.substr(field.size())))
                answers.emplace(Id<Question>{*number}, words.string());
    return answers;
}

static Allowed make_it_so(web::Desk& desk, const Registered& one, const Wish& wish,
                          const Particulars& becomes)
{
    if (const auto written = rewrite(desk, one, becomes, Side::secretariat, false); !written)
        return written.refusal();
    keep_answers(desk.session(), one.registration.forum(), one.registration.id(),
                 wanted_answers(wish.wanted));
    return allowed();
}

Result<web::Reply> answer(web::Desk& desk, const forum::Forum& forum, const web::Form& form)
{
    auto& session = desk.session();
    const auto one = registered(session, forum.id, desk.at("registration"));
    if (!one)
        return one.refusal();
    const auto categories = categories_at(session, forum.id);
    if (!may_decide(desk, categories, one->particulars["category"]))
        return forbidden("not-your-category", "Somebody else decides about this category.");
    const auto wish = open_wish(session, forum.id, one->registration.id());
    if (!wish)
        return conflict("nothing-asked-for", "Nothing is asked for here any more.");
    const auto becomes = with_json(one->particulars, wish->wanted);
    // Whoever moves somebody into a category decides about that one as well.
    if (!may_decide(desk, categories, becomes["category"]))
        return forbidden("not-your-category", "Somebody else decides about this category.");
    if (form["what"] == "take")
        if (const auto made = make_it_so(desk, *one, *wish, becomes); !made)
            return made.refusal();
    desk.record(
        WishAnswer{forum.id, wish->id, form["what"] == "take", desk.visitor().login, desk.now()});
    desk.again("forum:" + forum.slug);
    return desk.go(forum.address() + "/registrations/" + one->registration.id().word());
}

}  // namespace sala::registration
