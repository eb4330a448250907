// SPDX-License-Identifier: Apache-2.0
//
// The addresses of all verbs of the program, filled in with what Lyon 2030 has.

#pragma once

#include "app/verbs.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <vector>

namespace sala {

// "GET /{forum}/cities/{city}" -> "/lyon-2030/cities/accra"
inline std::string address_of(const web::Verb& verb)
{
    static const std::map<std::string, std::string> world{{"forum", "lyon-2030"},
                                                          {"city", "accra"},
                                                          {"person", "ama-mensah"},
                                                          {"sitting", "opening"},
                                                          {"intervention", "accra-speaks"},
                                                          {"topic", "floods"},
                                                          {"sheet", "rooms"},
                                                          {"key", "tilia"},
                                                          {"delegation", "accra"}};
    auto path = verb.path.substr(verb.path.find(' ') + 1);
    for (auto open = path.find('{'); open != std::string::npos; open = path.find('{')) {
        const auto close = path.find('}', open);
        const auto known = world.find(path.substr(open + 1, close - open - 1));
        path.replace(open, close - open + 1, known == world.end() ? "1" : known->second);
    }
    return path;
}

inline std::vector<std::string> addresses(const std::string& method, const std::string& permission)
{
    std::vector<std::string> found;
    for (const auto& verb : app::all_verbs())
        if (verb.verb.path.starts_with(method + " ") && verb.verb.allow.name() == permission)
            found.push_back(address_of(verb.verb));
    return found;
}

// What anybody may open; without the stream, which is no page.
inline std::vector<std::string> public_pages()
{
    auto pages = addresses("GET", "anyone");
    std::erase(pages, "/api/live");
    return pages;
}

}  // namespace sala
