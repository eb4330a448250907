// SPDX-License-Identifier: Apache-2.0
//
// Terms: edited in turns, every revision kept, agreed item by item, confirmed by both and frozen.

#include "terms_table.hpp"

#include "bilateral/terms_json.hpp"

#include <rapidcheck.h>

using namespace sala;
using namespace sala::bilateral;

TEST_CASE("an item is proposed, adjusted and agreed, in turns, and every revision is kept")
{
    Table table;
    CHECK(table.sends(accra, kofi, {{"item.0.need", "Drains"}, {"item.0.answer", "Engineers"}})
              .status == 303);
    CHECK(table.sends(accra, kofi, {{"item.0.need", "More"}}).problem == "not-your-turn");
    CHECK(table.sends(quito, luz, {{"item.1.answer", "Two engineers"}}).status == 303);
    auto now = table.terms(accra, kofi);
    CHECK(now["open_items"].integer() == 1);
    CHECK(now["items"].items()[0]["state"].string() == "adjusted");
    CHECK(now["items"].items()[0]["need"].string() == "Drains");
    const auto page = table.get(table.at(accra) + "/terms", {.who = kofi});
    CHECK(page.holds("What changed since you last looked"));
    CHECK(page.holds("<del>Engineers</del> <ins>Two engineers</ins>"));
    CHECK(table.sends(accra, kofi, {{"agree.1", "yes"}}).status == 303);
    CHECK(table.terms(quito, luz)["open_items"].integer() == 0);
    CHECK(table.count("SELECT COUNT(*) FROM terms_revision") == 3);
    CHECK(table.letters("terms_letter").size() == 3);
}

TEST_CASE("what was seen is no longer new, and the secretariat sees nothing for a delegation")
{
    Table table;
    REQUIRE(table.sends(accra, kofi, {{"item.0.need", "Drains"}}).status == 303);
    const auto news = [&] {
        return table.get(table.at(quito) + "/terms", {.who = luz}).holds("since you last looked");
    };
    const auto sees = [&](const std::string& who, const std::string& number) {
        return table.post(table.at(quito) + "/terms/seen", {{"number", number}}, by(who));
    };
    CHECK(news());
    CHECK(sees("", "1").status == 303);
    CHECK(news());
    CHECK(sees(luz, "2").problem == "no-such-revision");
    CHECK(sees(luz, "1").status == 303);
    CHECK_FALSE(news());
}

TEST_CASE("an older page writes nothing over; nothing changed and both at once are refused")
{
    Table table;
    REQUIRE(table.sends(accra, kofi, {{"item.0.need", "Drains"}}).status == 303);
    CHECK(
        table.post(table.at(quito) + "/terms", {{"seen", "0"}, {"item.0.need", "Slopes"}}, by(luz))
            .problem == "changed-meanwhile");
    CHECK(table.sends(quito, luz, {}).problem == "nothing-changed");
    CHECK(table.sends(quito, luz, {{"agree.1", "yes"}, {"item.1.need", "Slopes"}}).problem ==
          "agreed-and-changed");
    CHECK(table.sends(quito, luz, {{"item.0.need", std::string(5000, 'x')}}).problem == "too-long");
    CHECK(table.count("SELECT COUNT(*) FROM terms_revision") == 1);
    CHECK(table.terms(accra, kofi)["items"].items()[0]["need"].string() == "Drains");
}

TEST_CASE("who typed into an older sheet gets it back with what the other side wrote, both whole")
{
    Table table;
    REQUIRE(table.sends(accra, kofi, {{"item.0.need", "Drains"}, {"item.0.answer", "Engineers"}})
                .status == 303);
    REQUIRE(table.sends(quito, luz, {{"item.1.answer", "Two engineers"}}).status == 303);
    REQUIRE(table
                .sends(accra, kofi,
                       {{"item.1.answer", "Four engineers"},
                        {"item.1.condition", "In May"},
                        {"item.0.need", "Slopes"}})
                .status == 303);
    // A page of Quito that was opened at the first revision.
    const auto back = table.post(table.at(quito) + "/terms",
                                 {{"seen", "1"},
                                  {"item.1.need", "Drains"},
                                  {"item.1.answer", "Three engineers"},
                                  {"item.1.condition", ""},
                                  {"item.0.need", "Shade"}},
                                 {.who = luz});
    CHECK(back.status == 412);
    const auto field = [&](const std::string& name, const std::string& words) {
        return back.holds("name=\"" + name + "\">" + words + "</textarea>");
    };
    CHECK(field("item.1.answer", "Three engineers"));
    CHECK(back.holds("Stands there now: Four engineers"));
    CHECK(field("item.1.condition", "In May"));
    CHECK(field("item.2.need", "Slopes"));
    CHECK(field("item.0.need", "Shade"));
    CHECK(back.holds("name=\"seen\" value=\"3\""));
    CHECK(table.count("SELECT COUNT(*) FROM terms_revision") == 3);
    CHECK(table.terms(quito, luz)["items"].items().size() == 2);
}

TEST_CASE("what was typed when it is the other side’s turn is shown, though it has no field")
{
    Table table;
    REQUIRE(table.sends(accra, kofi, {{"item.0.need", "Drains"}}).status == 303);
    REQUIRE(table.sends(quito, luz, {{"item.1.answer", "Engineers"}}).status == 303);
    const auto back =
        table.post(table.at(quito) + "/terms",
                   {{"seen", "1"}, {"item.1.need", "Drains"}, {"item.1.condition", "Only in May"}},
                   {.who = luz});
    CHECK(back.status == 412);
    CHECK(back.holds("What you typed, which is not kept"));
    CHECK(back.holds("<dd class=\"said\">Only in May</dd>"));
    CHECK_FALSE(back.holds("<dd class=\"said\">Drains</dd>"));
    CHECK(table.count("SELECT COUNT(*) FROM terms_revision") == 2);
}

TEST_CASE("both heads confirm the same revision; it is frozen with a hash of its words")
{
    Table table;
    REQUIRE(table.sends(accra, kofi, {{"item.0.need", "Drains"}}).status == 303);
    CHECK(table.confirms(accra, kofi).problem == "not-all-agreed");
    REQUIRE(table.sends(quito, luz, {{"agree.1", "yes"}}).status == 303);
    CHECK(table.confirms(accra, "").problem == "confirms-itself");
    CHECK(table.confirms(accra, kofi).status == 303);
    CHECK(table.confirms(accra, kofi).status == 303);
    CHECK_FALSE(table.terms(accra, kofi)["frozen"].boolean());
    CHECK(table.confirms(quito, luz).status == 303);
    const auto frozen = table.terms(accra, kofi);
    CHECK(frozen["frozen"].boolean());
    CHECK(frozen["hash"].string().size() >= 40);
    CHECK(table.sends(accra, kofi, {{"item.1.need", "Other"}}).problem == "frozen");
    CHECK(table.count("SELECT COUNT(*) FROM head_confirmation") == 2);
}

TEST_CASE("terms are for the two sides of an agreed meeting, and for nobody else")
{
    Table table;
    table.agree();
    CHECK(table.get(table.at(quito) + "/terms", {.who = kofi}).status == 404);
    CHECK(table.get(table.at(lyon) + "/terms", {.who = ""}).status == 404);
    const auto open = table.asks(accra, "lyon", kofi);
    CHECK(table.get(accra + "/meetings/" + open + "/terms.json", by(kofi)).problem == "not-agreed");
}

TEST_CASE("the draft is a PDF and a file for a word processor, and says what would be signed")
{
    Table table;
    CHECK(table.get(table.at(accra) + "/agreement.json", by(kofi)).problem == "no-terms");
    table.agree();
    CHECK(table.post(table.at(accra) + "/agreement", {{"kind", "treaty"}}, by(kofi)).problem ==
          "not-a-choice");
    CHECK(table.post(table.at(accra) + "/agreement", {{"kind", "mou"}}, by(kofi)).status == 303);
    CHECK(table.get(table.at(quito) + "/agreement", {.who = luz}).holds("Memorandum of"));
    const auto paper = table.get(table.at(quito) + "/agreement.pdf", {.who = luz});
    CHECK(paper.type == "application/pdf");
    CHECK(paper.body.starts_with("%PDF"));
    const auto brief = table.get(table.at(quito) + "/brief.pdf", {.who = luz});
    CHECK(brief.body.starts_with("%PDF"));
    CHECK(table.get(table.at(quito) + "/brief", {.who = luz}).holds("Drains that do not clog"));
    const auto read = table.get(table.at(quito) + "/brief.json", {.who = luz}).json();
    CHECK(read["needs"].items()[0]["delegation"].string() == "accra");
}

TEST_CASE(
    "a record that is refused comes back whole, also when the meeting was called off meanwhile")
{
    Table table;
    const auto notes = [&](const std::string& words) {
        return table.post(table.at(accra) + "/outcome",
                          {{"took_place", "yes"}, {"words", words}, {"next_step", "A visit"}},
                          {.who = kofi});
    };
    const auto too_long = std::string(8'000, 'x') + "the end";
    auto back = notes(too_long);
    CHECK(back.status == 422);
    CHECK(back.holds(too_long + "</textarea><span class=\"error\" id=\"words-e\">"));
    CHECK(back.holds("value=\"A visit\""));
    back =
        table.post(table.at(accra) + "/company",
                   {{"people", std::string(501, 'x')}, {"interpreter", "Ms Vega"}}, {.who = kofi});
    CHECK(back.status == 422);
    CHECK(back.holds("id=\"people-e\""));
    CHECK(back.holds("value=\"Ms Vega\""));
    REQUIRE(table.does(quito, table.number, luz, "withdraw").status == 303);
    back = notes("What we said");
    CHECK(back.status == 409);
    CHECK(back.holds("What we said</textarea>"));
    CHECK(table.get(table.at(accra) + "/outcome.json", by(kofi)).problem == "not-agreed");
    CHECK(table.count("SELECT COUNT(*) FROM meeting_record") == 0);
}

TEST_CASE("the record of a meeting is read by its two sides alone")
{
    Table table;
    const auto notes = [&](const std::string& who, const Fields& fields) {
        return table.post(table.at(accra) + "/outcome", fields, by(who));
    };
    const Fields record{
        {"took_place", "yes"}, {"words", "SECRET words"}, {"next_step", "SECRET step"}};
    CHECK(notes("", record).problem == "in-confidence");
    CHECK(notes(kofi, record).status == 303);
    CHECK(table.get(table.at(quito), {.who = luz}).holds("SECRET words"));
    CHECK(table.get(table.at(accra), {.who = kofi}).holds("SECRET step"));
    CHECK(table.get(table.at(accra) + "/outcome.json", {.who = kofi}).holds("SECRET words"));
    for (const auto& page : {table.at(accra), table.at(quito), table.at(accra) + ".json",
                             std::string("/lyon-2030/bilaterals"), std::string("/lyon-2030/acts"),
                             std::string("/lyon-2030/outbox"), table.at(quito) + "/brief",
                             table.at(quito) + "/outcome", table.at(quito) + "/outcome.json"}) {
        const auto shown = table.get(page);
        CHECK(shown.status == 200);
        CHECK_FALSE(shown.holds("SECRET"));
    }
    CHECK(table.get(table.at(quito)).holds("It took place"));
}

TEST_CASE(
    "whatever both sides send: turns alternate, numbers stay, and agreed means agreed by both")
{
    CHECK(rc::check("terms", [] {
        std::vector<Revision> revisions;
        const auto moves = *rc::gen::inRange(1, 15);
        for (int move = 0; move < moves; ++move) {
            const Terms terms(revisions, {});
            const auto side = *rc::gen::element(Side::host, Side::guest);
            Typed typed;
            for (auto item : terms.items()) {
                if (*rc::gen::inRange(0, 3) == 0)
                    item.words[0].set(*rc::gen::element(Language::english(), Language::thai()),
                                      {*rc::gen::element<std::string>("", "a", "ข"), {}});
                typed.items.push_back(item);
                if (*rc::gen::arbitrary<bool>())
                    typed.agreed.push_back(item.number);
            }
            Item more;
            more.words[1] = Text(Language::english(), *rc::gen::element<std::string>("", "x", "y"));
            typed.items.push_back(more);
            const auto revised = terms.revised(side, typed, terms.number());
            RC_ASSERT(!revised || terms.is_turn_of(side));
            if (!revised)
                continue;
            for (const auto& item : revised->items) {
                const auto found =
                    std::find_if(terms.items().begin(), terms.items().end(),
                                 [&](const Item& was) { return was.number == item.number; });
                const bool there = found != terms.items().end();
                if (item.state == Item::State::agreed && (!there || found->state != item.state)) {
                    RC_ASSERT(there);
                    RC_ASSERT(found->last != side);
                    RC_ASSERT(found->words == item.words);
                }
                if (!there)
                    for (const auto& earlier : revisions)
                        for (const auto& one : earlier.items)
                            RC_ASSERT(one.number != item.number);
            }
            revisions.push_back(*revised);
            RC_ASSERT(read_items(items_json(revised->items).write()) == revised->items);
        }
    }));
}
