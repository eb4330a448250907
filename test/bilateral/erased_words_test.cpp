// SPDX-License-Identifier: Apache-2.0
//
// Who is erased is named no more in what delegations need and offer, nor in the history of it, nor
// in terms that nobody confirmed; and each row still says what its history says.

#include "terms_table.hpp"

#include "app/check_contents.hpp"

using namespace sala;

namespace {

const std::string retno = "Retno Sulandari";
const std::string address = "retno@accra.example";

std::vector<std::string> wrong_with(Stage& stage)
{
    const store::Check checks[] = {app::check_texts, app::check_references, app::check_versions,
                                   app::check_rows, app::check_acts};
    return store::check(stage.store(), checks);
}

std::string registers(Stage& stage)
{
    const auto added = stage.post(accra + "/people/new",
                                  {{"role", "adviser"}, {"name_en", retno}, {"email", address}});
    REQUIRE(added.status == 303);
    return added.location.substr(added.location.rfind('/') + 1);
}

void erases(Stage& stage, const std::string& number)
{
    REQUIRE(stage.post("/lyon-2030/registrations/" + number + "/erase", {}).status == 303);
}

}  // namespace

TEST_CASE("who is erased is named in no need, offer or practice, and in no history of one")
{
    Summit stage;
    const auto number = registers(stage);
    const std::string who = "Our water person is RETNO  SULANDARI, " + address;
    for (const auto& [sheet, key] : Fields{{"needs", "accra-2"}, {"offers", "accra-1"}}) {
        const auto wants = accra + "/wants/" + sheet;
        REQUIRE(stage
                    .post(wants + "/new",
                          {{"key", key},
                           {"topic", "heat"},
                           {"priority", "2"},
                           {"text_en", who},
                           {"text_th", "ถามคุณ" + retno},
                           {"note_en", "Not before\n" + retno + " says so"}},
                          by(kofi))
                    .status == 303);
        REQUIRE(stage
                    .post(wants + "/" + key,
                          {{"version", "1"},
                           {"topic", "floods"},
                           {"priority", "1"},
                           {"text_en", who + " (water)"},
                           {"text_th", "ถามคุณ" + retno}},
                          by(kofi))
                    .status == 303);
    }
    REQUIRE(stage
                .post(accra + "/wants/practices/new",
                      {{"title_en", "What " + retno + " did"}, {"text_en", who}}, by(kofi))
                .status == 303);
    REQUIRE(wrong_with(stage) == std::vector<std::string>{});
    const auto revisions = stage.count("SELECT COUNT(*) FROM revision");
    erases(stage, number);
    for (const auto* table : {"need", "offer", "practice"})
        CHECK(stage.count("SELECT COUNT(*) FROM " + std::string(table) +
                          " WHERE LOWER(text) LIKE '%retno%' OR LOWER(note) LIKE '%retno%'") == 0);
    CHECK(stage.count("SELECT COUNT(*) FROM revision WHERE LOWER(was) LIKE '%retno%' OR "
                      "LOWER(became) LIKE '%retno%'") == 0);
    CHECK(stage.count("SELECT COUNT(*) FROM revision") == revisions);
    const auto page = stage.get("/lyon-2030/needs-and-offers", {.who = luz});
    CHECK(page.holds("Our water person is […], […] (water)"));
    CHECK(page.holds("Drains that do not clog"));
    CHECK(stage.get("/lyon-2030/sheets/needs/accra-2/history").holds("[…] says so"));
    CHECK(wrong_with(stage) == std::vector<std::string>{});
    // And it can be changed again.
    CHECK(stage
              .post(accra + "/wants/needs/accra-2",
                    {{"version", "2"}, {"topic", "heat"}, {"priority", "1"}, {"text_en", "Shade"}},
                    by(kofi))
              .status == 303);
    CHECK(wrong_with(stage) == std::vector<std::string>{});
}

TEST_CASE("who is erased is named in no terms, unless a head of delegation stands by them")
{
    for (const bool confirmed : {false, true}) {
        CAPTURE(confirmed);
        Table table;
        const auto number = registers(table);
        REQUIRE(table
                    .sends(accra, kofi,
                           {{"item.0.need", "Drains"}, {"item.0.who", "Retno SULANDARI calls"}})
                    .status == 303);
        REQUIRE(table.sends(quito, luz, {{"agree.1", "yes"}}).status == 303);
        if (confirmed)
            REQUIRE(table.confirms(accra, kofi).status == 303);
        erases(table, number);
        const auto kept = [&](const std::string& words) {
            return table.count("SELECT COUNT(*) FROM terms_words WHERE items LIKE '%" + words +
                               "%'");
        };
        CHECK(kept("SULANDARI") == (confirmed ? 1 : 0));
        CHECK(kept("[…] calls") == (confirmed ? 1 : 2));
        CHECK(table.confirms(accra, kofi).status == 303);
        CHECK(table.confirms(quito, luz).status == 303);
        const auto terms = table.terms(accra, kofi);
        CHECK(terms["frozen"].boolean());
        CHECK(table.count("SELECT COUNT(DISTINCT hash) FROM head_confirmation") == 1);
        CHECK(wrong_with(table) == std::vector<std::string>{});
    }
}
