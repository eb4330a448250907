// SPDX-License-Identifier: Apache-2.0

#include "programme/person_shown.hpp"

#include "forum/listed.hpp"
#include "forum/text_json.hpp"

namespace sala::programme {

using forum::Listed;
using forum::text_json;

namespace {

struct Sheets {
    Listed persons, posts, holders, delegates, delegations, cities, countries;

    Sheets(store::Session& session, std::int64_t forum)
        : persons(session, "persons", forum),
          posts(session, "posts", forum),
          holders(session, "holders", forum),
          delegates(session, "delegates", forum),
          delegations(session, "delegations", forum),
          cities(session, "cities", forum),
          countries(session, "countries", forum)
    {
    }
};

std::vector<PostHeld> posts_held(const Sheets& sheets, const std::string& person)
{
    std::vector<PostHeld> held;
    const auto add = [&](const std::string& post, const std::string& since,
                         const std::string& until, const Text& note) {
        for (const auto& one : held)
            if (one.key == post)
                return;
        const auto& city = sheets.posts.words_of(post, "city");
        const auto& country = sheets.posts.words_of(post, "country");
        held.push_back({post, sheets.posts.text_of(post, "title"), since, until, note, city,
                        sheets.cities.text_of(city, "name"),
                        sheets.countries.words_of(country, "code"),
                        sheets.countries.text_of(country, "name")});
    };
    for (const auto& row : sheets.holders.rows())
        if (sheets.holders.words(row, "person") == person)
            add(sheets.holders.words(row, "post"), sheets.holders.words(row, "since"),
                sheets.holders.words(row, "until"), sheets.holders.text(row, "note"));
    for (const auto& row : sheets.delegates.rows())
        if (sheets.delegates.words(row, "person") == person &&
            !sheets.delegates.words(row, "post").empty())
            add(sheets.delegates.words(row, "post"), {}, {}, {});
    return held;
}

std::vector<Membership> memberships(const Sheets& sheets, const std::string& person)
{
    std::vector<Membership> all;
    for (const auto& row : sheets.delegates.rows())
        if (sheets.delegates.words(row, "person") == person) {
            const auto& delegation = sheets.delegates.words(row, "delegation");
            all.push_back({delegation, sheets.delegations.text_of(delegation, "name"),
                           sheets.delegates.words(row, "role"),
                           sheets.delegations.words_of(delegation, "city"),
                           sheets.delegations.words_of(delegation, "organisation"),
                           sheets.delegates.text(row, "note")});
        }
    return all;
}

}  // namespace

std::optional<PersonShown> person_at(store::Session& session, std::int64_t forum,
                                     const std::string& key)
{
    const Sheets sheets(session, forum);
    const auto* row = sheets.persons.find(key);
    if (!row)
        return std::nullopt;
    return PersonShown{row->key,
                       sheets.persons.text(*row, "honorific"),
                       sheets.persons.text(*row, "name"),
                       sheets.persons.text(*row, "note"),
                       posts_held(sheets, row->key),
                       memberships(sheets, row->key)};
}

Json to_json(const forum::Forum& forum, const PersonShown& person,
             const std::vector<Programme::Found>& speeches)
{
    return Json::object(
        {{"key", person.key},
         {"honorific", text_json(person.honorific)},
         {"name", text_json(person.name)},
         {"note", text_json(person.note)},
         {"posts", forum::list_json(person.posts,
                                    [](const PostHeld& one) {
                                        return Json::object({{"key", one.key},
                                                             {"title", text_json(one.title)},
                                                             {"since", one.since},
                                                             {"until", one.until},
                                                             {"city", one.city}});
                                    })},
         {"delegations", forum::list_json(person.memberships,
                                          [](const Membership& one) {
                                              return Json::object({{"key", one.key},
                                                                   {"name", text_json(one.name)},
                                                                   {"role", one.role}});
                                          })},
         {"interventions", speeches_json(forum, speeches)}});
}

}  // namespace sala::programme
