// SPDX-License-Identifier: Apache-2.0
//
// Lists that are worked out as a whole and would be endless on a telephone: a hundred a page.

#pragma once

#include "web/pages.view.hpp"

#include <span>

namespace sala::bilateral {

inline web::Pages pages_at(const web::Desk& desk, std::size_t found)
{
    return {.address = desk.address(),
            .found = static_cast<std::int64_t>(found),
            .from = web::from_of(desk)};
}

inline bool is_one_page(const web::Pages& pages) { return pages.from == 0 && pages.ends(); }

// The rows of a whole list that stand on this page of it.
template <class Row>
std::span<const Row> on_page(const std::vector<Row>& all, const web::Pages& pages)
{
    const auto from = std::min(pages.from, all.size());
    return std::span(all).subspan(from, std::min(pages.a_page, all.size() - from));
}

// The ways to the other pages; nothing beneath a list that one page holds.
inline web::Html pages_beneath(const web::Reader& reader, const web::Pages& pages)
{
    return web::when(!is_one_page(pages), [&] { return pages_of(reader, pages); });
}

}  // namespace sala::bilateral
