// SPDX-License-Identifier: Apache-2.0
//
// A double click and a second device: what is said twice is kept once, and is one act.

#include "terms_table.hpp"

using namespace sala;

namespace {

// How many acts there are, and rows of a table, after the same was sent three times more.
void is_done_once(Table& table, const std::string& rows, const std::function<Shown()>& send)
{
    const auto first = send();
    CAPTURE(first.body);
    REQUIRE(first.status == 303);
    const auto acts = table.count("SELECT COUNT(*) FROM act");
    const auto kept = table.count("SELECT COUNT(*) FROM " + rows);
    for (int n = 0; n < 3; ++n) {
        const auto again = send();
        CHECK(again.status == 303);
        CHECK(again.location == first.location);
    }
    CHECK(table.count("SELECT COUNT(*) FROM act") == acts);
    CHECK(table.count("SELECT COUNT(*) FROM " + rows) == kept);
}

}  // namespace

TEST_CASE("the same from two devices is one ask, one answer, one record and one act each")
{
    Table table;
    is_done_once(table, "meeting", [&] {
        return table.post(accra + "/meetings/new", {{"with", "lyon"}, {"slots", "1"}}, by(kofi));
    });
    const auto number = table.asks(quito, "lyon", luz);
    is_done_once(table, "meeting_act",
                 [&] { return table.does_at(lyon, number, "", "propose", 1, {{"slots", "2"}}); });
    is_done_once(table, "meeting_act",
                 [&] { return table.does_at(quito, number, luz, "accept", 2); });
    is_done_once(table, "meeting_company", [&] {
        return table.post(table.at(accra) + "/company", {{"people", "Ama"}, {"interpreter", ""}},
                          by(kofi));
    });
    is_done_once(table, "meeting_times",
                 [&] { return table.post(accra + "/times", {{"parallel", "2"}}, by(kofi)); });
    is_done_once(table, "meeting_outcome", [&] {
        return table.post(table.at(accra) + "/outcome",
                          {{"took_place", "yes"}, {"words", "We spoke of smoke"}, {"turn", "0"}},
                          by(kofi));
    });
    is_done_once(table, "terms_revision", [&] {
        return table.post(table.at(accra) + "/terms",
                          {{"item.0.need", "Drains"}, {"item.0.by_when", "2031"}, {"seen", "0"}},
                          by(kofi));
    });
    REQUIRE(table.sends(quito, luz, {{"agree.1", "yes"}}).status == 303);
    is_done_once(table, "head_confirmation", [&] {
        return table.post(table.at(accra) + "/terms/confirm", {{"seen", "2"}}, by(kofi));
    });
    is_done_once(table, "agreement_kind", [&] {
        return table.post(table.at(accra) + "/agreement", {{"kind", "mou"}}, by(kofi));
    });
}

TEST_CASE("whoever notes something else on an older page is told that somebody did before")
{
    Table table;
    const auto notes = [&](const std::string& words, const std::string& turn) {
        return table
            .post(table.at(accra) + "/outcome",
                  {{"took_place", "yes"}, {"words", words}, {"turn", turn}}, by(kofi))
            .problem;
    };
    CHECK(notes("Smoke", "0").empty());
    CHECK(notes("Smoke and drains", "0") == "outcome-noted-meanwhile");
    CHECK(table.count("SELECT COUNT(*) FROM meeting_outcome") == 1);
    CHECK(table.get(table.at(accra) + "/outcome.json", {.who = kofi}).json()["turn"].integer() ==
          1);
    CHECK(table.get(table.at(accra) + "/outcome", {.who = kofi})
              .holds("<input type=\"hidden\" name=\"turn\" value=\"1\">"));
    CHECK(notes("Smoke and drains", "1").empty());
    // The other side notes its own.
    CHECK(table.post(table.at(quito) + "/outcome", {{"took_place", "yes"}, {"turn", "0"}}, by(luz))
              .problem.empty());
    CHECK(table.count("SELECT COUNT(*) FROM meeting_outcome") == 3);
}
