// SPDX-License-Identifier: Apache-2.0

#include "registration/registration_acts.hpp"

#include "registration/registration_now.hpp"
#include "sheet/called_here.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace sala::registration {

static std::optional<std::int64_t> number_of(Id<web::Login> login)
{
    return login ? std::optional(login.number()) : std::nullopt;
}

void insert(store::Session& session, const Begun& begun)
{
    session.run("INSERT INTO registration (forum, id, delegation, by_login, at) VALUES (:forum, "
                ":id, :delegation, :by, :at)",
                begun.forum, begun.id, begun.delegation, number_of(begun.by), begun.at);
    note_now(session, begun.forum, begun.id);
}

void insert(store::Session& session, const Act& act)
{
    session.run("INSERT INTO registration_act (forum, id, registration, step, status, on_behalf, "
                "by_login, at) VALUES (:forum, :id, :registration, :step, :status, :on_behalf, "
                ":by, :at)",
                act.forum, act.id, act.registration, word(act.step), word(act.status),
                act.on_behalf, number_of(act.by), act.at);
    if (!act.reason.empty())
        session.run("INSERT INTO registration_reason (forum, act, words) VALUES (:forum, :act, "
                    ":words)",
                    act.forum, act.id, act.reason);
    note_now(session, act.forum, act.registration);
}

void insert(store::Session& session, const Rewritten& rewritten)
{
    session.run("INSERT INTO registration_revision (forum, id, registration, before, after, "
                "on_behalf, by_login, at) VALUES (:forum, :id, :registration, :before, :after, "
                ":on_behalf, :by, :at)",
                rewritten.forum, rewritten.id, rewritten.registration, rewritten.before.write(),
                rewritten.after.write(), rewritten.on_behalf, number_of(rewritten.by),
                rewritten.at);
}

void insert(store::Session& session, const Wish& wish)
{
    session.run("INSERT INTO registration_proposal (forum, id, registration, by_login, at) VALUES "
                "(:forum, :id, :registration, :by, :at)",
                wish.forum, wish.id, wish.registration, number_of(wish.by), wish.at);
    session.run("INSERT INTO registration_proposal_words (forum, proposal, wanted) VALUES (:forum, "
                ":id, :wanted)",
                wish.forum, wish.id, wish.wanted.write());
}

Json wish_json(const std::optional<Wish>& wish)
{
    if (!wish)
        return {};
    auto wanted = Json::array();
    for (const auto& [what, words] : wish->wanted.members())
        wanted.push(Json::object({{"what", what}, {"words", words.string()}}));
    return Json::object({{"number", wish->id.word()}, {"wanted", std::move(wanted)}});
}

constexpr std::pair<WishAnswer::How, std::string_view> how_words[] = {
    {WishAnswer::made, "made"},
    {WishAnswer::left, "left"},
    {WishAnswer::joined, "joined"},
    {WishAnswer::called_off, "called-off"}};

void insert(store::Session& session, const WishAnswer& answer)
{
    session.run("INSERT INTO registration_proposal_answer (forum, proposal, taken, by_login, at) "
                "VALUES (:forum, :wish, :taken, :by, :at)",
                answer.forum, answer.wish, answer.how == WishAnswer::made, number_of(answer.by),
                answer.at);
    for (const auto& [how, word] : how_words)
        if (how == answer.how)
            session.run("INSERT INTO registration_proposal_end (forum, proposal, how) VALUES "
                        "(:forum, :wish, :how)",
                        answer.forum, answer.wish, word);
    if (!answer.reason.empty())
        session.run("INSERT INTO registration_proposal_reason (forum, proposal, words) VALUES "
                    "(:forum, :wish, :words)",
                    answer.forum, answer.wish, answer.reason);
}

// Of one that was answered before it was written down how, only whether it was made is known.
static WishAnswer::How how_of(const std::string& word, bool made)
{
    for (const auto& [how, said] : how_words)
        if (said == word)
            return how;
    return made ? WishAnswer::made : WishAnswer::left;
}

static Json words_of(const std::optional<std::string>& json)
{
    return Json::read(json.value_or("{}")).value_or(Json::object());
}

std::vector<AskedFor> wishes_of(store::Session& session, std::int64_t forum, Id<Registration> id)
{
    std::vector<AskedFor> all;
    for (const auto& [wish, by, at, wanted, taken, answered_by, answered_at, how, reason,
                      answerer] :
         session.select<
             std::int64_t, std::optional<std::string>, std::int64_t, std::optional<std::string>,
             std::optional<std::int64_t>, std::optional<std::int64_t>, std::optional<std::int64_t>,
             std::optional<std::string>, std::optional<std::string>, std::optional<std::string>>(
             "SELECT o.id, " + sheet::called_here("o.by_login", "o.forum") +
                 ", o.at, w.wanted, x.taken, x.by_login, x.at, e.how, r.words, " +
                 sheet::called_here("x.by_login", "o.forum") +
                 " FROM registration_proposal o LEFT JOIN "
                 "registration_proposal_words w ON w.forum = o.forum AND w.proposal = o.id LEFT "
                 "JOIN "
                 "registration_proposal_answer x ON x.forum = o.forum AND x.proposal = o.id LEFT "
                 "JOIN "
                 "registration_proposal_end e ON e.forum = o.forum AND e.proposal = o.id LEFT JOIN "
                 "registration_proposal_reason r ON r.forum = o.forum AND r.proposal = o.id "
                 "WHERE o.forum = :forum AND o.registration = :id ORDER "
                 "BY o.id DESC",
             forum, id)) {
        AskedFor one{{forum, Id<Wish>{wish}, id, words_of(wanted), {}, Instant{at}},
                     by.value_or(""),
                     {},
                     answerer.value_or("")};
        if (answered_at)
            one.answer = WishAnswer{forum,
                                    Id<Wish>{wish},
                                    how_of(how.value_or(""), taken.value_or(0) == 1),
                                    Id<web::Login>{answered_by.value_or(0)},
                                    Instant{*answered_at},
                                    reason.value_or("")};
        all.push_back(std::move(one));
    }
    return all;
}

std::vector<Told> acts_of(store::Session& session, std::int64_t forum, Id<Registration> id)
{
    std::vector<Told> all;
    for (const auto& [act, step, status, on_behalf, by, at, words, name] :
         session.select<std::int64_t, std::string, std::string, std::int64_t,
                        std::optional<std::int64_t>, std::int64_t, std::optional<std::string>,
                        std::optional<std::string>>(
             "SELECT a.id, a.step, a.status, a.on_behalf, a.by_login, a.at, w.words, " +
                 sheet::called_here("a.by_login", "a.forum") +
                 " FROM "
                 "registration_act a LEFT JOIN registration_reason w ON w.forum = a.forum AND "
                 "w.act = "
                 "a.id WHERE a.forum = :forum AND "
                 "a.registration = :id ORDER BY a.id DESC",
             forum, id))
        all.push_back({{forum, Id<Act>{act}, id, step_named(step).value_or(Step::submit),
                        status_named(status).value_or(Status::draft), on_behalf == 1,
                        Id<web::Login>{by.value_or(0)}, Instant{at}, words.value_or("")},
                       name.value_or("")});
    return all;
}

std::optional<Wish> open_wish(store::Session& session, std::int64_t forum, Id<Registration> id)
{
    const auto row = session.find<std::int64_t, std::optional<std::int64_t>, std::int64_t,
                                  std::optional<std::string>>(
        "SELECT o.id, o.by_login, o.at, w.wanted FROM registration_proposal o LEFT JOIN "
        "registration_proposal_words w ON w.forum = o.forum AND w.proposal = o.id WHERE "
        "o.forum = :forum AND o.registration = :id AND NOT EXISTS (SELECT 1 FROM "
        "registration_proposal_answer x WHERE x.forum = o.forum AND x.proposal = o.id)",
        forum, id);
    if (!row)
        return std::nullopt;
    const auto& [wish, by, at, wanted] = *row;
    return Wish{forum,      Id<Wish>{wish}, id, words_of(wanted), Id<web::Login>{by.value_or(0)},
                Instant{at}};
}

// Rows before, after; the oldest first.
static Changes added_up(const std::vector<std::tuple<std::string, std::string>>& rows)
{
    auto first = Json::object();
    auto last = Json::object();
    for (const auto& [before, after] : rows) {
        const auto was = words_of(before);
        const auto is = words_of(after);
        for (const auto& [name, words] : is.members()) {
            if (!first[name].is_string())
                first.set(name, was[name].is_string() ? was[name].string() : "");
            last.set(name, words);
        }
    }
    Changes changes;
    for (const auto& [name, words] : last.members())
        if (words.string() != first[name].string()) {
            changes.before.set(name, first[name]);
            changes.after.set(name, words);
        }
    return changes;
}

Changes changes_since_approval(store::Session& session, std::int64_t forum, Id<Registration> id)
{
    return added_up(session.select<std::string, std::string>(
        "SELECT r.before, r.after FROM registration_revision r WHERE r.forum = :forum AND "
        "r.registration = :id AND r.id > (SELECT MAX(a.id) FROM registration_act a WHERE "
        "a.forum = :forum AND a.registration = :id AND a.step = 'approve') ORDER BY r.id",
        forum, id));
}

Changes changes_of_last(store::Session& session, std::int64_t forum, Id<Registration> id,
                        std::int64_t times)
{
    auto rows = session.select<std::string, std::string>(
        "SELECT before, after FROM registration_revision WHERE forum = :forum AND registration = "
        ":id ORDER BY id DESC LIMIT :times",
        forum, id, std::max<std::int64_t>(times, 0));
    std::reverse(rows.begin(), rows.end());
    return added_up(rows);
}

void erase_person(store::Session& session, std::int64_t forum, Id<Registration> id,
                  Id<web::Login> by, Instant now)
{
    if (const auto wish = open_wish(session, forum, id))
        insert(session, WishAnswer{forum, wish->id, WishAnswer::left, by, now});
    for (const auto* table : {"registration_person", "registration_revision", "asked_answer",
                              "registration_match", "registration_now", "registration_heard"})
        session.run(
            fmt::format("DELETE FROM {} WHERE forum = :forum AND registration = :id", table), forum,
            id);
    session.run("DELETE FROM registration_reason WHERE forum = :forum AND act IN (SELECT id FROM "
                "registration_act WHERE forum = :forum AND registration = :id)",
                forum, id);
    for (const auto* table : {"registration_proposal_words", "registration_proposal_reason"})
        session.run(fmt::format("DELETE FROM {} WHERE forum = :forum AND proposal IN (SELECT id "
                                "FROM registration_proposal WHERE forum = :forum AND registration "
                                "= :id)",
                                table),
                    forum, id);
    session.run("INSERT INTO registration_erasure (forum, registration, by_login, at) VALUES "
                "(:forum, :id, :by, :now) ON CONFLICT DO NOTHING",
                forum, id, number_of(by), now);
}

std::optional<Erasure> erasure_of(store::Session& session, std::int64_t forum, Id<Registration> id)
{
    const auto row = session.find<std::optional<std::string>, std::optional<std::int64_t>>(
        "SELECT " + sheet::called_here("e.by_login", "e.forum") +
            ", e.at FROM registration_erasure e "
            "WHERE e.forum = :forum AND e.registration = :id",
        forum, id);
    if (!row)
        return std::nullopt;
    const auto& [name, at] = *row;
    return Erasure{name.value_or(""), at ? std::optional(Instant{*at}) : std::nullopt};
}

}  // namespace sala::registration
