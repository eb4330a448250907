// SPDX-License-Identifier: Apache-2.0

#include "forum/letter_for_role.hpp"

#include "mail/harmless.hpp"
#include "mail/outbox.hpp"

namespace sala::forum {

Id<mail::Letter> tell_for_role(web::Desk& desk, const mail::Letter& letter, Id<Grant> grant)
{
    const auto id = mail::prepare(desk.session(), letter, desk.now(), *desk.house().numbering);
    note_for_role(desk.session(), letter.forum, id, grant);
    return id;
}

void note_for_role(store::Session& session, std::int64_t forum, Id<mail::Letter> letter,
                   Id<Grant> grant)
{
    session.run("INSERT INTO letter_for_role (letter, forum, role_grant) VALUES (:letter, :forum, "
                ":grant)",
                letter, forum, grant);
}

// Not to somebody who was given the role, and not one of many.
static bool is_news(const mail::Letter& letter)
{
    return letter.reason != "focal_point_letter" && letter.reason != "role_letter" &&
           !letter.reason.starts_with("circular_");
}

static mail::Letter addressed_to(mail::Letter letter, const KeptGrant& to)
{
    const auto name = mail::harmless(to.name);
    for (const auto& language : web::interface_languages()) {
        const web::Reader reader{language};
        const auto greeting = reader.say(tr("Dear {name},", {{"name", letter.to_name}}));
        if (const auto at = letter.body.find(greeting); at != std::string::npos)
            letter.body.replace(at, greeting.size(),
                                reader.say(tr("Dear {name},", {{"name", name}})));
    }
    letter.to_address = to.address;
    letter.to_name = name;
    return letter;
}

std::vector<std::pair<Id<mail::Letter>, Id<mail::Letter>>>
pass_on(web::Desk& desk, std::int64_t forum, Id<Grant> from, const std::optional<KeptGrant>& to)
{
    auto& session = desk.session();
    std::vector<Id<mail::Letter>> waiting;
    for (const auto& [letter] : session.select<std::int64_t>(
             "SELECT f.letter FROM letter_for_role f JOIN letter_act a ON a.letter = f.letter AND "
             "a.number = (SELECT MAX(n.number) FROM letter_act n WHERE n.letter = f.letter) WHERE "
             "f.forum = :forum AND f.role_grant = :from AND a.what = 'prepared' ORDER BY f.letter",
             forum, from))
        waiting.emplace_back(letter);
    std::vector<std::pair<Id<mail::Letter>, Id<mail::Letter>>> passed;
    for (const auto& kept : mail::letters_numbered(session, waiting)) {
        static_cast<void>(mail::drop(session, kept.id, "", desk.now()));
        if (to && mail::is_mail_address(to->address) && is_news(kept.letter))
            passed.emplace_back(kept.id,
                                tell_for_role(desk, addressed_to(kept.letter, *to), to->id));
    }
    return passed;
}

Allowed holds_its_role(store::Session& session, Id<mail::Letter> letter)
{
    const auto row = session.find<std::string, std::int64_t>(
        "SELECT t.to_name, (SELECT COUNT(*) FROM role_grant h WHERE h.forum = g.forum AND h.login "
        "= g.login AND h.role = g.role AND COALESCE(h.delegation, 0) = COALESCE(g.delegation, 0) "
        "AND COALESCE(h.body, 0) = COALESCE(g.body, 0) AND COALESCE(h.category, 0) = "
        "COALESCE(g.category, 0) AND NOT EXISTS (SELECT 1 FROM role_withdrawal w WHERE w.forum = "
        "h.forum AND w.role_grant = h.id)) FROM letter_for_role f JOIN letter t ON t.id = f.letter "
        "JOIN role_grant g ON g.forum = f.forum AND g.id = f.role_grant WHERE f.letter = :letter",
        letter);
    if (!row || std::get<1>(*row) > 0)
        return allowed();
    return conflict("role-handed-over",
                    "{name} does not have the role any more for which this letter was written. "
                    "Drop it, and write to whoever has it now.",
                    {{"name", std::get<0>(*row)}});
}

}  // namespace sala::forum
