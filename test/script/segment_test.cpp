// SPDX-License-Identifier: Apache-2.0

#include "script/normal.hpp"
#include "script/segment.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <atomic>
#include <fstream>
#include <iterator>
#include <thread>

using namespace sala;
using namespace sala::script;

using Names = std::vector<std::string>;

static bool found(std::string_view query, std::string_view text, const Names& names = {})
{
    const auto held = words(text, names);
    const auto wanted = query_words(query);
    return !wanted.empty() &&
           std::all_of(wanted.begin(), wanted.end(), [&](const std::string& word) {
               return std::find(held.begin(), held.end(), word) != held.end();
           });
}

// The text with a bar at every place where a line may break.
static std::string barred(std::string_view text, const Names& names = {})
{
    std::string result;
    std::size_t from = 0;
    for (const auto at : break_opportunities(text, names)) {
        result += std::string(text.substr(from, at - from)) + "|";
        from = at;
    }
    return result + std::string(text.substr(from));
}

TEST_CASE("people and places are found however they are typed")
{
    CHECK(found("ชัชชาติ", "พบกับนายชัชชาติ สิทธิพันธุ์"));
    CHECK(found("อาร์มิดา", "นางอาร์มิดา ซัลเซียะฮ์ อาลิสจะฮ์บานา"));
    CHECK(found("วริศรา", "นางสาววริศรา ทองดี"));
    CHECK(found("กรุงเทพ", "ผู้ว่าราชการกรุงเทพมหานคร"));
    CHECK(found("กรุงเทพมหานคร", "ผู้ว่าราชการกรุงเทพมหานคร(กทม.)"));
    CHECK(found("ha noi", "Hà Nội"));
    CHECK(found("Da Nang", "Thành phố Đà Nẵng"));
    CHECK(found("pm 2.5", "ฝุ่น PM2.5"));
    CHECK(found("ครั้งที่ 5", "การประชุมครั้งที่ ๕"));
    CHECK(found("ประจ\u0E33", "สหภาพยุโรปประจ\u0E4D\u0E32ประเทศไทย"));
    CHECK(found("ความสำคัญ", "ความส\u0E4D\u0E32คัญของ\u00A0     ความร่วมมือ"));

    CHECK_FALSE(found("เวียงจันทน์", "ผู้ว่าราชการกรุงเทพมหานคร"));
    CHECK_FALSE(found("Hanoi", "Hà Nội"));
    CHECK_FALSE(found("?!", "Hà Nội"));
}

TEST_CASE("tokens are the small pieces in order, then longer words and names")
{
    CHECK(search_tokens("นายชัชชาติ กรุงเทพมหานคร(กทม.) Hà Nội, COVID-19", Names{"ชัชชาติ"}) ==
          "นาย ชัช ชาติ กรุงเทพ มหา นคร กทม ha noi covid 19 กรุงเทพมหานคร ชัชชาติ");
    CHECK(search_tokens("") == "");
    CHECK(query_words("ASEAN asean ๕ 5") == Names{"asean", "5"});
}

TEST_CASE("a line of Thai breaks between words and never inside a name or a date")
{
    CHECK(barred("ผู้ว่าราชการกรุงเทพมหานคร พร้อมด้วย") == "ผู้ว่าราชการ|กรุงเทพมหานคร |พร้อม|ด้วย");
    CHECK(barred("เมื่อวันที่ 26 – 28 สิงหาคม พ.ศ. 2562 รวมทั้งสิ้น 300 คน") ==
          "เมื่อ|วันที่ 26 – 28 สิงหาคม พ.ศ. 2562 |รวม|ทั้งสิ้น |300 คน");
    CHECK(barred("นายกเทศมนตรีอาเซียน ครั้งที่ 5 ประจำปี พ.ศ. 2562") ==
          "นายกเทศมนตรี|อาเซียน |ครั้งที่ 5 |ประจำ|ปี พ.ศ. 2562");
    CHECK(barred("เมืองต่าง ๆ ฝุ่น PM 2.5 โทรศัพท์ 0 2123 4567") ==
          "เมือง|ต่าง ๆ |ฝุ่น |PM 2.5 |โทรศัพท์ 0 2123 4567");
    CHECK(barred("ฟอรั่มละ ๗ นาที") == "ฟอรั่มละ |๗ นาที");
    CHECK(barred("on 2 December 2022 in Room 1") == "on |2 December 2022 |in |Room 1");
}

TEST_CASE("an honorific stays with its name, a name of the list stays whole")
{
    const Names names{"อาร์มิดา ซัลเซียะฮ์ อาลิสจะฮ์บานา", "ศูนย์ประชุมสหประชาชาติ", "ประจำประเทศไทย"};

    CHECK(barred("ส่วนนายชัชชาติ สิทธิพันธุ์ กล่าว").find("นาย|") == std::string::npos);
    CHECK(barred("โดยพลเอก อนุพงษ์ เผ่าจินดา").find("พลเอก |") == std::string::npos);
    CHECK(barred("พล.อ.นิพัทธ์ ทองเล็ก").starts_with("พล.อ.นิพัทธ์ |"));
    CHECK(barred("Pol. Gen. Aswin Kwanmuang") == "Pol. Gen. Aswin |Kwanmuang");
    CHECK(barred("คุณภาพชีวิต นายจ้าง") == "คุณภาพ|ชีวิต |นายจ้าง");
    CHECK(barred("นางอาร์มิดา ซัลเซียะฮ์\u00A0อาลิสจะฮ์บานา ณ ศูนย์ประชุมสหประชาชาติ", names) ==
          "นางอาร์มิดา ซัลเซียะฮ์\u00A0อาลิสจะฮ์บานา |ณ |ศูนย์ประชุมสหประชาชาติ");
    // Named with one SARA AM, printed with the other.
    CHECK(barred("ยุโรปประจ\u0E4D\u0E32ประเทศไทย", names) == "ยุโรป|ประจ\u0E4D\u0E32ประเทศไทย");
    CHECK(break_opportunities("").empty());
}

TEST_CASE("every break of the two documents is at the beginning of a letter that may begin a line")
{
    for (const auto* name : {"000_dd3e1ee4d7327aac.txt", "002_d20b455c41bd05f7.txt"}) {
        std::ifstream file(std::string(SALA_SOURCE "/../shared/domain/") + name);
        if (!file) {
            MESSAGE("skipped: the document " << name << " is not beside this checkout");
            continue;
        }
        const std::string text{std::istreambuf_iterator<char>(file), {}};
        const auto breaks = break_opportunities(text);
        CHECK(breaks.size() > 500);
        std::size_t last = 0;
        for (const auto at : breaks) {
            REQUIRE(last < at);
            REQUIRE(at < text.size());
            REQUIRE(is_utf8(std::string_view(text).substr(last, at - last)));
            const auto rest = std::string_view(text).substr(at);
            for (const auto* sign :
                 {"ะ", "ั", "า", "\u0E4D", "ิ", "ี", "ึ", "ื", "ุ", "ู", "็", "่", "้", "๊", "๋", "์", "ๆ"})
                REQUIRE_FALSE(rest.starts_with(sign));
            last = at;
        }
    }
}

TEST_CASE("many threads may break and segment at once")
{
    const std::string text = "นายชัชชาติ สิทธิพันธุ์ ผู้ว่าราชการกรุงเทพมหานคร ครั้งที่ 5";
    const auto tokens = search_tokens(text);
    const auto line = barred(text);
    std::atomic<int> wrong = 0;
    std::vector<std::thread> threads;
    for (int number = 0; number < 6; ++number)
        threads.emplace_back([&] {
            for (int turn = 0; turn < 50; ++turn)
                wrong += search_tokens(text) != tokens || barred(text) != line;
        });
    for (auto& thread : threads)
        thread.join();
    CHECK(wrong == 0);
}

TEST_CASE("compounds of official Thai stay on one line")
{
    for (const std::string word : {"สถานเอกอัครราชทูต", "สำนักปลัด", "ความเป็นมา", "องค์ประกอบ",
                                   "ผลประโยชน์", "โดยเฉพาะ", "ภัยพิบัติ", "เมืองหลัก"}) {
        const auto lines = barred("กล่าวถึง" + word + "ของการประชุม");
        CAPTURE(lines);
        CHECK(lines.find(word) != std::string::npos);
        CHECK(lines.find('|') != std::string::npos);
    }
}
