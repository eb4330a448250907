// SPDX-License-Identifier: Apache-2.0

#include "registration/rules.hpp"

#include "base/embedded.hpp"

#include <algorithm>

namespace sala::registration {

bool Rules::closed(Instant now, const std::string& zone) const
{
    const auto last = script::parse_iso_day(register_by);
    const auto place = script::Zone::named(zone);
    return last && script::today_in(place ? *place : script::Zone::utc(), now) > *last;
}

std::string Rules::letter_in(const Language& language) const
{
    if (const auto* own = letter.in(language))
        return own->shown();
    const auto file = embedded_file("templates/registration/invitation." + language.tag() + ".txt");
    return std::string(file ? *file : *embedded_file("templates/registration/invitation.en.txt"));
}

const std::vector<std::string>& letter_places()
{
    static const std::vector<std::string> places{"recipient", "delegation", "forum",     "place",
                                                 "when",      "date",       "answer_by", "by"};
    return places;
}

Allowed places_are_known(const std::string& field, const std::string& words)
{
    for (auto open = words.find('{'); open != std::string::npos; open = words.find('{', open + 1)) {
        const auto close = words.find('}', open);
        if (close == std::string::npos)
            return invalid(field, "unclosed-place",
                           "A place begins with { and has no } behind it.");
        const auto name = words.substr(open + 1, close - open - 1);
        if (std::find(letter_places().begin(), letter_places().end(), name) ==
            letter_places().end())
            return invalid(field, "unknown-place",
                           "“{name}” is no place of this letter. The places are listed beside it.",
                           {{"name", name}});
    }
    return allowed();
}

Rules rules_at(store::Session& session, std::int64_t forum)
{
    const auto row = session.find<std::int64_t, std::string, std::string, std::string, std::string>(
        "SELECT id, answer_by, register_by, letter, signature FROM registration_rules WHERE "
        "forum = :forum ORDER BY id DESC LIMIT 1",
        forum);
    if (!row)
        return {};
    const auto& [id, answer_by, register_by, letter, signature] = *row;
    return {id, answer_by, register_by, Text::read(letter).value_or(Text{}),
            Text::read(signature).value_or(Text{})};
}

void keep_rules(web::Desk& desk, std::int64_t forum, const Rules& rules)
{
    desk.session().run(
        "INSERT INTO registration_rules (forum, id, answer_by, register_by, letter, signature, "
        "by_login, at) VALUES (:forum, :id, :answer_by, :register_by, :letter, :signature, :by, "
        ":at)",
        forum, desk.next_id<Rules>(), rules.answer_by, rules.register_by,
        rules.letter.canonical_json(), rules.signature.canonical_json(), desk.visitor().login,
        desk.now());
}

}  // namespace sala::registration
