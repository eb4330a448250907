// SPDX-License-Identifier: Apache-2.0
//
// Who takes part: delegations and cities, country by country, in the order of the reader's
// dictionary, so that none comes before another for any other reason.

#include "forum/show_cities.view.hpp"

#include "forum/forum_store.hpp"
#include "forum/listed.hpp"
#include "forum/text_json.hpp"
#include "script/collation.hpp"

#include <algorithm>
#include <set>

namespace sala::forum {

static Result<web::Reply> show(web::Desk& desk, const Forum& forum);

web::Verb show_cities()
{
    return {.path = "GET /{forum}/cities",
            .allow = web::anyone,
            .run = web::on<Forum>(show),
            .summary = "The delegations and cities of a forum, by country"};
}

namespace {

struct Sheets {
    Listed countries, cities, organisations, delegations, delegates, persons;

    Sheets(store::Session& session, std::int64_t forum)
        : countries(session, "countries", forum),
          cities(session, "cities", forum),
          organisations(session, "organisations", forum),
          delegations(session, "delegations", forum),
          delegates(session, "delegates", forum),
          persons(session, "persons", forum)
    {
    }
};

// The city or organisation of a delegation, as its own page; nothing when it is not named.
std::string address_of(const Forum& forum, const std::string& city, const std::string& organisation)
{
    if (!city.empty())
        return forum.address() + "/cities/" + city;
    return organisation.empty() ? std::string{}
                                : forum.address() + "/organisations/" + organisation;
}

Participant participant(const Forum& forum, const Sheets& sheets, const Listed::Row& row)
{
    const auto& table = sheets.delegations;
    Participant one{row.key,
                    table.text(row, "name"),
                    {},
                    address_of(forum, table.words(row, "city"), table.words(row, "organisation")),
                    table.number(row, "size"),
                    true};
    for (const auto& delegate : sheets.delegates.rows())
        if (sheets.delegates.words(delegate, "delegation") == row.key &&
            sheets.delegates.words(delegate, "role") == "head") {
            const auto& person = sheets.delegates.words(delegate, "person");
            one.head = {sheets.persons.text_of(person, "honorific"),
                        sheets.persons.text_of(person, "name")};
        }
    return one;
}

std::string country_of(const Sheets& sheets, const Listed::Row& delegation)
{
    const auto& city = sheets.delegations.words(delegation, "city");
    return city.empty() ? sheets.delegations.words(delegation, "country")
                        : sheets.cities.words_of(city, "country");
}

// By country, then by name; what belongs to no country comes last.
std::vector<CountryGroup> groups(const Forum& forum, const Sheets& sheets, const Language& language)
{
    std::map<std::string, std::vector<Participant>> by_country;
    std::set<std::string> with_delegation;
    for (const auto& row : sheets.delegations.rows()) {
        by_country[country_of(sheets, row)].push_back(participant(forum, sheets, row));
        with_delegation.insert(sheets.delegations.words(row, "city"));
    }
    for (const auto& row : sheets.cities.rows())
        if (with_delegation.count(row.key) == 0)
            by_country[sheets.cities.words(row, "country")].push_back(
                {row.key,
                 sheets.cities.text(row, "name"),
                 {},
                 forum.address() + "/cities/" + row.key,
                 {},
                 false});
    const script::Collator before(language);
    std::vector<CountryGroup> all;
    for (auto& [country, participants] : by_country) {
        std::stable_sort(participants.begin(), participants.end(),
                         [&](const Participant& a, const Participant& b) {
                             return before(a.name.words(language), b.name.words(language));
                         });
        all.push_back({sheets.countries.words_of(country, "code"),
                       sheets.countries.text_of(country, "name"), std::move(participants)});
    }
    std::stable_sort(all.begin(), all.end(), [&](const CountryGroup& a, const CountryGroup& b) {
        if (a.name.empty() != b.name.empty())
            return b.name.empty();
        return before(a.name.words(language), b.name.words(language));
    });
    return all;
}

Json cities_json(const std::vector<CountryGroup>& all)
{
    return Json::object(
        {{"countries", list_json(all, [](const CountryGroup& group) {
              return Json::object(
                  {{"code", group.code},
                   {"name", text_json(group.name)},
                   {"participants", list_json(group.participants, [](const Participant& one) {
                        return Json::object(
                            {{"key", one.key},
                             {"name", text_json(one.name)},
                             {"address", one.address.empty() ? Json() : Json(one.address)},
                             {"delegation", one.sends_delegation},
                             {"size", number_json(one.size)}});
                    })}});
          })}});
}

}  // namespace

Result<web::Reply> show(web::Desk& desk, const Forum& forum)
{
    const Sheets sheets(desk.session(), forum.id);
    const auto all = groups(forum, sheets, desk.reader().language);
    if (desk.wants(web::Format::json))
        return desk.show(cities_json(all));
    auto page = cities_page(desk, forum, all);
    page.frame = forum_frame(desk, forum, "cities");
    return desk.show(std::move(page));
}

}  // namespace sala::forum
