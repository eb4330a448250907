// SPDX-License-Identifier: Apache-2.0
//
// The secretariat decides until when its forum registers and what its letter says. What was decided
// before stays on record.

#include "registration/rules_page.hpp"
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

static Allowed is_day_or_empty(const std::string& field, const std::string& words)
{
    if (words.empty())
        return allowed();
    if (const auto day = script::parse_iso_day(words); !day) {
        auto refusal = day.refusal();
        refusal.field = field;
        return refusal;
    }
    return allowed();
}

Result<web::Reply> keep(web::Desk& desk, const forum::Forum& forum, const web::Form& form)
{
    auto rules = rules_at(desk.session(), forum.id);
    if (form["version"] != std::to_string(rules.version))
        return stale("changed-meanwhile",
                     "Somebody changed these rules after you opened the page. Copy what you typed, "
                     "open the page again and look.");
    for (const auto* field : {"answer_by", "register_by"})
        if (const auto day = is_day_or_empty(field, form[field]); !day)
            return day.refusal();
    rules.answer_by = form["answer_by"];
    rules.register_by = form["register_by"];
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
