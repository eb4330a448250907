// SPDX-License-Identifier: Apache-2.0
//
// Who speaks for a delegation: whoever it names, nobody while it names nobody, and never somebody
// of another one; for which group; and what two people save who change one inscription.

#include "delegations.hpp"

using namespace sala;

namespace {

const Sent secretary{.accept = "application/json"};
const std::string accra = "/lyon-2030/delegations/accra";
const std::vector<std::string> every_list{"/chair", "/texts", "/floor", "/order", "/place"};

class Speakers : public Delegations {
public:
    // Somebody whom Accra registers; answers the number.
    std::string registers(const std::string& name, bool approve = true)
    {
        const auto added =
            post(accra + "/people/new",
                 {{"role", "adviser"}, {"name_en", name}, {"post_en", "Deputy"}}, kofi);
        REQUIRE(added.status == 303);
        const auto number = added.location.substr(added.location.rfind('/') + 1);
        REQUIRE(post(accra + "/people/" + number + "/submit", {}, kofi).status == 303);
        if (approve)
            REQUIRE(post("/lyon-2030/registrations/" + number, {{"step", "approve"}}, secretary)
                        .status == 303);
        return number;
    }
    std::string person_of(const std::string& sheet_key)
    {
        std::string number;
        store().read([&](store::Session& session) {
            number = std::to_string(std::get<0>(
                *session.find<std::int64_t>("SELECT id FROM person WHERE key = :key", sheet_key)));
        });
        return number;
    }
    // The lists in which such words stand.
    std::vector<std::string> lists_with(const std::string& words)
    {
        std::vector<std::string> all;
        for (const auto* page : {"/chair", "/texts", "/floor", "/order", "/place"}) {
            const Sent who = page == std::string("/place") ? Sent{.who = luz.who} : Sent{};
            const auto shown = get(sitting + page, who);
            const auto queue = shown.body.find("<ol class=\"queue\">");
            if (queue != std::string::npos &&
                shown.body.substr(queue, shown.body.find("</ol>", queue) - queue).find(words) !=
                    std::string::npos)
                all.emplace_back(page);
        }
        return all;
    }
    std::string named(const std::string& delegation)
    {
        const auto now = floor();
        for (const auto* where : {"speaking", "list"})
            for (const auto& one : now[where].items())
                if (one["delegation"].string() == delegation)
                    return one["person"]["en"]["verbatim"].string();
        return "not in the list";
    }
};

}  // namespace

TEST_CASE("lists, hall and phone say who was named, and nobody while another level names nobody")
{
    Speakers stage;
    REQUIRE(stage.inscribes(kofi).status == 303);
    CHECK(stage.named("accra") == "Ama Mensah");
    CHECK(stage.lists_with("Ama Mensah, Mayor of Accra") == every_list);
    REQUIRE(stage.inscribes(kofi, {{"level", "deputy"}}).status == 303);
    CHECK(stage.named("accra").empty());
    CHECK(stage.lists_with("<b>Accra") == every_list);
    CHECK(stage.lists_with("Ama Mensah").empty());
    CHECK(stage.lists_with("Mayor of Accra").empty());
    const auto efua = stage.registers("Efua Boateng");
    REQUIRE(stage.inscribes(kofi, {{"level", "deputy"}, {"person", efua}}).status == 303);
    CHECK(stage.named("accra") == "Efua Boateng");
    CHECK(stage.lists_with("Efua Boateng, Deputy") == every_list);
    stage.leads("open");
    CHECK(stage.lists_with("Efua Boateng, Deputy") == every_list);
    REQUIRE(stage
                .leads("substitute " + stage.entry("quito"),
                       {{"person", stage.person_of("luz-torres")}})
                .status == 303);
    CHECK(stage.lists_with("Luz Torres, Mayor of Quito") == every_list);
    REQUIRE(stage.leads("give " + stage.entry("accra")).status == 303);
    CHECK(stage.get(stage.sitting + "/screen", {.as = As::anyone}).holds("Efua Boateng"));
    CHECK(stage.get(stage.sitting + "/floor", {.as = As::anyone}).holds("Deputy"));
    CHECK(stage.get(stage.sitting + "/place", {.who = luz.who}).holds("Efua Boateng"));
    // Naming is the delegation's and no substitution.
    stage.leads("end");
    CHECK_FALSE(stage.get(stage.sitting + "/record").holds("instead of"));
}

TEST_CASE("nobody is named who was not said to speak: only a head is, and only for a statement")
{
    auto files = lyon_files();
    files["persons.csv"] += "nana-owusu,Mr,นาย,Nana Owusu,นานา โอวูซู\n";
    files["posts.csv"] += "clerk,lyon,Clerk of Lyon,เสมียนลียง\n";
    files["delegations.csv"] += "lyon,lyon,Lyon\n";
    files["delegates.csv"] += "nana,lyon,nana-owusu,clerk,member\n";
    Plenary stage{files};
    stage.leads("open");
    // Accra's head speaks as the programme has it; whoever asks a question for it is not known.
    const auto step = [&](const std::string& kind, const std::string& delegation) {
        REQUIRE(stage.leads("enter " + kind, {{"delegation", delegation}}).status == 303);
        const auto now = stage.get(stage.sitting + "/record.json").json();
        return now["acts"].items().back()["person"];
    };
    CHECK(step("question", "accra").is_null());
    CHECK(step("order", "accra").is_null());
    CHECK(step("reply", "quito").is_null());
    CHECK(step("statement", "lyon").is_null());
    CHECK(step("statement", "quito")["en"]["verbatim"].string() == "Luz Torres");
    REQUIRE(stage.leads("give " + stage.entry("lyon")).status == 303);
    REQUIRE(stage.leads("start").status == 303);
    stage.passes(std::chrono::seconds{30});
    for (const auto* page : {"/screen", "/lower-third", "/floor"}) {
        CAPTURE(page);
        CHECK(stage.get(stage.sitting + page).holds("Lyon"));
        CHECK_FALSE(stage.get(stage.sitting + page).holds("Nana Owusu"));
        CHECK_FALSE(stage.get(stage.sitting + page).holds("Clerk of Lyon"));
    }
    REQUIRE(stage.leads("end").status == 303);
    // The page lets whoever corrects it choose from all who might have spoken.
    for (const auto* record : {"/record.json", "/record.xml"})
        CHECK_FALSE(stage.get(stage.sitting + record).holds("Nana Owusu"));
}

TEST_CASE("nobody names a person of another delegation, or one who does not exist")
{
    Speakers stage;
    const auto waiting = stage.registers("Yaw Addo", false);
    for (const auto& number : {stage.person_of("luz-torres"), std::string("424242"), waiting})
        CHECK(stage.inscribes(kofi, {{"person", number}}).problem == "no-such-speaker");
    CHECK(stage.count("SELECT COUNT(*) FROM inscription") == 0);
    stage.leads("open");
    const auto entry = stage.entry("accra");
    const auto acts = stage.count("SELECT COUNT(*) FROM floor_act");
    for (const auto& number :
         {stage.person_of("luz-torres"), std::string("424242"), std::string("0"), waiting})
        CHECK(stage.leads("substitute " + entry, {{"person", number}}).problem ==
              "no-such-speaker");
    CHECK(stage.count("SELECT COUNT(*) FROM floor_act") == acts);
    CHECK(stage.named("accra") == "Ama Mensah");
}

TEST_CASE("whoever is registered and approved may speak instead, and the record names both")
{
    Speakers stage;
    const auto efua = stage.registers("Efua Boateng");
    stage.leads("open");
    CHECK(stage.get(stage.console).holds(">Efua Boateng</option>"));
    REQUIRE(stage.leads("substitute " + stage.entry("accra"), {{"person", efua}}).status == 303);
    CHECK(stage.named("accra") == "Efua Boateng");
    REQUIRE(stage.leads("give " + stage.entry("accra")).status == 303);
    REQUIRE(stage.leads("start").status == 303);
    stage.passes(std::chrono::seconds{20});
    REQUIRE(stage.leads("end").status == 303);
    for (const auto* record : {"/record", "/record.xml"}) {
        CAPTURE(record);
        CHECK(stage.get(stage.sitting + record).holds("Efua Boateng"));
        CHECK(stage.get(stage.sitting + record).holds("instead of Ama Mensah"));
    }
    const auto speech = stage.get(stage.sitting + "/record.json").json()["speeches"].items().at(0);
    CHECK(speech["instead_of"]["en"]["verbatim"].string() == "Ama Mensah");
}

TEST_CASE("a statement on behalf of a group says of which, on list, screen and record")
{
    Delegations stage;
    CHECK(stage.inscribes(kofi, {{"kind", "group"}}).problem == "group-missing");
    REQUIRE(stage.inscribes(kofi, {{"kind", "group"}, {"on_behalf", "the delta cities"}}).status ==
            303);
    CHECK(stage.floor()["list"].items().at(0)["on_behalf"]["en"]["verbatim"].string() ==
          "the delta cities");
    CHECK(stage.get(stage.sitting + "/floor").holds("On behalf of the delta cities"));
    // A statement that becomes one of the group is one in the list, too.
    REQUIRE(stage.inscribes(luz).status == 303);
    REQUIRE(stage.inscribes(luz, {{"kind", "group"}, {"on_behalf", "the Andes"}}).status == 303);
    CHECK(stage.list().size() == 2);
    CHECK(stage.get(stage.console).holds("On behalf of the Andes"));
    stage.leads("open");
    REQUIRE(stage.leads("give " + stage.entry("accra")).status == 303);
    CHECK(stage.get(stage.sitting + "/screen").holds("On behalf of the delta cities"));
    stage.leads("end");
    for (const auto* record : {"/record", "/record.xml"})
        CHECK(stage.get(stage.sitting + record).holds("On behalf of the delta cities"));
}

TEST_CASE("of two who change one inscription the later reads both texts, and nothing is lost")
{
    Delegations stage;
    REQUIRE(stage.inscribes(kofi, {{"speech", "First."}}).status == 303);
    const auto seen = stage.inscription_of(kofi)["version"].string();
    const auto secretariat = stage.sitting + "/inscription?delegation=accra";
    const Fields fields{{"kind", "statement"}, {"level", "head"}, {"language", "en"}};
    auto theirs = fields;
    theirs.insert(theirs.end(), {{"speech", "Mended for an hour."}, {"version", seen}});
    REQUIRE(stage.post(secretariat, theirs).status == 303);
    // Kofi still has the first one on the screen; a program that names no version saw none.
    const Fields mine{{"speech", "First."}, {"topic", "Rivers"}, {"version", seen}};
    CHECK(stage.inscribes(kofi, mine).problem == "changed-meanwhile");
    CHECK(stage.inscribes(kofi, {{"speech", "Third."}, {"version", ""}}).problem ==
          "changed-meanwhile");
    CHECK(stage.inscription_of(kofi)["speech"].string() == "Mended for an hour.");
    auto sent = fields;
    sent.insert(sent.end(), mine.begin(), mine.end());
    const auto page = stage.post(stage.sitting + "/inscription", sent, {.who = kofi.who});
    CHECK(page.status == 412);
    CHECK(page.holds("Someone saved this before you"));
    CHECK(page.holds("Mended for an hour."));
    CHECK(page.holds("value=\"Rivers\""));
    const auto newest = stage.inscription_of(kofi)["version"].string();
    CHECK(newest != seen);
    CHECK(page.holds("name=\"version\" value=\"" + newest + "\""));
    REQUIRE(stage.inscribes(kofi, {{"speech", "First."}, {"topic", "Rivers"}}).status == 303);
    CHECK(stage.inscription_of(kofi)["topic"].string() == "Rivers");
    CHECK(stage.count("SELECT COUNT(*) FROM inscription_words WHERE speech = 'Mended for an "
                      "hour.'") == 1);
}
