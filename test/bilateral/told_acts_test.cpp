// SPDX-License-Identifier: Apache-2.0
//
// That a delegation has said whom it would not meet is in no list of acts, nor between two of them:
// no number is missing, and no seal is shown that was not there before.

#include "summit.hpp"

using namespace sala;

namespace {

std::string seal_of(Summit& summit, const std::string& page)
{
    return summit.get(page).json()["chain"]["hash"].string();
}

// Moments and numbers of rows differ from world to world.
std::string without_long_numbers(const std::string& words)
{
    std::string plain;
    for (std::size_t at = 0; at < words.size();) {
        const auto end = std::min(words.find_first_not_of("0123456789", at), words.size());
        plain += end - at >= 10 ? "#" : words.substr(at, std::max<std::size_t>(end - at, 1));
        at = std::max(end, at + 1);
    }
    return plain;
}

// Without the marks around what is not to be broken at the end of a line.
std::string words_of(const Shown& page)
{
    auto words = page.body;
    for (const std::string mark : {"<span class=\"nb\">", "</span>"})
        for (auto at = words.find(mark); at != std::string::npos; at = words.find(mark, at))
            words.erase(at, mark.size());
    return words;
}

std::string table_of(const Shown& page)
{
    const auto from = page.body.find("<table");
    return page.body.substr(from, page.body.find("</table>") - from);
}

// What the lists of acts say after Accra has said this about Quito, and others have done other
// things before and after.
std::string lists_after(const std::string& word)
{
    Summit summit;
    const auto first = seal_of(summit, "/login/all/acts.json");
    CHECK(first.size() == 43);
    if (!word.empty())
        summit.thinks(accra, "quito", word, kofi);
    CHECK(seal_of(summit, "/login/all/acts.json") == first);
    CHECK(seal_of(summit, "/lyon-2030/acts.json") == first);
    CHECK(words_of(summit.get("/lyon-2030/acts")).find("is sealed with " + first) !=
          std::string::npos);
    summit.thinks(accra, "lyon", "must", "");
    if (!word.empty())
        summit.thinks(accra, "quito", "none", kofi);
    summit.thinks(accra, "lyon", "none", "");
    CHECK(seal_of(summit, "/login/all/acts.json") != first);
    std::string lists;
    for (const std::string place : {"/login/all/acts", "/lyon-2030/acts"}) {
        lists += table_of(summit.get(place)) + summit.get(place + ".csv").body;
        for (const auto* query : {"", "?before=4", "?before=3"})
            lists += summit.get(place + ".json" + query).json()["acts"].write();
    }
    return without_long_numbers(lists);
}

}  // namespace

TEST_CASE("neither a number that is missing nor one more seal tells that something was said")
{
    const auto nothing = lists_after("");
    CHECK(nothing.find("keep_preferences") != std::string::npos);
    CHECK(nothing.find("\"number\":4") != std::string::npos);
    CHECK(lists_after("no") == nothing);
    CHECK(lists_after("would-like") == nothing);
}

TEST_CASE("the seal that a page of acts shows is one that a check knows again")
{
    Summit summit;
    summit.thinks(accra, "quito", "no", kofi);
    const auto noted = seal_of(summit, "/lyon-2030/acts.json");
    summit.thinks(accra, "quito", "none", kofi);
    CHECK(summit.count("SELECT COUNT(*) FROM sealed WHERE hash = '" + noted + "'") == 1);
}
