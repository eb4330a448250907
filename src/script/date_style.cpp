// SPDX-License-Identifier: Apache-2.0

#include "script/date_style.hpp"

#include "script/date_words.hpp"

namespace sala::script {

DateStyle DateStyle::english(DateForm form) { return {.form = form}; }

DateStyle DateStyle::thai(DateForm form)
{
    return {.language = Language::thai(),
            .era = Era::buddhist,
            .form = form,
            .dash = RangeDash::spaced};
}

DateStyle DateStyle::thai_title()
{
    auto style = thai();
    style.dash = RangeDash::spaced_hyphen;
    return style;
}

DateStyle DateStyle::thai_formal()
{
    auto style = thai();
    style.digits = Digits::thai;
    return style;
}

DateStyle DateStyle::for_reader(const Language& language, DateForm form)
{
    return language.is_thai() ? thai(form) : english(form);
}

static std::string year_words(int year, const DateStyle& style, bool era_named)
{
    const bool buddhist = style.era == Era::buddhist;
    const auto number = std::to_string(buddhist ? year + buddhist_years_ahead : year);
    if (!style.language.is_thai())
        return buddhist ? number + " BE" : number;
    if (!buddhist)
        return "ค.ศ. " + number;
    return era_named ? "พ.ศ. " + number : number;
}

static std::string month_word(int month, const DateStyle& style)
{
    const auto& word = month_words[static_cast<std::size_t>(month - 1)];
    const bool brief = style.form == DateForm::brief;
    if (style.language.is_thai())
        return std::string(brief ? word.thai_short : word.thai);
    return std::string(brief ? word.english_short : word.english);
}

// The day's number, with its weekday when the style wants one: "Friday 2", "วันศุกร์ที่ 2".
static std::string day_words(const DatePart& part, const DateStyle& style)
{
    auto number = std::to_string(part.day);
    if (style.form != DateForm::full_with_weekday)
        return number;
    const auto& word = weekday_words[static_cast<std::size_t>(weekday(part.first_day()) - 1)];
    return style.language.is_thai() ? std::string(word.thai) + "ที่ " + number
                                    : std::string(word.english) + " " + number;
}

enum Detail { just_day, day_and_month, everything };

static std::string part_words(const DatePart& part, const DateStyle& style, Detail detail)
{
    std::string words;
    const auto append = [&](const std::string& more) {
        words += (words.empty() ? "" : " ") + more;
    };
    if (part.has_day())
        append(day_words(part, style));
    if (part.has_month() && detail != just_day)
        append(month_word(part.month, style));
    if (detail == everything)
        append(year_words(part.year, style, style.era_named || !part.has_month()));
    return words;
}

static std::string dash(const DateStyle& style, bool halves_have_spaces)
{
    if (style.dash == RangeDash::spaced_hyphen)
        return " - ";
    return style.dash == RangeDash::spaced || halves_have_spaces ? " – " : "–";
}

// The start leaves out what it shares with the end: "2–3 December 2022".
static std::string range_words(const DatePart& start, const DatePart& end, const DateStyle& style)
{
    const auto last = part_words(end, style, everything);
    const bool alike = start.has_month() == end.has_month() && start.has_day() == end.has_day();
    std::string first;
    if (!alike || start.year != end.year)
        first = part_words(start, style, everything);
    else if (start.month != end.month || !start.has_day())
        first = part_words(start, style, day_and_month);
    else
        first = part_words(start, style, just_day);
    if (alike && !start.has_month() && style.language.is_thai())
        return first + dash(style, false) +
               std::to_string(style.era == Era::buddhist ? end.year + buddhist_years_ahead
                                                         : end.year);
    return first + dash(style, first.find(' ') != std::string::npos) + last;
}

static std::string from_words(const PartialDate& date, const DateStyle& style)
{
    const auto start = part_words(date.start(), style, everything);
    const bool open = date.end_kind() == PartialDate::End::open;
    if (!style.language.is_thai())
        return "from " + start + (open ? ", end not given" : ", end not known");
    std::string_view since = "ตั้งแต่ ";
    if (date.start().has_day())
        since = style.form == DateForm::full_with_weekday ? "ตั้งแต่" : "ตั้งแต่วันที่ ";
    else if (date.start().has_month())
        since = "ตั้งแต่เดือน";
    return std::string(since) + start + (open ? " ไม่ระบุวันสิ้นสุด" : " ไม่ทราบวันสิ้นสุด");
}

static std::string in_digits(const std::string& words, const DateStyle& style)
{
    return style.digits == Digits::thai ? to_thai_digits(words) : words;
}

std::string render_day(const Day& day, const DateStyle& style)
{
    return in_digits(part_words(DatePart::of(day), style, everything), style);
}

std::string render(const PartialDate& date, const DateStyle& style)
{
    switch (date.end_kind()) {
    case PartialDate::End::same:
        break;
    case PartialDate::End::given:
        return in_digits(range_words(date.start(), date.end(), style), style);
    case PartialDate::End::open:
    case PartialDate::End::unknown:
        return in_digits(from_words(date, style), style);
    }
    return in_digits(part_words(date.start(), style, everything), style);
}

std::string render_year(int year, const DateStyle& style)
{
    return in_digits(part_words({year, 0, 0}, style, everything), style);
}

}  // namespace sala::script
