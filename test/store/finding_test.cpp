// SPDX-License-Identifier: Apache-2.0
//
// A store that is not where somebody says it is: a sentence, and nothing is made in its place.

#include "cities.hpp"

#include <filesystem>
#include <fstream>

#include <doctest/doctest.h>

using namespace sala;
using namespace sala::store;

TEST_CASE("looking for a store finds the one that is there, and makes none")
{
    const auto file = test_folder() + "/mistyped.db";
    CHECK_FALSE(Store::find(file));
    CHECK_FALSE(std::filesystem::exists(file));
    std::ofstream(test_folder() + "/empty.db").close();
    CHECK_FALSE(Store::find(test_folder() + "/empty.db"));
    CHECK(std::filesystem::file_size(test_folder() + "/empty.db") == 0);

    const FreshPlace place;
    if (tests_run_on_postgresql())
        CHECK_FALSE(Store::find(place.address()));
    Store::open(place.address())->migrate(embedded_under("migrations/").first(2));
    const auto found = Store::find(place.address());
    REQUIRE(found);
    const auto missing = embedded_under("migrations/").size() - 2;
    CHECK(found->steps_missing() == missing);
    CHECK(check(*found).empty());
    CHECK(Store::find(place.address())->steps_missing() == missing);
    found->migrate();
    CHECK(found->steps_missing() == 0);
    CHECK_THROWS_AS(found->steps_missing(embedded_under("migrations/").first(1)), StoreFault);
}

TEST_CASE("a database that the server does not have is told from a server that is not there")
{
    const auto sentence = [](const std::string& address) -> std::string {
        try {
            Store::open(address);
        } catch (const StoreFault& fault) {
            return fault.what();
        }
        return "opened";
    };
    CHECK(sentence("postgresql://localhost:1/sala") ==
          "The PostgreSQL server cannot be reached. Is it running, and is the address right?");
    const FreshPlace place;
    if (tests_run_on_postgresql())
        CHECK(sentence(place.address() + "_nowhere")
                  .starts_with("The PostgreSQL server has no database of this name."));
}
