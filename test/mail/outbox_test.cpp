// SPDX-License-Identifier: Apache-2.0

#include "mail/office.hpp"

#include <doctest/doctest.h>

#include <array>

using namespace sala;
using namespace sala::mail;
using namespace sala::test;
using namespace std::chrono_literals;

TEST_CASE("a letter waits in the outbox as it was written, until somebody approves it")
{
    SmtpServer server;
    Office office(server.address());
    const auto id = office.prepared();

    CHECK(office.one(id) == Kept{.id = id,
                                 .letter = Office::letter("Your meeting", 7),
                                 .created_at = morning,
                                 .state = LetterState::prepared,
                                 .since = morning});
    CHECK(office.postman.run_once(morning + 24h) == 0);
    CHECK(office.acts(id) == std::vector<std::string>{"prepared"});
    CHECK(server.visits() == 0);
}

TEST_CASE("two postmen never carry the same letter")
{
    Office office;
    const auto id = office.approved();
    std::array<bool, 2> ours{};
    for (auto& mine : ours)
        office.store->write(
            [&](store::Session& session) { return mine = take(session, id, morning); });

    CHECK(ours == std::array{true, false});
    CHECK(office.acts(id) == std::vector<std::string>{"prepared", "approved", "sending"});
}

TEST_CASE("what has left, was dropped or never was cannot be approved or dropped")
{
    SmtpServer server;
    Office office(server.address());
    const auto sent = office.approved();
    office.postman.run_once(morning);
    const auto dropped = office.prepared();

    CHECK(office.drops(dropped) == "");
    CHECK(office.drops(sent) == "letter-already-left");
    CHECK(office.approves(sent) == "letter-already-left");
    CHECK(office.approves(dropped) == "letter-dropped");
    CHECK(office.drops(Id<Letter>{1}) == "no-such-letter");
    CHECK(office.postman.run_once(morning + 24h) == 0);
    CHECK(office.acts(dropped) == std::vector<std::string>{"prepared", "dropped"});
    CHECK(server.received().size() == 1);
}

TEST_CASE("the list is newest first, of one forum or of all, in one question to the store")
{
    Office office;
    const auto first = office.prepared("First", 7);
    const auto other = office.prepared("Other", 8);
    const auto last = office.prepared("Last", 7);
    const auto ids = [&](std::optional<std::int64_t> forum, int at_most) {
        std::vector<Id<Letter>> all;
        office.store->read([&](store::Session& session) {
            const auto before = session.statements();
            for (const auto& letter : list(session, forum, at_most))
                all.push_back(letter.id);
            CHECK(session.statements() - before == 1);
        });
        return all;
    };

    CHECK(ids({}, 200) == std::vector{last, other, first});
    CHECK(ids(7, 200) == std::vector{last, first});
    CHECK(ids({}, 2) == std::vector{last, other});
}

TEST_CASE("a letter that cannot be sent is not even prepared")
{
    Office office;
    CHECK_THROWS_AS(office.prepared("Hello\r\nBcc: all@example.org"), Fault);
    office.store->read([](store::Session& session) { CHECK(list(session).empty()); });
}
