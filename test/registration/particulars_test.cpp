// SPDX-License-Identifier: Apache-2.0
//
// What is said of a person: read kindly, refused beside the field, compared column by column.

#include "registration/particulars.hpp"

#include <doctest/doctest.h>

using namespace sala;
using namespace sala::registration;

namespace {

Particulars someone()
{
    Particulars one;
    one.set("role", "head");
    one.set("name_en", "Ama Mensah");
    return one;
}

std::vector<std::string> codes(Particulars particulars)
{
    std::vector<std::string> all;
    for (const auto& refusal : mended(particulars, {"press"}))
        all.push_back(refusal.field + " " + refusal.code);
    return all;
}

}  // namespace

TEST_CASE("a person needs a part and a name; everything else can be told later")
{
    CHECK(codes(someone()).empty());
    CHECK(codes({}) == std::vector<std::string>{"role required", "name_en required"});
}

TEST_CASE("days and times are taken in Thai digits and with a point, and kept in one form")
{
    auto one = someone();
    one.set("arrives_on", "๒๐๓๐-๐๕-๐๖");
    one.set("arrives_at", "9.30");
    one.set("precedence", "๒");
    CHECK(mended(one, {}).empty());
    CHECK(one["arrives_on"] == "2030-05-06");
    CHECK(one["arrives_at"] == "09:30");
    CHECK(one["precedence"] == "2");
}

TEST_CASE("a flight leaves on the clock of a day: 23:59 is taken, 24:00 and what is later is not")
{
    for (const auto* time : {"00:00", "23:59", "๒๓.๕๙"}) {
        auto one = someone();
        one.set("arrives_at", time);
        CHECK(mended(one, {}).empty());
    }
    for (const auto* column : {"arrives_at", "leaves_at"})
        for (const auto* time : {"24:00", "25:10", "๒๕.๑๐", "29:59"}) {
            CAPTURE(time);
            auto one = someone();
            one.set(column, time);
            const auto wrong = mended(one, {});
            REQUIRE(wrong.size() == 1);
            CHECK(wrong.front().field == column);
            CHECK(wrong.front().code == "not-a-time");
            CHECK(wrong.front().sentence.english().find(std::string("“") + time + "”") == 0);
        }
}

TEST_CASE("what cannot be is refused beside its field")
{
    auto one = someone();
    one.set("arrives_on", "2030-02-30");
    one.set("leaves_at", "noon");
    one.set("role", "king");
    one.set("category", "embassies");
    one.set("precedence", "first");
    CHECK(codes(one) == std::vector<std::string>{"role not-a-choice", "category not-a-choice",
                                                 "precedence not-a-number",
                                                 "arrives_on no-such-day", "leaves_at not-a-time"});
    auto other = someone();
    other.set("arrives_on", "2030-05-07");
    other.set("leaves_on", "2030-05-06");
    CHECK(codes(other) == std::vector<std::string>{"leaves_on leaves-before-arriving"});
}

TEST_CASE("a no is no consent, and a word that is neither yes nor no is refused")
{
    for (const auto* column : {"on_list", "visa_letter"}) {
        for (const auto* no : {"no", "No", "ไม่", "ไม่ใช่", "FALSE", "0", "-", "ไม่ยินยอม"}) {
            CAPTURE(no);
            auto one = someone();
            one.set(column, no);
            CHECK(mended(one, {}).empty());
            CHECK(one[column] == "");
        }
        for (const auto* yes : {"yes", "Yes", "ใช่", "ยินยอม", "true", "1"}) {
            CAPTURE(yes);
            auto one = someone();
            one.set(column, yes);
            CHECK(mended(one, {}).empty());
            CHECK(one[column] == "yes");
        }
        auto one = someone();
        one.set(column, "not yet");
        CHECK(codes(one) == std::vector<std::string>{std::string(column) + " not-yes-or-no"});
    }
}

TEST_CASE("a day in the Buddhist Era is refused with the day to write")
{
    auto one = someone();
    one.set("born", "2509-05-24");
    one.set("arrives_on", "๒๕๗๓-๐๕-๐๖");
    CHECK(codes(one) == std::vector<std::string>{"arrives_on buddhist-year", "born buddhist-year"});
}

TEST_CASE("a rank is printed before the name in both languages")
{
    auto one = someone();
    one.set("honorific_en", "Mr");
    one.set("rank", "พลตำรวจเอก");
    CHECK(one.honorific().words(Language::english()) == "Pol. Gen.");
    CHECK(one.honorific().words(Language::thai()) == "พลตำรวจเอก");
}

TEST_CASE("a name, a post or a category matters; a flight, a diet or a bed does not")
{
    for (const auto* column : {"name_en", "name_th", "post_en", "role", "category", "rank"}) {
        CAPTURE(column);
        auto other = someone();
        other.set(column, "other");
        CHECK(any_matters(differing(someone(), other)));
    }
    for (const auto* column : {"arrives_flight", "diet", "room", "email", "on_list", "passport"}) {
        CAPTURE(column);
        auto other = someone();
        other.set(column, "other");
        CHECK(differing(someone(), other) == std::vector<std::string>{column});
        CHECK_FALSE(any_matters(differing(someone(), other)));
    }
}

TEST_CASE("a wish holds what would change, and taking it changes nothing else")
{
    auto wanted = someone();
    wanted.set("hotel", "Two Rivers");
    wanted.set("name_en", "");
    const auto json = part_json(wanted, differing(someone(), wanted));
    CHECK(with_json(someone(), json) == wanted);
    CHECK(with_json(someone(), Json::object({{"made_up", "x"}})) == someone());
}
