// SPDX-License-Identifier: Apache-2.0
//
// A date as a source gives it: perhaps only a year or a month, perhaps a range, perhaps a range
// whose end is not printed. Nothing is made up: what the source does not say stays unsaid.

#pragma once

#include "script/day.hpp"

#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace sala::script {

// One end of a date: a year, a month of a year, or a day. Zero means "not said".
struct DatePart {
    int year = 0;
    int month = 0;
    int day = 0;

    static DatePart of(const Day& day) { return {day.year, day.month, day.day}; }

    bool has_month() const { return month != 0; }
    bool has_day() const { return day != 0; }
    Day first_day() const;
    Day last_day() const;
    std::string iso() const;  // "2022", "2022-12" or "2022-12-02"

    bool operator==(const DatePart&) const = default;
};

class PartialDate {
public:
    // What the source says about the end. `open`: it names a start and no end ("2022-12-02/..").
    // `unknown`: there was an end, but nobody knows which ("2022-12-02/").
    enum class End { same, given, open, unknown };

    static PartialDate on(const Day& day) { return PartialDate{DatePart::of(day), {}, End::same}; }

    // Refuses "no-such-day" and "end-before-start". A range of one day is that day.
    static Result<PartialDate> single(const DatePart& part);
    static Result<PartialDate> range(const DatePart& start, const DatePart& end);
    static Result<PartialDate> without_end(const DatePart& start, End why);

    // "2022", "2022-12", "2022-12-02", "2019-08-26/2019-08-28", "2022-12-02/..", "2022-12-02/":
    // a subset of EDTF (ISO 8601-2). iso() writes the same form.
    static Result<PartialDate> read(std::string_view text);
    std::string iso() const;

    const DatePart& start() const { return start_; }
    const DatePart& end() const { return end_kind_ == End::given ? end_ : start_; }
    End end_kind() const { return end_kind_; }
    bool is_range() const { return end_kind_ != End::same; }

    Day first_day() const { return start_.first_day(); }
    // Nothing when the end is open or unknown.
    std::optional<Day> last_day() const;

    // The day or days that can be meant. An open end reaches every later day; of an unknown end
    // only the start is sure.
    bool contains(const Day& day) const;
    bool contains(const PartialDate& other) const;
    bool overlaps(const PartialDate& other) const;

    // Whether two sources can both be right: "2022-12" and "2022-12-02" can, 26-28 and 26-27
    // August cannot, and an end that is not given contradicts nothing.
    bool agrees_with(const PartialDate& other) const;

    // By first day, then by last day; an end that is not given sorts after one that is.
    std::strong_ordering operator<=>(const PartialDate& other) const;
    bool operator==(const PartialDate& other) const = default;

private:
    PartialDate(DatePart start, DatePart end, End kind) : start_(start), end_(end), end_kind_(kind)
    {
    }

    Day reach() const;

    DatePart start_;
    DatePart end_;
    End end_kind_;
};

}  // namespace sala::script
