// SPDX-License-Identifier: Apache-2.0
//
// One decision about all those that were ticked in the preview; all of them, or none when somebody
// was faster with one.

#include "base/whole_number.hpp"
#include "registration/decided_letter.hpp"
#include "registration/decisions.view.hpp"

namespace sala::registration {

static Result<web::Reply> decide(web::Desk& desk, const forum::Forum& forum, const web::Form& form);

web::Verb decide_many()
{
    return {.path = "POST /{forum}/decisions",
            .allow = forum::category_managers,
            .form = fields_of_decisions(),
            .run = web::on<forum::Forum>(decide)};
}

// The numbers that are ticked; whatever else stands there is nobody's.
static std::vector<Id<Registration>> picked(const web::Form& form)
{
    constexpr std::string_view pick = "pick-";
    std::vector<Id<Registration>> numbers;
    for (const auto& [name, words] : form.values())
        if (name.starts_with(pick) && form.ticked(name))
            if (const auto number = whole_number(name.substr(pick.size())))
                numbers.emplace_back(*number);
    return numbers;
}

// Each as whoever decides saw them in the preview.
static Allowed all_were_seen(web::Desk& desk, const std::vector<Registered>& people,
                             const std::vector<forum::Part>& categories, const web::Form& form)
{
    std::string names;
    for (const auto& one : people) {
        // Of another category nobody is told the names; take_step() refuses it.
        if (!may_decide(desk, categories, one.particulars["category"]))
            continue;
        const auto fields = fields_seen_of(one.registration.id());
        const auto unseen = unseen_changes(desk.session(), one, form, fields.version);
        if (status_seen(desk.session(), one, form, fields) ||
            (!unseen.none() &&
             hinders(unseen, questions_at(desk.session(), one.registration.forum()))))
            names += (names.empty() ? "" : ", ") + person_words(desk.reader(), one.particulars);
    }
    if (names.empty())
        return allowed();
    return stale("changed-meanwhile",
                 "Somebody was changed or decided about after you looked ahead, so nothing was "
                 "decided: {names}. Look at what is new, tick again and decide.",
                 {{"names", names}});
}

Result<web::Reply> decide(web::Desk& desk, const forum::Forum& forum, const web::Form& form)
{
    const auto categories = categories_at(desk.session(), forum.id);
    const auto step = *step_named(form["step"]);
    std::vector<Decided> decided;
    const auto people = registered_at(desk.session(), forum.id, {.among = picked(form)});
    if (const auto seen = all_were_seen(desk, people, categories, form); !seen)
        return seen.refusal();
    for (const auto& one : people) {
        if (const auto taken =
                take_step(desk, one, step, Side::secretariat, form["reason"], categories);
            !taken)
            return taken.refusal();
        decided.push_back(
            {one.registration.id(), one.registration.delegation(), one.particulars, step});
    }
    if (decided.empty())
        return conflict("nobody-ticked", "Nobody is ticked, so nothing was decided.");
    drop_overtaken_letters(desk, forum, picked(form));
    if (form.ticked("tell"))
        tell_decisions(desk, forum, decided, form["reason"]);
    desk.again("forum:" + forum.slug);
    return desk.go(forum.address() + "/registrations");
}

}  // namespace sala::registration
