// SPDX-License-Identifier: Apache-2.0
//
// Vehicles: named by a delegation, given a pass by the secretariat, changed, taken away, printed in
// parts; and the gate.

#include "door/doors.hpp"

#include "document/files.hpp"
#include "web/login_store.hpp"

using namespace sala;

namespace {

const std::string all = "/lyon-2030/vehicles";
const std::string of_accra = accra + "/vehicles";

class Gate : public Doors {
public:
    // Of the newest vehicle, waiting or not.
    Held newest()
    {
        Held held;
        store().read([&](store::Session& session) {
            const auto pass = door::vehicles_at(session, forum_id()).back();
            held.number = pass.id.word();
            // Before anything was given there is no key to sign with.
            const auto key = registration::signing_key(session, forum_id());
            if (!key.empty())
                held.token = door::vehicle_token(key, pass.id);
        });
        return held;
    }
    Held names(const std::string& plate, const std::string& remark = {})
    {
        REQUIRE(post(of_accra, {{"plate", plate}, {"remark", remark}}, by(kofi)).status == 303);
        return newest();
    }
    std::vector<std::string> plates(const std::string& query, const Sent& who = {})
    {
        std::vector<std::string> found;
        const auto json = get(query, who).json();
        for (const auto& one : json["vehicles"].items())
            found.push_back(one["plate"].string() + " " + one["state"].string());
        return found;
    }
    // As many as are written without a request for each.
    void writes(int first, int last, bool given)
    {
        store().write([&](store::Session& session) {
            const auto forum = forum_id();
            const registration::DelegationId delegation{
                registration::part_keyed(registration::delegations_at(session, forum), "quito")
                    ->number};
            registration::made_signing_key(session, forum, now());
            const auto login = web::login_at(session, kofi, kofi, now(), numbering());
            for (int n = first; n <= last; ++n) {
                const Id<door::VehiclePass> id{numbering().next(now().milliseconds())};
                insert(session, door::VehiclePass{forum, id, delegation, "QU " + std::to_string(n),
                                                  "bus", login, now()});
                if (given)
                    insert(session, door::VehicleGiven{forum, id, login, now()});
            }
            return true;
        });
    }
};

using Plates = std::vector<std::string>;

std::size_t sheets_of(const std::string& pdf)
{
    const document::Folder folder;
    document::write_file(folder / "passes.pdf", pdf);
    const auto facts = document::run("pdfinfo " + (folder / "passes.pdf")).output;
    const auto at = facts.find("Pages:");
    return at == std::string::npos ? 0 : std::stoul(facts.substr(at + 6));
}

}  // namespace

TEST_CASE("a vehicle that a delegation names opens no gate until the secretariat gives it a pass")
{
    Gate stage;
    const auto van = stage.names("GR 1", "black van");
    CHECK(stage.get(of_accra, {.who = kofi}).holds("waits for a pass"));
    CHECK(stage.get(of_accra + ".pdf", by(kofi)).problem == "no-pass");
    CHECK(stage.get(all + ".pdf", by("")).problem == "no-pass");
    const auto list = stage.get("/lyon-2030/door/list.json", {.who = esi}).json();
    CHECK(list["vehicles"].items().empty());
    CHECK(stage.post(all + "/" + van.number + "/give", {}, by(kofi)).problem == "not-your-role");
    CHECK(stage.plates(all + ".json") == Plates{"GR 1 waiting"});
    REQUIRE(stage.post(all + "/" + van.number + "/give", {}).status == 303);
    CHECK(stage.post(all + "/" + van.number + "/give", {}).problem == "pass-given-already");
    CHECK(stage.scans(stage.newest().token, "a").status == 200);
    CHECK(stage.get(of_accra, {.who = kofi}).holds("has a pass"));
    CHECK(stage.get(of_accra + ".pdf", by(kofi)).body.starts_with("%PDF"));
    CHECK(stage.get("/lyon-2030/door/list.json", {.who = esi}).json()["vehicles"].items().size() ==
          1);
    CHECK(stage.count("SELECT COUNT(*) FROM act WHERE verb IN ('ask_for_pass', 'give_pass')") == 2);
}

TEST_CASE("a forged pass of a vehicle that waits is turned away at the gate")
{
    Gate stage;
    stage.vehicle_token_of("GR 9");  // so that there is a key to sign with
    const auto van = stage.names("GR 1");
    CHECK(stage.scans(van.token, "a").problem == "not-approved");
    CHECK(stage.count("SELECT COUNT(*) FROM admission") == 0);
}

TEST_CASE("a vehicle is let in by its pass, the letters typed, its plate, and without a script")
{
    Gate stage;
    const auto token = stage.vehicle_token_of("GR 99-XYZ");
    const auto given = stage.newest().number;
    const auto waits = stage.names("AC 7").number;
    const auto found = [&](const std::string& words) {
        return stage.get("/lyon-2030/door.json?q=" + words, {.who = esi})
            .json()["vehicles"]
            .write();
    };
    for (const auto& words : {token, door::short_code(token), std::string("gr99"),
                              std::string("99%20xyz"), std::string("GR%2099-XYZ")})
        CHECK(found(words) == "[\"" + given + "\"]");
    CHECK(found("99zzz") == "[]");
    CHECK(found("-") == "[]");
    const auto page = stage.get("/lyon-2030/door?door=Gate&q=" + token, {.who = esi});
    CHECK(page.holds("Let in: GR 99-XYZ"));
    const auto sends = [&](const std::string& vehicle, const std::string& scan) {
        return stage.post(
            "/lyon-2030/door",
            {{"scan", scan}, {"vehicle", vehicle}, {"door", "Gate"}, {"zone", "Hall"}}, by(esi));
    };
    CHECK(sends(given, "a").status == 200);
    CHECK(sends(given, "a").status == 200);
    CHECK(stage.count("SELECT COUNT(*) FROM admission WHERE vehicle IS NOT NULL") == 1);
    CHECK(sends(waits, "b").problem == "not-approved");
    CHECK(sends("17", "c").status == 404);
    // Without a network the gate has decided: it is kept, and looked at.
    CHECK(stage
              .post("/lyon-2030/door",
                    {{"scan", "d"}, {"vehicle", given}, {"door", "Gate"}, {"offline", "yes"}},
                    by(esi))
              .status == 200);
    CHECK(stage.count("SELECT COUNT(*) FROM admission") == 2);
    // A door of one category lets no vehicle in, and finds none.
    stage.gives("press@door.example", "door", "category=press");
    CHECK(stage.get("/lyon-2030/door.json?q=gr99", {.who = "press@door.example"})
              .json()["vehicles"]
              .write() == "[]");
    CHECK(stage
              .post("/lyon-2030/door", {{"scan", "e"}, {"vehicle", given}, {"door", "Gate"}},
                    by("press@door.example"))
              .problem == "not-your-category");
}

TEST_CASE("what the secretariat enters has its pass by that, and an ended one opens no gate")
{
    Gate stage;
    REQUIRE(
        stage.post(all, {{"delegation", "accra"}, {"plate", "<b>GR 1"}, {"remark", "black van"}})
            .status == 303);
    CHECK(stage.post(all, {{"delegation", "oz"}, {"plate", "GR 2"}}).problem == "not-a-choice");
    CHECK(stage.get(all + ".pdf").body.starts_with("%PDF"));
    CHECK(stage.get(all).holds("&lt;b&gt;GR 1"));
    CHECK_FALSE(stage.get(all).holds("<b>GR 1"));
    const auto van = stage.newest();
    CHECK(stage.scans(van.token, "a").status == 200);
    REQUIRE(stage.post(all + "/" + van.number + "/end", {}).status == 303);
    CHECK(stage.post(all + "/" + van.number + "/end", {}).problem == "pass-ended-already");
    CHECK(stage.post(all + "/" + van.number + "/give", {}).problem == "pass-ended-already");
    CHECK(stage.scans(van.token, "b").problem == "not-approved");
    CHECK(stage.get("/lyon-2030/presence.json").json()["vehicles"].integer() == 1);
    // A Thai plate names its province.
    CHECK(stage.post(all, {{"delegation", "accra"}, {"plate", "1กข 1234 กรุงเทพมหานคร"}}).status ==
          303);
    CHECK(stage.plates(all + ".json?q=1%E0%B8%81%E0%B8%82").size() == 1);
}

TEST_CASE("another plate is another pass, and what it is can be said anew")
{
    Gate stage;
    const auto van = stage.names("GR 1", "van");
    REQUIRE(stage.post(all + "/" + van.number + "/give", {}).status == 303);
    const auto first = stage.newest();
    const auto changes = [&](const std::string& number, const Fields& fields) {
        return stage.post(of_accra + "/" + number, fields, by(kofi));
    };
    REQUIRE(changes(van.number, {{"plate", "GR 1"}, {"remark", "white van"}}).status == 303);
    CHECK(stage.plates(all + ".json") == Plates{"GR 1 given"});
    CHECK(stage.get(of_accra, {.who = kofi}).holds("white van"));
    CHECK(stage.scans(first.token, "a").status == 200);
    REQUIRE(changes(van.number, {{"plate", "GR 2"}, {"remark", "white van"}}).status == 303);
    CHECK(stage.plates(all + ".json") == Plates{"GR 2 waiting"});
    CHECK(stage.scans(first.token, "b").problem == "not-approved");
    CHECK(changes(van.number, {{"plate", "GR 3"}}).problem == "pass-ended-already");
    // The secretariat, in the delegation's place, decides by entering it; and that is on record.
    REQUIRE(stage.post(of_accra + "/" + stage.newest().number, {{"plate", "GR 4"}}).status == 303);
    CHECK(stage.plates(all + ".json") == Plates{"GR 4 given"});
    CHECK(stage.get("/lyon-2030/acts.json").body.find("change_vehicle") != std::string::npos);
    CHECK(stage.get(of_accra + "/" + stage.newest().number).holds("on behalf of this delegation"));
}

TEST_CASE("the same plate twice, and more vehicles than a delegation has, are refused")
{
    Gate stage;
    const auto van = stage.names("GR 1234-20");
    const auto again = [&](const std::string& plate, const std::string& who,
                           const std::string& address) {
        return stage.post(address, {{"plate", plate}}, by(who)).problem;
    };
    CHECK(again("gr 123420", kofi, of_accra) == "plate-there-already");
    CHECK(again("", kofi, of_accra) == "required");
    // Whether another delegation has such a plate is not told.
    CHECK(again("GR 1234-20", luz, quito + "/vehicles") == "");
    REQUIRE(stage.post(of_accra + "/" + van.number + "/end", {}, by(kofi)).status == 303);
    CHECK(again("GR 1234-20", kofi, of_accra) == "");
    stage.writes(1, 199, false);
    CHECK(again("QU 500", luz, quito + "/vehicles") == "too-many-vehicles");
}

TEST_CASE("nobody sees, changes or takes away a vehicle of another delegation")
{
    Gate stage;
    const auto van = stage.names("GR 1");
    for (const auto& address : {of_accra, of_accra + "/" + van.number, of_accra + ".pdf"})
        CHECK(stage.get(address, by(luz)).status == 404);
    // Nor by the number of a vehicle under the own delegation.
    const auto own = quito + "/vehicles/" + van.number;
    CHECK(stage.get(own, by(luz)).problem == "no-such-pass");
    CHECK(stage.post(own, {{"plate", "QU 1"}}, by(luz)).problem == "no-such-pass");
    CHECK(stage.post(own + "/end", {}, by(luz)).problem == "no-such-pass");
    CHECK(stage.get(all, by(luz)).problem == "not-your-role");
    CHECK(stage.plates(quito + "/vehicles.json", {.who = luz}).empty());
    CHECK(stage.plates(all + ".json") == Plates{"GR 1 waiting"});
}

TEST_CASE(
    "all that wait get their passes at once, but none that was named since the page was opened")
{
    Gate stage;
    stage.names("GR 1");
    const auto seen = stage.names("GR 2");
    stage.names("GR 3");
    CHECK(stage.post(all + "/give", {{"until", "x"}}).problem == "no-vehicle-waits");
    REQUIRE(stage.post(all + "/give", {{"until", seen.number}}).status == 303);
    CHECK(stage.plates(all + ".json") == Plates{"GR 1 given", "GR 2 given", "GR 3 waiting"});
    CHECK(stage.post(all + "/give", {{"until", seen.number}}).problem == "no-vehicle-waits");
    CHECK(stage.get(all).holds("1 vehicle waits for a pass."));
    CHECK(stage.get("/lyon-2030/desk").holds("1 vehicle waits for a pass."));
}

TEST_CASE("the list is narrowed and has pages, and no pass is left out on paper in silence")
{
    Gate stage;
    stage.names("GR 1", "black van");
    stage.writes(1, 3, true);
    stage.writes(4, 4, false);
    CHECK(stage.plates(all + ".json?state=waiting") == Plates{"GR 1 waiting", "QU 4 waiting"});
    CHECK(stage.plates(all + ".json?delegation=accra") == Plates{"GR 1 waiting"});
    CHECK(stage.plates(all + ".json?q=BLACK") == Plates{"GR 1 waiting"});
    CHECK(stage.plates(all + ".json?q=%25").empty());
    CHECK(stage.plates(all + ".json?state=ended").empty());
    CHECK(stage.get(all + "?delegation=oz", by("")).problem == "no-such-delegation");
    CHECK(sheets_of(stage.get(all + ".pdf").body) == 3);
    CHECK(stage.get(all + ".pdf?delegation=accra", by("")).problem == "no-pass");
    const auto few = stage.get(all).statements;
    stage.writes(5, 502, true);
    CHECK(stage.get(all).statements == few);
    CHECK(stage.get(all + ".json").json()["next"].string() == all + ".json?from=100");
    CHECK(stage.plates(all + ".json?from=500") ==
          Plates{"QU 500 given", "QU 501 given", "QU 502 given"});
    const auto refused = stage.get(all + ".pdf", by(""));
    CHECK(refused.problem == "too-many-passes");
    CHECK(refused.holds("There are 501 passes, and one paper holds 500."));
    std::size_t sheets = 0;
    const auto json = stage.get(all + ".json").json();
    for (const auto& paper : json["papers"].items())
        sheets += sheets_of(stage.get(paper.string()).body);
    CHECK(sheets == 501);
    CHECK(stage.get(all).holds("Passes 501 to 501"));
    CHECK(stage.get(all + ".pdf?from=501", by("")).problem == "no-more-passes");
}
