// SPDX-License-Identifier: Apache-2.0

#include "floor/poll_store.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace sala::floor {

namespace {

std::optional<std::int64_t> known(std::int64_t login)
{
    return login ? std::optional(login) : std::nullopt;
}

// The cards of a secret poll lie on a pile that is sorted anew with each card: a store keeps rows
// in the order in which they came, as it does those of who took part, and the two could be laid
// beside each other.
void lay_on_pile(store::Session& session, std::int64_t forum, std::int64_t poll, Card card)
{
    std::vector<std::string> cards{word(card)};
    for (const auto& [lying] : session.select<std::string>(
             "SELECT card FROM floor_secret_card WHERE forum = :forum AND poll = :poll", forum,
             poll))
        cards.push_back(lying);
    std::sort(cards.begin(), cards.end());
    session.run("DELETE FROM floor_secret_card WHERE forum = :forum AND poll = :poll", forum, poll);
    for (std::size_t i = 0; i < cards.size(); ++i)
        session.run("INSERT INTO floor_secret_card (forum, poll, name, card) VALUES (:forum, "
                    ":poll, :name, :card)",
                    forum, poll, fmt::format("{:05}", i), cards[i]);
}

Poll* find(std::vector<Poll>& polls, std::int64_t id)
{
    const auto found =
        std::find_if(polls.begin(), polls.end(), [&](const Poll& one) { return one.id == id; });
    return found == polls.end() ? nullptr : &*found;
}

}  // namespace

std::vector<Poll> polls_of(store::Session& session, std::int64_t forum, std::int64_t sitting)
{
    using Number = std::int64_t;
    std::vector<Poll> polls;
    for (const auto& [id, question, secret, at, ended] :
         session.select<Number, std::string, Number, Number, std::optional<Number>>(
             "SELECT p.id, p.question, p.secret, p.at, e.at FROM floor_poll p LEFT JOIN "
             "floor_poll_end e ON e.forum = p.forum AND e.poll = p.id WHERE p.forum = :forum AND "
             "p.sitting = :sitting ORDER BY p.id DESC",
             forum, sitting))
        polls.push_back(
            {id, sitting, question, secret == 1, Instant{at}, Instant{ended.value_or(0)}, {}, {}});
    for (const auto& [id, poll, delegation, card, at, words] :
         session.select<Number, Number, Number, std::string, Number, std::optional<std::string>>(
             "SELECT b.id, b.poll, b.delegation, b.card, b.at, w.words FROM floor_ballot b JOIN "
             "floor_poll p ON p.forum = b.forum AND p.id = b.poll LEFT JOIN floor_ballot_words w "
             "ON w.forum = b.forum AND w.ballot = b.id WHERE b.forum = :forum AND p.sitting = "
             ":sitting AND b.id = (SELECT MAX(n.id) FROM floor_ballot n WHERE n.forum = b.forum "
             "AND n.poll = b.poll AND n.delegation = b.delegation) ORDER BY b.id",
             forum, sitting))
        if (auto* found = find(polls, poll))
            found->ballots.push_back(
                {id, delegation, card_named(card), words.value_or(""), 0, Instant{at}});
    for (const auto& [poll, card] : session.select<Number, std::string>(
             "SELECT c.poll, c.card FROM floor_secret_card c JOIN floor_poll p ON p.forum = "
             "c.forum AND p.id = c.poll WHERE c.forum = :forum AND p.sitting = :sitting",
             forum, sitting))
        if (auto* found = find(polls, poll))
            found->secret_cards.add(card_named(card).value_or(Card::abstain));
    return polls;
}

std::optional<OpenPoll> poll_open_at(store::Session& session, std::int64_t forum,
                                     std::int64_t sitting)
{
    const auto row = session.find<std::int64_t, std::string>(
        "SELECT p.id, p.question FROM floor_poll p WHERE p.forum = :forum AND p.sitting = :sitting "
        "AND NOT EXISTS (SELECT 1 FROM floor_poll_end e WHERE e.forum = p.forum AND e.poll = p.id) "
        "ORDER BY p.id DESC LIMIT 1",
        forum, sitting);
    return row ? std::optional(OpenPoll{std::get<0>(*row), std::get<1>(*row)}) : std::nullopt;
}

std::optional<Poll> poll_closed_since(store::Session& session, std::int64_t forum,
                                      std::int64_t sitting, Instant since)
{
    const auto row = session.find<std::int64_t>(
        "SELECT COUNT(*) FROM floor_poll_end e JOIN floor_poll p ON p.forum = e.forum AND p.id = "
        "e.poll WHERE p.forum = :forum AND p.sitting = :sitting AND e.at > :since",
        forum, sitting, since);
    if (!row || std::get<0>(*row) == 0)
        return std::nullopt;
    auto polls = polls_of(session, forum, sitting);
    return polls.front().is_open() ? std::nullopt : std::optional(std::move(polls.front()));
}

void keep_poll(store::Session& session, std::int64_t forum, const Poll& poll, std::int64_t by)
{
    session.run("INSERT INTO floor_poll (forum, id, sitting, question, secret, by_login, at) "
                "VALUES (:forum, :id, :sitting, :question, :secret, :by, :at)",
                forum, poll.id, poll.sitting, poll.question, poll.secret, known(by),
                poll.opened_at);
}

void end_poll(store::Session& session, std::int64_t forum, std::int64_t poll, std::int64_t by,
              Instant at)
{
    session.run("INSERT INTO floor_poll_end (forum, poll, by_login, at) VALUES (:forum, :poll, "
                ":by, :at)",
                forum, poll, known(by), at);
}

void keep_ballot(store::Session& session, std::int64_t forum, const Poll& poll,
                 const Ballot& ballot)
{
    const auto card = ballot.card ? word(*ballot.card) : std::string{};
    session.run("INSERT INTO floor_ballot (forum, id, poll, delegation, card, by_login, at) VALUES "
                "(:forum, :id, :poll, :delegation, :card, :by, :at)",
                forum, ballot.id, poll.id, ballot.delegation, poll.secret ? std::string{} : card,
                known(ballot.by), ballot.at);
    if (poll.secret && ballot.card)
        lay_on_pile(session, forum, poll.id, *ballot.card);
    else if (!ballot.words.empty())
        session.run("INSERT INTO floor_ballot_words (forum, ballot, words) VALUES (:forum, "
                    ":ballot, :words)",
                    forum, ballot.id, ballot.words);
}

}  // namespace sala::floor
