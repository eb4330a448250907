// SPDX-License-Identifier: Apache-2.0

#include "forum/participants.hpp"

#include "forum/listed.hpp"
#include "forum/text_json.hpp"
#include "script/collation.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace sala::forum {

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
                    true,
                    table.text(row, "note")};
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

}  // namespace

std::vector<CountryGroup> participants_by_country(store::Session& session, const Forum& forum,
                                                  const Language& language)
{
    const Sheets sheets(session, forum.id);
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
                 false,
                 {}});
    const script::Collator before(language);
    std::vector<CountryGroup> all;
    for (auto& [country, participants] : by_country) {
        std::stable_sort(participants.begin(), participants.end(),
                         [&](const Participant& a, const Participant& b) {
                             return before(a.name.words(language), b.name.words(language));
                         });
        all.push_back({sheets.countries.words_of(country, "code"),
                       sheets.countries.text_of(country, "name"),
                       sheets.countries.text_of(country, "note"), std::move(participants)});
    }
    std::stable_sort(all.begin(), all.end(), [&](const CountryGroup& a, const CountryGroup& b) {
        if (a.name.empty() != b.name.empty())
            return b.name.empty();
        return before(a.name.words(language), b.name.words(language));
    });
    return all;
}

Json to_json(const std::vector<CountryGroup>& all)
{
    return Json::object(
        {{"countries", list_json(all, [](const CountryGroup& group) {
              return Json::object(
                  {{"code", group.code},
                   {"name", text_json(group.name)},
                   {"note", text_json(group.note)},
                   {"participants", list_json(group.participants, [](const Participant& one) {
                        return Json::object(
                            {{"key", one.key},
                             {"name", text_json(one.name)},
                             {"address", one.address.empty() ? Json() : Json(one.address)},
                             {"delegation", one.sends_delegation},
                             {"size", number_json(one.size)},
                             {"note", text_json(one.note)}});
                    })}});
          })}});
}

}  // namespace sala::forum
