// SPDX-License-Identifier: Apache-2.0
//
// What recipients and mail servers say to letters: no more of them, and that one came back.

#include "guests.hpp"

#include "mail/message.hpp"
#include "mail/postman.hpp"
#include "mail/smtp_server.hpp"
#include "mail/standing.hpp"

using namespace sala;

namespace {

Fields letter(const std::string& audience, const std::string& kind)
{
    return {{"audience", audience},
            {"kind", kind},
            {"subject_en", "News of {forum}"},
            {"body_en", "Dear {name}"},
            {"subject_th", "ข่าวของ {forum}"},
            {"body_th", "เรียน {name}"}};
}

// Writes it and puts the letters into the outbox; answers its page.
std::string prepared(Guests& stage, const std::string& audience, const std::string& kind)
{
    const auto shown = stage.post("/lyon-2030/circulars", letter(audience, kind));
    REQUIRE(shown.status == 303);
    REQUIRE(stage.post(shown.location, {}).status == 303);
    return shown.location;
}

// The newest letter to this address.
mail::Kept newest_to(Guests& stage, const std::string& address)
{
    for (const auto& one : stage.letters())
        if (one.letter.to_address == address)
            return one;
    FAIL("no letter to " << address);
    return {};
}

std::string link_in(Guests& stage, const mail::Kept& kept)
{
    std::string link;
    stage.store().read(
        [&](store::Session& session) { link = mail::unsubscribe_of(session, kept.id); });
    return link;
}

std::string page_of(const mail::Kept& kept) { return "/lyon-2030/outbox/" + kept.id.word(); }

void leaves(Guests& stage, const mail::Kept& kept)
{
    stage.store().write([&](store::Session& session) {
        REQUIRE(mail::approve(session, kept.id, "Dara", stage.now()));
        REQUIRE(mail::take(session, kept.id, stage.now()));
        mail::note_sent(session, kept.id, "250 taken", stage.now());
        return true;
    });
}

void invites_accra(Guests& stage)
{
    REQUIRE(stage
                .post("/lyon-2030/invitations", {{"delegation", "accra"},
                                                 {"name", "The Mayor of Accra"},
                                                 {"address", "Mayor@accra.example"},
                                                 {"language", "en"}})
                .status == 303);
}

const Sent nobody{.as = As::anyone, .accept = "application/json"};

// Somebody has read all that waits, and it may leave.
void letters_are_read(Guests& stage)
{
    for (const auto& kept : stage.letters())
        if (kept.state == mail::LetterState::prepared)
            stage.store().write([&, id = kept.id](store::Session& session) {
                return static_cast<bool>(mail::approve(session, id, "", stage.now()));
            });
}

}  // namespace

TEST_CASE("news and reminders carry a link to unsubscribe, invitations and notices do not")
{
    Guests stage;
    invites_accra(stage);
    CHECK(link_in(stage, stage.letters().front()).empty());
    letters_are_read(stage);
    REQUIRE(stage.post("/lyon-2030/reminders", {}).status == 303);
    CHECK(stage.letters().front().letter.reason == "invitation_reminder");
    CHECK(link_in(stage, stage.letters().front()).starts_with("/lyon-2030/unsubscribe/"));
    prepared(stage, "focal-points", "notice");
    CHECK(link_in(stage, newest_to(stage, kofi)).empty());
    CHECK(newest_to(stage, kofi).letter.body == "Dear kofi@accra.example\n");
    prepared(stage, "focal-points", "news");
    const auto news = newest_to(stage, kofi);
    CHECK(news.letter.body.ends_with("One click says so:\n" + link_in(stage, news) + "\n"));
    CHECK(link_in(stage, news) != link_in(stage, newest_to(stage, luz)));
}

TEST_CASE("a mail program finds the link in the headers of RFC 8058, over https alone")
{
    const mail::Letter news{.to_address = "a@b.example", .subject = "News", .body = "Dear A\n"};
    const auto message = [&](const std::string& link) {
        return mail::message_of(news, Id<mail::Letter>{7}, Instant{0}, {"f@forum.example", ""},
                                link);
    };
    const auto with = message("https://forum.example/lyon-2030/unsubscribe/X");
    CHECK(with.find("\r\nList-Unsubscribe: <https://forum.example/lyon-2030/unsubscribe/X>\r\n"
                    "List-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n\r\n") !=
          std::string::npos);
    for (const auto* link : {"", "http://forum.example/x", "/x", "https://x>\r\nBcc: <a@b.example"})
        CHECK(message(link).find("List-Unsubscribe") == std::string::npos);
}

TEST_CASE("following the link changes nothing, pressing the button ends reminders and news alone")
{
    Guests stage;
    prepared(stage, "focal-points", "news");
    const auto news = newest_to(stage, kofi);
    const auto link = link_in(stage, news);
    const auto page = stage.get(link, {.as = As::anyone});
    CHECK(page.status == 200);
    CHECK(page.header("Cache-Control") == "no-store");
    CHECK_FALSE(page.holds(kofi));
    CHECK(stage.get(link, nobody).json()["unsubscribed"].boolean() == false);
    CHECK(stage.count("SELECT COUNT(*) FROM letter_unsubscription") == 0);
    CHECK(newest_to(stage, kofi).state == mail::LetterState::prepared);

    // As a mail program does it: no cookie, no page, one field.
    CHECK(stage.post(link, {{"List-Unsubscribe", "One-Click"}}, {.as = As::anyone}).status == 200);
    CHECK(stage.post(link, {}, nobody).status == 200);
    CHECK(stage.count("SELECT COUNT(*) FROM letter_unsubscription") == 1);
    CHECK(newest_to(stage, kofi).state == mail::LetterState::dropped);
    CHECK(newest_to(stage, luz).state == mail::LetterState::prepared);
    CHECK(stage.count("SELECT COUNT(*) FROM act WHERE address LIKE '%" +
                      link.substr(link.rfind('/') + 1) + "%'") == 0);

    const auto next = stage.post("/lyon-2030/circulars", letter("focal-points", "news")).location;
    CHECK(stage.get(next).holds("wants no reminders and news"));
    REQUIRE(stage.post(next, {}).status == 303);
    CHECK(newest_to(stage, kofi).id == news.id);
    prepared(stage, "focal-points", "notice");
    CHECK(newest_to(stage, kofi).letter.reason == "circular_notice");
}

TEST_CASE("who wants no reminders is not reminded, and the secretariat sees why")
{
    Guests stage;
    invites_accra(stage);
    letters_are_read(stage);
    REQUIRE(stage.post("/lyon-2030/reminders", {}).status == 303);
    REQUIRE(stage.post(link_in(stage, stage.letters().front()), {}, nobody).status == 200);
    CHECK(stage.get("/lyon-2030/reminders").holds("Wants no reminders"));
    CHECK(stage.post("/lyon-2030/reminders", {}).problem == "everybody-answered");
    const auto number =
        stage.get("/lyon-2030/invitations.json").json()["invitations"].items().at(0)["id"].string();
    CHECK(stage.get("/lyon-2030/invitations/" + number).holds("wants no reminders and news"));
    // The invitation itself can be sent again.
    CHECK(stage.post("/lyon-2030/invitations/" + number + "/again", {}).status == 303);
    CHECK(stage.letters().front().letter.reason == "invitation_letter");
}

TEST_CASE("a link that was made up, or belongs to another forum, unsubscribes nobody")
{
    Guests stage;
    auto files = lyon_files();
    files["forum.toml"] = "slug = \"porto-2031\"\ntitle_en = \"Porto 2031\"\ndate = "
                          "\"2031\"\ntime_zone = \"Europe/Lisbon\"\n";
    REQUIRE(stage.opens(files, true).empty());
    prepared(stage, "focal-points", "news");
    const auto link = link_in(stage, newest_to(stage, kofi));
    const auto token = link.substr(link.rfind('/') + 1);
    auto wrong = token;
    wrong.back() = wrong.back() == 'A' ? 'B' : 'A';
    for (const auto& address :
         {"/lyon-2030/unsubscribe/" + wrong, "/porto-2031/unsubscribe/" + token,
          "/nowhere/unsubscribe/" + token}) {
        CHECK(stage.post(address, {}, nobody).problem == "unsubscribe-link-over");
        CHECK(stage.get(address, nobody).problem == "unsubscribe-link-over");
    }
    CHECK(stage.count("SELECT COUNT(*) FROM letter_unsubscription") == 0);
}

TEST_CASE("the secretariat notes that a letter came back, and the next one to there asks first")
{
    Guests stage;
    invites_accra(stage);
    const auto first = newest_to(stage, "mayor@accra.example");
    CHECK(stage.post(page_of(first) + "/returned", {{"reason", "no such user"}}).problem ==
          "letter-has-not-left");
    leaves(stage, first);
    CHECK(stage.post(page_of(first) + "/returned", {{"reason", ""}}).status == 422);
    REQUIRE(stage.post(page_of(first) + "/returned", {{"reason", "no such user"}}).status == 303);
    const auto number =
        stage.get("/lyon-2030/invitations.json").json()["invitations"].items().at(0)["id"].string();
    CHECK(stage.get("/lyon-2030/invitations/" + number)
              .holds("A letter to this address came back: no such user"));
    REQUIRE(stage.post("/lyon-2030/invitations/" + number + "/again", {}).status == 303);
    const auto second = stage.letters().front();
    CHECK(stage.get(page_of(second)).holds("It shall go there nevertheless"));
    CHECK(stage.post(page_of(second), {{"what", "approve"}}).problem == "came-back-before");
    CHECK(stage.letters().front().state == mail::LetterState::prepared);
    CHECK(stage.post(page_of(second), {{"what", "approve"}, {"sure", "yes"}}).status == 303);
    CHECK(stage.letters().front().state == mail::LetterState::approved);
    // Nobody else is asked.
    prepared(stage, "focal-points", "notice");
    CHECK_FALSE(stage.get(page_of(newest_to(stage, kofi))).holds("nevertheless"));
    CHECK(stage.post(page_of(newest_to(stage, kofi)), {{"what", "approve"}}).status == 303);
}

TEST_CASE("a program notes it with a token for the outbox, which opens nothing else")
{
    Guests stage;
    invites_accra(stage);
    const auto first = newest_to(stage, "mayor@accra.example");
    leaves(stage, first);
    const auto made = stage.post(
        "/login/mine/tokens",
        {{"name", "returns"}, {"days", "30"}, {"changes", "yes"}, {"below", "/lyon-2030/outbox"}});
    REQUIRE(made.status == 200);
    const Sent program{.as = As::anyone,
                       .accept = "application/json",
                       .headers = {{"Authorization", "Bearer " + made.json()["token"].string()}}};
    CHECK(stage.post("/lyon-2030/reminders", {}, program).status == 401);
    REQUIRE(
        stage.post(page_of(first) + "/returned", {{"reason", "mailbox full"}}, program).status ==
        303);
    CHECK(stage.get(page_of(first) + ".json", program).json()["came_back"].string() ==
          "mailbox full");
    CHECK(stage.post(page_of(first) + "/returned", {{"reason", "x"}}, by(kofi)).status == 403);
    CHECK(stage.count("SELECT COUNT(*) FROM letter_return") == 1);
}

TEST_CASE("a mail server that says no for good is noted by itself, one that is busy is not")
{
    Guests stage;
    const auto number = stage.registers("Esi", {{"email", "esi@accra.example"}});
    prepared(stage, "registered", "notice");
    const auto first = newest_to(stage, "esi@accra.example");
    REQUIRE(stage.post(page_of(first), {{"what", "approve"}}).status == 303);
    const auto tries = [&](const std::string& answer) {
        test::SmtpServer server("RCPT", answer);
        mail::Postman postman(
            stage.store(),
            {.address = server.address(), .from = {"f@forum.example", ""}, .in_the_clear = true});
        return postman.run_once(stage.now());
    };
    CHECK(tries("451 come back later") == 1);
    CHECK(stage.count("SELECT COUNT(*) FROM letter_return") == 0);
    stage.passes(std::chrono::minutes(2));
    CHECK(tries("550 no such user here") == 1);
    CHECK(stage.count("SELECT COUNT(*) FROM letter_return WHERE by_login IS NULL") == 1);
    CHECK(stage.get(accra + "/people/" + number, {.who = kofi}).holds("550 no such user here"));
    CHECK(stage.get("/lyon-2030/registrations/" + number).holds("550 no such user here"));
    // A letter to many leaves it aside; what waits for others leaves.
    stage.registers("Yaw", {{"email", "yaw@accra.example"}});
    const auto next = prepared(stage, "registered", "notice");
    CHECK(stage.get(next).holds("a letter came back"));
    REQUIRE(stage.post(next + "/approve", {}).status == 303);
    CHECK(newest_to(stage, "esi@accra.example").state == mail::LetterState::prepared);
    CHECK(newest_to(stage, "yaw@accra.example").state == mail::LetterState::approved);
    CHECK(stage.post(next + "/approve", {}).problem == "came-back-before");
}

TEST_CASE("who is erased takes along what was written to them, and why it came back")
{
    Guests stage;
    const auto number = stage.registers("Esi", {{"email", "esi@accra.example"}});
    prepared(stage, "registered", "notice");
    const auto first = newest_to(stage, "esi@accra.example");
    leaves(stage, first);
    REQUIRE(stage.post(page_of(first) + "/returned", {{"reason", "no esi@accra.example"}}).status ==
            303);
    REQUIRE(stage.post("/lyon-2030/registrations/" + number + "/erase", {}).status == 303);
    CHECK(stage.count("SELECT COUNT(*) FROM letter WHERE to_address LIKE '%esi%' OR body LIKE "
                      "'%Esi%'") == 0);
    CHECK(stage.count("SELECT COUNT(*) FROM letter_return WHERE reason <> ''") == 0);
    CHECK(stage.count("SELECT COUNT(*) FROM letter_return") == 1);
}
