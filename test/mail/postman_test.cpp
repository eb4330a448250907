// SPDX-License-Identifier: Apache-2.0

#include "mail/office.hpp"

#include <doctest/doctest.h>

#include <functional>

using namespace sala;
using namespace sala::mail;
using namespace sala::test;
using namespace std::chrono_literals;

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

TEST_CASE("who waits for a letter about their login does not wait for all letters of a long round")
{
    SmtpServer server;
    int looks = 0;
    std::function<void()> writes;
    Office office(server.address(), {}, [&](store::Store&) {
        if (++looks != 3)  // before the round, and after each letter
            return false;
        writes();
        return true;
    });
    writes = [&] { CHECK(office.approves(office.prepared("Your link", 0)) == ""); };
    for (const auto* subject : {"One", "Two", "Three", "Four"})
        office.approved(subject);
    CHECK(office.postman.run_once(morning) == 2);
    CHECK(office.postman.run_once(morning) == 3);
    std::vector<std::string> subjects;
    for (const auto& one : server.received()) {
        const auto at = one.data.find("Subject: ") + 9;
        subjects.push_back(one.data.substr(at, one.data.find("\r\n", at) - at));
    }
    CHECK(subjects == std::vector<std::string>{"One", "Two", "Your link", "Three", "Four"});
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
    CHECK(office.acts(id) ==
          std::vector<std::string>{"prepared", "approved", "sending", "failed", "sending", "sent"});
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

TEST_CASE(
    "a closed mail server is tried six times in eleven hours, then given up; approving starts anew")
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
                  "c@d.example", "x\r\n",
                  stopping) == Delivery{Delivery::never, "550 ?[31m?<script>"});
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
