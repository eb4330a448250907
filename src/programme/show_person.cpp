// SPDX-License-Identifier: Apache-2.0
//
// One person at a forum: posts, delegation, and when they speak.

#include "programme/show_person.view.hpp"

#include "forum/forum_store.hpp"
#include "forum/listed.hpp"
#include "forum/text_json.hpp"

namespace sala::programme {

using forum::Forum;
using forum::Listed;
using forum::text_json;

static Result<web::Reply> show(web::Desk& desk, const Forum& forum);

web::Verb show_person()
{
    return {.path = "GET /{forum}/people/{person}",
            .allow = web::anyone,
            .run = web::on<Forum>(show),
            .summary = "A person at a forum: posts, delegation, interventions"};
}

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

Json person_json(const Forum& forum, const PersonShown& person,
                 const std::vector<Programme::Found>& found)
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
         {"interventions", speeches_json(forum, found)}});
}

}  // namespace

Result<web::Reply> show(web::Desk& desk, const Forum& forum)
{
    const Sheets sheets(desk.session(), forum.id);
    const auto* row = sheets.persons.find(desk.at("person"));
    if (!row)
        return missing(
            "no-such-person",
            "Nobody by this name takes part in this forum. Its people are found from its cities.");
    const auto programme = programme_for(desk, forum);
    const auto found = speeches(
        *programme, [&](const Intervention& one) { return one.speaker.person_key == row->key; });
    const PersonShown person{row->key,
                             sheets.persons.text(*row, "honorific"),
                             sheets.persons.text(*row, "name"),
                             sheets.persons.text(*row, "note"),
                             posts_held(sheets, row->key),
                             memberships(sheets, row->key)};
    if (desk.wants(web::Format::json))
        return desk.show(person_json(forum, person, found));
    auto page = person_page({desk.reader(), *programme, forum.address()}, person, found);
    page.frame = forum::forum_frame(desk, forum, "cities");
    return desk.show(std::move(page));
}

}  // namespace sala::programme
