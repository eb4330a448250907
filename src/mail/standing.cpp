// SPDX-License-Identifier: Apache-2.0

#include "mail/standing.hpp"

#include <algorithm>
#include <cctype>

namespace sala::mail {

static std::string small_letters(std::string_view address)
{
    std::string out(address);
    std::transform(out.begin(), out.end(), out.begin(), [](unsigned char c) {
        return static_cast<char>(c < 0x80 ? std::tolower(c) : c);
    });
    return out;
}

void note_return(store::Session& session, const Return& came_back)
{
    const auto last = session.find<std::int64_t>(
        "SELECT COALESCE(MAX(number), 0) FROM letter_return WHERE letter = :letter",
        came_back.letter);
    session.run("INSERT INTO letter_return (letter, number, reason, by_login, at) VALUES (:letter, "
                ":number, :reason, :by, :at)",
                came_back.letter, std::get<0>(*last) + 1, came_back.reason,
                came_back.by ? std::optional(came_back.by.number()) : std::nullopt, came_back.at);
}

std::string unsubscribe_of(store::Session& session, Id<Letter> id)
{
    const auto held =
        session.find<std::string>("SELECT unsubscribe FROM letter WHERE id = :letter", id);
    return held ? std::get<0>(*held) : std::string{};
}

void forget_reasons(store::Session& session, Id<Letter> letter)
{
    session.run("UPDATE letter_return SET reason = '' WHERE letter = :letter", letter);
}

Standings standings_at(store::Session& session, std::int64_t forum)
{
    Standings all;
    for (const auto& [address] : session.select<std::string>(
             "SELECT l.to_address FROM letter_unsubscription u JOIN letter l ON l.id = u.letter "
             "WHERE l.forum = :forum AND l.to_address <> ''",
             forum))
        all[small_letters(address)].wants_none = true;
    for (const auto& [address, letter, reason, by, at] :
         session.select<std::string, std::int64_t, std::string, std::optional<std::int64_t>,
                        std::int64_t>(
             "SELECT l.to_address, r.letter, r.reason, r.by_login, r.at FROM letter_return r JOIN "
             "letter l ON l.id = r.letter WHERE l.forum = :forum AND l.to_address <> '' ORDER BY "
             "r.at, r.letter, r.number",
             forum))
        all[small_letters(address)].came_back =
            Return{Id<Letter>{letter}, reason, Id<web::Login>{by.value_or(0)}, Instant{at}};
    return all;
}

Standing standing_of(const Standings& standings, std::string_view address)
{
    if (standings.empty())
        return {};
    const auto found = standings.find(small_letters(address));
    return found == standings.end() ? Standing{} : found->second;
}

void unsubscribe(store::Session& session, const Kept& letter, Instant now)
{
    const auto forum = letter.letter.forum;
    const auto& address = letter.letter.to_address;
    if (!standing_of(standings_at(session, forum), address).wants_none)
        session.run("INSERT INTO letter_unsubscription (letter, at) VALUES (:letter, :at)",
                    letter.id, now);
    for (const auto& [waiting] : session.select<std::int64_t>(
             "SELECT l.id FROM letter l JOIN letter_act a ON a.letter = l.id AND a.number = "
             "(SELECT MAX(n.number) FROM letter_act n WHERE n.letter = l.id) WHERE l.forum = "
             ":forum AND LOWER(l.to_address) = :address AND l.unsubscribe <> '' AND a.what IN "
             "('prepared', 'approved', 'failed', 'given-up')",
             forum, small_letters(address)))
        static_cast<void>(drop(session, Id<Letter>{waiting}, "", now));
}

}  // namespace sala::mail
