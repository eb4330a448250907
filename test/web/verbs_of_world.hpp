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

// "GET /{forum}/cities/{city}" -> "/lyon-2030/cities/accra"; `more` is what else there is to fill
// in.
inline std::string address_of(const web::Verb& verb,
                              const std::map<std::string, std::string>& more = {})
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
        const auto name = path.substr(open + 1, close - open - 1);
        const auto own = more.find(name);
        const auto known = world.find(name);
        path.replace(open, close - open + 1,
                     own != more.end()      ? own->second
                     : known == world.end() ? "1"
                                            : known->second);
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

// In every representation of the page.
inline std::vector<std::string> endings(const web::Verb& verb)
{
    std::vector<std::string> all{"", ".json"};
    for (const auto format : verb.also)
        for (const auto& name : web::format_names())
            if (name.format == format)
                all.push_back("." + std::string(name.extension));
    return all;
}

inline std::vector<web::NamedVerb> verbs_of(const std::string& method)
{
    auto verbs = app::all_verbs();
    std::erase_if(verbs, [&](const web::NamedVerb& verb) {
        return !verb.verb.path.starts_with(method + " ");
    });
    return verbs;
}

// What anybody may open; without the stream, which is no page.
inline std::vector<std::string> public_pages()
{
    auto pages = addresses("GET", "anyone");
    std::erase(pages, "/api/live");
    return pages;
}

}  // namespace sala
