// SPDX-License-Identifier: Apache-2.0
//
// The secretariat answers a change that a delegation asked for after the last day: it is made, or
// everything stays as it is. Other people's registrations are not opened for it.

#include "base/whole_number.hpp"
#include "registration/decision.view.hpp"

namespace sala::registration {

static Result<web::Reply> answer(web::Desk& desk, const forum::Forum& forum, const web::Form& form);

web::Verb answer_wish()
{
    return {.path = "POST /{forum}/registrations/{registration}/wish",
            .allow = forum::category_managers,
            .form = {web::choice(
                         "what", tr("Answer"),
                         {{"take", tr("Make this change")}, {"leave", tr("Leave it as it is")}}),
                     reason_of_answer(),
                     web::hidden("wish").hinted(tr("The number of the change that was read, so "
                                                   "that no other one is answered."))},
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
    const auto forum = one.registration.forum();
    const auto wanted = wanted_answers(wish.wanted);
    ChangedAnswers changed;
    auto was = answers_of(desk.session(), forum, one.registration.id());
    for (const auto& [question, words] : wanted) {
        changed.before.set("q-" + question.word(), was[question]);
        changed.after.set("q-" + question.word(), words);
        changed.matter = true;
    }
    if (const auto written = rewrite(desk, one, becomes, Side::secretariat, false, changed);
        !written)
        return written.refusal();
    keep_answers(desk.session(), forum, one.registration.id(), wanted);
    return allowed();
}

// Whoever answers read the wish that is open, and no earlier one.
static Allowed is_what_was_read(const Wish& open, const web::Form& form)
{
    if (form["wish"].empty())
        return invalid("wish", "wish-not-named",
                       "Say which change is answered: its number stands beside what is wanted.");
    if (form["wish"] == open.id.word())
        return allowed();
    return stale("changed-meanwhile",
                 "The delegation asks for something else by now. Read what is wanted and answer "
                 "once more.");
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
    if (const auto read = is_what_was_read(*wish, form); !read)
        return read.refusal();
    const auto becomes = with_json(one->particulars, wish->wanted);
    // Whoever moves somebody into a category decides about that one as well.
    if (!may_decide(desk, categories, becomes["category"]))
        return forbidden("not-your-category", "Somebody else decides about this category.");
    if (form["what"] == "take")
        if (const auto made = make_it_so(desk, *one, *wish, becomes); !made)
            return made.refusal();
    end_wish(desk, forum.id, wish->id, form["what"] == "take" ? WishAnswer::made : WishAnswer::left,
             form["why"]);
    desk.again("forum:" + forum.slug);
    return desk.go(forum.address() + "/registrations/" + one->registration.id().word());
}

}  // namespace sala::registration
