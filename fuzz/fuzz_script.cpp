// SPDX-License-Identifier: Apache-2.0
//
// Whatever people type as a date, a name or a text is read or refused, and reading it twice changes
// nothing.

#include "fuzz/must.hpp"
#include "script/calendar.hpp"
#include "script/normal.hpp"
#include "script/person_name.hpp"
#include "script/slug.hpp"

using namespace sala::script;
using sala::fuzz::must;

static void keeps_its_promises(const PartialDate& date)
{
    const auto again = PartialDate::read(date.iso());
    must(bool(again) && *again == date, "a date reads back as it was written");
    must(date.contains(date.first_day()), "a date holds its first day");
    must(date.agrees_with(date), "a date does not contradict itself");
    for (const auto& style : {DateStyle::english(), DateStyle::thai(), DateStyle::thai_formal()})
        must(is_utf8(render(date, style)), "a date is written in letters");
}

static void read_dates(std::string_view text)
{
    if (const auto date = PartialDate::read(text))
        keeps_its_promises(*date);
    for (const auto hints : {DateHints{false, 0}, DateHints{true, 0}, DateHints{true, 2022}})
        if (const auto date = read_printed(text, hints))
            keeps_its_promises(*date);
}

static void read_text(std::string_view text)
{
    const auto cleaned = clean(text);
    must(is_utf8(cleaned), "a cleaned text is UTF-8");
    must(clean(cleaned) == cleaned, "a cleaned text stays as it is");
    const auto form = searchable(text);
    must(is_utf8(form), "a search form is UTF-8");
    must(searchable(form) == form, "a search form is found by itself");
    const auto key = key_from(text);
    must(key.empty() || is_key(key), "a key made of a title is a key");
    const auto name = split(text);
    must(is_utf8(name.honorific) && is_utf8(name.name), "a name is UTF-8");
}

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size)
{
    const auto text = sala::fuzz::text_of(data, size);
    read_dates(text);
    read_text(text);
    return 0;
}
