// SPDX-License-Identifier: Apache-2.0

#include "script/partial_date.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace sala::script {

static constexpr Day end_of_time{9999, 12, 31};

Day DatePart::first_day() const { return {year, has_month() ? month : 1, has_day() ? day : 1}; }

Day DatePart::last_day() const
{
    const int last_month = has_month() ? month : 12;
    return {year, last_month, has_day() ? day : days_in_month(year, last_month)};
}

std::string DatePart::iso() const
{
    if (has_day())
        return fmt::format("{:04}-{:02}-{:02}", year, month, day);
    return has_month() ? fmt::format("{:04}-{:02}", year, month) : fmt::format("{:04}", year);
}

static Allowed is_possible(const DatePart& part)
{
    const bool whole = part.has_month() || !part.has_day();
    if (!whole || part.month < 0 || part.month > 12 ||
        !exists({part.year, part.first_day().month, 1}) || !exists(part.first_day()))
        return invalid({}, "no-such-day",
                       "The calendar has no {day}. Please look at the month and the day again.",
                       {{"day", part.iso()}});
    return allowed();
}

Result<PartialDate> PartialDate::single(const DatePart& part)
{
    if (const auto possible = is_possible(part); !possible)
        return possible.refusal();
    return PartialDate{part, {}, End::same};
}

Result<PartialDate> PartialDate::range(const DatePart& start, const DatePart& end)
{
    for (const auto& part : {start, end})
        if (const auto possible = is_possible(part); !possible)
            return possible.refusal();
    if (start == end)
        return PartialDate{start, {}, End::same};
    if (end.last_day() < start.first_day())
        return invalid({}, "end-before-start", "The end, {end}, comes before the start, {start}.",
                       {{"end", end.iso()}, {"start", start.iso()}});
    return PartialDate{start, end, End::given};
}

Result<PartialDate> PartialDate::without_end(const DatePart& start, End why)
{
    if (const auto possible = is_possible(start); !possible)
        return possible.refusal();
    return PartialDate{start, {}, why == End::unknown ? End::unknown : End::open};
}

static std::optional<DatePart> read_part(std::string_view text)
{
    const auto number = [&](std::size_t from, std::size_t size) {
        int value = 0;
        const auto* begin = text.data() + from;
        const auto read = std::from_chars(begin, begin + size, value);
        return read.ptr == begin + size && *begin != '-' ? value : -1;
    };
    const bool shaped = (text.size() == 4) || (text.size() == 7 && text[4] == '-') ||
                        (text.size() == 10 && text[4] == '-' && text[7] == '-');
    if (!shaped)
        return std::nullopt;
    DatePart part{number(0, 4), 0, 0};
    if (text.size() >= 7)
        part.month = number(5, 2);
    if (text.size() == 10)
        part.day = number(8, 2);
    // A zero that is written is no "not said": 2022-00 is a mistake.
    if (part.year < 0 || (text.size() >= 7 && part.month < 1) ||
        (text.size() == 10 && part.day < 1))
        return std::nullopt;
    return part;
}

Result<PartialDate> PartialDate::read(std::string_view text)
{
    const Refusal unreadable = invalid(
        {}, "not-a-date",
        "“{text}” is not a date Sala can read. Write 2022-12-02, 2022-12 or 2022; a range as "
        "2022-12-02/2022-12-03; a range whose end is not given as 2022-12-02/..",
        {{"text", std::string(text)}});
    const auto slash = text.find('/');
    const auto start = read_part(text.substr(0, slash));
    if (!start)
        return unreadable;
    if (slash == std::string_view::npos)
        return single(*start);
    const auto rest = text.substr(slash + 1);
    if (rest.empty() || rest == "..")
        return without_end(*start, rest.empty() ? End::unknown : End::open);
    const auto end = read_part(rest);
    return end ? range(*start, *end) : Result<PartialDate>(unreadable);
}

std::string PartialDate::iso() const
{
    switch (end_kind_) {
    case End::same:
        break;
    case End::given:
        return start_.iso() + "/" + end_.iso();
    case End::open:
        return start_.iso() + "/..";
    case End::unknown:
        return start_.iso() + "/";
    }
    return start_.iso();
}

std::optional<Day> PartialDate::last_day() const
{
    if (end_kind_ == End::open || end_kind_ == End::unknown)
        return std::nullopt;
    return end().last_day();
}

Day PartialDate::reach() const { return end_kind_ == End::open ? end_of_time : end().last_day(); }

bool PartialDate::contains(const Day& day) const { return first_day() <= day && day <= reach(); }

bool PartialDate::contains(const PartialDate& other) const
{
    return first_day() <= other.first_day() && other.reach() <= reach();
}

bool PartialDate::overlaps(const PartialDate& other) const
{
    return first_day() <= other.reach() && other.first_day() <= reach();
}

static bool agree(const DatePart& one, const DatePart& other)
{
    const auto same_or_unsaid = [](int a, int b) { return a == 0 || b == 0 || a == b; };
    return one.year == other.year && same_or_unsaid(one.month, other.month) &&
           same_or_unsaid(one.day, other.day);
}

bool PartialDate::agrees_with(const PartialDate& other) const
{
    return agree(start_, other.start_) &&
           (!last_day() || !other.last_day() || agree(end(), other.end()));
}

std::strong_ordering PartialDate::operator<=>(const PartialDate& other) const
{
    if (const auto order = first_day() <=> other.first_day(); order != 0)
        return order;
    const auto last = last_day().value_or(end_of_time);
    if (const auto order = last <=> other.last_day().value_or(end_of_time); order != 0)
        return order;
    // Only the manner of saying differs: "2022" and "2022-01-01/2022-12-31".
    return iso().compare(other.iso()) <=> 0;
}

}  // namespace sala::script
