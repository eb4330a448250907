// SPDX-License-Identifier: Apache-2.0
//
// Badges and name plates with the longest of names: nobody's name loses a word, and a plate is one
// sheet.

#include "document/badge.hpp"
#include "document/font_reach.hpp"
#include "document/name_plate.hpp"
#include "document/pdf.hpp"
#include "document/set_lines.hpp"
#include "files.hpp"

#include <doctest/doctest.h>

using namespace sala;
using namespace sala::document;

namespace {

// Without spaces, ends of lines and places where a line may break.
std::string joined(const std::string& text)
{
    std::string all;
    for (std::size_t i = 0; i < text.size(); ++i)
        if (text.compare(i, 3, "\u200B") == 0)
            i += 2;
        else if (text[i] != '\n' && text[i] != '\f' && text[i] != ' ')
            all += text[i];
    return all;
}

struct Read {
    std::string words;
    int pages = 0;
};
Read read_back(const std::string& pdf)
{
    Folder folder;
    write_file(folder / "a.pdf", pdf);
    const auto facts = run("pdfinfo " + (folder / "a.pdf")).output;
    const auto text = run("pdftotext -enc UTF-8 " + (folder / "a.pdf") + " -");
    REQUIRE(text.exit == 0);
    return {joined(text.output), std::stoi(facts.substr(facts.find("Pages:") + 6))};
}

const std::string longest = "Dr Ekachai \u200BThongphattharaphongphithak \u200BNa \u200BAyutthaya";
const std::string in_thai = "ดร. \u200Bเอกชัย \u200Bทองภัทรพงศ์พิทักษ์ \u200Bณ \u200Bอยุธยา";

Badge long_badge()
{
    Badge badge;
    badge.forum = "The Meeting of Governors and Mayors of ASEAN Capitals 2030";
    badge.when = "Phnom Penh, 2 December 2022";
    badge.category = "Governors, mayors and leaders of local governments of ten states";
    badge.other_category = "ผู้ว่าราชการ นายกเทศมนตรี และผู้นำรัฐบาลท้องถิ่น";
    badge.name = longest;
    badge.other_names = {in_thai, "Nguyễn Thị Minh Khai Phương Hoàng Anh Thư"};
    badge.post = "Deputy Director-General of the Office of International Affairs and Cooperation "
                 "between Cities";
    badge.delegation = "United Cities and Local Governments Asia-Pacific Secretariat";
    badge.zones = "Hall · Press";
    badge.code = "B0123456789";
    badge.number = "K7QR-2MXD";
    badge.colour = "indigo";
    return badge;
}

}  // namespace

TEST_CASE("on a badge each name, post, delegation and category is whole, on either paper")
{
    const auto badge = long_badge();
    for (const auto size : {BadgeSize::a6, BadgeSize::id1})
        for (const bool to_cut : {false, true}) {
            const auto read =
                read_back(write_badges({.badges = {badge}, .size = size, .to_cut = to_cut}));
            CAPTURE(read.words);
            for (const auto& words :
                 {badge.name, badge.other_names[1], badge.post, badge.delegation, badge.category}) {
                CAPTURE(words);
                CHECK(read.words.find(joined(words)) != std::string::npos);
            }
            CHECK(read.words.find("อยุธยา") != std::string::npos);
            CHECK(read.words.find("ท้องถิ่น") != std::string::npos);
            CHECK(read.pages == 1);
        }
}

TEST_CASE("the longest category keeps away from the edge at which a badge is cut")
{
    constexpr double millimetre = 72 / 25.4;
    for (const auto& [size, height] :
         {std::pair{BadgeSize::a6, 148.0}, std::pair{BadgeSize::id1, 53.98}}) {
        const Folder folder;
        write_file(folder / "a.pdf", write_badges({.badges = {long_badge()}, .size = size}));
        const auto boxes = run("pdftotext -bbox " + (folder / "a.pdf") + " -").output;
        const std::string mark = "yMax=\"";
        double lowest = 0;
        for (auto at = boxes.find(mark); at != boxes.npos; at = boxes.find(mark, at + 1))
            lowest = std::max(lowest, std::stod(boxes.substr(at + mark.size())));
        CHECK(lowest > height / 2 * millimetre);
        CHECK(lowest < (height - (size == BadgeSize::a6 ? 1.5 : 0.8)) * millimetre);
    }
}

TEST_CASE("a name of 200 letters is on the badge, small and whole")
{
    auto badge = long_badge();
    badge.name.clear();
    for (int part = 0; part < 18; ++part)
        badge.name += "Wilhelmina" + std::to_string(part % 10) + " \u200B";
    badge.other_names.clear();
    const auto read = read_back(write_badges({.badges = {badge}}));
    CHECK(read.words.find(joined(badge.name)) != std::string::npos);
}

TEST_CASE("a plate is one sheet whatever the name, and is read from both sides")
{
    const NamePlate plate{{longest, in_thai, "Nguyễn Thị Minh Khai"},
                          "United Cities and Local Governments Asia-Pacific"};
    const auto read = read_back(write_name_plates({.plates = {plate, {{"Ama Mensah"}, "Accra"}}}));
    CAPTURE(read.words);
    CHECK(read.pages == 2);
    // Of the half that stands on its head the lines are read from below.
    for (const auto& words :
         {std::string("Thongphattharaphongphithak"), std::string("Ayutthaya"),
          joined(plate.names[2]), joined(plate.delegation), std::string("AmaMensah")}) {
        CAPTURE(words);
        const auto first = read.words.find(words);
        REQUIRE(first != std::string::npos);
        CHECK(read.words.find(words, first + 1) != std::string::npos);
    }
    CHECK(write_name_plates({.plates = {plate}}) == write_name_plates({.plates = {plate}}));
}

TEST_CASE("letters that no font here has are told by their script, and the others are not")
{
    using Scripts = std::vector<std::string>;
    CHECK(scripts_without_font("Hà Nội, Đà Nẵng") == Scripts{});
    CHECK(scripts_without_font("กรุงเทพมหานคร (น้ำ)") == Scripts{});
    CHECK(scripts_without_font("ជា សុផល") == Scripts{});
    // Vithkuqi came to Unicode after the fonts of this machine were drawn.
    CHECK(scripts_without_font("Cham \U00010570\U00010571") == Scripts{"Vith"});
    CHECK(scripts_without_font("\xFF") == Scripts{});
}

TEST_CASE("a title that must not break and is wider than the line breaks between words")
{
    // As a forum's name is marked: joined throughout.
    std::string title;
    for (const char c : std::string("Meeting of Governors and MGMAC"))
        title += std::string(1, c) + "\u2060";
    const LineSetter setter(body_font(), "en");
    const auto whole = setter.line("Meeting of Governors and MGMA", {18, true}).width;
    const auto lines = setter.lines(title, whole, {18, true});
    REQUIRE(lines.size() == 2);
    CHECK(lines[1].width < setter.line("MGMACC", {18, true}).width);
    CHECK(lines[1].width > setter.line("MGMA", {18, true}).width);
}
