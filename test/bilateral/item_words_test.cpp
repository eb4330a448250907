// SPDX-License-Identifier: Apache-2.0
//
// What an item says: in one language or in several, several new items at once, and what the paper
// does where a language lacks.

#include "papers.hpp"
#include "terms_table.hpp"

using namespace sala;

TEST_CASE("several new items are proposed at once, and those that are refused come back")
{
    Table table;
    REQUIRE(table
                .sends(accra, kofi,
                       {{"item.0.need", "Drains"},
                        {"item.-1.need", "Shade"},
                        {"item.-1.who", "Both"},
                        {"item.-4.need", "Trees"}})
                .status == 303);
    const auto items = table.terms(quito, luz)["items"].items();
    REQUIRE(items.size() == 3);
    CHECK(items[0]["need"].string() == "Drains");
    CHECK(items[1]["need"].string() == "Shade");
    CHECK(items[1]["who"].string() == "Both");
    CHECK(items[2]["number"].integer() == 3);
    const auto back =
        table.post(table.at(quito) + "/terms",
                   {{"seen", "0"}, {"item.0.need", "A"}, {"item.-1.need", "B"}}, {.who = luz});
    CHECK(back.status == 412);
    CHECK(back.holds("name=\"item.-1.need\">B</textarea>"));
    CHECK(table.count("SELECT COUNT(*) FROM terms_revision") == 1);
}

TEST_CASE(
    "an item is worded in both languages; each reader sees their own, and what moved in which")
{
    Table table;
    REQUIRE(table
                .sends(accra, kofi,
                       {{"item.0.need", "Drains"}, {"item.0.need.th", "ท่อ"}, {"item.0.who", "Us"}})
                .status == 303);
    const auto in = [&](const std::string& language) {
        return table.get(table.at(quito) + "/terms.json", {.who = luz, .language = language})
            .json()["items"]
            .items()[0];
    };
    CHECK(in("en")["need"].string() == "Drains");
    CHECK(in("th")["need"].string() == "ท่อ");
    CHECK(in("th")["who"].string() == "Us");
    CHECK(in("en")["words"]["need"]["th"].string() == "ท่อ");
    // Fields without a language are in that of the page they stand on.
    auto page = table.get(table.at(quito) + "/terms", {.who = luz, .language = "th"});
    CHECK(page.holds("name=\"item.1.need\">ท่อ</textarea>"));
    CHECK(page.holds("name=\"item.1.need.en\">Drains</textarea>"));
    CHECK(page.holds("name=\"language\" value=\"th\""));
    REQUIRE(table.sends(quito, luz, {{"language", "th"}, {"item.1.need", "ท่อใหญ่"}}).status == 303);
    CHECK(in("en")["need"].string() == "Drains");
    CHECK(in("th")["need"].string() == "ท่อใหญ่");
    page = table.get(table.at(accra) + "/terms", {.who = kofi});
    CHECK(page.holds("<del lang=\"th\">ท่อ</del> <ins lang=\"th\">ท่อใหญ่</ins>"));
}

TEST_CASE("the draft is in both languages, and names the language of words that are in one alone")
{
    Table table;
    REQUIRE(table
                .sends(accra, kofi,
                       {{"item.0.need", "Drains"},
                        {"item.0.need.th", "ท่อระบายน้ำ"},
                        {"item.0.answer", "Engineers"},
                        {"item.0.by_when", "2031"}})
                .status == 303);
    REQUIRE(table.sends(quito, luz, {{"agree.1", "yes"}}).status == 303);
    REQUIRE(table.post(table.at(accra) + "/agreement", {{"kind", "mou"}}, by(kofi)).status == 303);
    const auto docx = table.get(table.at(accra) + "/agreement.docx", {.who = kofi}).body;
    const auto words = words_of_docx(docx);
    for (const std::string one : {"Memorandum of understanding", "บันทึกความเข้าใจ", "Drains",
                                  "ท่อระบายน้ำ", "Engineers (", "2031", "between Accra and Quito"}) {
        CAPTURE(one);
        CHECK(words.find(one) != std::string::npos);
    }
    CHECK(words.find("Drains (") == std::string::npos);
    CHECK(words.find("2031 (") == std::string::npos);
    CHECK(words.find("not given") == std::string::npos);
    const auto pdf = words_in(table.get(table.at(accra) + "/agreement.pdf", {.who = kofi}).body);
    CHECK(pdf.find("Draft. The terms are not confirmed by both heads yet.") != std::string::npos);
}

TEST_CASE("a forum whose end nobody knows has a first day in the draft, and nothing missing")
{
    Table table;
    auto files = summit_files();
    auto& toml = files["forum.toml"];
    const auto at = toml.find("date = \"");
    REQUIRE(at != std::string::npos);
    const auto end = toml.find('"', at + 8);
    toml.replace(at, end - at, "date = \"2030-05-06/..");
    table.agree();
    REQUIRE(table.opens(files) == std::vector<std::string>{});
    const auto pdf = words_in(table.get(table.at(accra) + "/agreement.pdf", {.who = kofi}).body);
    CHECK(pdf.find("6 May 2030") != std::string::npos);
    CHECK(pdf.find("not given") == std::string::npos);
    CHECK(pdf.find("ไม่ระบุ") == std::string::npos);
}

TEST_CASE("who confirmed signs, also when somebody else leads since; without a head nobody is said")
{
    Table table;
    table.agree();
    REQUIRE(table.confirms(quito, luz).status == 303);
    auto page = table.get(table.at(accra) + "/terms", {.who = kofi});
    CHECK(page.holds("confirmed by its head, Dr Luz Torres"));
    auto files = summit_files();
    files["delegates.csv"] = "key,delegation,person,post,role\nama,quito,ama-mensah,,head\n"
                             "luz,quito,luz-torres,mayor-of-quito,member\n";
    REQUIRE(table.opens(files) == std::vector<std::string>{});
    REQUIRE(table.confirms(accra, kofi).status == 303);
    page = table.get(table.at(accra) + "/terms", {.who = kofi});
    CHECK(page.holds("confirmed by its head, Dr Luz Torres"));
    CHECK(page.holds("confirmed, without a head who is named"));
    REQUIRE(table.post(table.at(accra) + "/agreement", {{"kind", "mou"}}, by(kofi)).status == 303);
    const auto pdf = words_in(table.get(table.at(accra) + "/agreement.pdf", {.who = kofi}).body);
    CHECK(pdf.find("Luz Torres") != std::string::npos);
    CHECK(pdf.find("Mayor of Quito") != std::string::npos);
    CHECK(pdf.find("Ama Mensah") == std::string::npos);
    CHECK(pdf.find("All delegations have confirmed these terms.") != std::string::npos);
    // The brief is about whom one meets now.
    const auto brief = table.get(table.at(accra) + "/brief", {.who = kofi});
    CHECK(brief.holds("How to address them: Ms Ama Mensah"));
    CHECK(brief.holds("1 item, agreed and confirmed"));
}
