// SPDX-License-Identifier: Apache-2.0

#include "registration/letter_date.hpp"

#include "script/calendar.hpp"
#include "script/date_style.hpp"
#include "web/reader.hpp"

#include <fmt/format.h>

namespace sala::registration {

namespace {

using script::PartialDate;

std::string say(const Sentence& sentence, const Language& language)
{
    return web::Reader{language}.say(sentence);
}

Sentence not_yet() { return tr("on a date to be announced"); }

// What a date begins with, as a date of its own.
PartialDate beginning(const PartialDate& date)
{
    const auto& start = date.start();
    auto words = fmt::format("{:04}", start.year);
    if (start.has_month())
        words += fmt::format("-{:02}", start.month);
    if (start.has_day())
        words += fmt::format("-{:02}", start.day);
    const auto begun = PartialDate::read(words);
    return begun ? *begun : date;
}

bool goes_on(const PartialDate& date)
{
    return date.end_kind() == PartialDate::End::open ||
           date.end_kind() == PartialDate::End::unknown;
}

Sentence since_words(const PartialDate& date, const std::string& words)
{
    return date.start().has_day()     ? tr("from {day} on", {{"day", words}})
           : date.start().has_month() ? tr("from {month} on", {{"month", words}})
                                      : tr("from {year} on", {{"year", words}});
}

Sentence range_words(const PartialDate& date, const std::string& words)
{
    return date.start().has_day()     ? tr("on {days}", {{"days", words}})
           : date.start().has_month() ? tr("in {months}", {{"months", words}})
                                      : tr("in {years}", {{"years", words}});
}

Sentence single_words(const PartialDate& date, const std::string& words)
{
    return date.start().has_day()     ? tr("on {day}", {{"day", words}})
           : date.start().has_month() ? tr("in {month}", {{"month", words}})
                                      : tr("in {year}", {{"year", words}});
}

}  // namespace

std::string held_when(const std::optional<PartialDate>& date, const Language& language)
{
    if (!date)
        return say(not_yet(), language);
    const auto style = script::DateStyle::for_reader(language);
    if (goes_on(*date))
        return say(since_words(*date, render(beginning(*date), style)), language);
    const auto words = render(*date, style);
    const bool range = date->end_kind() == PartialDate::End::given;
    return say(range ? range_words(*date, words) : single_words(*date, words), language);
}

std::string held_date(const std::optional<PartialDate>& date, const Language& language)
{
    if (!date)
        return say(tr("a date to be announced"), language);
    const auto style = script::DateStyle::for_reader(language);
    if (!goes_on(*date))
        return render(*date, style);
    return say(tr("{day} and after", {{"day", render(beginning(*date), style)}}), language);
}

std::string on_day(const std::string& iso, const Language& language)
{
    const auto day = script::parse_iso_day(iso);
    if (!day)
        return say(not_yet(), language);
    const auto words = render_day(*day, script::DateStyle::for_reader(language));
    return say(tr("on {day}", {{"day", words}}), language);
}

}  // namespace sala::registration
