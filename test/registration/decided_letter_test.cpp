// SPDX-License-Identifier: Apache-2.0
//
// What follows from a decision on paper: the letter that tells of it, and the letter for a visa.

#include "guests.hpp"

#include "document/files.hpp"

#include <map>
#include <sstream>

using namespace sala;

TEST_CASE("what was decided is told in one letter a focal point, and only when it is wished")
{
    Guests stage;
    const auto first = stage.sends_in("Ama Mensah");
    const auto second = stage.sends_in("Yaw Darko");
    const auto other = stage.sends_in("Luz Torres", {}, luz, quito);
    const auto told = [&] {
        std::vector<mail::Letter> all;
        for (const auto& kept : stage.letters())
            if (kept.letter.reason == "decided_letter")
                all.push_back(kept.letter);
        return all;
    };
    REQUIRE(stage.decides(other, "approve").status == 303);
    CHECK(told().empty());
    REQUIRE(stage
                .post("/lyon-2030/decisions", {{"step", "give-back"},
                                               {"reason", "Names as in the passport, please."},
                                               {"tell", "yes"},
                                               {"pick-" + first, "yes"},
                                               {"pick-" + second, "yes"}})
                .status == 303);
    REQUIRE(told().size() == 1);
    CHECK(told()[0].to_address == kofi);
    CHECK(told()[0].body.find("- Ama Mensah: sent back\n- Yaw Darko: sent back\n") !=
          std::string::npos);
    CHECK(told()[0].body.find("Names as in the passport, please.") != std::string::npos);
    CHECK(told()[0].body.find("Luz") == std::string::npos);
}

TEST_CASE("a letter that waits is dropped once it is decided otherwise, and the others are told")
{
    Guests stage;
    const auto ama = stage.sends_in("Ama Mensah");
    const auto yaw = stage.sends_in("Yaw Darko");
    const auto waiting = [&] {
        std::vector<std::string> bodies;
        for (const auto& kept : stage.letters())
            if (kept.letter.reason == "decided_letter" && kept.state == mail::LetterState::prepared)
                bodies.push_back(kept.letter.body);
        return bodies;
    };
    REQUIRE(stage
                .post("/lyon-2030/decisions", {{"step", "wait"},
                                               {"reason", "Until a place is free."},
                                               {"tell", "yes"},
                                               {"pick-" + ama, "yes"},
                                               {"pick-" + yaw, "yes"}})
                .status == 303);
    REQUIRE(waiting().size() == 1);
    REQUIRE(stage.decides(ama, "approve").status == 303);
    REQUIRE(waiting().size() == 1);
    CHECK(waiting()[0].find("Ama Mensah") == std::string::npos);
    CHECK(waiting()[0].find("Yaw Darko") != std::string::npos);
    CHECK(waiting()[0].find("Until a place is free.") != std::string::npos);
    CHECK(stage.count("SELECT COUNT(*) FROM letter_act WHERE what = 'dropped' AND detail <> ''") ==
          1);
    // Whoever was approved and corrects something is approved still.
    REQUIRE(stage.post("/lyon-2030/registrations/" + yaw, {{"step", "approve"}, {"tell", "yes"}})
                .status == 303);
    REQUIRE(waiting().size() == 1);
    REQUIRE(stage.edits(yaw, {{"post_en", "Engineer"}}).status == 303);
    CHECK(waiting().size() == 1);
    REQUIRE(stage.post(accra + "/people/" + yaw + "/withdraw", {}, by(kofi)).status == 303);
    CHECK(waiting().empty());
}

TEST_CASE("a letter that has left is not taken back, and one of another person stays")
{
    Guests stage;
    const auto ama = stage.sends_in("Ama Mensah");
    const auto yaw = stage.sends_in("Yaw Darko");
    for (const auto& one : {ama, yaw})
        REQUIRE(stage.post("/lyon-2030/registrations/" + one, {{"step", "wait"}, {"tell", "yes"}})
                    .status == 303);
    const auto state_of = [&](const std::string& name) {
        for (const auto& kept : stage.letters())
            if (kept.letter.body.find(name) != std::string::npos)
                return kept.state;
        return mail::LetterState::dropped;
    };
    for (const auto& kept : stage.letters())
        if (kept.letter.body.find("Ama Mensah") != std::string::npos)
            REQUIRE(
                stage.post("/lyon-2030/outbox/" + kept.id.word(), {{"what", "approve"}}).status ==
                303);
    REQUIRE(stage.decides(ama, "approve").status == 303);
    CHECK(state_of("Ama Mensah") == mail::LetterState::approved);
    CHECK(state_of("Yaw Darko") == mail::LetterState::prepared);
}

TEST_CASE("what was decided is told in the language of whoever reads it, not of the secretariat")
{
    Guests stage;
    const auto first = stage.sends_in(
        "Ama Mensah",
        {{"honorific_en", "Ms"}, {"honorific_th", "นาง"}, {"name_th", "อามา เมนซาห์"}});
    const auto other = stage.sends_in(
        "Luz Torres", {{"honorific_en", "Ms"}, {"honorific_th", "นาง"}, {"name_th", "ลุซ ตอร์เรส"}},
        luz, quito);
    const auto reads_in = [&](const std::string& who, const std::string& language) {
        stage.store().write([&](store::Session& session) {
            return session.run("UPDATE login_session SET language = :language WHERE login IN "
                               "(SELECT a.login FROM login_address a WHERE a.address = :who)",
                               language, who) > 0;
        });
    };
    reads_in(kofi, "th");
    reads_in(luz, "");  // nobody knows
    REQUIRE(stage
                .post("/lyon-2030/decisions", {{"step", "approve"},
                                               {"tell", "yes"},
                                               {"pick-" + first, "yes"},
                                               {"pick-" + other, "yes"}})
                .status == 303);
    std::map<std::string, mail::Letter> told;
    for (const auto& kept : stage.letters())
        if (kept.letter.reason == "decided_letter")
            told.emplace(kept.letter.to_address, kept.letter);
    REQUIRE(told.size() == 2);
    CHECK(told[kofi].language == Language::thai());
    CHECK(told[kofi].body.find("Dear") == std::string::npos);
    CHECK(told[kofi].body.find("- นางอามา เมนซาห์: ") != std::string::npos);
    CHECK(told[kofi].body.find("Ama Mensah") == std::string::npos);
    CHECK(told[kofi].body.find("Luz") == std::string::npos);
    CHECK(told[luz].body.find("Dear") != std::string::npos);
    const auto in_thai = told[luz].body.find("\n* * *\n\nเรียน ");
    REQUIRE(in_thai != std::string::npos);
    CHECK(told[luz].body.substr(0, in_thai).find("- Ms Luz Torres: ") != std::string::npos);
    CHECK(told[luz].body.substr(0, in_thai).find("ลุซ") == std::string::npos);
    CHECK(told[luz].body.substr(in_thai).find("- นางลุซ ตอร์เรส: ") != std::string::npos);
    CHECK(told[luz].body.substr(in_thai).find("Torres") == std::string::npos);
    CHECK(told[luz].body.find("Ama") == std::string::npos);
}

TEST_CASE("the letter for a visa is printed of whoever is approved, once a consulate can use it")
{
    Guests stage;
    const auto number = stage.sends_in("Ama Mensah", {{"visa_letter", "yes"}, {"role", "head"}});
    const auto address = "/lyon-2030/registrations/" + number;
    const auto letter = address + "/visa-letter";
    CHECK(stage.get(letter + ".pdf", by("")).problem == "visa-not-approved");
    REQUIRE(stage.decides(number, "approve").status == 303);
    const auto refused = stage.get(letter + ".pdf", by(""));
    CHECK(refused.problem == "visa-incomplete");
    CHECK(refused.holds("Nationality, Number of the passport, Born on"));
    CHECK_FALSE(stage.get(letter).holds("The letter as PDF"));
    CHECK(stage.get(address).holds("/visa-letter"));
    REQUIRE(stage
                .edits(number, {{"nationality", "Ghana"},
                                {"passport", "G1234567"},
                                {"born", "1970-05-06"},
                                {"arrives_on", "2030-05-05"}})
                .status == 303);
    CHECK(stage.get(letter).holds("The letter as PDF"));
    const auto pdf = stage.get(letter + ".pdf");
    REQUIRE(pdf.status == 200);
    CHECK(pdf.header("Cache-Control") == "no-store");
    const document::Folder folder;
    document::write_file(folder / "visa.pdf", pdf.body);
    // However its lines are broken.
    std::istringstream lines(
        document::run("pdftotext -enc UTF-8 " + (folder / "visa.pdf") + " -").output);
    std::string words;
    for (std::string word; lines >> word;)
        words += word + " ";
    CAPTURE(words);
    for (const std::string said : {"Ama Mensah", "nationality Ghana", "6 May 1970",
                                   "passport G1234567", "member of Accra", "5 May 2030"}) {
        CAPTURE(said);
        CHECK(words.find(said) != std::string::npos);
    }
    CHECK(words.find('{') == std::string::npos);
    CHECK(stage.get(letter + ".pdf", {.who = kofi}).status == 403);
}

TEST_CASE("what was decided leaves for nobody who does not speak for the delegation any more")
{
    Guests stage;
    const auto number = stage.sends_in("Ama Mensah");
    REQUIRE(stage.post("/lyon-2030/registrations/" + number, {{"step", "approve"}, {"tell", "yes"}})
                .status == 303);
    REQUIRE(stage
                .post(accra + "/focal-points", {{"address", "new@accra.example"}, {"name", "New"}},
                      by(kofi))
                .status == 303);
    const auto roles = stage.get("/lyon-2030/roles.json").json();
    for (const auto& one : roles["roles"].items())
        if (one["address"].string() == kofi)
            REQUIRE(stage.post("/lyon-2030/roles/" + one["id"].string() + "/withdraw", {}).status ==
                    303);
    const auto approves = [&](const std::string& reason, const std::string& to) {
        for (const auto& one : stage.letters())
            if (one.letter.reason == reason && one.letter.to_address == to)
                return stage.post("/lyon-2030/outbox/" + one.id.word(), {{"what", "approve"}});
        return Shown{};
    };
    CHECK(approves("decided_letter", kofi).problem == "role-handed-over");
    CHECK(approves("focal_point_letter", "new@accra.example").status == 303);
    for (const auto& one : stage.letters())
        CHECK((one.state == mail::LetterState::approved) ==
              (one.letter.reason == "focal_point_letter"));
    // Given back, it may leave; and nobody is kept from dropping it.
    stage.gives(kofi, "focal-point", "delegation=accra");
    CHECK(approves("decided_letter", kofi).status == 303);
}
