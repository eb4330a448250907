// SPDX-License-Identifier: Apache-2.0
//
// The papers that hold all of something together, such as name plates, where one paper does not.

#pragma once

#include "base/json.hpp"
#include "web/pages.view.hpp"

namespace sala::registration {

struct PaperPart {
    std::string address;
    std::int64_t first = 0;  // from 1
    std::int64_t last = 0;
};

// Each of `all` once, at most `each` on a paper; `from` stands in every address where there are
// several. `address` is that of their page, and `narrowed` what it is narrowed to.
inline std::vector<PaperPart> paper_parts(const std::string& address, const web::Narrowed& narrowed,
                                          std::int64_t all, std::size_t each)
{
    const auto most = static_cast<std::int64_t>(each);
    std::vector<PaperPart> parts;
    for (std::int64_t from = 0; from < all; from += most) {
        auto query = narrowed;
        if (all > most)
            query.emplace_back("from", std::to_string(from));
        parts.push_back(
            {address + ".pdf" + web::query_of(query), from + 1, std::min(from + most, all)});
    }
    return parts;
}

// Whether one paper would leave some out, and no part was asked for.
inline bool is_too_much_for_a_paper(const web::Desk& desk, std::int64_t all, std::size_t each)
{
    return desk.query("from").empty() && all > static_cast<std::int64_t>(each);
}

inline Json addresses_json(const std::vector<PaperPart>& parts)
{
    auto addresses = Json::array();
    for (const auto& one : parts)
        addresses.push(one.address);
    return addresses;
}

}  // namespace sala::registration
