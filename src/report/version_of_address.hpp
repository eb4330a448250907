// SPDX-License-Identifier: Apache-2.0
//
// The version that an address names: …/versions/{version}.

#pragma once

#include "report/report_store.hpp"

#include <charconv>

namespace sala::report {

inline Result<Version> version_of_address(web::Desk& desk, const Report& report)
{
    const auto& words = desk.at("version");
    std::int64_t id = 0;
    std::from_chars(words.data(), words.data() + words.size(), id);
    if (auto found = find_version(desk.session(), report, id))
        return *std::move(found);
    return missing(
        "no-such-version",
        "There is no such version of this report. The page “Earlier versions” lists them.");
}

}  // namespace sala::report
