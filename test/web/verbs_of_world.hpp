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

// Each field as it would be sent, so that a request is refused because of whose it is and not
// because of its form. Files are left out: what they hold is looked at before the delegation.
inline std::vector<std::pair<std::string, std::string>> sent_rightly(const web::Verb& verb)
{
    std::vector<std::pair<std::string, std::string>> fields{{"step", "refuse"}, {"reason", "x"}};
    for (const auto& field : verb.form) {
        std::erase_if(fields, [&](const auto& one) { return one.first == field.name; });
        if (field.kind == web::Field::choice && !field.choices.empty())
            fields.emplace_back(field.name, field.choices.front().first);
        else if (field.kind == web::Field::number)
            fields.emplace_back(field.name, std::to_string(std::max<std::int64_t>(field.low, 1)));
        else if (field.kind != web::Field::file)
            fields.emplace_back(field.name, field.kind == web::Field::tick ? "yes" : "1");
    }
    return fields;
}

// Files are looked at before whose something is.
inline bool sends_file(const web::Verb& verb)
{
    return std::any_of(verb.form.begin(), verb.form.end(),
                       [](const web::Field& field) { return field.kind == web::Field::file; });
}

// What anybody may open; without the stream, which is no page.
inline std::vector<std::string> public_pages()
{
    auto pages = addresses("GET", "anyone");
    std::erase(pages, "/api/live");
    return pages;
}

}  // namespace sala
