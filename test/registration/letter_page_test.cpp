// SPDX-License-Identifier: Apache-2.0
//
// An invitation on paper: its greeting is one line at the margin, its paragraphs stand apart, and
// no long name leaves most of a line empty.

#include "registration/invitation_letter.hpp"

#include "document/files.hpp"
#include "document/pdf.hpp"

#include <doctest/doctest.h>

using namespace sala;
using namespace sala::registration;

namespace {

const std::string chairman = "His Excellency the Chairman of the People’s Committee of Ha Noi";

document::Paper to(const std::string& recipient, const Language& first)
{
    LetterFacts facts;
    facts.forum.title = Text{Language::english(), "Phnom Penh 2026: ASEAN Mayors Forum and MGMAC"};
    facts.forum.title.set(Language::thai(),
                          {"พนมเปญ 2569: การประชุมนายกเทศมนตรีอาเซียน และ MGMAC", {}});
    facts.forum.zone = "Asia/Phnom_Penh";
    facts.delegation = Text{Language::english(), "Ha Noi"};
    facts.delegation.set(Language::thai(), {"ฮานอย", {}});
    facts.recipient = recipient;
    return invitation_paper({}, facts, first, Instant{1'793'000'000'000});
}

std::string text_of(const document::Paper& paper)
{
    const document::Folder folder;
    document::write_file(folder / "letter.pdf", document::write_pdf(paper));
    return document::run("pdftotext -enc UTF-8 -layout " + (folder / "letter.pdf") + " -").output;
}

std::vector<document::Paragraph> left_paragraphs(const document::Paper& paper)
{
    std::vector<document::Paragraph> all;
    for (const auto& block : paper.blocks)
        if (const auto* one = std::get_if<document::Paragraph>(&block);
            one && one->align == document::Align::left)
            all.push_back(*one);
    return all;
}

}  // namespace

TEST_CASE("a long name goes on with the line that it stands in")
{
    const auto text = text_of(to(chairman, Language::english()));
    CAPTURE(text);
    CHECK(text.find("Dear His Excellency the Chairman") != std::string::npos);
    CHECK(text.find("เรียน His Excellency the Chairman") != std::string::npos);
    CHECK(text.find("Invitation to Phnom Penh 2026") != std::string::npos);
    CHECK(text.find("ขอเชิญเข้าร่วม พนมเปญ 2569") != std::string::npos);
    CHECK(text.find("Ha\n") == std::string::npos);
}

TEST_CASE("in Thai paragraphs begin within the line and a greeting does not; in English they part")
{
    const auto thai = left_paragraphs(to("ท่านนายกเทศมนตรี", Language::thai()));
    REQUIRE(thai.size() == 10);
    CHECK(thai[0].text.starts_with("เรียน"));
    CHECK(thai[0].first_line_mm == 0);
    for (std::size_t i = 1; i < 5; ++i)
        CHECK(thai[i].first_line_mm == 25);
    for (std::size_t i = 5; i < 10; ++i) {
        CHECK(thai[i].first_line_mm == 0);
        CHECK(thai[i].before_mm >= 3);
    }
}

TEST_CASE("a page greets in its own letters")
{
    const auto text = text_of(to("ท่านนายกเทศมนตรี", Language::thai()));
    CAPTURE(text);
    CHECK(text.find("Dear Head of Ha Noi,") != std::string::npos);
    CHECK(text.find("เรียน ท่านนายกเทศมนตรี") != std::string::npos);
    CHECK(text_of(to("The Mayor", Language::english())).find("เรียน The Mayor") !=
          std::string::npos);
}

TEST_CASE("what opens a letter stands behind its greeting, or first where nobody is greeted")
{
    CHECK(with_opening("Dear Mayor,\n\nCome.", "Again.") == "Dear Mayor,\n\nAgain.\n\nCome.");
    CHECK(with_opening("เรียน ท่านนายก\n\nเชิญ", "อีกครั้ง") == "เรียน ท่านนายก\n\nอีกครั้ง\n\nเชิญ");
    CHECK(with_opening("We meet again.\n\nCome.", "Again.") == "Again.\n\nWe meet again.\n\nCome.");
    CHECK(with_opening("Dear Mayor,", "Again.") == "Dear Mayor,\n\nAgain.");
}
