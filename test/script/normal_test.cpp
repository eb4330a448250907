// SPDX-License-Identifier: Apache-2.0

#include "script/collation.hpp"
#include "script/digits.hpp"
#include "script/normal.hpp"
#include "script/one_line.hpp"
#include "script/slug.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

using namespace sala;
using namespace sala::script;

// facts.md X13
TEST_CASE("digits become Thai or Arabic and nothing else changes")
{
    CHECK(to_thai_digits("26 – 28 สิงหาคม 2562") == "๒๖ – ๒๘ สิงหาคม ๒๕๖๒");
    CHECK(to_arabic_digits("๒๖ – ๒๘ สิงหาคม ๒๕๖๒") == "26 – 28 สิงหาคม 2562");
    CHECK(to_arabic_digits("០១២ ໐໑໒ ၀၁၂") == "012 012 012");
    CHECK(to_arabic_digits("ครั้งที่ ๕ x") == "ครั้งที่ 5 x");
}

// facts.md X14
TEST_CASE("the two spellings of SARA AM are found as one and kept as two")
{
    const std::string one_sign = "ประจ\u0E33ประเทศไทย";
    const std::string two_signs = "ประจ\u0E4D\u0E32ประเทศไทย";

    CHECK(searchable(one_sign) == searchable(two_signs));
    CHECK(clean(one_sign) == one_sign);
    CHECK(clean(two_signs) == two_signs);
    CHECK(clean(one_sign) != clean(two_signs));
    // With a tone mark, in both orders typists use.
    CHECK(searchable("น\u0E49\u0E33") == searchable("น\u0E4D\u0E49\u0E32"));
    CHECK(searchable("น\u0E49\u0E33") == searchable("น\u0E49\u0E4D\u0E32"));
    CHECK(searchable("\u0E40\u0E40ถลง") == searchable("แถลง"));
}

TEST_CASE("no-break spaces, layout spaces and joiners do not hinder search")
{
    CHECK(searchable("ความสำคัญของ\u00A0      ความร่วมมือ ") == searchable("ความสำคัญของ ความร่วมมือ"));
    CHECK(searchable("กรุงเทพ\u2060มหา\u200Bนคร") == "กรุงเทพมหานคร");
    CHECK(searchable("  The 5th\tASEAN\nMayors  Forum ") == "the 5th asean mayors forum");
    CHECK(searchable("ครั้งที่ ๕") == searchable("ครั้งที่ 5"));
    CHECK(searchable("ＡＳＥＡＮ ﬁve") == "asean five");
    CHECK(searchable("\u00A0 \t") == "");
}

TEST_CASE("what is typed is tidied but keeps its words")
{
    CHECK(clean("\uFEFF \u00A0a\u00A0b \r\n") == "a\u00A0b");
    CHECK(clean("one\r\ntwo\rthree\n") == "one\ntwo\nthree");
    CHECK(clean(std::string("a\0b\x07\x1B", 5)) == "ab");
    CHECK(clean("cafe\u0301") == "café");
    CHECK(clean("  \n ") == "");
    CHECK(clean("\ta\tb") == "a\tb");
}

TEST_CASE("what stands on one line has no line ends and no runs of spaces, and keeps its words")
{
    CHECK(one_line("Somsak\nNewline") == "Somsak Newline");
    CHECK(one_line("a\tb  c\u2028d\u0085e") == "a b c d e");
    CHECK(one_line("a\u00A0\u00A0b") == "a\u00A0\u00A0b");
    CHECK(one_line("สมศักดิ์ \n ใจดี") == "สมศักดิ์ ใจดี");
    CHECK(one_line(" \n\t ") == "");
    CHECK(one_line("one line") == "one line");
}

TEST_CASE("bytes that are not UTF-8 are known as such")
{
    CHECK(is_utf8("กรุงเทพมหานคร 😀"));
    CHECK(is_utf8(""));
    for (const auto* wrong :
         {"\xC0\x80", "\xE0\xB8", "\xFF", "\xED\xA0\x80", "a\x80", "\xF4\x90\x80\x80"})
        CHECK_FALSE(is_utf8(wrong));
    CHECK(clean("a\xFF") == "a\uFFFD");
}

TEST_CASE("Latin letters lose their accents, Thai keeps its vowels")
{
    CHECK(without_accents("Hà Nội, Đà Nẵng, Łódź, Århus, Œuvre") ==
          "Ha Noi, Da Nang, Lodz, Arhus, OEuvre");
    CHECK(without_accents("ที่ปรึกษา") == "ที่ปรึกษา");
}

TEST_CASE("keys are short, plain and taken from a Latin title")
{
    for (const auto* key : {"a", "phnom-penh-2022", "5"})
        CHECK(is_key(key));
    for (const auto* wrong : {"", "-a", "a-", "A", "a_b", "a b", "กทม", "a/b"})
        CHECK_FALSE(is_key(wrong));
    CHECK(is_key(std::string(64, 'a')));
    CHECK_FALSE(is_key(std::string(65, 'a')));

    CHECK(key_from("The 5th ASEAN Mayors' Forum – Bangkok (2019)") ==
          "the-5th-asean-mayors-forum-bangkok-2019");
    CHECK(key_from("Hà Nội & Đà Nẵng") == "ha-noi-da-nang");
    CHECK(key_from("ครั้งที่ ๕") == "5");
    CHECK(key_from("การประชุม") == "");
    const auto long_key = key_from(
        "Strengthening ASEAN collaboration through accelerating the implementation of cities");
    CHECK(long_key == "strengthening-asean-collaboration-through-accelerating-the");
    CHECK(key_from(std::string(80, 'x')) == std::string(64, 'x'));
}

TEST_CASE("Thai is sorted as in a dictionary, numbers by their value")
{
    const Collator thai(Language::thai());
    std::vector<std::string> words{"เวียงจันทน์", "กัมพูชา", "แพร่",    "พนมเปญ",
                                   "ไทย",      "เกาะ",  "ขอนแก่น", "กรุงเทพ"};

    std::sort(words.begin(), words.end(), thai);

    CHECK(words == std::vector<std::string>{"กรุงเทพ", "กัมพูชา", "เกาะ", "ขอนแก่น", "ไทย", "พนมเปญ",
                                            "แพร่", "เวียงจันทน์"});
    CHECK(thai.less("ห้อง 9", "ห้อง 10"));
    CHECK(thai.sort_key("เกาะ") < thai.sort_key("ขอนแก่น"));

    const Collator english(Language::english());
    CHECK(english.less("Ha Noi", "Hanoi"));
    CHECK(english.less("álamo", "Bangkok"));
    CHECK_FALSE(english.less("Bangkok", "Bangkok"));
    CHECK(english.sort_key("álamo") < english.sort_key("Bangkok"));
}
