// SPDX-License-Identifier: Apache-2.0

#include "document/workbook_cells.hpp"

#include "document/utf8.hpp"
#include "document/wall_clock.hpp"

#include <charconv>
#include <cmath>
#include <fmt/core.h>

namespace sala::document {

std::optional<CellPlace> cell_place(std::string_view reference)
{
    std::size_t column = 0, i = 0;
    for (; i < reference.size() && i < 3 && reference[i] >= 'A' && reference[i] <= 'Z'; ++i)
        column = column * 26 + static_cast<std::size_t>(reference[i] - 'A') + 1;
    std::size_t row = 0;
    const auto* end = reference.data() + reference.size();
    const auto [stop, error] = std::from_chars(reference.data() + i, end, row);
    if (i == 0 || error != std::errc{} || stop != end || row == 0 || row > 1'048'576)
        return std::nullopt;
    return CellPlace{row, column - 1};
}

std::string cell_name(CellPlace place)
{
    std::string letters;
    for (auto left = place.column + 1; left > 0; left = (left - 1) / 26)
        letters.insert(letters.begin(), static_cast<char>('A' + (left - 1) % 26));
    return letters + std::to_string(place.row);
}

NumberLook builtin_look(int id)
{
    if ((id >= 14 && id <= 17) || (id >= 27 && id <= 31) || id == 36 || (id >= 50 && id <= 58))
        return NumberLook::date;
    if ((id >= 18 && id <= 21) || (id >= 32 && id <= 35) || (id >= 45 && id <= 47))
        return NumberLook::time;
    return id == 22 ? NumberLook::date_and_time : NumberLook::number;
}

NumberLook look_of(std::string_view code)
{
    bool day = false, clock = false, month_or_minute = false;
    code = code.substr(0, code.find(';'));  // the part for positive numbers
    for (std::size_t i = 0; i < code.size(); ++i) {
        const char c = static_cast<char>(code[i] | 0x20);
        if (code[i] == '"' || code[i] == '[') {
            const auto end = code.find(code[i] == '"' ? '"' : ']', i + 1);
            // [h] and [mm] count hours and minutes; [Red] and [$-41E] say nothing of dates.
            const auto inside = code.substr(i + 1, end == code.npos ? end : end - i - 1);
            clock = clock || (code[i] == '[' && !inside.empty() &&
                              inside.find_first_not_of("hHmMsS") == inside.npos);
            i = end == code.npos ? code.size() : end;
        } else if (code[i] == '\\' || code[i] == '_' || code[i] == '*') {
            ++i;
        } else {
            day = day || c == 'y' || c == 'd' ||
                  (c == 'b' && i + 1 < code.size() && (code[i + 1] | 0x20) == 'b');
            clock = clock || c == 'h' || c == 's';
            month_or_minute = month_or_minute || c == 'm';
        }
    }
    if (day)
        return clock ? NumberLook::date_and_time : NumberLook::date;
    if (clock)
        return NumberLook::time;
    return month_or_minute ? NumberLook::date : NumberLook::number;
}

static std::string clock_text(long long seconds)
{
    const auto text = fmt::format("{:02}:{:02}", seconds / 3600, seconds / 60 % 60);
    return seconds % 60 == 0 ? text : fmt::format("{}:{:02}", text, seconds % 60);
}

static std::string number_text(double number)
{
    if (number == std::floor(number) && std::abs(number) < 1e15)
        return fmt::format("{}", static_cast<long long>(number));
    return fmt::format("{:.15g}", number);
}

std::string shown_number(std::string_view written, NumberLook look, bool from_1904)
{
    double number = 0;
    const auto* begin = &*written.begin();
    const auto* end = begin + written.size();
    const auto [stop, error] = std::from_chars(begin, end, number);
    if (error != std::errc{} || stop != end || !std::isfinite(number))
        return std::string(written);
    constexpr double last_day = 2'958'465;  // 9999-12-31
    if (look == NumberLook::number || number < 0 || number > last_day)
        return number_text(number);

    const auto seconds = std::llround(number * 86'400);
    if (look == NumberLook::time)
        return clock_text(seconds);
    auto day = seconds / 86'400;
    if (day < 1 && !from_1904)
        return number_text(number);  // the calendar of 1900 has no day 0
    // Excel's 1900 is a leap year, as Lotus had it, so days before March 1900 are one off.
    const auto days_to_1970 = from_1904 ? -24'107 : day < 60 ? -25'568 : -25'569;
    auto date = iso_date(Instant{(day + days_to_1970) * 86'400'000}, 0);
    const bool midnight = seconds % 86'400 == 0;
    if (look == NumberLook::date || midnight)
        return date;
    return date + "T" + clock_text(seconds % 86'400);
}

// The character that _x000D_ stands for, when such an escape begins at `at`.
static std::optional<std::uint32_t> escape_at(std::string_view text, std::size_t at)
{
    if (text[at] != '_' || at + 6 >= text.size() || text[at + 1] != 'x' || text[at + 6] != '_')
        return std::nullopt;
    std::uint32_t unit = 0;
    const auto* digits = text.data() + at + 2;
    const auto [stop, error] = std::from_chars(digits, digits + 4, unit, 16);
    if (error != std::errc{} || stop != digits + 4 || unit == 0)
        return std::nullopt;
    return unit;
}

std::string part_named(std::string_view target)
{
    return target.starts_with('/') ? std::string(target.substr(1)) : "xl/" + std::string(target);
}

bool is_blank(std::string_view text)
{
    return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

std::string unescaped_text(std::string_view text)
{
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (const auto unit = escape_at(text, i)) {
            append_utf8(out, *unit);
            i += 6;
        } else {
            out += text[i];
        }
    }
    return out;
}

std::string escaped_text(std::string_view text)
{
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (escape_at(text, i))
            out += "_x005F_";
        else
            out += text[i];
    }
    return out;
}

}  // namespace sala::document
