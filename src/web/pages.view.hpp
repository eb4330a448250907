// SPDX-License-Identifier: Apache-2.0
//
// The pages of a long list: which of how many are shown, and the ways to those before and after.

#pragma once

#include "base/whole_number.hpp"
#include "web/desk.hpp"
#include "web/html.hpp"
#include "web/percent.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace sala::web {

// What narrows a list: names and words of the address; those without words are left out.
using Narrowed = std::vector<std::pair<std::string, std::string>>;

inline std::string query_of(const Narrowed& narrowed)
{
    std::string query;
    for (const auto& [name, words] : narrowed)
        if (!words.empty())
            query += (query.empty() ? "?" : "&") + name + "=" + percent_encoded(words);
    return query;
}

struct Pages {
    std::string address;  // of the list, without what narrows it
    Narrowed narrowed = {};
    std::int64_t found = 0;
    std::size_t from = 0;
    std::size_t a_page = 100;

    bool ends() const { return static_cast<std::int64_t>(from + a_page) >= found; }
    std::string query(std::size_t start) const
    {
        auto all = narrowed;
        if (start > 0)
            all.emplace_back("from", std::to_string(start));
        return query_of(all);
    }
};

// How many to leave out before the first, as an address says it; 0 for what is no such number.
inline std::size_t from_of(const Desk& desk)
{
    constexpr std::int64_t furthest = 10'000'000;
    return static_cast<std::size_t>(
        std::clamp(whole_number(desk.query("from")).value_or(0), std::int64_t{0}, furthest));
}

// Where the JSON of a list goes on; nothing at its end.
inline Json next_json(const Pages& pages)
{
    return pages.ends() ? Json()
                        : Json(pages.address + ".json" + pages.query(pages.from + pages.a_page));
}

inline Html pages_of(const Reader& reader, const Pages& pages)
{
    const auto link = [&](std::size_t from, const char* rel, const Sentence& words) {
        return html(reader, " <a rel=\"", std::string(rel), "\" href=\"", pages.address,
                    pages.query(from), "\">", words, "</a>");
    };
    const auto count = std::to_string(pages.a_page);
    const auto shown =
        std::min<std::size_t>(pages.from + pages.a_page, static_cast<std::size_t>(pages.found));
    return when(pages.from > 0 || !pages.ends(), [&] {
        return html(reader, "<nav class=\"screen\" aria-label=\"", tr("Pages of the list"),
                    "\"><p>",
                    when(shown > pages.from,
                         [&] {
                             return html(reader, tr("{first} to {last} of {all}",
                                                    {{"first", std::to_string(pages.from + 1)},
                                                     {"last", std::to_string(shown)},
                                                     {"all", std::to_string(pages.found)}}));
                         }),
                    when(pages.from > 0,
                         [&] {
                             return link(pages.from > pages.a_page ? pages.from - pages.a_page : 0,
                                         "prev", tr("The {count} before", {{"count", count}}));
                         }),
                    when(!pages.ends(),
                         [&] {
                             return link(pages.from + pages.a_page, "next",
                                         tr("The next {count}", {{"count", count}}));
                         }),
                    "</p></nav>\n");
    });
}

}  // namespace sala::web
