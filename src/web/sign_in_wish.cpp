// SPDX-License-Identifier: Apache-2.0

#include "web/sign_in_wish.hpp"

#include "mail/outbox.hpp"
#include "mail/secret_place.hpp"
#include "web/login_store.hpp"
#include "web/owner_letter.hpp"
#include "web/sign_in_attempts.hpp"

namespace sala::web {

namespace {

constexpr int wishes_at_once = 200;

struct Wish {
    std::int64_t id = 0;
    std::string address;
    std::optional<std::int64_t> forum;
    Reader reader;
    Instant at;
};

std::vector<Wish> first_wishes(store::Session& session)
{
    std::vector<Wish> wishes;
    for (auto& [id, address, forum, language, at] :
         session.select<std::int64_t, std::string, std::optional<std::int64_t>, std::string,
                        std::int64_t>("SELECT id, address, forum, language, at FROM sign_in_wish "
                                      "ORDER BY id LIMIT :most",
                                      wishes_at_once))
        wishes.push_back({id, std::move(address), forum,
                          Reader{Language::named(language).value_or(Language::english())},
                          Instant{at}});
    return wishes;
}

mail::Letter sign_in_letter(const Reader& reader, const std::string& address,
                            const std::string& link)
{
    return {
        .to_address = address,
        .to_name = {},
        .subject = reader.say(tr("Your link to sign in")),
        .body = mail::around_secret(
            owner_words(reader, {tr("This link signs you in. It works once, for 15 minutes:")}) +
                "\n",
            "\n\n" + reader.say(tr("If you did not ask for it, do nothing: nobody else has it.")) +
                "\n"),
        .language = reader.language,
        .reason = "sign_in_letter",
        .secret = link};
}

std::optional<Id<Login>> login_with(store::Session& session, const std::string& address)
{
    const auto held = session.find<std::int64_t>(
        "SELECT login FROM login_address WHERE address = :address AND address <> ''", address);
    return held ? std::optional(Id<Login>{std::get<0>(*held)}) : std::nullopt;
}

bool has_links_enough(store::Session& session, Id<Login> login, Instant now)
{
    const auto open = session.find<std::int64_t>(
        "SELECT COUNT(*) FROM sign_in_link l WHERE l.login = :login AND l.way = :way AND "
        "l.expires_at > :soon AND NOT EXISTS (SELECT 1 FROM sign_in_link_use u WHERE u.token_hash "
        "= l.token_hash)",
        login, word(Way::letter), now + open_link_works_for);
    return std::get<0>(*open) >= open_links_max;
}

// Whether a letter was written.
bool answer(store::Session& session, const Answerer& by, const Wish& wish, Instant now)
{
    if (wish.at + sign_in_wish_lives < now || !mail::is_mail_address(wish.address))
        return false;
    const auto login =
        wish.forum ? by.registered(session, *wish.forum, wish.address, now, *by.house.numbering)
                   : login_with(session, wish.address);
    if (!login || has_links_enough(session, *login, now))
        return false;
    const auto link =
        by.house.public_url + "/login/" + make_sign_in_link(session, *login, now, Way::letter);
    const auto letter = mail::prepare(session, sign_in_letter(wish.reader, wish.address, link), now,
                                      *by.house.numbering);
    // Cannot be refused: nobody else knows of the letter yet.
    static_cast<void>(mail::approve(session, letter, "", now));
    return true;
}

}  // namespace

Allowed wish_for_link(Desk& desk, const std::string& address, std::optional<std::int64_t> forum)
{
    const Attempt attempt{"letter", address, desk.request().peer};
    if (const auto may = may_try(desk.session(), attempt, desk.now()); !may)
        return may;
    note_attempt(desk.session(), attempt, desk.now(), *desk.house().numbering);
    if (desk.house().mail_leaves && !desk.house().public_url.empty())
        desk.session().run("INSERT INTO sign_in_wish (id, address, forum, language, at) VALUES "
                           "(:id, :address, :forum, :language, :at)",
                           desk.next_id<mail::Letter>(), address, forum,
                           desk.reader().language.tag(), desk.now());
    return allowed();
}

bool answer_wishes(store::Store& store, const Answerer& by, Instant now)
{
    std::vector<Wish> wishes;
    store.read([&](store::Session& session) { wishes = first_wishes(session); });
    if (wishes.empty())
        return false;
    bool wrote = false;
    store.write([&](store::Session& session) {
        wrote = false;
        for (const auto& wish : wishes)
            // Another copy of the program may have been quicker.
            if (session.run("DELETE FROM sign_in_wish WHERE id = :id", wish.id) > 0)
                wrote = answer(session, by, wish, now) || wrote;
        return true;
    });
    return wrote;
}

}  // namespace sala::web
