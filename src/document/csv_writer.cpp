// SPDX-License-Identifier: Apache-2.0

#include "document/csv.hpp"

#include <algorithm>
#include <iterator>

namespace sala::document {

static constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

// Semicolons and tabs count too: a reader tells the separator from the first row.
static bool needs_quotes(std::string_view value)
{
    return value.find_first_of(",;\t\"\r\n") != value.npos || value.starts_with(byte_order_mark);
}

// ＝, ＋, － and ＠ as East Asian keyboards write them: some spreadsheets take them for the narrow
// ones.
static constexpr std::string_view wide_signs[] = {"\xEF\xBC\x9D", "\xEF\xBC\x8B", "\xEF\xBC\x8D",
                                                  "\xEF\xBC\xA0"};

// Excel and its relatives run what begins so, wherever the file came from. What has an apostrophe
// already gets one more, so that without_apostrophe() always finds the value that was meant.
static bool looks_like_formula(std::string_view value)
{
    const auto first = value.find_first_not_of('\'');
    if (first == std::string_view::npos)
        return false;
    value.remove_prefix(first);
    return std::string_view("=+-@\t\r").find(value.front()) != std::string_view::npos ||
           std::any_of(std::begin(wide_signs), std::end(wide_signs),
                       [&](std::string_view sign) { return value.starts_with(sign); });
}

std::string without_apostrophe(std::string_view value)
{
    if (value.starts_with('\'') && looks_like_formula(value))
        value.remove_prefix(1);
    return std::string(value);
}

static void write_field(std::string& text, const std::string& value, bool alone, CsvWriting how)
{
    const auto safe = how.neutralise_formulas && looks_like_formula(value) ? "'" + value : value;
    if (!needs_quotes(safe) && !(alone && safe.empty())) {
        text += safe;
        return;
    }
    text += '"';
    for (const char c : safe) {
        if (c == '"')
            text += '"';
        text += c;
    }
    text += '"';
}

std::string write_csv(const std::vector<std::vector<std::string>>& rows, CsvWriting how)
{
    std::string text(how.byte_order_mark ? byte_order_mark : "");
    for (const auto& row : rows) {
        for (std::size_t i = 0; i < row.size(); ++i) {
            if (i > 0)
                text += ',';
            write_field(text, row[i], row.size() == 1, how);
        }
        text += '\n';
    }
    return text;
}

}  // namespace sala::document
