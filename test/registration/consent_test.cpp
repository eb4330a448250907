// SPDX-License-Identifier: Apache-2.0
//
// Who does not agree stands on no public list and has no photo, however the no was written.

#include "door/photo_files.hpp"
#include "guests.hpp"

#include "document/zip_archive.hpp"
#include "web/passkeys.hpp"

using namespace sala;

namespace {

Shown imports(Guests& stage, const std::string& rows, const std::string& what = "import")
{
    return stage.upload(accra + "/import", "file", "people.csv", rows, {{"what", what}}, by(kofi));
}

std::string number_of(Guests& stage, const std::string& name)
{
    const auto list = stage.get("/lyon-2030/registrations.json").json();
    for (const auto& one : list["people"].items())
        if (one.write().find(name) != std::string::npos)
            return one["id"].string();
    return {};
}

// Comes by a letter and says who they are.
Jar owner(Guests& stage, const std::string& address, const std::string& number)
{
    Jar jar(stage);
    comes_by_letter(stage, jar, address);
    REQUIRE(jar.post("/lyon-2030/mine/claim", {{"registration", number}}).status == 303);
    return jar;
}

bool stands_there(Guests& stage, const std::string& name)
{
    return stage.get("/lyon-2030/participants", {.as = As::anyone}).holds(name);
}

}  // namespace

TEST_CASE("a no in a sheet puts nobody on the public list, a yes does")
{
    Guests stage;
    REQUIRE(imports(stage, "role,name_en,on_list,visa_letter\nadviser,Ama Mensah,ไม่,no\n"
                           "adviser,Yaw Darko,ใช่,Yes\n")
                .status == 303);
    for (const auto* name : {"Ama Mensah", "Yaw Darko"}) {
        const auto number = number_of(stage, name);
        REQUIRE(stage.post(accra + "/people/" + number + "/submit", {}, by(kofi)).status == 303);
        REQUIRE(stage.decides(number, "approve").status == 303);
    }
    CHECK_FALSE(stands_there(stage, "Ama Mensah"));
    CHECK(stands_there(stage, "Yaw Darko"));
    CHECK(stage.count("SELECT COUNT(*) FROM registration_person WHERE visa_letter <> ''") == 1);
    // Somebody says no afterwards: the sheet says otherwise of a yes that is kept.
    const auto again = imports(stage, "role,name_en,on_list\nadviser,Yaw Darko,no\n", "check");
    CHECK(again.holds("\"differs\":[\"on_list\"]"));
}

TEST_CASE("a word that is neither yes nor no is refused with its row and column, and nobody comes")
{
    Guests stage;
    const std::string rows =
        "role,name_en,on_list\nadviser,Ama Mensah,yes\nadviser,Esi Owusu,not yet\n";
    const auto refused = imports(stage, rows);
    CHECK(refused.status == 422);
    CHECK(refused.holds("not-yes-or-no"));
    const auto page = stage.upload(accra + "/import", "file", "people.csv", rows,
                                   {{"what", "import"}}, {.who = kofi});
    CHECK(page.holds("“not yet” is neither yes nor no. Write yes or no."));
    CHECK(stage.count("SELECT COUNT(*) FROM registration") == 0);
}

TEST_CASE("a program that sends no, or nothing, has not agreed")
{
    Guests stage;
    const auto mensah = stage.registers("Ama Mensah", {{"on_list", "no"}});
    CHECK(stage.count("SELECT COUNT(*) FROM registration_person WHERE on_list <> ''") == 0);
    for (const auto* word : {"no", "", "false", "0"}) {
        CAPTURE(word);
        CHECK(stage
                  .upload(accra + "/people/" + mensah + "/photo", "photo", "a.jpg",
                          jpeg_of(600, 800), {{"agreed", word}}, by(kofi))
                  .problem == "agreement-needed");
    }
    CHECK(stage.count("SELECT COUNT(*) FROM person_photo") == 0);
    // Nobody is decided about by a pick that says no.
    const auto yaw = stage.sends_in("Yaw Darko");
    CHECK(
        stage.post("/lyon-2030/decisions", {{"step", "approve"}, {"pick-" + yaw, "no"}}).problem ==
        "nobody-ticked");
    CHECK(stage.status_of(yaw) == "submitted");
}

TEST_CASE("the empty sheet offers yes and no where a yes or a no is asked for")
{
    Guests stage;
    const auto book = stage.get(accra + "/import.xlsx", {.who = kofi}).body;
    const auto archive = document::ZipArchive::opened(book);
    REQUIRE(archive);
    CHECK(archive->part("xl/worksheets/sheet1.xml")->find("yes,no") != std::string::npos);
}

TEST_CASE("whoever takes the consent back is off the list at once, also after the last day")
{
    Guests stage;
    const auto mensah =
        stage.approved("Ama Mensah", {{"on_list", "yes"}, {"email", "ama@a.example"}});
    const auto yaw = stage.approved("Yaw Darko", {{"on_list", "yes"}});
    const auto esi = stage.approved("Esi Owusu");
    auto jar = owner(stage, "ama@a.example", mensah);
    stage.closes_registering();
    REQUIRE(stands_there(stage, "Ama Mensah"));
    // By the owner.
    REQUIRE(jar.post("/lyon-2030/mine", {{"version", "1"}, {"name_en", "Ama Mensah"}}).status ==
            303);
    CHECK_FALSE(stands_there(stage, "Ama Mensah"));
    CHECK(stage.wish_of(mensah).empty());
    CHECK(stage.status_of(mensah) == "approved");
    // By the delegation; what else was typed is asked for.
    REQUIRE(stage.edits(yaw, {{"on_list", ""}, {"hotel", "Two Rivers"}}).status == 303);
    CHECK_FALSE(stands_there(stage, "Yaw Darko"));
    CHECK_FALSE(stage.wish_of(yaw).empty());
    CHECK(stage.get(accra + "/people/" + yaw + ".json", {.who = kofi}).json()["hotel"].string() ==
          "");
    REQUIRE(stage.answers_wish(yaw, "leave").status == 303);
    CHECK_FALSE(stands_there(stage, "Yaw Darko"));
    // To be added is asked for.
    REQUIRE(stage.edits(esi, {{"on_list", "yes"}}).status == 303);
    CHECK_FALSE(stands_there(stage, "Esi Owusu"));
    CHECK_FALSE(stage.wish_of(esi).empty());
}

TEST_CASE("who was refused takes the consent back as well, and changes nothing else")
{
    Guests stage;
    const auto mensah = stage.sends_in("Ama Mensah", {{"on_list", "yes"}});
    REQUIRE(stage.decides(mensah, "refuse", "No place.").status == 303);
    CHECK(stage.edits(mensah, {{"on_list", ""}, {"hotel", "Ibis"}}).problem == "not-editable");
    CHECK(stage.count("SELECT COUNT(*) FROM registration_person WHERE on_list <> ''") == 1);
    CHECK(stage.edits(mensah, {{"on_list", ""}}).status == 303);
    CHECK(stage.count("SELECT COUNT(*) FROM registration_person WHERE on_list <> ''") == 0);
    CHECK(stage.edits(mensah, {{"on_list", "yes"}}).problem == "not-editable");
}
