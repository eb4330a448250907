// SPDX-License-Identifier: Apache-2.0
//
// A store that an older version of the program filled is opened by this one.

#include "app/program.hpp"
#include "document/temporary_folder.hpp"
#include "forum/search_index.hpp"
#include "programme/open_forum.hpp"
#include "web/verbs_of_world.hpp"

#include <doctest/doctest.h>

using namespace sala;

namespace {

// One step short of this version, and found by words that this version would not write.
void fill_as_before(const std::string& file)
{
    const app::Program program(file);
    program.store->write([&](store::Session& session) {
        const auto read = sheet::read_folder(std::string(SALA_SOURCE) + "/samples/bangkok-2019");
        const auto opened = programme::open_from_files(session, read, 0,
                                                       {.at = app::clock_now(),
                                                        .numbering = program.numbering.get(),
                                                        .keeper = {.server = true}});
        REQUIRE(opened.problems.empty());
        session.run("DELETE FROM search_word");
        return true;
    });
    // Whoever adds a step takes away here what that one brings.
    REQUIRE(embedded_under("migrations/").back().name.ends_with("_confirmed_together.sql"));
    program.store->write([](store::Session& session) {
        session.run("DROP TABLE head_confirmation");
        session.run("CREATE TABLE terms_confirmation (forum BIGINT, meeting BIGINT, number BIGINT, "
                    "side TEXT, hash TEXT, head TEXT, on_behalf BIGINT, by_login BIGINT, at "
                    "BIGINT)");
        return session.run("DELETE FROM migration WHERE name LIKE '%_confirmed_together'") == 1;
    });
}

std::vector<std::string> wrong_with_search(store::Store& store)
{
    std::vector<std::string> wrong;
    store.read([&](store::Session& session) { forum::check_search(session, wrong); });
    return wrong;
}

}  // namespace

TEST_CASE("an older store is searched by the words of this version once it was opened")
{
    const document::TemporaryFolder folder;
    const auto file = folder / "older.db";
    fill_as_before(file);
    CHECK(wrong_with_search(*store::Store::open(file)).size() == 1);
    const app::Program program(file);
    CHECK(wrong_with_search(*program.store).empty());
}
