// SPDX-License-Identifier: Apache-2.0
//
// Any file handed in as a workbook is read or refused.
//
// Changing bytes of a zip seldom gives another zip, so most inputs here are the XML inside one: a
// line "== NAME" begins a part. Inputs that begin with PK are taken as they are.

#include "document/workbook.hpp"
#include "document/zip_archive.hpp"
#include "fuzz/must.hpp"

using namespace sala::document;
using sala::fuzz::must;

static std::string zip_of_parts(std::string_view input)
{
    std::map<std::string, std::string> parts;
    while (input.starts_with("== ")) {
        const auto line_end = std::min(input.find('\n'), input.size());
        const auto name = std::string(input.substr(3, line_end - 3));
        const auto next = std::min(input.find("\n== ", line_end), input.size());
        if (name.empty() || name.find('\0') != name.npos || name.ends_with('/'))
            return {};
        parts[name] = input.substr(line_end, next - line_end);
        input.remove_prefix(std::min(next + 1, input.size()));
    }
    try {
        return zipped(parts);
    } catch (const sala::Fault&) {
        return {};  // a name that no zip can hold
    }
}

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size)
{
    const auto input = sala::fuzz::text_of(data, size);
    const auto zip = input.starts_with("PK") ? std::string(input) : zip_of_parts(input);
    const auto sheets = read_workbook(zip);
    if (!sheets) {
        must(!sheets.refusal().sentence.english().empty(), "a refusal says why");
        return 0;
    }
    must(sheets->size() <= workbook_sheets_max, "there are at most a hundred sheets");
    for (const auto& sheet : *sheets)
        for (const auto& row : sheet.rows) {
            must(!row.fields.empty() && row.fields.size() <= csv_columns_max,
                 "a row has 1 to 200 columns");
            must(!row.fields.back().empty(), "empty cells at the end are left out");
        }
    return 0;
}
