// SPDX-License-Identifier: Apache-2.0
//
// The secretariat decides until when its forum registers and what its letter says. What was decided
// before stays on record.

#include "registration/rules_page.hpp"
#include "script/given_day.hpp"
#include "script/normal.hpp"

namespace sala::registration {

static Result<web::Reply> keep(web::Desk& desk, const forum::Forum& forum, const web::Form& form);

web::Verb keep_registration_rules()
{
    return {.path = "POST /{forum}/registration-rules",
            .allow = web::secretariat,
            .form = fields_of_rules(),
            .run = web::on<forum::Forum>(keep)};
}

static Result<std::string> day_or_empty(const std::string& field, const std::string& words)
{
    if (words.empty())
        return words;
    const auto day = script::given_day(field, words);
    return day ? Result<std::string>(script::iso(*day)) : day.refusal();
}

Result<web::Reply> keep(web::Desk& desk, const forum::Forum& forum, const web::Form& form)
{
    auto rules = rules_at(desk.session(), forum.id);
    if (form["version"] != std::to_string(rules.version))
        return stale("changed-meanwhile",
                     "Somebody changed these rules after you opened the page. Copy what you typed, "
                     "open the page again and look.");
    const auto answer_by = day_or_empty("answer_by", form["answer_by"]);
    const auto register_by = day_or_empty("register_by", form["register_by"]);
    for (const auto* day : {&answer_by, &register_by})
        if (!*day)
            return day->refusal();
    rules.answer_by = *answer_by;
    rules.register_by = *register_by;
    rules.letter = {};
    rules.signature = {};
    for (const auto& language : web::interface_languages()) {
        const auto letter = "letter_" + language.tag();
        if (const auto known = places_are_known(letter, form[letter]); !known)
            return known.refusal();
        // The house's own words are not kept as the forum's.
        if (form[letter] != script::clean(Rules{}.letter_in(language)))
            rules.letter.set(language, {form[letter], {}});
        rules.signature.set(language, {form["signature_" + language.tag()], {}});
    }
    keep_rules(desk, forum.id, rules);
    return desk.go(desk.address());
}

}  // namespace sala::registration
