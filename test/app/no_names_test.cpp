// SPDX-License-Identifier: Apache-2.0
//
// Wherever people write, names of who is erased are looked for: no column of any table is
// forgotten, and whatever is mended is sealed anew.

#include "no_names.hpp"
#include "world_of_acts.hpp"

#include "registration/forgotten_names.hpp"
#include "registration/places_of_names.hpp"

using namespace sala;
using registration::Kept;

namespace {

const std::string name = "José Íñiguez";

// Words that hold the name, as they are kept there.
std::string said_in(const registration::PlaceOfNames& place)
{
    const std::string words = "JOSÉ  ÍÑIGUEZ, who knows";
    switch (place.kept) {
    case Kept::plain:
        return words;
    case Kept::file:
        return "josé_íñiguez.pdf";
    case Kept::text:
        return R"({"en":{"verbatim":")" + words + R"("}})";
    case Kept::particulars:
        return R"({"post_en":")" + words + R"("})";
    case Kept::items:
        return R"([{"number":1,"who":")" + words + R"("}])";
    case Kept::words:
        return R"({"1":")" + words + R"("})";
    }
    return {};
}

std::string now_in(store::Session& session, const registration::PlaceOfNames& place)
{
    std::string all;
    for (const auto& [words] : session.select<std::string>(
             fmt::format("SELECT {} FROM {} WHERE {}", place.column, place.table, place.only)))
        all += words + "\n";
    return all;
}

bool is_place(const std::string& table, const std::string& column)
{
    const auto all = registration::places_of_names();
    return std::any_of(all.begin(), all.end(), [&](const auto& place) {
        return place.table == table && place.column == column;
    });
}

}  // namespace

TEST_CASE("no column of words is forgotten: names are looked for there, or it is said why not")
{
    World world;
    std::set<std::string> known;
    world.store().read([&](store::Session& session) {
        for (const auto& table : store::tables_of(session, world.engine()))
            for (const auto& column : table.columns) {
                if (column.kind != store::Kind::text)
                    continue;
                const auto both = table.name + "." + column.name;
                CAPTURE(both);
                known.insert(table.name);
                known.insert(both);
                CHECK((is_place(table.name, column.name) ? 1 : 0) +
                          (tables_without_names().contains(table.name) ? 1 : 0) +
                          (columns_without_names().contains(both) ? 1 : 0) ==
                      1);
            }
    });
    REQUIRE(known.size() > 400);
    for (const auto& all : {tables_without_names(), columns_without_names()})
        for (const auto& [one, why] : all)
            CHECK_MESSAGE(known.contains(one), one, " holds no words");
    for (const auto& place : registration::places_of_names())
        CHECK(known.contains(std::string(place.table) + "." + place.column));
}

TEST_CASE("a name goes from every place of names, at one forum and at all, and all is well")
{
    for (const bool everywhere : {false, true}) {
        CAPTURE(everywhere);
        World world;
        world.fills_sheets();
        world.store().write([&](store::Session& session) {
            world.defer_references(session);
            session.run("UPDATE revision SET sheet = 'needs' WHERE id = :id", only);
            session.run("UPDATE letter SET forum = :forum", world.forum);
            session.run("DELETE FROM head_confirmation");
            session.run("INSERT INTO plan_run_status (forum, run, status, layer, best, bound, "
                        "proved, said, at) VALUES (:forum, "
                        ":run, 'impossible', '', 0, 0, 0, '', 1)",
                        world.forum, only);
            for (const auto& place : registration::places_of_names())
                session.run(fmt::format("UPDATE {} SET {} = :words WHERE {}", place.table,
                                        place.column, place.only),
                            said_in(place));
            return true;
        });
        REQUIRE(world.wrong().empty());
        world.store().write([&](store::Session& session) {
            registration::forget_names(
                session, everywhere ? std::nullopt : std::optional(world.forum), {name});
            return true;
        });
        world.store().read([&](store::Session& session) {
            for (const auto& place : registration::places_of_names()) {
                CAPTURE(place.table);
                CAPTURE(place.column);
                const auto words = now_in(session, place);
                CHECK(words.find("[…]") != std::string::npos);
                CHECK(words.find("JOSÉ") == std::string::npos);
                CHECK(words.find("josé") == std::string::npos);
                CHECK(words.find("who knows") !=
                      (place.kept == Kept::file ? 0 : std::string::npos));
            }
        });
        CHECK(world.wrong().empty());
    }
}

TEST_CASE("what a head of delegation confirmed stays as it was, and so do the sheets of the forum")
{
    World world;
    world.fills_sheets();
    const std::string words = R"([{"number":1,"who":"José Íñiguez"}])";
    const std::string row = R"({"name":{"en":{"verbatim":"José Íñiguez"}}})";
    world.store().write([&](store::Session& session) {
        world.defer_references(session);
        session.run("UPDATE terms_words SET items = :words", words);
        session.run("UPDATE revision SET sheet = 'persons', became = :row WHERE id = :id", row,
                    only);
        return true;
    });
    REQUIRE(world.count("SELECT COUNT(*) FROM head_confirmation c JOIN terms_words w ON w.meeting "
                        "= c.meeting AND w.number = c.number") == 1);
    world.store().write([&](store::Session& session) {
        registration::forget_names(session, world.forum, {name});
        return true;
    });
    world.store().read([&](store::Session& session) {
        CHECK(session.select<std::string>("SELECT items FROM terms_words") ==
              std::vector<std::tuple<std::string>>{{words}});
        CHECK(session.select<std::string>("SELECT became FROM revision WHERE id = :id", only) ==
              std::vector<std::tuple<std::string>>{{row}});
    });
    CHECK(world.wrong().empty());
}
