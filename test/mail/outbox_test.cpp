// SPDX-License-Identifier: Apache-2.0

#include "mail/outbox.hpp"
#include "mail/postman.hpp"
#include "mail/smtp_server.hpp"
#include "stage_store.hpp"

#include <doctest/doctest.h>

#include <array>

using namespace sala;
using namespace sala::mail;
using namespace std::chrono_literals;
using sala::test::SmtpServer;

namespace {

constexpr Instant morning{1'670'000'000'000};

// An outbox with its postman, and a mail server that may be absent.
struct Office {
    explicit Office(std::string smtp = "", SmtpOptions options = {})
        : store(fresh_store()), postman(*store, with(std::move(options), std::move(smtp)))
    {
    }

    static SmtpOptions with(SmtpOptions options, std::string smtp)
    {
        options.address = std::move(smtp);
        options.from = {"secretariat@forum.example", "Secretariat"};
        options.in_the_clear = true;
        return options;
    }

    Id<Letter> prepared(std::string subject = "Your meeting", std::int64_t forum = 7)
    {
        Id<Letter> id;
        store->write([&](store::Session& session) {
            id = prepare(session, letter(std::move(subject), forum), morning, numbering);
            return true;
        });
        return id;
    }
    Id<Letter> approved(std::string subject = "Your meeting")
    {
        const auto id = prepared(std::move(subject));
        CHECK(approves(id) == "");
        return id;
    }
    static Letter letter(std::string subject, std::int64_t forum)
    {
        return {.forum = forum,
                .to_address = "somchai@bangkok.example",
                .to_name = "สมชาย",
                .subject = std::move(subject),
                .body = "See you.\n.\nThe secretariat\n",
                .language = Language::thai(),
                .reason = "invitation"};
    }

    std::string approves(Id<Letter> id, Instant now = morning)
    {
        return changes([&](store::Session& session) { return approve(session, id, "Dara", now); });
    }
    std::string drops(Id<Letter> id)
    {
        return changes([&](store::Session& session) { return drop(session, id, "Dara", morning); });
    }
    template <class Change>
    std::string changes(Change change)
    {
        std::string code;
        store->write([&](store::Session& session) {
            const auto may = change(session);
            code = may ? "" : may.refusal().code;
            return code.empty();
        });
        return code;
    }

    Kept one(Id<Letter> id)
    {
        std::optional<Kept> found;
        store->read([&](store::Session& session) { found = find(session, id); });
        REQUIRE(found);
        return *found;
    }
    std::vector<std::string> acts(Id<Letter> id)
    {
        std::vector<std::string> all;
        store->read([&](store::Session& session) {
            for (const auto& [what] : session.select<std::string>(
                     "SELECT what FROM letter_act WHERE letter = :letter ORDER BY number", id))
                all.push_back(what);
        });
        return all;
    }

    std::unique_ptr<store::Store> store;
    Numbering numbering{1};
    Postman postman;
};

}  // namespace

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

TEST_CASE("an approved letter leaves once, with the words it had")
{
    SmtpServer server;
    Office office(server.address());
    const auto id = office.approved();

    CHECK(office.postman.run_once(morning) == 1);
    CHECK(office.postman.run_once(morning + 24h) == 0);

    const auto received = server.received();
    REQUIRE(received.size() == 1);
    CHECK(received[0].from.starts_with("MAIL FROM:<secretariat@forum.example>"));
    CHECK(received[0].to == "RCPT TO:<somchai@bangkok.example>");
    CHECK(received[0].data == message_of(Office::letter("Your meeting", 7), id, morning,
                                         {"secretariat@forum.example", "Secretariat"}));
    CHECK(office.acts(id) == std::vector<std::string>{"prepared", "approved", "sending", "sent"});
    CHECK(office.one(id).detail == "250 queued as 42");
}

TEST_CASE("without a mail server letters stay readable and nothing is noted")
{
    Office office;
    const auto id = office.approved();

    CHECK(office.postman.run_once(morning + 24h) == 0);
    office.postman.start();
    office.postman.stop();

    CHECK(office.acts(id) == std::vector<std::string>{"prepared", "approved"});
    CHECK_FALSE(office.postman.has_mail_server());
}

TEST_CASE("a mail server that is busy is asked again a minute later")
{
    SmtpServer server("RCPT", "451 come back later");
    Office office(server.address());
    const auto id = office.approved();

    CHECK(office.postman.run_once(morning) == 1);
    CHECK(office.one(id).state == LetterState::failed);
    CHECK(office.one(id).detail == "451 come back later");
    CHECK(office.postman.run_once(morning + 59s) == 0);
    CHECK(server.visits() == 1);
    CHECK(office.postman.run_once(morning + 60s) == 1);

    CHECK(office.one(id).state == LetterState::sent);
    CHECK(server.received().size() == 1);
    CHECK(office.acts(id) == std::vector<std::string>{"prepared", "approved", "sending", "failed",
                                                      "sending", "sent"});
}

TEST_CASE("a letter that is refused for good is given up at once, with the reason")
{
    SmtpServer server("RCPT", "550 no such mailbox");
    Office office(server.address());
    const auto id = office.approved();

    CHECK(office.postman.run_once(morning) == 1);
    CHECK(office.postman.run_once(morning + 24h) == 0);

    CHECK(office.one(id).state == LetterState::given_up);
    CHECK(office.one(id).detail == "550 no such mailbox");
    CHECK(server.received().empty());
    CHECK(office.acts(id) ==
          std::vector<std::string>{"prepared", "approved", "sending", "failed", "given-up"});
}

TEST_CASE("refused at the end of the text counts as refused, not as sent")
{
    SmtpServer server(".", "552 too large");
    Office office(server.address());
    const auto id = office.approved();

    office.postman.run_once(morning);
    CHECK(office.one(id).state == LetterState::given_up);
    CHECK(office.one(id).detail == "552 too large");
}

TEST_CASE("when the whole mail server says no, the letter is not to blame")
{
    SmtpServer server("HI", "554 not open to you");
    Office office(server.address());
    const auto id = office.approved();

    office.postman.run_once(morning);
    CHECK(office.one(id).state == LetterState::failed);
}

TEST_CASE("a closed mail server is tried six times in eleven hours, then given up; approving starts anew")
{
    std::string nobody;
    {
        SmtpServer gone;
        nobody = gone.address();
    }
    Office office(nobody);
    const auto id = office.approved();

    std::vector<std::chrono::milliseconds> tried;
    for (std::chrono::minutes later{0}; later < 24h; later += 1min)
        if (office.postman.run_once(morning + later) == 1)
            tried.push_back(later);

    CHECK(tried == std::vector<std::chrono::milliseconds>{0min, 1min, 6min, 36min, 156min, 636min});
    CHECK(office.one(id).state == LetterState::given_up);
    CHECK(office.one(id).failures == 6);

    CHECK(office.approves(id, morning + 24h) == "");
    CHECK(office.one(id).failures == 0);
    CHECK(office.postman.run_once(morning + 24h) == 1);
    CHECK(office.one(id).state == LetterState::failed);
}

TEST_CASE("a mail server that falls silent is left, and the next letter still goes")
{
    SmtpServer server("DATA", "");
    Office office(server.address(), {.time_max = 500ms});
    const auto stuck = office.approved("Stuck");
    const auto next = office.approved("Next");

    CHECK(office.postman.run_once(morning) == 2);
    CHECK(office.one(stuck).state == LetterState::failed);
    CHECK(office.one(next).state == LetterState::sent);
}

TEST_CASE("a server without encryption gets no letters, unless that was allowed")
{
    SmtpServer server;
    const std::atomic<bool> stopping{false};
    SmtpOptions options{.address = server.address(), .from = {"a@b.example", ""}};

    CHECK(deliver(options, "c@d.example", "x\r\n", stopping).outcome == Delivery::later);
    CHECK(server.received().empty());
    options.in_the_clear = true;
    CHECK(deliver(options, "c@d.example", "x\r\n", stopping) ==
          Delivery{Delivery::sent, "250 queued as 42"});
}

TEST_CASE("the other side's words are shown as plain characters only")
{
    SmtpServer server("RCPT", "550 \x1b[31m\xff<script>");
    const std::atomic<bool> stopping{false};

    CHECK(deliver({.address = server.address(), .from = {"a@b.example", ""}, .in_the_clear = true},
                  "c@d.example", "x\r\n", stopping) ==
          Delivery{Delivery::never, "550 ?[31m?<script>"});
}

TEST_CASE("who stopped in the middle of sending tries again after a quarter of an hour")
{
    SmtpServer server;
    Office office(server.address());
    const auto id = office.approved();
    office.store->write([&](store::Session& session) { return take(session, id, morning); });

    CHECK(office.postman.run_once(morning + 14min) == 0);
    CHECK(office.postman.run_once(morning + 15min) == 1);
    CHECK(office.one(id).state == LetterState::sent);
}

TEST_CASE("two postmen never carry the same letter")
{
    Office office;
    const auto id = office.approved();
    std::array<bool, 2> ours{};
    for (auto& mine : ours)
        office.store->write([&](store::Session& session) { return mine = take(session, id, morning); });

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

TEST_CASE("the postman's own thread carries what is approved while it runs")
{
    SmtpServer server;
    Office office(server.address());
    office.postman.start();
    const auto id = office.approved();

    for (int i = 0; i < 1000 && office.one(id).state != LetterState::sent; ++i)
        std::this_thread::sleep_for(10ms);
    office.postman.stop();
    CHECK(office.one(id).state == LetterState::sent);
    CHECK(server.received().size() == 1);
}
