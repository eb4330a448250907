// SPDX-License-Identifier: Apache-2.0
//
// Dates of a forum for people: the reader's way of writing them, and beneath it the other era.

#pragma once

#include "script/calendar.hpp"
#include "web/unbroken_words.hpp"

namespace sala::forum {

inline script::DateForm form_for(const script::PartialDate& date)
{
    return date.is_range() || !date.start().has_day() ? script::DateForm::full
                                                      : script::DateForm::full_with_weekday;
}

// "Friday 2 December 2022" or "วันศุกร์ที่ 2 ธันวาคม 2565". The machine's date is the first day or
// month that the source names.
inline web::Html date_of(const web::Reader& reader, const script::PartialDate& date)
{
    return web::html(
        reader, "<time class=\"long\" datetime=\"", date.start().iso(), "\">",
        web::unbroken(reader, script::render(date, script::DateStyle::for_reader(reader.language,
                                                                                 form_for(date)))),
        "</time>");
}

// The same in the other era and language.
inline web::Html date_in_other_era(const web::Reader& reader, const script::PartialDate& date)
{
    const auto other = reader.is_thai() ? Language::english() : Language::thai();
    return web::html(
        reader, "<span class=\"soft\" lang=\"", other.tag(), "\">",
        web::unbroken(reader, script::render(date, script::DateStyle::for_reader(other))),
        "</span>");
}

// A date as the sheets hold it, "2022-12-02/.."; nothing when the cell is empty.
inline web::Html date_cell(const web::Reader& reader, std::string_view cell)
{
    const auto date = script::PartialDate::read(cell);
    return date ? web::html(
                      reader, "<time class=\"long\" datetime=\"", date->start().iso(), "\">",
                      web::unbroken(reader, script::render(*date, script::DateStyle::for_reader(
                                                                      reader.language))),
                      "</time>")
                : web::Html{};
}

}  // namespace sala::forum
