// SPDX-License-Identifier: Apache-2.0
//
// Any file handed in as a CSV sheet is read or refused, and what was read survives being written.

#include "document/csv.hpp"
#include "fuzz/must.hpp"

using namespace sala::document;
using sala::fuzz::must;

static std::vector<std::vector<std::string>> fields_of(const std::vector<Row>& rows)
{
    std::vector<std::vector<std::string>> fields;
    for (const auto& row : rows)
        fields.push_back(row.fields);
    return fields;
}

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size)
{
    const auto read = read_csv(sala::fuzz::text_of(data, size));
    if (!read) {
        must(!read.refusal().code.empty() && !read.refusal().sentence.english().empty(),
             "a refusal says why");
        return 0;
    }
    std::size_t line = 0;
    for (const auto& row : *read) {
        must(row.line > line, "rows come in the order of their lines");
        must(!row.fields.empty(), "a row has fields");
        line = row.line;
    }
    const auto rows = fields_of(*read);
    const auto written = write_csv(rows);
    const auto again = read_csv(written);
    must(bool(again), "what was written can be read");
    must(fields_of(*again) == rows, "what was written reads back as it was");
    must(write_csv(fields_of(*again)) == written, "equal rows are equal bytes");
    must(bool(read_csv(write_csv(rows, {true, true}))), "a neutralised list can be read");
    return 0;
}
