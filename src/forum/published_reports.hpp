// SPDX-License-Identifier: Apache-2.0
//
// The reports of a forum that everybody may read, and where they are.

#pragma once

#include "forum/forum.hpp"
#include "forum/listed.hpp"

namespace sala::forum {

// A private report is for the secretariat alone, and its pages are elsewhere.
inline std::vector<Listed::Row> published(const Listed& reports)
{
    auto rows = reports.rows();
    std::erase_if(rows, [&](const auto& row) { return reports.words(row, "published") != "yes"; });
    return rows;
}

inline std::string report_address(const Forum& forum, const Listed::Row& report)
{
    return forum.address() + "/report?report=" + report.key;
}

}  // namespace sala::forum
