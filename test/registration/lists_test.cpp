// SPDX-License-Identifier: Apache-2.0
//
// What comes of registrations: sheets in, lists out, duplicates, seats, and the public list.

#include "guests.hpp"

#include "document/workbook.hpp"

using namespace sala;

namespace {

const std::string six = "role,name_en,name_th,category,arrives_on\n"
                        "head,Ama Mensah,อามา เมนซาห์,leaders,2030-05-05\n"
                        "deputy,Yaw Darko,,leaders,2030-05-05\n"
                        "adviser,Esi Owusu,,,\n"
                        "interpreter,Efua Boateng,,,\n"
                        "press,Kwame Asante,,press,\n"
                        "security,Kojo Addo,,,\n";

Shown imports(Guests& stage, const std::string& bytes, const std::string& what = "import",
              const std::string& who = kofi, const std::string& name = "people.csv")
{
    return stage.upload(accra + "/import", "file", name, bytes, {{"what", what}}, by(who));
}

}  // namespace

TEST_CASE("a delegation comes from a sheet, and sending it twice does no harm")
{
    Guests stage;
    CHECK(imports(stage, six, "check").status == 200);
    CHECK(stage.count("SELECT COUNT(*) FROM registration") == 0);
    CHECK(imports(stage, six).status == 303);
    CHECK(stage.count("SELECT COUNT(*) FROM registration") == 6);
    CHECK(imports(stage, six).status == 303);
    CHECK(stage.count("SELECT COUNT(*) FROM registration") == 6);
    CHECK(stage.count("SELECT COUNT(*) FROM registration_act") == 0);
    CHECK(imports(stage, six, "import", luz).status == 404);
}

TEST_CASE(
    "after a sheet it is said who came in, who was left out, and what it says otherwise of them")
{
    Guests stage;
    const auto first = imports(stage, six).location;
    CHECK(stage.get(first, {.who = kofi}).holds("6 people came in from the sheet."));
    const std::string second = "role,name_en,category,arrives_on,hotel\n"
                               "head,Ama Mensah,leaders,2030-05-06,Two Rivers\n"
                               "deputy,Yaw Darko,leaders,,\n"
                               "adviser,Abena Osei,,,\n";
    CHECK(imports(stage, second, "check").holds("\"differs\":[\"hotel\",\"arrives_on\"]"));
    const auto came = imports(stage, second);
    REQUIRE(came.status == 303);
    const auto page = stage.get(came.location, {.who = kofi});
    CHECK(page.holds("1 person came in from the sheet."));
    CHECK(page.holds("2 were left out, because they are registered already."));
    CHECK(page.holds("The sheet says otherwise: Hotel, Arrives on."));
    CHECK(page.holds("Ama Mensah</a>"));
    CHECK(page.holds("the sheet says nothing else."));
    CHECK(stage.count("SELECT COUNT(*) FROM registration_person WHERE hotel <> '' OR arrives_on = "
                      "'2030-05-06'") == 0);
    // No number in an address opens another delegation.
    const auto query = came.location.substr(came.location.find('?'));
    CHECK_FALSE(stage.get(quito + "/import" + query, {.who = luz}).holds("Ama Mensah"));
}

TEST_CASE("a workbook is read like a sheet, and the empty one has the columns it wants")
{
    Guests stage;
    const auto empty =
        document::read_workbook(stage.get(accra + "/import.xlsx", {.who = kofi}).body);
    REQUIRE(empty);
    CHECK(empty->front().rows.at(0).fields.at(0) == "Part in the delegation");
    const auto book = document::write_workbook(
        {{.name = "people", .rows = {{"Role", "Name"}, {"head", "นางอามา เมนซาห์"}}}}, {});
    REQUIRE(book);
    const auto looked = imports(stage, *book, "check", kofi, "people.xlsx");
    // Without a name in Latin letters nobody gets through a border.
    CHECK(looked.status == 422);
    CHECK(looked.holds("\"column\":\"name_en\",\"code\":\"required\""));
}

TEST_CASE("a row that is wrong keeps the whole sheet out, and every problem is named")
{
    Guests stage;
    const auto reply = imports(stage, "role,name_en,category\nhead,Ama Mensah,\nking,,embassies\n");
    CHECK(reply.status == 422);
    CHECK(reply.holds("\"line\":3"));
    CHECK(reply.holds("\"column\":\"category\",\"code\":\"not-a-choice\""));
    CHECK(stage.count("SELECT COUNT(*) FROM registration") == 0);
    CHECK(imports(stage, "role,shoe_size\nhead,44\n").problem == "unknown-column");
    CHECK(imports(stage, "role,role\nhead,head\n").problem == "column-twice");
    CHECK(imports(stage, "role\n").problem == "no-rows");
    CHECK(imports(stage, "PK\x03\x04 broken", "import", kofi, "x.xlsx").status == 422);
}

TEST_CASE("who may be somebody the server knows is suggested, in either script, and never taken")
{
    Guests stage;
    const auto looked =
        imports(stage, "role,name_en,name_th\nhead,Ahma Mensa,อามา เมนซาห์\n", "check");
    CHECK(looked.holds("\"person\":\"ama-mensah\""));
    const auto number = stage.registers("Ahma Mensa", {{"name_th", "อามา เมนซาห์"}});
    const auto address = accra + "/people/" + number;
    CHECK(stage.get(address, {.who = kofi}).holds("It is the same person"));
    CHECK(stage.count("SELECT COUNT(*) FROM registration_match") == 0);
    // Luz Torres came for Quito: nobody of Accra is told that she is known.
    CHECK(stage.post(address + "/person", {{"person", "luz-torres"}}, by(kofi)).problem ==
          "not-a-choice");
    CHECK(stage.post(address + "/person", {{"person", "ama-mensah"}}, by(kofi)).status == 303);
    CHECK(stage.count("SELECT COUNT(*) FROM registration_match") == 1);
    CHECK_FALSE(stage.get(address, {.who = kofi}).holds("It is the same person"));
}

TEST_CASE("two registrations of one person are put together and taken apart again")
{
    Guests stage;
    const auto first = stage.sends_in("Ama Mensah");
    const auto second = stage.sends_in("Mensah, Ama", {}, luz, quito);
    const auto other = stage.sends_in("Ama Serwaa Mensah", {}, luz, quito);
    const auto pairs = [&] {
        return stage.get("/lyon-2030/duplicates.json").json()["pairs"].items().size();
    };
    CHECK(pairs() >= 1);
    CHECK(stage.post("/lyon-2030/duplicates", {{"kept", first}, {"merged", first}}).problem ==
          "merges-itself");
    CHECK(stage.post("/lyon-2030/duplicates", {{"kept", first}, {"merged", second}}).status == 303);
    CHECK_FALSE(stage.get(quito, {.who = luz}).holds("Mensah, Ama"));
    CHECK(stage.get("/lyon-2030/registrations.json").json()["found"].integer() == 2);
    CHECK(stage.post("/lyon-2030/duplicates", {{"kept", other}, {"merged", second}}).problem ==
          "no-such-registration");
    const auto merge =
        stage.get("/lyon-2030/duplicates.json").json()["merges"].items().at(0)["id"].string();
    CHECK(stage.post("/lyon-2030/duplicates/" + merge + "/undo", {}).status == 303);
    CHECK(stage.post("/lyon-2030/duplicates/" + merge + "/undo", {}).problem == "no-such-merge");
    CHECK(stage.get(quito, {.who = luz}).holds("Mensah, Ama"));
    CHECK(stage.status_of(second) == "submitted");
}

TEST_CASE("arrivals stand by day, hour and flight; only the approved unless one asks for all")
{
    Guests stage;
    stage.approved("Late Guest", {{"arrives_on", "2030-05-05"}, {"arrives_at", "21:00"}});
    stage.approved("Early Guest", {{"arrives_on", "2030-05-05"}, {"arrives_at", "8:05"}});
    stage.approved("First Guest", {{"arrives_on", "2030-05-04"}, {"arrives_at", "23:00"}});
    stage.sends_in("Perhaps Guest", {{"arrives_on", "2030-05-03"}});
    const auto names = [&](const std::string& query) {
        std::vector<std::string> all;
        const auto list = stage.get("/lyon-2030/lists/arrivals.json" + query).json();
        for (std::size_t row = 1; row < list["rows"].items().size(); ++row)
            all.push_back(list["rows"].items()[row].items()[1].string());
        return all;
    };
    CHECK(names("") == std::vector<std::string>{"First Guest", "Early Guest", "Late Guest"});
    CHECK(names("?all=yes") ==
          std::vector<std::string>{"Perhaps Guest", "First Guest", "Early Guest", "Late Guest"});
    CHECK(stage.get("/lyon-2030/lists/arrivals").holds("Sunday 5 May 2030"));
}

TEST_CASE("each list holds whom it is for and nobody else, and no cell is run as a formula")
{
    Guests stage;
    stage.approved("Ama Mensah", {{"diet", "=1+2"}, {"visa_letter", "yes"}, {"passport", "G1"}});
    stage.approved("Yaw Darko", {{"hotel", "Two Rivers"},
                                 {"room", "twin"},
                                 {"interpreting", "th"},
                                 {"arrives_on", "2030-05-05"}});
    CHECK(stage.get("/lyon-2030/lists/diet.csv").holds("'=1+2"));
    CHECK_FALSE(stage.get("/lyon-2030/lists/diet").holds("Yaw Darko"));
    CHECK(stage.get("/lyon-2030/lists/visas").holds("G1"));
    CHECK_FALSE(stage.get("/lyon-2030/lists/diet").holds("G1"));
    CHECK(stage.get("/lyon-2030/lists/rooms").holds("Two Rivers"));
    // A day is the reader's on a page, and stays what can be sorted in a sheet.
    CHECK(stage.get("/lyon-2030/lists/rooms").holds("5 May 2030"));
    CHECK(stage.get("/lyon-2030/lists/rooms", {.language = "th"}).holds("2573"));
    CHECK(stage.get("/lyon-2030/lists/rooms.csv").holds(",2030-05-05,"));
    CHECK(stage.get("/lyon-2030/lists/interpreters").holds("Yaw Darko"));
    const auto book = document::read_workbook(stage.get("/lyon-2030/lists/diet.xlsx").body);
    REQUIRE(book);
    CHECK(book->front().rows.at(1).fields.back() == "=1+2");
    CHECK(stage.get("/lyon-2030/lists/secrets.json").problem == "no-such-list");
}

TEST_CASE("the public reads who agreed to it and is approved, and of them name and post alone")
{
    Guests stage;
    stage.approved("Ama Mensah", {{"on_list", "yes"},
                                  {"post_en", "Mayor of Accra"},
                                  {"passport", "G1234567"},
                                  {"email", "ama@accra.example"},
                                  {"diet", "no peanuts"}});
    stage.approved("Yaw Darko");
    stage.sends_in("Esi Owusu", {{"on_list", "yes"}});
    for (const auto* page : {"/lyon-2030/participants", "/lyon-2030/participants.json"}) {
        const auto shown = stage.get(page, {.as = As::anyone});
        CHECK(shown.status == 200);
        CHECK(shown.holds("Ama Mensah"));
        CHECK(shown.holds("Mayor of Accra"));
        for (const auto* words : {"Yaw Darko", "Esi Owusu", "G1234567", "ama@accra", "peanuts"})
            CHECK_FALSE(shown.holds(words));
    }
}

TEST_CASE("seats go by delegation, role and place in the order, and there is a plate for each")
{
    Guests stage;
    CHECK(stage.get("/lyon-2030/name-plates.pdf").status == 409);
    stage.approved("Second Adviser", {{"precedence", "2"}});
    stage.approved("First Adviser", {{"precedence", "1"}});
    stage.approved("The Head", {{"role", "head"}});
    const auto number = stage.sends_in("Luz Torres", {{"role", "head"}}, luz, quito);
    stage.decides(number, "approve");
    const auto seats = [&](const std::string& query) {
        std::vector<std::string> names;
        const auto plan = stage.get("/lyon-2030/seats.json" + query).json();
        for (const auto& seat : plan["seats"].items())
            names.push_back(seat["name"].string());
        return names;
    };
    CHECK(seats("") == std::vector<std::string>{"The Head", "Luz Torres"});
    CHECK(seats("?each=3") ==
          std::vector<std::string>{"The Head", "First Adviser", "Second Adviser", "Luz Torres"});
    CHECK(stage.get("/lyon-2030/seats.pdf?each=3").body.starts_with("%PDF"));
    CHECK(stage.get("/lyon-2030/name-plates.pdf").body.starts_with("%PDF"));
}

TEST_CASE("who named a hotel and no room is on the list of rooms, and who needs none is not")
{
    Guests stage;
    stage.approved("Ama Mensah", {{"hotel", "Two Rivers"}});
    stage.approved("Yaw Darko", {{"hotel", "Two Rivers"}, {"room", "single"}});
    stage.approved("Esi Owusu", {{"hotel", "Two Rivers"}, {"room", "none"}});
    stage.approved("Kojo Addo");
    const auto list = stage.get("/lyon-2030/lists/rooms.csv");
    CHECK(list.holds("Ama Mensah"));
    CHECK(list.holds("not said"));
    CHECK(list.holds("Yaw Darko"));
    CHECK_FALSE(list.holds("Esi Owusu"));
    CHECK_FALSE(list.holds("Kojo Addo"));
}

TEST_CASE("a rank stands before the name on the public list and the plates, in both languages")
{
    Guests stage;
    stage.approved("Mana Dee", {{"honorific_en", "Mr"},
                                {"name_th", "มานะ ดี"},
                                {"rank", "พลตำรวจเอก"},
                                {"on_list", "yes"}});
    stage.approved("Sok Dara",
                   {{"honorific_en", "Mr"}, {"name_own", "សុខ ដារ៉ា"}, {"on_list", "yes"}});
    const auto english = stage.get("/lyon-2030/participants", {.as = As::anyone});
    CHECK(english.holds("<span>Pol. Gen.</span> Mana Dee"));
    CHECK(english.holds("<span>Mr</span> Sok Dara"));
    CHECK_FALSE(english.holds("M.R."));
    const auto thai = stage.get("/lyon-2030/participants", {.as = As::anyone, .language = "th"});
    CHECK(thai.holds("<span>พลตำรวจเอก</span> มานะ ดี"));
    CHECK_FALSE(thai.holds("หม่อมราชวงศ์"));
}
