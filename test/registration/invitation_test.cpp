// SPDX-License-Identifier: Apache-2.0
//
// A delegation is invited, answers once through its own link, and names who registers its people.

#include "guests.hpp"

#include "web/server_log.hpp"

using namespace sala;

namespace {

const Fields to_accra{{"delegation", "accra"},
                      {"name", "Her Excellency the Mayor of Accra"},
                      {"address", "mayor@accra.example"},
                      {"language", "en"}};
const Fields comes{{"comes", "yes"},
                   {"head", "Ama Mensah"},
                   {"people", "6"},
                   {"focal_name", "Esi Owusu"},
                   {"focal_address", "Esi@accra.example"}};

std::string invitation_number(Stage& stage)
{
    return stage.get("/lyon-2030/invitations.json")
        .json()["invitations"]
        .items()
        .at(0)["id"]
        .string();
}

// The link of a letter is nowhere to be read, so the tests make one as the letter's verb does.
std::string fresh_link(Stage& stage)
{
    std::string token;
    stage.store().write([&](store::Session& session) {
        const auto all = registration::invited_at(session, stage.forum_id());
        token = registration::make_link(session, all.at(0).invitation, false, {}, stage.now(),
                                        stage.numbering());
        return true;
    });
    return token;
}

// Somebody has read the newest letter and the mail server has taken it.
void newest_letter_leaves(Stage& stage)
{
    stage.store().write([&](store::Session& session) {
        const auto letter = mail::list(session, stage.forum_id()).front().id;
        REQUIRE(mail::approve(session, letter, "", stage.now()));
        REQUIRE(mail::take(session, letter, stage.now()));
        mail::note_sent(session, letter, "250 taken", stage.now());
        return true;
    });
}

std::string at(const std::string& token) { return "/lyon-2030/invitation/" + token; }

const Sent nobody{.as = As::anyone, .accept = "application/json"};

}  // namespace

TEST_CASE("an invitation prepares one letter, which waits and shows no link to anybody")
{
    Stage stage;
    REQUIRE(stage.post("/lyon-2030/invitations", to_accra).status == 303);
    CHECK(stage.post("/lyon-2030/invitations", to_accra).problem == "already-invited");
    std::vector<mail::Kept> letters;
    stage.store().read(
        [&](store::Session& session) { letters = mail::list(session, stage.forum_id()); });
    REQUIRE(letters.size() == 1);
    CHECK(letters[0].state == mail::LetterState::prepared);
    CHECK(letters[0].letter.to_address == "mayor@accra.example");
    CHECK(letters[0].letter.subject == "Invitation to Lyon 2030");
    CHECK(letters[0].letter.body.find("{secret}") != std::string::npos);
    CHECK(letters[0].letter.body.find("/invitation/") == std::string::npos);
    CHECK(stage.count("SELECT COUNT(*) FROM invitation_link") == 1);
    CHECK(stage.count(
              "SELECT COUNT(*) FROM invitation_link WHERE token_hash LIKE '%invitation%'") == 0);
}

TEST_CASE("what cannot be invited is refused beside its field, and nothing is kept")
{
    Stage stage;
    const auto refusal = [&](const std::string& field, const std::string& value) {
        auto fields = to_accra;
        for (auto& [name, words] : fields)
            if (name == field)
                words = value;
        return stage.post("/lyon-2030/invitations", fields).problem;
    };
    CHECK(refusal("delegation", "porto") == "not-a-choice");
    CHECK(refusal("address", "nobody") == "not-a-mail-address");
    CHECK(refusal("language", "fr") == "not-a-choice");
    CHECK(stage.count("SELECT COUNT(*) FROM invitation") == 0);
    CHECK(stage.count("SELECT COUNT(*) FROM letter") == 0);
}

TEST_CASE("the answer names the focal point, who has the role at once and a letter that waits")
{
    Stage stage;
    stage.post("/lyon-2030/invitations", to_accra);
    const auto token = fresh_link(stage);
    const auto page = stage.get(at(token), {.as = As::anyone});
    CHECK(page.status == 200);
    CHECK(page.header("Referrer-Policy") == "no-referrer");
    CHECK(page.header("Cache-Control") == "no-store");
    CHECK(page.holds("Your answer for Accra"));
    CHECK(stage.get(at(token), {.as = As::anyone}).status == 200);
    CHECK(stage.post(at(token), comes, nobody).status == 200);
    CHECK(stage.get(accra, {.who = "esi@accra.example"}).status == 200);
    CHECK(stage.get(quito, {.who = "esi@accra.example"}).status == 404);
    CHECK(stage.count("SELECT COUNT(*) FROM role_grant WHERE role = 'focal-point' AND delegation "
                      "IS NOT NULL AND by_login IS NULL") == 1);
    CHECK(stage.get("/lyon-2030/outbox").holds("You register Accra at Lyon 2030"));
}

TEST_CASE("a link is redeemed once, ends after its time, and ends when a newer letter has left")
{
    Stage stage;
    stage.post("/lyon-2030/invitations", to_accra);
    const auto used = fresh_link(stage);
    REQUIRE(stage.post(at(used), comes, nobody).status == 200);
    CHECK(stage.post(at(used), {{"comes", "no"}}, nobody).problem == "invitation-link-over");
    CHECK(stage.get(at(used), nobody).problem == "invitation-link-over");
    const auto replaced = fresh_link(stage);
    stage.passes(std::chrono::seconds(1));
    REQUIRE(
        stage.post("/lyon-2030/invitations/" + invitation_number(stage) + "/again", {}).status ==
        303);
    // The newer letter waits to be read; until it has left, the one that is out works.
    CHECK(stage.get(at(replaced), nobody).status == 200);
    newest_letter_leaves(stage);
    CHECK(stage.get(at(replaced), nobody).problem == "invitation-link-over");
    stage.passes(std::chrono::seconds(1));
    const auto old = fresh_link(stage);
    stage.passes(registration::invitation_link_lives);
    CHECK(stage.post(at(old), comes, nobody).problem == "invitation-link-over");
    CHECK(stage.get(at("made-up"), nobody).problem == "invitation-link-over");
    CHECK(stage.count("SELECT COUNT(*) FROM invitation_answer") == 1);
}

TEST_CASE("a link of one forum opens nothing at another")
{
    Stage stage;
    auto files = lyon_files();
    files["forum.toml"] = "slug = \"porto-2031\"\ntitle_en = \"Porto 2031\"\ndate = "
                          "\"2031\"\ntime_zone = \"Europe/Lisbon\"\n";
    REQUIRE(stage.opens(files, true).empty());
    stage.post("/lyon-2030/invitations", to_accra);
    const auto token = fresh_link(stage);
    CHECK(stage.get("/porto-2031/invitation/" + token, nobody).problem == "invitation-link-over");
    CHECK(stage.get("/no-such-forum/invitation/" + token, nobody).problem ==
          "invitation-link-over");
    CHECK(stage.get(at(token), nobody).status == 200);
}

TEST_CASE("who comes names a focal point; a refused answer leaves the link as it was")
{
    Stage stage;
    stage.post("/lyon-2030/invitations", to_accra);
    const auto token = fresh_link(stage);
    CHECK(stage.post(at(token), {{"comes", "yes"}}, nobody).problem == "focal-point-needed");
    CHECK(stage
              .post(at(token),
                    {{"comes", "yes"}, {"focal_name", "Esi"}, {"focal_address", "a\nb@c"}}, nobody)
              .problem == "not-a-mail-address");
    CHECK(stage.count("SELECT COUNT(*) FROM role_grant") == 0);
    CHECK(stage.post(at(token), {{"comes", "no"}, {"remark", "<script>alert(1)</script>"}}, nobody)
              .status == 200);
    CHECK(stage.count("SELECT COUNT(*) FROM role_grant") == 0);
    const auto page = stage.get("/lyon-2030/invitations/" + invitation_number(stage));
    CHECK(page.holds("&lt;script&gt;alert(1)"));
    CHECK_FALSE(page.holds("<script>alert"));
    CHECK(stage.get("/lyon-2030/invitations").holds("does not come"));
}

TEST_CASE("the secretariat notes an answer on behalf of the delegation, and that stays on record")
{
    Stage stage;
    stage.post("/lyon-2030/invitations", to_accra);
    const auto address = "/lyon-2030/invitations/" + invitation_number(stage);
    CHECK(stage.post(address, comes).status == 303);
    CHECK(stage.count("SELECT COUNT(*) FROM invitation_answer WHERE by_login IS NOT NULL") == 1);
    CHECK(stage.get(address).holds("Noted by the secretariat on behalf of the delegation"));
}

TEST_CASE("only those who have not answered are reminded")
{
    Stage stage;
    stage.post("/lyon-2030/invitations", to_accra);
    auto to_quito = to_accra;
    to_quito[0].second = "quito";
    to_quito[2].second = "alcalde@quito.example";
    stage.post("/lyon-2030/invitations", to_quito);
    // Whose letter still waits to be read has heard nothing that they could be reminded of.
    CHECK(stage.get("/lyon-2030/reminders.json").json()["not_answered"].write() == "[]");
    CHECK(stage.get("/lyon-2030/reminders").holds("A letter to them still waits"));
    CHECK(stage.post("/lyon-2030/reminders", {}, by("")).problem == "everybody-answered");
    newest_letter_leaves(stage);
    stage.post("/lyon-2030/invitations/" + invitation_number(stage), {{"comes", "no"}});
    const auto before = stage.get("/lyon-2030/reminders");
    CHECK(before.holds("alcalde@quito.example"));
    CHECK_FALSE(before.holds("mayor@accra.example"));
    CHECK(stage.count("SELECT COUNT(*) FROM letter WHERE reason = 'invitation_reminder'") == 0);
    CHECK(stage.post("/lyon-2030/reminders", {}).status == 303);
    CHECK(stage.count("SELECT COUNT(*) FROM letter WHERE reason = 'invitation_reminder'") == 1);
    CHECK(stage.count("SELECT COUNT(*) FROM letter WHERE reason = 'invitation_reminder' AND "
                      "to_address = 'alcalde@quito.example' AND body LIKE 'Dear %' AND body LIKE "
                      "'%,\n\nWe wrote to you before%'") == 1);
}

TEST_CASE("the letter is a PDF in both languages, from the forum's own words where it has some")
{
    Stage stage;
    stage.post("/lyon-2030/invitations", to_accra);
    const auto address = "/lyon-2030/invitations/" + invitation_number(stage);
    const auto paper = stage.get(address + ".pdf");
    CHECK(paper.type == "application/pdf");
    CHECK(paper.body.starts_with("%PDF"));
    const auto letter = [&](const std::string& words) {
        return stage
            .post("/lyon-2030/registration-rules",
                  {{"version",
                    stage.get("/lyon-2030/registration-rules.json").json()["version"].string()},
                   {"letter_en", words}})
            .problem;
    };
    CHECK(letter("Come\nDear {recipient}, {passport}") == "unknown-place");
    CHECK(letter("Come\nDear {recipient") == "unclosed-place");
    CHECK(letter("Come to {forum}\nDear {recipient}, come.") == "");
    const auto words = stage.get(address + ".json").json()["letter"];
    CHECK(words["en"].string() == "Dear Her Excellency the Mayor of Accra, come.");
    CHECK(words["th"].string().find("ผู้ประสานงาน") != std::string::npos);
}

TEST_CASE("the rules of registering are not written over by somebody who had an older page")
{
    Stage stage;
    const Fields rules{{"version", "0"}, {"register_by", "2030-04-01"}};
    CHECK(stage.post("/lyon-2030/registration-rules", rules).status == 303);
    CHECK(stage.post("/lyon-2030/registration-rules", rules).problem == "changed-meanwhile");
    CHECK(stage.post("/lyon-2030/registration-rules", {{"register_by", "soon"}}).status == 412);
}

TEST_CASE("a list of invitations asks as many statements for three as for one")
{
    auto files = lyon_files();
    files["forum.toml"] += "";
    files["delegations.csv"] += "lyon,lyon,Lyon\n";
    Stage stage{Stage::Empty{}};
    REQUIRE(stage.opens(files).empty());
    stage.post("/lyon-2030/invitations", to_accra);
    const auto one = stage.get("/lyon-2030/invitations").statements;
    const auto one_reminder = stage.get("/lyon-2030/reminders").statements;
    for (const auto* key : {"quito", "lyon"}) {
        auto fields = to_accra;
        fields[0].second = key;
        REQUIRE(stage.post("/lyon-2030/invitations", fields).status == 303);
    }
    CHECK(stage.get("/lyon-2030/invitations").statements == one);
    CHECK(stage.get("/lyon-2030/reminders").statements == one_reminder);
}

TEST_CASE("words of an invitation are erased and its acts stay")
{
    Stage stage;
    stage.post("/lyon-2030/invitations", to_accra);
    stage.post("/lyon-2030/invitations/" + invitation_number(stage), comes);
    stage.store().write([&](store::Session& session) {
        const auto all = registration::invited_at(session, stage.forum_id());
        registration::erase_words(session, stage.forum_id(), all.at(0).invitation.id);
        return true;
    });
    const auto page = stage.get("/lyon-2030/invitations");
    CHECK(page.status == 200);
    // Whoever answered named a focal point, who has the role as before.
    const auto json = stage.get("/lyon-2030/invitations.json").json();
    const auto& one = json["invitations"].items().at(0);
    CHECK(one["answer"]["focal_name"].string() == "");
    CHECK(one["focal_points"].items().at(0)["name"].string() == "Esi Owusu");
    CHECK_FALSE(page.holds("mayor@accra.example"));
    CHECK(stage.get("/lyon-2030/reminders").status == 200);
    CHECK(stage.count("SELECT COUNT(*) FROM invitation_answer") == 1);
}

TEST_CASE("no log and no act keeps what lets somebody in")
{
    CHECK(web::loggable_target("/lyon-2030/invitation/abc") == "/lyon-2030/invitation/***");
    CHECK(web::loggable_target("/lyon-2030/invitations/12") == "/lyon-2030/invitations/12");
    Stage stage;
    stage.post("/lyon-2030/invitations", to_accra);
    const auto token = fresh_link(stage);
    REQUIRE(stage.post(at(token), comes, nobody).status == 200);
    CHECK(stage.count("SELECT COUNT(*) FROM act WHERE address LIKE '%" + token + "%'") == 0);
    CHECK(stage.count("SELECT COUNT(*) FROM act WHERE verb = 'answer_invitation'") == 1);
}
