// SPDX-License-Identifier: Apache-2.0

#include "script/calendar.hpp"

#include <doctest/doctest.h>

#include <string>
#include <utility>

using namespace sala;
using namespace sala::script;

static PartialDate date(std::string_view text)
{
    const auto read = PartialDate::read(text);
    REQUIRE_MESSAGE(read, std::string(text));
    return *read;
}

static std::string refusal_of(const Result<PartialDate>& result)
{
    return result ? "accepted " + result->iso() : result.refusal().code;
}

static std::string printed(std::string_view text, const DateHints& hints = {})
{
    const auto read = read_printed(text, hints);
    return read ? read->iso() : read.refusal().code;
}

TEST_CASE("a day is read from its ISO form and from nothing else")
{
    REQUIRE(parse_iso_day("2022-12-02"));
    CHECK(*parse_iso_day("2022-12-02") == Day{2022, 12, 2});
    CHECK(*parse_iso_day("2024-02-29") == Day{2024, 2, 29});
    CHECK(parse_iso_day("2022-02-29").refusal().code == "no-such-day");
    CHECK(parse_iso_day("0000-01-01").refusal().code == "no-such-day");
    CHECK(parse_iso_day("2022-13-01").refusal().code == "no-such-day");
    for (const auto* wrong :
         {"", "2022-12-2", "02-12-2022", "2022/12/02", " 2022-12-02", "2022-12-02x", "-022-12-02"})
        CHECK_MESSAGE(parse_iso_day(wrong).refusal().code == "not-a-day", wrong);
    CHECK(weekday({2022, 12, 2}) == 5);
    CHECK(weekday({2019, 8, 26}) == 1);
    CHECK(plus_days({2022, 12, 31}, 1) == Day{2023, 1, 1});
    CHECK(days_between({2019, 8, 26}, {2022, 12, 2}) == 1194);
    CHECK(Day{2019, 8, 28} < Day{2022, 12, 2});
}

TEST_CASE("a sourced date keeps exactly what the source says")
{
    for (const auto* text :
         {"2022", "2022-12", "2022-12-02", "2019-08-26/2019-08-28", "2022-12-02/..", "2022-12-02/",
          "2019-08/2019-10", "2013/2032", "2022-11/.."})
        CHECK(date(text).iso() == text);
    CHECK(date("2022-12-02/2022-12-02") == date("2022-12-02"));
    CHECK(date("2022-12").first_day() == Day{2022, 12, 1});
    CHECK(date("2022-12").last_day() == Day{2022, 12, 31});
    CHECK_FALSE(date("2022-12-02/..").last_day());
    CHECK_FALSE(date("2022-12-02/").last_day());
}

TEST_CASE("a sourced date that cannot be is refused with a reason")
{
    CHECK(refusal_of(PartialDate::read("2022-02-30")) == "no-such-day");
    CHECK(refusal_of(PartialDate::read("2022-13")) == "no-such-day");
    CHECK(refusal_of(PartialDate::read("0000")) == "no-such-day");
    CHECK(refusal_of(PartialDate::read("2022-12-03/2022-12-02")) == "end-before-start");
    for (const auto* wrong :
         {"", "/", "/2022", "../2022", "2022-12-02/...", "2022-12-02/03", "2022-00", "2022-12-00",
          "26/8/62", "2022-1", "2022--1", "2022-12-02/2022-12-03/2022-12-04"})
        CHECK_MESSAGE(refusal_of(PartialDate::read(wrong)) == "not-a-date", wrong);
    CHECK(refusal_of(PartialDate::single({2022, 0, 5})) == "no-such-day");
}

// facts.md X1
TEST_CASE("two sources that contradict each other are seen to do so")
{
    const auto heading = date("2019-08-26/2019-08-28");
    const auto body = date("2019-08-26/2019-08-27");

    CHECK_FALSE(heading.agrees_with(body));
    CHECK(heading.overlaps(body));
    CHECK(heading.contains(body));
    CHECK_FALSE(body.contains(heading));
    CHECK(body < heading);
    CHECK(heading.contains(Day{2019, 8, 28}));
    CHECK_FALSE(body.contains(Day{2019, 8, 28}));
}

// facts.md X3, X12
TEST_CASE("an end that is not given, and a stamp of a month, contradict nothing")
{
    const auto printed_range = date("2022-12-02/..");
    const auto stamp = date("2022-12");

    CHECK(printed_range.agrees_with(date("2022-12-02/2022-12-03")));
    CHECK(date("2022-12-02/2022-12-03").agrees_with(printed_range));
    CHECK_FALSE(printed_range.agrees_with(date("2022-12-01/2022-12-03")));
    CHECK(stamp.agrees_with(date("2022-12-02")));
    CHECK_FALSE(stamp.agrees_with(date("2022-11-30")));
    CHECK(printed_range.contains(Day{2022, 12, 9}));
    CHECK_FALSE(date("2022-12-02/").contains(Day{2022, 12, 9}));
    CHECK_FALSE(printed_range.overlaps(date("2022-12-01")));
    CHECK(date("2022-12-02") < printed_range);
    CHECK(date("2022-12-02/2022-12-03") < printed_range);
}

TEST_CASE("English dates are written with what they share said once")
{
    const auto style = DateStyle::english();
    const auto weekdays = DateStyle::english(DateForm::full_with_weekday);

    CHECK(render_day({2022, 12, 2}, weekdays) == "Friday 2 December 2022");
    CHECK(render_day({2022, 12, 2}, style) == "2 December 2022");
    CHECK(render_day({2022, 12, 2}, DateStyle::english(DateForm::brief)) == "2 Dec 2022");
    CHECK(render(date("2022-12-02/2022-12-03"), style) == "2–3 December 2022");
    CHECK(render(date("2022-12-02/2022-12-03"), weekdays) == "Friday 2 – Saturday 3 December 2022");
    CHECK(render(date("2022-11-30/2022-12-02"), style) == "30 November – 2 December 2022");
    CHECK(render(date("2022-12-30/2023-01-02"), style) == "30 December 2022 – 2 January 2023");
    CHECK(render(date("2022-11/2022-12"), style) == "November–December 2022");
    CHECK(render(date("2022"), style) == "2022");
    CHECK(render(date("2013/2032"), style) == "2013–2032");
    CHECK(render(date("2022-12/2022-12-03"), style) == "December 2022 – 3 December 2022");
    CHECK(render(date("2022-12-02/.."), style) == "from 2 December 2022, end not given");
    CHECK(render(date("2022-12-02/"), style) == "from 2 December 2022, end not known");
    DateStyle buddhist;
    buddhist.era = Era::buddhist;
    CHECK(render_day({2022, 12, 2}, buddhist) == "2 December 2565 BE");
}

TEST_CASE("Thai dates are written in the Buddhist Era, with the dash the place asks for")
{
    const auto style = DateStyle::thai();

    CHECK(render_day({2022, 12, 2}, DateStyle::thai(DateForm::full_with_weekday)) ==
          "วันศุกร์ที่ 2 ธันวาคม 2565");
    CHECK(render_day({2022, 12, 2}, DateStyle::thai(DateForm::brief)) == "2 ธ.ค. 2565");
    CHECK(render(date("2019-08-26/2019-08-28"), style) == "26 – 28 สิงหาคม 2562");
    CHECK(render(date("2019-08-26/2019-08-28"), DateStyle::thai_title()) == "26 - 28 สิงหาคม 2562");
    CHECK(render(date("2019-08-26/2019-08-28"), DateStyle::thai_formal()) == "๒๖ – ๒๘ สิงหาคม ๒๕๖๒");
    CHECK(render(date("2022-12-30/2023-01-02"), style) == "30 ธันวาคม 2565 – 2 มกราคม 2566");
    CHECK(render(date("2022-12-02/.."), style) == "ตั้งแต่วันที่ 2 ธันวาคม 2565 ไม่ระบุวันสิ้นสุด");
    CHECK(render(date("2022-12/"), style) == "ตั้งแต่เดือนธันวาคม 2565 ไม่ทราบวันสิ้นสุด");
    CHECK(render(date("2022-12"), style) == "ธันวาคม 2565");
    CHECK(render(date("2018/2037"), style) == "พ.ศ. 2561 – 2580");
    CHECK(render_year(2019, style) == "พ.ศ. 2562");
    auto named = style;
    named.era_named = true;
    named.dash = RangeDash::close;
    CHECK(render(date("2019-10-15/2019-10-17"), named) == "15–17 ตุลาคม พ.ศ. 2562");
    auto common = style;
    common.era = Era::common;
    CHECK(render_day({2022, 12, 2}, common) == "2 ธันวาคม ค.ศ. 2022");
    CHECK(DateStyle::for_reader(Language::thai()).era == Era::buddhist);
    CHECK(DateStyle::for_reader(*Language::named("km")).era == Era::common);
}

TEST_CASE("dates are read as the two documents print them")
{
    CHECK(printed("26 – 28 สิงหาคม 2562") == "2019-08-26/2019-08-28");
    CHECK(printed("ระหว่างวันที่ 26 - 28 สิงหาคม 2562") == "2019-08-26/2019-08-28");
    CHECK(printed("ระหว่างวันที่ 26 – 27 สิงหาคม 2562") == "2019-08-26/2019-08-27");
    CHECK(printed("15–17 ตุลาคม พ.ศ. 2562") == "2019-10-15/2019-10-17");
    CHECK(printed("เมื่อวันที่ 26 สิงหาคม 2562") == "2019-08-26");
    CHECK(printed("2 ธันวาคม 2565") == "2022-12-02");
    CHECK(printed("26\u00A0–\u00A028\u00A0สิงหาคม\u00A02562") == "2019-08-26/2019-08-28");
    CHECK(printed("๒๖ สิงหาคม ๒๕๖๒") == "2019-08-26");
    CHECK(printed("วันจันทร์ที่ ๒๖ สิงหาคม พ.ศ. ๒๕๖๒") == "2019-08-26");
    CHECK(printed("26 ส.ค. 62") == "2019-08-26");
    CHECK(printed("1 ธ.ค. 2565") == "2022-12-01");
    CHECK(printed("ปี พ.ศ. 2562") == "2019");
    CHECK(printed("พ.ศ. 2556–2575") == "2013/2032");
    CHECK(printed("2019") == "2019");
    CHECK(printed("2022-12") == "2022-12");
}

TEST_CASE("English dates are read in both orders")
{
    CHECK(printed("2 December 2022") == "2022-12-02");
    CHECK(printed("Friday, 2nd December 2022") == "2022-12-02");
    CHECK(printed("December 2–3, 2022") == "2022-12-02/2022-12-03");
    CHECK(printed("2-3 Dec 2022") == "2022-12-02/2022-12-03");
    CHECK(printed("30 November to 2 December 2022") == "2022-11-30/2022-12-02");
    CHECK(printed("between 2 and 3 December 2022") == "2022-12-02/2022-12-03");
    CHECK(printed("Sept 2013") == "2013-09");
    CHECK(printed("AD 2019") == "2019");
    CHECK(printed("26 August 2562 BE") == "2019-08-26");
}

// institutions-and-formats.md 3.2: two-digit Buddhist years
TEST_CASE("a two-digit year is Buddhist in Thai and is not guessed elsewhere")
{
    CHECK(printed("26/8/62", {.thai = true}) == "2019-08-26");
    CHECK(printed("๒๖/๘/๖๒") == "2019-08-26");
    CHECK(printed("26/8/2562") == "2019-08-26");
    CHECK(printed("26/8/2019") == "2019-08-26");
    CHECK(printed("26/8/62") == "year-unclear");
    CHECK(printed("2/12/2022") == "day-or-month");
    CHECK(printed("2/12/2022", {.thai = true}) == "2022-12-02");
    CHECK(printed("2 Dec 22") == "year-unclear");
}

// facts.md X3, X12: "between 2 December", no end and no year
TEST_CASE("what a newspaper leaves out is taken from a hint or asked for, never made up")
{
    CHECK(printed("ระหว่างวันที่ 2 ธันวาคม") == "year-missing");
    CHECK(printed("ระหว่างวันที่ 2 ธันวาคมนี้", {.year = 2022}) == "2022-12-02/..");
    CHECK(printed("2 ธันวาคม", {.year = 2022}) == "2022-12-02");
    CHECK(printed("วันจันทร์ที่ 2 ธันวาคม 2565") == "wrong-weekday");
    CHECK(printed("30 กุมภาพันธ์ 2562") == "no-such-day");
    CHECK(printed("28 – 26 สิงหาคม 2562") == "end-before-start");
    for (const auto* wrong :
         {"", "soon", "26", "ธันวาคม ธันวาคม 2565", "2 – 3 – 4 ธันวาคม 2565", "26 – สิงหาคม",
          "99 ธันวาคม 2565", "2 2565", "12345 มกราคม", "1/2/3/4", "– 3 ธันวาคม 2565"})
        CHECK_MESSAGE(printed(wrong, {.year = 2022}) == "not-a-date", wrong);
}
