// SPDX-License-Identifier: Apache-2.0
//
// What was decided by cards stands in the record: who showed which card in the open, and of a
// secret poll the sums alone, in every form of the record.

#include "delegations.hpp"

#include "document/files.hpp"
#include "document/temporary_folder.hpp"
#include "test_tools.hpp"

#include <fstream>

using namespace sala;

namespace {

// An open poll in which Accra objects and Quito agrees, and a secret one in which both object.
class Decided : public Delegations {
public:
    Decided()
    {
        opens_poll("Adopt the text & annex?", {});
        shows(kofi, "object", "Paragraph <3>.");
        shows(luz, "agree");
        closes();
        opens_poll("Elect Quito?", {{"secret", "yes"}});
        shows(kofi, "object");
        shows(luz, "object");
    }
    void closes()
    {
        const auto poll = get(sitting + "/polls.json").json()["polls"].items().at(0);
        REQUIRE(post(sitting + "/polls/" + poll["poll"].string() + "/end", {}).status == 303);
    }
    std::string record(const std::string& ending, const std::string& language = "en")
    {
        return get(sitting + "/record" + ending, {.language = language}).body;
    }

private:
    void opens_poll(const std::string& question, Fields more)
    {
        more.emplace_back("question", question);
        REQUIRE(post(sitting + "/polls", more).status == 303);
    }
    void shows(const Sent& who, const std::string& card, const std::string& words = {})
    {
        REQUIRE(shows_card(who, {{"card", card}, {"words", words}}).status == 303);
    }
};

std::string words_of(const std::string& pdf)
{
    const document::TemporaryFolder folder;
    std::ofstream(folder / "record.pdf", std::ios::binary) << pdf;
    return document::run("pdftotext -layout -enc UTF-8 " + (folder / "record.pdf") + " -").output;
}

// From a word on, to the end.
std::string from(const std::string& text, const std::string& word)
{
    const auto at = text.find(word);
    REQUIRE(at != std::string::npos);
    return text.substr(at);
}

bool holds(const std::string& text, const std::string& words)
{
    return text.find(words) != std::string::npos;
}

}  // namespace

TEST_CASE("the record as JSON names each delegation's card in the open, and nobody's in secret")
{
    Decided stage;
    const auto polls = [&] { return stage.get(stage.sitting + "/record.json").json()["polls"]; };
    auto both = polls();
    REQUIRE(both.items().size() == 2);
    const auto& open = both.items()[0];
    CHECK(open["question"].string() == "Adopt the text & annex?");
    CHECK(open["agree"].integer() == 1);
    CHECK(open["object"].integer() == 1);
    CHECK(open["abstain"].integer() == 0);
    REQUIRE(open["cards"].items().size() == 2);
    CHECK(open["cards"].items()[0]["delegation"].string() == "accra");
    CHECK(open["cards"].items()[0]["card"].string() == "object");
    CHECK(open["cards"].items()[0]["words"].string() == "Paragraph <3>.");
    CHECK(open["cards"].items()[1]["delegation"].string() == "quito");
    // While a secret poll is open it is known how many took part, and nothing else.
    CHECK(both.items()[1]["took_part"].integer() == 2);
    CHECK(both.items()[1]["object"].is_null());
    stage.closes();
    both = polls();
    CHECK(both.items()[1]["object"].integer() == 2);
    CHECK(both.items()[1]["cards"].items().empty());
}

TEST_CASE("the record as Akoma Ntoso holds polls, is accepted by the schema, and keeps the secret")
{
    Decided stage;
    CHECK(schema_complaints("akn/akomantoso30.xsd", stage.record(".xml")) == "");
    CHECK_FALSE(holds(stage.record(".xml"), "voting_2"));
    stage.closes();
    for (const auto* language : {"en", "th"}) {
        const auto xml = stage.record(".xml", language);
        CHECK(schema_complaints("akn/akomantoso30.xsd", xml) == "");
        CHECK(holds(xml, "<voting eId=\"voting_1\" href=\"#poll_1\">"));
        CHECK(holds(xml, "eId=\"voting_1__object\" refersTo=\"#card-object\" value=\"1\""));
        CHECK(holds(xml, "eId=\"voting_2__object\" refersTo=\"#card-object\" value=\"2\""));
    }
    const auto xml = stage.record(".xml");
    CHECK(holds(xml, "Adopt the text &amp; annex?"));
    CHECK(holds(xml, "Accra: Object. Paragraph &lt;3&gt;.</p>"));
    CHECK(holds(xml, "Quito: Agree</p>"));
    const auto secret = from(xml, "eId=\"poll_2\"");
    CHECK(holds(secret, "Agree: 0. Object: 2. Abstain: 0."));
    CHECK_FALSE(holds(secret, "Accra"));
    CHECK_FALSE(holds(secret, "Quito:"));
}

TEST_CASE("the record on paper and as a page holds polls, and keeps the secret")
{
    Decided stage;
    stage.closes();
    const auto paper = words_of(stage.record(".pdf"));
    CHECK(holds(paper, "Decided by cards"));
    CHECK(holds(paper, "Paragraph <3>."));
    const auto secret = from(paper, "Elect Quito?");
    CHECK(holds(secret, "Object: 2."));
    CHECK_FALSE(holds(secret, "Accra"));
    const auto page = stage.record("");
    CHECK(holds(page, "Adopt the text &amp; annex?"));
    CHECK(holds(page, "<li>Accra: Object <q>Paragraph &lt;3&gt;.</q></li>"));
    const auto secret_part = from(page, "Elect Quito?");
    CHECK_FALSE(holds(secret_part.substr(0, secret_part.find("</section>")), "<li>"));
}

TEST_CASE("the reporting officer has at hand what was decided by cards, when it is decided")
{
    Decided stage;
    const auto begun = stage.post("/lyon-2030/reports", {{"template", "bma-english"}});
    REQUIRE(begun.status == 200);
    const auto facts = [&] {
        return stage.get("/lyon-2030/reports/" + begun.json()["key"].string()).body;
    };
    CHECK(holds(facts(), "Adopt the text &amp; annex? Agree: 1. Object: 1. Abstain: 0."));
    CHECK_FALSE(holds(facts(), "Elect Quito?"));
    stage.closes();
    CHECK(holds(facts(), "Elect Quito? Agree: 0. Object: 2. Abstain: 0."));
    CHECK_FALSE(holds(facts(), "Paragraph"));
}

TEST_CASE("no line of the record on paper cuts a post, in Thai either")
{
    const std::string post = "ผู้ว่าราชการกรุงเทพมหานคร";
    auto files = lyon_files();
    for (const auto* was : {"นายกเทศมนตรีอักกรา", "นายกเทศมนตรีกีโต"}) {
        auto& posts = files["posts.csv"];
        posts.replace(posts.find(was), std::string_view(was).size(), post);
    }
    Plenary stage(files);
    REQUIRE(stage.leads("open").status == 303);
    REQUIRE(stage.leads("give").status == 303);
    REQUIRE(stage.leads("end").status == 303);
    const auto paper = words_of(stage.get(stage.sitting + "/record.pdf", {.language = "th"}).body);
    CAPTURE(paper);
    CHECK(holds(paper, post));
}
