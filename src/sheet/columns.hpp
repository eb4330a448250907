// SPDX-License-Identifier: Apache-2.0
//
// The words in which columns are declared: number("minutes", 1, 1440), ref("room", "rooms").

#pragma once

#include "sheet/sheet.hpp"

namespace sala::sheet {

inline Column text(std::string name) { return {std::move(name), Column::text}; }
inline Column lines(std::string name) { return {std::move(name), Column::lines}; }
inline Column word(std::string name) { return {std::move(name), Column::word}; }
inline Column number(std::string name, std::int64_t low, std::int64_t high)
{
    return {std::move(name), Column::number, false, {}, {}, low, high};
}
inline Column ref(std::string name, std::string to)
{
    return {std::move(name), Column::ref, false, std::move(to)};
}
inline Column refs(std::string name, std::string to)
{
    return {std::move(name), Column::refs, false, std::move(to)};
}
inline Column day(std::string name) { return {std::move(name), Column::day}; }
inline Column date(std::string name) { return {std::move(name), Column::date}; }
inline Column time(std::string name) { return {std::move(name), Column::time}; }
inline Column flag(std::string name) { return {std::move(name), Column::flag}; }
inline Column url(std::string name) { return {std::move(name), Column::url}; }
inline Column choice(std::string name, std::vector<std::string> words)
{
    return {std::move(name), Column::choice, false, {}, std::move(words)};
}

inline Column clock() { return choice("clock", {"source", "illustrative", "unknown"}).needed(); }
inline Column certainty()
{
    return choice("certainty", {"planned", "conditional", "took-place"}).needed();
}
inline Column source() { return ref("source", "sources"); }
inline Column note() { return lines("note"); }

}  // namespace sala::sheet
