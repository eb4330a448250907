// SPDX-License-Identifier: Apache-2.0

#include "bilateral/commitment_store.hpp"

#include "base/spaced_words.hpp"

#include <algorithm>
#include <map>

namespace sala::bilateral {

namespace {

using Number = std::int64_t;

// Own ones, and those of forums that are public and not later than this one; c is a commitment and
// f its forum.
constexpr std::string_view within_sight =
    "(c.forum = :forum OR (EXISTS (SELECT 1 FROM release r WHERE r.forum = c.forum) AND f.date <= "
    "(SELECT o.date FROM forum o WHERE o.id = :forum)))";

Text text_of(const std::string& words) { return Text::read(words).value_or(Text{}); }

std::vector<Commitment> rows_of(store::Session& session, Number forum)
{
    std::vector<Commitment> all;
    for (const auto& [of, id, key, title, cities, organisations, status, date, occasion, text, note,
                      source, address] :
         session.select<Number, Number, std::string, std::string, std::string, std::string,
                        std::string, std::string, std::string, std::string, std::string,
                        std::optional<std::string>, std::optional<std::string>>(
             "SELECT c.forum, c.id, c.key, f.title, c.cities, c.organisations, c.status, c.date, "
             "c.occasion, c.text, c.note, s.title, s.address FROM commitment c JOIN forum f ON "
             "f.id "
             "= c.forum LEFT JOIN source s ON s.forum = c.forum AND s.id = c.source WHERE " +
                 std::string(within_sight) +
                 " ORDER BY CASE WHEN c.forum = :forum THEN 0 ELSE 1 END, c.date, c.forum, "
                 "c.position, c.id",
             forum))
        all.push_back({of,
                       Id<Commitment>{id},
                       key,
                       text_of(title),
                       spaced_words(cities),
                       spaced_words(organisations),
                       commitment_status_named(status).value_or(CommitmentStatus::open),
                       date,
                       text_of(occasion),
                       text_of(text),
                       text_of(note),
                       text_of(source.value_or("")),
                       address.value_or(""),
                       {},
                       {}});
    return all;
}

void add_acts(std::vector<Commitment>& all, store::Session& session, Number forum)
{
    std::map<std::pair<Number, Number>, Commitment*> places;
    for (auto& one : all)
        places[{one.forum, one.id.number()}] = &one;
    for (
        const auto& [of, id, commitment, status, at_forum, delegation, on_behalf, by, at, words,
                     name] : session.select<Number, Number, Number, std::string, Number, Number,
                                            Number, std::optional<Number>, Number,
                                            std::optional<std::string>, std::optional<std::string>>(
            "SELECT a.forum, a.id, a.commitment, a.status, a.at_forum, a.delegation, a.on_behalf, "
            "a.by_login, a.at, w.words, CASE WHEN d.name <> '' THEN d.name ELSE t.name END FROM "
            "commitment_act a JOIN commitment c ON c.forum = a.forum AND c.id = a.commitment JOIN "
            "forum f ON f.id = c.forum LEFT JOIN commitment_words w ON w.forum = a.forum AND w.act "
            "= a.id LEFT JOIN delegation d ON d.forum = a.at_forum AND d.id = a.delegation LEFT "
            "JOIN city t ON t.id = d.city WHERE " +
                std::string(within_sight) + " ORDER BY a.id",
            forum))
        if (const auto place = places.find({of, commitment}); place != places.end())
            place->second->acts.push_back(
                {of, Id<CommitmentAct>{id}, Id<Commitment>{commitment},
                 commitment_status_named(status).value_or(CommitmentStatus::open), at_forum,
                 delegation, on_behalf != 0, words.value_or(""), text_of(name.value_or("")),
                 Id<web::Login>{by.value_or(0)}, Instant{at}});
}

// Who of this forum is bound: by name, or because its city or organisation took part there.
void add_delegations(std::vector<Commitment>& all, store::Session& session, Number forum)
{
    std::map<Number, std::vector<Number>> took_part;
    for (const auto& [of, delegation] : session.select<Number, Number>(
             "SELECT e.forum, d.id FROM delegation d JOIN delegation e ON e.city = d.city OR "
             "e.organisation = d.organisation WHERE d.forum = :forum GROUP BY e.forum, d.id, "
             "d.position ORDER BY d.position, d.id",
             forum))
        took_part[of].push_back(delegation);
    for (const auto& [delegation, city, organisation] :
         session.select<Number, std::optional<std::string>, std::optional<std::string>>(
             "SELECT d.id, c.key, o.key FROM delegation d LEFT JOIN city c ON c.id = d.city LEFT "
             "JOIN organisation o ON o.id = d.organisation WHERE d.forum = :forum ORDER BY "
             "d.position, d.id",
             forum))
        for (auto& one : all) {
            const auto has = [](const std::vector<std::string>& keys,
                                const std::optional<std::string>& key) {
                return key && std::find(keys.begin(), keys.end(), *key) != keys.end();
            };
            if (has(one.cities, city) || has(one.organisations, organisation))
                one.delegations.push_back(delegation);
        }
    for (auto& one : all)
        if (!one.is_named())
            one.delegations = took_part[one.forum];
}

}  // namespace

std::vector<Commitment> commitments_for(store::Session& session, std::int64_t forum)
{
    auto all = rows_of(session, forum);
    add_acts(all, session, forum);
    add_delegations(all, session, forum);
    std::erase_if(
        all, [&](const Commitment& one) { return one.forum != forum && one.delegations.empty(); });
    return all;
}

Result<Commitment> commitment_of(store::Session& session, std::int64_t forum,
                                 std::int64_t delegation, const std::string& number)
{
    for (auto& one : commitments_for(session, forum))
        if (one.id.word() == number && one.binds(delegation))
            return std::move(one);
    return missing("no-such-commitment", "This delegation is bound by no such commitment.");
}

void insert(store::Session& session, const CommitmentAct& act)
{
    session.run("INSERT INTO commitment_act (forum, id, commitment, status, at_forum, delegation, "
                "on_behalf, "
                "by_login, at) VALUES (:forum, :id, :commitment, :status, :at_forum, :delegation, "
                ":on_behalf, :by, :at)",
                act.forum, act.id, act.commitment, word(act.status), act.at_forum, act.delegation,
                act.on_behalf, act.by, act.at);
    if (!act.words.empty())
        session.run(
            "INSERT INTO commitment_words (forum, act, words) VALUES (:forum, :act, :words)",
            act.forum, act.id, act.words);
}

}  // namespace sala::bilateral
