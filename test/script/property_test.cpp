// SPDX-License-Identifier: Apache-2.0
//
// What must hold for every date, zone and text, tried with drawn ones.

#include "script/calendar.hpp"
#include "script/normal.hpp"
#include "script/slug.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <string>
#include <vector>

using namespace sala;
using namespace sala::script;

static Day drawn_day()
{
    return plus_days({1900, 1, 1}, *rc::gen::inRange(0, 140000));  // to 2283
}

static PartialDate drawn_date()
{
    const auto day = DatePart::of(drawn_day());
    const auto later = DatePart::of(plus_days(day.first_day(), *rc::gen::inRange(1, 500)));
    switch (*rc::gen::inRange(0, 8)) {
    case 0:
        return *PartialDate::single(day);
    case 1:
        return *PartialDate::single({day.year, day.month, 0});
    case 2:
        return *PartialDate::single({day.year, 0, 0});
    case 3:
        return *PartialDate::without_end(day, PartialDate::End::open);
    case 4:
        return *PartialDate::without_end({day.year, day.month, 0}, PartialDate::End::unknown);
    case 5:
        return *PartialDate::range({day.year, day.month, 0}, {later.year, later.month, 0});
    case 6:
        return *PartialDate::range({day.year, 0, 0}, {day.year + 1, 0, 0});
    default:
        return *PartialDate::range(day, later);
    }
}

static DateStyle drawn_style()
{
    auto style = *rc::gen::element(DateStyle::english(), DateStyle::thai());
    style.era = *rc::gen::element(Era::common, Era::buddhist);
    style.digits = *rc::gen::element(Digits::arabic, Digits::thai);
    style.form = *rc::gen::element(DateForm::full_with_weekday, DateForm::full, DateForm::brief);
    style.dash = *rc::gen::element(RangeDash::close, RangeDash::spaced, RangeDash::spaced_hyphen);
    style.era_named = *rc::gen::arbitrary<bool>();
    return style;
}

TEST_CASE("a date comes back from its ISO form and from every way of printing it")
{
    CHECK(rc::check([] {
        const auto date = drawn_date();
        const auto stored = PartialDate::read(date.iso());
        RC_ASSERT(stored);
        RC_ASSERT(*stored == date);

        const auto words = render(date, drawn_style());
        const auto read = read_printed(words);
        RC_LOG() << words;
        RC_ASSERT(read);
        RC_ASSERT(read->iso() == date.iso());
    }));
}

TEST_CASE("the order of dates is total and agrees with equality")
{
    CHECK(rc::check([] {
        const auto one = drawn_date();
        const auto other = drawn_date();
        RC_ASSERT((one < other) + (other < one) + (one == other) == 1);
        RC_ASSERT(one.overlaps(other) == other.overlaps(one));
        RC_ASSERT(one.agrees_with(other) == other.agrees_with(one));
        RC_ASSERT(one.contains(one));
    }));
}

TEST_CASE("a wall clock comes back from its moment, in every zone, past midnight too")
{
    CHECK(rc::check([] {
        const auto name = *rc::gen::elementOf(zone_names());
        const auto zone = *Zone::named(name);
        const auto day = plus_days({1970, 1, 1}, *rc::gen::inRange(0, 24000));
        const auto minutes = *rc::gen::inRange(0, 2880);
        const auto shown = times_shown(day, minutes, zone);
        const auto which = *rc::gen::element(Twice::first, Twice::second);
        RC_LOG() << name << " " << iso(day) << " +" << minutes;

        const auto moment = instant_of(day, minutes, zone, which);

        RC_ASSERT(static_cast<bool>(moment) == (shown > 0));
        if (moment) {
            const auto seen = clock(*moment, zone);
            RC_ASSERT(seen.day == plus_days(day, minutes / 1440));
            RC_ASSERT(seen.minutes_since_midnight() == minutes % 1440);
        }
    }));
}

TEST_CASE("a night in which clocks change loses or repeats an hour and nothing else")
{
    const auto paris = *Zone::named("Europe/Paris");
    for (int minutes = 0; minutes < 1440; ++minutes) {
        const bool changing = minutes >= 120 && minutes < 180;
        REQUIRE(times_shown({2024, 3, 31}, minutes, paris) == (changing ? 0 : 1));
        REQUIRE(times_shown({2024, 10, 27}, minutes, paris) == (changing ? 2 : 1));
    }
}

TEST_CASE("cleaning, searching and keys have nothing left to do the second time, on any bytes")
{
    CHECK(rc::check([] {
        const auto pieces =
            *rc::gen::container<std::vector<std::string>>(rc::gen::element<std::string>(
                "\u0E33", "\u0E4D", "\u0E32", "\u0E49", "\u0E40", "น", " ", "\u00A0", "\u200B",
                "\u0301", "e", "İ", "ß", "\xFF", "\xE0\xB8", "๕", "2562", "–", "/", "ธันวาคม", "\r",
                "\n", "-", "ตั้งแต่", "BE"));
        std::string bytes = *rc::gen::arbitrary<std::string>();
        for (const auto& piece : pieces)
            bytes += piece;
        const auto cleaned = clean(bytes);
        RC_ASSERT(is_utf8(cleaned));
        RC_ASSERT(clean(cleaned) == cleaned);
        const auto found = searchable(bytes);
        RC_ASSERT(searchable(found) == found);
        const auto key = key_from(bytes);
        RC_ASSERT(key.empty() || is_key(key));
        RC_ASSERT(key_from(key) == key);
        const auto read = read_printed(bytes);
        if (read)
            RC_ASSERT(PartialDate::read(read->iso()));
    }));
}
