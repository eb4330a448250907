// SPDX-License-Identifier: Apache-2.0

#include "registration/own.hpp"

#include "registration/likeness_store.hpp"
#include "registration/revocation.hpp"
#include "web/login_store.hpp"
#include "web/session_cookie.hpp"

#include <algorithm>

namespace sala::registration {

Result<OwnPlace> load(web::Desk& desk, web::Of<OwnPlace>)
{
    if (auto forum = load(desk, web::Of<forum::Forum>{}); forum)
        return OwnPlace{*std::move(forum)};
    auto draft = forum::find_forum(desk.session(), desk.at("forum"));
    const auto login = desk.visitor().login;
    const bool theirs =
        draft && login && !desk.visitor().by_token &&
        (claim_of(desk.session(), draft->id, login) ||
         (address_is_shown(desk) && !claimable_by(desk.session(), draft->id, login).empty()));
    if (!theirs)
        return missing("no-such-forum",
                       "There is no forum at this address. The forums are on the first page.");
    desk.in_zone(draft->zone);
    return OwnPlace{*std::move(draft)};
}

Allowed address_is_shown(const web::Desk& desk)
{
    const auto shown = desk.session().find<std::string>(
        "SELECT a.address FROM login_session s JOIN login_address a ON a.login = s.login WHERE "
        "s.token_hash = :hash AND s.way <> :server",
        web::token_hash(web::cookie_of(desk.request(), web::session_cookie)),
        web::word(web::Way::server));
    if (shown)
        return allowed();
    return forbidden("address-not-shown",
                     "Nothing shows yet that the e-mail address is yours. Sign out, and sign in "
                     "with a link by e-mail.");
}

std::vector<OwnLetter> own_letters(store::Session& session, std::int64_t forum,
                                   Id<web::Login> login, Id<Registration> id)
{
    std::vector<OwnLetter> all;
    for (const auto& [subject, body, at] : session.select<std::string, std::string, std::int64_t>(
             "SELECT l.subject, l.body, s.at FROM letter l JOIN letter_act s ON s.letter = l.id "
             "AND s.what = 'sent' WHERE l.forum = :forum AND l.subject <> '' AND (l.to_address IN "
             "(SELECT address FROM login_address WHERE login = :login) OR l.id IN (SELECT c.letter "
             "FROM circular_letter c WHERE c.forum = :forum AND c.recipient = :recipient)) ORDER "
             "BY s.at DESC, l.id DESC",
             forum, login, "registration-" + id.word())) {
        auto words = body;
        constexpr std::string_view secret = "{secret}";
        for (auto place = words.find(secret); place != std::string::npos;
             place = words.find(secret))
            words.replace(place, secret.size(), "…");
        all.push_back({subject, std::move(words), Instant{at}});
    }
    return all;
}

std::optional<Instant> badge_printed_at(store::Session& session, std::int64_t forum,
                                        Id<Registration> id)
{
    std::optional<Instant> newest;
    if (revoked_at(session, forum).contains(id))
        return newest;
    for (const auto& one : one_person(merged_at(session, forum), id)) {
        const auto printed = session.find<std::int64_t>(
            "SELECT p.at FROM badge b JOIN badge_print p ON p.forum = b.forum AND p.id = b.print "
            "WHERE b.forum = :forum AND b.registration = :id AND NOT EXISTS (SELECT 1 FROM "
            "badge_end e WHERE e.forum = b.forum AND e.badge = b.id) ORDER BY b.id DESC LIMIT 1",
            forum, one);
        if (printed)
            newest = std::max(newest.value_or(Instant{0}), Instant{std::get<0>(*printed)});
    }
    return newest;
}

}  // namespace sala::registration
