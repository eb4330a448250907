// SPDX-License-Identifier: Apache-2.0
//
// PDFs that can be searched in Thai and whose pages break where a careful typist would break them.

#include "document/pdf.hpp"

#include "document/page_flow.hpp"
#include "files.hpp"
#include "memo.hpp"

#include <algorithm>
#include <doctest/doctest.h>
#include <pango/pangocairo.h>

using namespace sala;
using namespace sala::document;

static std::string text_in(const std::string& pdf)
{
    Folder folder;
    write_file(folder / "a.pdf", pdf);
    const auto ran = run("pdftotext -enc UTF-8 " + (folder / "a.pdf") + " -");
    REQUIRE(ran.exit == 0);
    return ran.output;
}

// Lines joined, for Thai sentences run on over the end of a line.
static std::string joined(const std::string& text)
{
    std::string all;
    for (const char c : text)
        if (c != '\n' && c != '\f' && c != ' ')
            all += c;
    return all;
}

static std::string without_breaks(std::string text)
{
    for (auto at = text.find("\u200B"); at != text.npos; at = text.find("\u200B"))
        text.erase(at, 3);
    return text;
}

static std::vector<std::string> words_of(std::string text)
{
    std::vector<std::string> words;
    for (auto at = text.find("\u200B"); at != text.npos; at = text.find("\u200B")) {
        words.push_back(text.substr(0, at));
        text.erase(0, at + 3);
    }
    words.push_back(text);
    return words;
}

static std::vector<std::string> set(const std::string& text, double width)
{
    std::vector<std::string> lines;
    for (const auto& line : LineSetter(body_font(), "th").lines(text, width, {}))
        lines.push_back(pango_layout_get_text(line.layout.get()));
    return lines;
}

TEST_CASE("a memo gives its Thai words and whole sentences back to a search")
{
    const auto text = text_in(write_pdf(memo()));
    CHECK(text.find("ดำเนิน") != text.npos);
    CHECK(text.find("กรุงเทพมหานคร") != text.npos);
    CHECK(text.find("น้ำท่วม") != text.npos);
    CHECK(text.find("๒๖ สิงหาคม ๒๕๖๒") != text.npos);
    CHECK(text.find("\u200B") == text.npos);
    CHECK(joined(text).find(joined(without_breaks(long_sentence))) != text.npos);
    for (const auto& word : words_of(long_sentence))
        CHECK_MESSAGE(text.find(word) != text.npos, word);
    CHECK(joined(text).find("–๒–") != text.npos);
    CHECK(joined(text).find("–๑–") == text.npos);
}

TEST_CASE("words with marks over and under tall letters come back without a space in them")
{
    const std::vector<std::string> words = {
        "เป้าหมาย", "ปัญหาฝุ่นละออง",      "ความเป็นมา",  "ฟื้นฟูญี่ปุ่น",
        "ฝั่งป่าฟ้าปู่", "น้ำท่วมดำเนินการ",    "กตัญญูฐานันดร", "ปีงบประมาณ",
        "กุ้ง ปูปิ้ง",  "ผู้ว่าฯ ที่ปรึกษา ๒๕๖๒", "ក្រុងភ្នំពេញ",   "Jakarta (DKI) & Hà Nội fi"};
    for (const bool bold : {false, true})
        for (const auto& word : words) {
            Paper paper;
            paper.blocks = {Paragraph{.text = word, .bold = bold}};
            CHECK(text_in(write_pdf(paper)) == word + "\n\n\f");
        }
}

TEST_CASE("a memo is the same bytes whenever it is made, and says who made it and when")
{
    const auto pdf = write_pdf(memo());
    CHECK(pdf == write_pdf(memo()));
    if (const auto* keep = std::getenv("SALA_KEEP_PDF"))
        write_file(keep, pdf);
    Folder folder;
    write_file(folder / "a.pdf", pdf);
    const auto facts = run("TZ=UTC pdfinfo " + (folder / "a.pdf")).output;
    CHECK(facts.find("บันทึกข้อความ: การประชุมเมืองหลวงอาเซียน") != facts.npos);
    CHECK(facts.find("สำนักงานการต่างประเทศ") != facts.npos);
    CHECK(facts.find("Mon Aug 26 00:00:00 2019") != facts.npos);
    CHECK(facts.find("(A4)") != facts.npos);
    CHECK(facts.find("Pages:           3") != facts.npos);
}

TEST_CASE("Thai breaks only where its author allows it, and never in the middle of กรุงเทพมหานคร")
{
    const auto lines = set("ผู้ว่าราชการ\u200Bกรุงเทพมหานคร\u200Bดำเนินการ", 110);
    CHECK(lines == std::vector<std::string>{"ผู้ว่าราชการ", "กรุงเทพมหานคร", "ดำเนินการ"});
    const auto two_words = LineSetter(body_font(), "en").line("one two", {}).width;
    CHECK(set("one two three", two_words + 1) == std::vector<std::string>{"one two", "three"});
    CHECK(set("a\nb\n\nc", 45) == std::vector<std::string>{"a", "b", "", "c"});
    CHECK(set("", 45) == std::vector<std::string>{""});
}

TEST_CASE("a word wider than the line is broken between letters, never before a tone mark")
{
    const auto lines = set("กรุงเทพมหานครอมรรัตนโกสินทร์\u200B", 60);
    CHECK(lines.size() > 2);
    std::string all;
    for (const auto& line : lines) {
        all += line;
        CHECK_FALSE(line.starts_with("์"));
        CHECK_FALSE(line.starts_with("ุ"));
    }
    CHECK(all == "กรุงเทพมหานครอมรรัตนโกสินทร์");
    CHECK(set("กข", 1).size() == 2);
}

TEST_CASE("a heading never stands alone at the end of a page")
{
    Paper paper;
    for (int i = 0; i < 60; ++i) {
        paper.blocks.push_back(Heading{"Heading", 1});
        paper.blocks.push_back(Paragraph{"one\ntwo\nthree\nfour\nfive"});
    }
    const LineSetter setter(body_font(), "en");
    const auto pages = paged(strips_of(paper, setter, 400), 700);
    CHECK(pages.size() > 5);
    for (std::size_t i = 0; i + 1 < pages.size(); ++i) {
        CHECK_FALSE(pages[i].back().strip.with_next);
        CHECK(pages[i].back().y + pages[i].back().strip.height <= 700);
        CHECK(pages[i + 1].front().y == 0);
    }
}

TEST_CASE("what is taller than a page is divided, and nothing of it is lost")
{
    Paper paper;
    std::string words;
    for (int i = 0; i < 4000; ++i)
        words += "word" + std::to_string(i) + " ";
    paper.blocks = {Table{{{"a", "b"}, {words, "x"}}, {1, 1}}};
    const auto text = text_in(write_pdf(paper));
    CHECK(text.find("word0 ") != text.npos);
    CHECK(text.find("word3999") != text.npos);
}

TEST_CASE("lines of a sender begin further to the left before one of them is broken")
{
    const std::string senders[] = {"Foreign Relations Officer, Practitioner Level",
                                   "Planning and City Potential Promotion Section"};
    Paper paper;
    paper.language = "en";
    paper.blocks = {AddressBlock{{senders[0], senders[1]}, false}};
    const auto text = text_in(write_pdf(paper));
    for (const auto& line : senders)
        CHECK(text.find(line + "\n") != std::string::npos);
    // What is wider than the page is broken, and the others still are not.
    paper.blocks = {AddressBlock{
        {senders[0], senders[0] + " " + senders[0] + " " + senders[0], senders[1]}, false}};
    const auto with_long = text_in(write_pdf(paper));
    CHECK(with_long.starts_with(senders[0] + "\n"));
    CHECK(with_long.find("\n" + senders[1] + "\n") != std::string::npos);
}

TEST_CASE("what parts two paragraphs takes room on the page")
{
    const auto pages = [](double before_mm) {
        Paper paper;
        for (int i = 0; i < 20; ++i)
            paper.blocks.emplace_back(Paragraph{.text = "One line.", .before_mm = before_mm});
        const auto text = text_in(write_pdf(paper));
        return std::count(text.begin(), text.end(), '\f');
    };
    CHECK(pages(0) == 1);
    CHECK(pages(10) == 2);
}

TEST_CASE("another font is said in the header")
{
    CHECK(text_in(write_pdf(memo(), "Noto Sans Thai"))
              .find("Set in Noto Sans Thai: Laksaman is not on this machine.") !=
          std::string::npos);
    if (body_font() == "Laksaman")
        CHECK(text_in(write_pdf(memo())).find("Set in") == std::string::npos);
}

TEST_CASE("an empty paper and bytes that are no text still make a PDF")
{
    CHECK(write_pdf(Paper{}).starts_with("%PDF"));
    Paper paper;
    paper.title = "\xFF";
    paper.blocks = {Paragraph{std::string("\xE0\xB8\0\x01x", 5)},
                    Table{},
                    LabelledLine{},
                    AddressBlock{},
                    PageBreak{},
                    PageBreak{},
                    Title{""}};
    CHECK(write_pdf(paper).starts_with("%PDF"));
}
