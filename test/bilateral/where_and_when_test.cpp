// SPDX-License-Identifier: Apache-2.0
//
// What a delegation reads of its day and its meetings: when and where, how far the terms are, and
// in which of two meetings at a time its head is.

#include "papers.hpp"
#include "planning_desk.hpp"

using namespace sala;

namespace {

class Busy : public PlanningDesk {
public:
    // Accra meets Quito with both heads, and Lyon, at the same time.
    Busy()
    {
        REQUIRE(post(accra + "/times", {{"parallel", "2"}}, by(kofi)).status == 303);
        heads = asks(accra, "quito", kofi, {{"with_heads", "yes"}});
        REQUIRE(does(quito, heads, luz, "accept").status == 303);
        other = asks(accra, "lyon", kofi);
        REQUIRE(does(lyon, other, "", "accept").status == 303);
        plans();
        REQUIRE(moves(heads, 2, 1).status == 303);
        REQUIRE(moves(other, 2, 2).status == 303);
    }
    std::string heads;
    std::string other;
};

}  // namespace

TEST_CASE("with two meetings at a time the day says which one the head attends")
{
    Busy desk;
    REQUIRE(desk.publishes("final").status == 303);
    const auto day = desk.get(accra + "/day", {.who = kofi});
    CHECK(day.holds("Is here, not in the other meeting at this time."));
    CHECK(day.holds("Is in the other meeting at this time."));
    const auto read = desk.get(accra + "/day.json", by(kofi)).json();
    CHECK(read["meetings"].items().size() == 2);
    for (const auto& one : read["meetings"].items()) {
        CHECK(one["at_once"].boolean());
        CHECK(one["with_heads"].boolean() == (one["meeting"].string() == desk.heads));
    }
    CHECK(desk.get(quito + "/day", {.who = luz}).holds("Both heads are there themselves."));
    CHECK(words_in(desk.get(accra + "/day.pdf", {.who = kofi}).body).find("Both heads") !=
          std::string::npos);
}

TEST_CASE("the page of a meeting says when and where it is, and that it is preliminary")
{
    Busy desk;
    const auto page = [&] { return desk.get(accra + "/meetings/" + desk.heads, {.who = kofi}); };
    CHECK(page().holds("Not in the timetable yet."));
    REQUIRE(desk.publishes("preliminary").status == 303);
    CHECK(page().holds("09:25–09:45, Acer, desk 1, preliminary"));
    REQUIRE(desk.publishes("final").status == 303);
    CHECK(page().holds("09:25–09:45, Acer, desk 1</strong>"));
    CHECK(desk.meeting(accra, desk.heads, kofi)["place"].string().find("Acer, desk 1") !=
          std::string::npos);
    REQUIRE(desk.does(accra, desk.heads, kofi, "withdraw").status == 303);
    CHECK_FALSE(page().holds("Acer, desk 1"));
}

TEST_CASE("frozen terms are confirmed on the day and in the brief, not so many still to agree")
{
    Busy desk;
    const auto at = [&](const std::string& whose) { return whose + "/meetings/" + desk.heads; };
    REQUIRE(desk.post(at(accra) + "/terms", {{"seen", "0"}, {"item.0.need", "Drains"}}, by(kofi))
                .status == 303);
    REQUIRE(desk.publishes("final").status == 303);
    const auto day = [&] { return desk.get(accra + "/day", {.who = kofi}); };
    CHECK(day().holds("1 of 1 items still to agree"));
    REQUIRE(desk.post(at(quito) + "/terms", {{"seen", "1"}, {"agree.1", "yes"}}, by(luz)).status ==
            303);
    CHECK(day().holds("1 item, and it is agreed"));
    REQUIRE(desk.post(at(accra) + "/terms/confirm", {{"seen", "2"}}, by(kofi)).status == 303);
    CHECK(day().holds("1 item, and it is agreed"));
    REQUIRE(desk.post(at(quito) + "/terms/confirm", {{"seen", "2"}}, by(luz)).status == 303);
    CHECK(day().holds("1 item, agreed and confirmed"));
    CHECK_FALSE(day().holds("still to agree"));
    for (const auto* page : {"", "/brief", "/terms", "/agreement"})
        CHECK(desk.get(at(accra) + page, {.who = kofi}).holds("1 item, agreed and confirmed"));
    const auto brief = words_in(desk.get(at(accra) + "/brief.pdf", {.who = kofi}).body);
    CHECK(brief.find("1 item, agreed and confirmed") != std::string::npos);
    CHECK(brief.find("How to address them: Dr Luz Torres") != std::string::npos);
}

TEST_CASE("nobody is asked by accident: the form begins without a delegation")
{
    Summit summit;
    const auto blank = summit.get(accra + "/meetings/new", {.who = kofi});
    CHECK(blank.holds("<option value=\"\" selected>Choose a delegation</option>"));
    CHECK(summit.get(accra + "/meetings/new?with=lyon", {.who = kofi})
              .holds("<option value=\"lyon\" selected>"));
    CHECK(summit.post(accra + "/meetings/new", {{"with", ""}, {"slots", "1"}}, by(kofi)).status ==
          422);
    CHECK(summit.count("SELECT COUNT(*) FROM meeting") == 0);
}
