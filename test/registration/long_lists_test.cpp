// SPDX-License-Identifier: Apache-2.0
//
// Lists of more people than a page holds: everybody stands on one page and on one only, with as
// many questions of the store as for a few; who may be one person is found as by comparing all with
// all.

#include "crowd.hpp"

#include "registration/alike_pairs.hpp"
#include "registration/likeness_store.hpp"
#include "registration/registration_now.hpp"

#include <algorithm>
#include <functional>
#include <map>
#include <set>

using namespace sala;
using namespace sala::registration;

namespace {

// The names a list has, over all its pages.
std::vector<std::string> names_on(Guests& stage, std::string address,
                                  const std::function<std::vector<std::string>(const Json&)>& names)
{
    std::vector<std::string> all;
    int pages = 0;
    while (!address.empty() && ++pages < 20) {
        const auto json = stage.get(address).json();
        for (auto& name : names(json))
            all.push_back(std::move(name));
        address = json["next"].is_null() ? std::string{} : json["next"].string();
    }
    return all;
}

std::vector<std::string> wrong_lists(Guests& stage)
{
    std::vector<std::string> wrong;
    stage.store().read([&](store::Session& session) { check_lists(session, wrong); });
    return wrong;
}

}  // namespace

TEST_CASE("everybody of a long list stands on one page and on one only; sheets are whole")
{
    Guests stage;
    write(stage, guests(1, 230));
    const auto all_of = [](const char* list, const auto& name) {
        return [=](const Json& json) {
            std::vector<std::string> names;
            for (const auto& one : json[list].items())
                names.push_back(name(one));
            return names;
        };
    };
    const auto of_row = [](const Json& json) {
        std::vector<std::string> names;
        for (std::size_t row = 1; row < json["rows"].items().size(); ++row)
            names.push_back(json["rows"].items()[row].items()[1].string());
        return names;
    };
    std::set<std::string> everybody;
    for (int n = 1; n <= 230; ++n)
        everybody.insert("Guest " + std::to_string(1000 + n));
    const auto whole = [&](const std::vector<std::string>& names) {
        CHECK(names.size() == 230);
        CHECK(std::set<std::string>(names.begin(), names.end()) == everybody);
    };
    whole(names_on(stage, "/lyon-2030/registrations.json",
                   all_of("people", [](const Json& one) { return one["name_en"].string(); })));
    whole(names_on(stage, "/lyon-2030/participants.json",
                   all_of("participants",
                          [](const Json& one) { return one["name"]["en"]["verbatim"].string(); })));
    whole(names_on(stage, "/lyon-2030/lists/arrivals.json", of_row));
    whole(names_on(stage, "/lyon-2030/lists/arrivals.json?whole=yes", of_row));
    CHECK(names_on(stage, "/lyon-2030/lists/arrivals.json?part=2030-05-05", of_row).size() == 115);
    CHECK(names_on(stage, "/lyon-2030/lists/rooms.json?part=-", of_row).size() == 115);
    CHECK(names_on(stage, "/lyon-2030/decisions.json",
                   all_of("people", [](const Json& one) { return one["id"].string(); }))
              .size() == 230);
    const auto sheet = stage.get("/lyon-2030/lists/arrivals.csv").body;
    CHECK(std::count(sheet.begin(), sheet.end(), '\n') == 231);
    CHECK(stage.get("/lyon-2030/lists/arrivals").holds("whole=yes"));
    CHECK_FALSE(stage.get("/lyon-2030/lists/arrivals?whole=yes").holds("Guest 1230</th></tr>"));
    CHECK(stage.get("/lyon-2030/lists/arrivals?whole=yes").holds("Guest 1230"));
    // Nowhere near a page.
    CHECK(stage.get("/lyon-2030/registrations?from=-5").status == 200);
    CHECK(stage.get("/lyon-2030/registrations.json?from=99999999999")
              .json()["people"]
              .items()
              .empty());
    CHECK(wrong_lists(stage).empty());
}

TEST_CASE("a long list asks as many statements as a short one")
{
    Guests stage;
    write(stage, guests(1, 2));
    const std::vector<std::string> pages{
        "/lyon-2030/registrations", "/lyon-2030/registrations?q=guest",
        "/lyon-2030/decisions",     "/lyon-2030/participants",
        "/lyon-2030/duplicates",    "/lyon-2030/seats",
        "/lyon-2030/lists/rooms",   "/lyon-2030/lists/arrivals?part=2030-05-05",
        "/lyon-2030/badges",        "/lyon-2030/presence",
        "/lyon-2030/lists/diet"};
    std::vector<std::int64_t> few;
    for (const auto& page : pages)
        few.push_back(stage.get(page).statements);
    write(stage, guests(3, 230));
    for (std::size_t place = 0; place < pages.size(); ++place) {
        CAPTURE(pages[place]);
        CHECK(stage.get(pages[place]).statements == few[place]);
    }
}

TEST_CASE("who may be one person is found as by comparing all with all")
{
    Guests stage;
    std::vector<Particulars> people;
    for (const auto* first : {"Chadchart", "Chatchart", "Somchai", "Ama Serwaa", "Nguyen Van"})
        for (const auto* last : {"Sittipunt", "Sitthiphan", "Mensah", "Wangsrangboon", "Thuong"})
            people.push_back(person(std::string(first) + " " + last));
    people.push_back(person("Sittipunt, Chadchart", {{"name_th", "ชัชชาติ สิทธิพันธุ์"}}));
    people.push_back(person("Li Lu"));
    people.push_back(person("Lu, Li"));
    people.push_back(person("Sok Sopheap", {{"passport", "N 123"}}));
    people.push_back(person("Quite Another", {{"passport", "N 123"}}));
    const auto numbers = write(stage, people);
    std::map<std::pair<std::size_t, std::size_t>, int> expected;
    for (std::size_t i = 0; i < people.size(); ++i)
        for (std::size_t j = i + 1; j < people.size(); ++j)
            if (const auto score = names_alike(people[i].name(), people[j].name()); score >= 80)
                expected[{i, j}] = score;
    expected[{people.size() - 2, people.size() - 1}] = 100;
    CHECK(expected.size() > 8);
    std::map<std::pair<std::size_t, std::size_t>, int> found;
    stage.store().read([&](store::Session& session) {
        int last = 100;
        for (const auto& pair : pairs_alike(session, stage.forum_id(), 500)) {
            const auto place = [&](Id<Registration> id) {
                return static_cast<std::size_t>(std::find(numbers.begin(), numbers.end(), id) -
                                                numbers.begin());
            };
            CHECK(found.emplace(std::pair(place(pair.one), place(pair.other)), pair.score).second);
            CHECK(pair.score <= last);
            CHECK(pair.papers == (place(pair.one) == people.size() - 2));
            last = pair.score;
        }
        CHECK(pairs_alike(session, stage.forum_id(), 3).size() == 3);
    });
    CHECK(found == expected);
    CHECK(stage.get("/lyon-2030/duplicates").holds("the same passport"));
}

TEST_CASE("lists are made anew from what was done, and what was changed past Sala is found")
{
    Guests stage;
    const auto numbers = write(stage, guests(1, 3));
    const auto sent = stage.sends_in("Ama Mensah");
    CHECK(stage
              .post("/lyon-2030/duplicates",
                    {{"kept", numbers[0].word()}, {"merged", numbers[1].word()}})
              .status == 303);
    CHECK(wrong_lists(stage).empty());
    const auto before = stage.get("/lyon-2030/registrations.json").body;
    stage.store().write([](store::Session& session) {
        session.run("DELETE FROM registration_heard");
        session.run("DELETE FROM registration_now");
        CHECK(lists_lack_somebody(session));
        complete_lists(session);
        CHECK_FALSE(lists_lack_somebody(session));
        return true;
    });
    CHECK(stage.get("/lyon-2030/registrations.json").body == before);
    CHECK(wrong_lists(stage).empty());
    stage.store().write([&](store::Session& session) {
        session.run("UPDATE registration_now SET status = 'approved' WHERE registration = :id",
                    std::int64_t{std::stoll(sent)});
        session.run("UPDATE registration_heard SET sound = 'KKKK' WHERE registration = :id",
                    std::int64_t{std::stoll(sent)});
        return true;
    });
    CHECK(wrong_lists(stage).size() == 2);
    stage.store().write([](store::Session& session) {
        rebuild_lists(session);
        return true;
    });
    CHECK(wrong_lists(stage).empty());
    CHECK(stage.status_of(sent) == "submitted");
}

TEST_CASE("whoever is erased is in no list of names any more")
{
    Guests stage;
    const auto number = stage.approved("Ama Mensah");
    CHECK(stage.count("SELECT COUNT(*) FROM registration_heard WHERE words LIKE '%mensah%'") == 1);
    stage.store().write([&](store::Session& session) {
        erase_person(session, stage.forum_id(), Id<Registration>{std::stoll(number)}, {},
                     stage.now());
        return true;
    });
    CHECK(stage.count("SELECT COUNT(*) FROM registration_heard") == 0);
    CHECK(stage.count("SELECT COUNT(*) FROM registration_now") == 0);
    CHECK(wrong_lists(stage).empty());
}
