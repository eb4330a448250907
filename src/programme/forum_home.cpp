// SPDX-License-Identifier: Apache-2.0

#include "programme/forum_home.hpp"

#include "forum/text_json.hpp"
#include "programme/schema_org.hpp"
#include "programme/who_speaks.hpp"

#include <algorithm>

namespace sala::programme {

using forum::Forum;
using forum::list_json;
using forum::Listed;
using forum::text_json;

namespace {

std::vector<EditionShown> editions_of(const Listed& editions, const Listed& bodies)
{
    std::vector<EditionShown> shown;
    for (const auto& row : editions.rows())
        shown.push_back({row.key, bodies.text_of(editions.words(row, "body"), "abbreviation"),
                         editions.text(row, "name"), editions.text(row, "theme"),
                         editions.text(row, "objective")});
    return shown;
}

struct HostSheets {
    Listed hosts, organisations, cities, countries;

    HostSheets(store::Session& session, std::int64_t forum)
        : hosts(session, "hosts", forum),
          organisations(session, "organisations", forum),
          cities(session, "cities", forum),
          countries(session, "countries", forum)
    {
    }

    HostName name(const Listed::Row& row, const std::string& forum) const
    {
        const auto& city = hosts.words(row, "city");
        const auto& organisation = hosts.words(row, "organisation");
        const auto& country = city.empty() ? organisations.words_of(organisation, "country")
                                           : cities.words_of(city, "country");
        return {city.empty() ? organisations.text_of(organisation, "name")
                             : cities.text_of(city, "name"),
                forum + (city.empty() ? "/organisations/" + organisation : "/cities/" + city),
                countries.words_of(country, "code"), countries.text_of(country, "name")};
    }
};

std::vector<HostsShown> hosts_of(const HostSheets& sheets, const Listed& sources,
                                 const Forum& forum)
{
    std::vector<HostsShown> shown;
    for (const auto& row : sheets.hosts.rows()) {
        const auto& role = sheets.hosts.words(row, "role");
        const auto& statement = sheets.hosts.text(row, "statement");
        const auto& source = sources.text_of(sheets.hosts.words(row, "source"), "title");
        auto held = std::find_if(shown.begin(), shown.end(), [&](const HostsShown& one) {
            return one.role == role && one.statement == statement && one.source == source;
        });
        if (held == shown.end())
            held = shown.insert(shown.end(), {role, statement, source, {}});
        auto name = sheets.name(row, forum.address());
        if (std::none_of(held->hosts.begin(), held->hosts.end(),
                         [&](const HostName& one) { return one.address == name.address; }))
            held->hosts.push_back(std::move(name));
    }
    return shown;
}

std::vector<std::string> words_of(std::string_view cell)
{
    std::vector<std::string> words;
    while (!cell.empty()) {
        const auto space = cell.find(' ');
        if (space != 0)
            words.emplace_back(cell.substr(0, space));
        cell.remove_prefix(space == std::string_view::npos ? cell.size() : space + 1);
    }
    return words;
}

// The meetings under one roof, then the sittings.
Json parts_of(const web::Desk& desk, const ForumHome& home)
{
    auto parts = Json::array();
    const auto& date = home.forum.date;
    for (const auto& edition : home.editions)
        parts.push(Json::object({{"@type", "Event"},
                                 {"name", edition.name.words(desk.reader().language)},
                                 {"startDate", date ? Json(date->start().iso()) : Json()}}));
    const auto sittings = sitting_events(desk, home.forum, *home.programme);
    for (const auto& sitting : sittings.items())
        parts.push(sitting);
    return parts;
}

}  // namespace

ForumHome load_forum_home(const web::Desk& desk, const Forum& forum)
{
    auto& session = desk.session();
    const Listed editions(session, "editions", forum.id);
    const Listed bodies(session, "bodies", forum.id);
    const Listed itself(session, "forum", forum.id);
    const HostSheets hosts(session, forum.id);
    Listed sources(session, "sources", forum.id);
    auto shown_hosts = hosts_of(hosts, sources, forum);
    return {forum,
            editions_of(editions, bodies),
            std::move(shown_hosts),
            Listed(session, "topics", forum.id),
            Listed(session, "questions", forum.id),
            Listed(session, "categories", forum.id),
            Listed(session, "texts", forum.id),
            std::move(sources),
            Listed(session, "reports", forum.id),
            forum::claims_of(session, forum.id),
            itself.empty() ? std::vector<std::string>{}
                           : words_of(itself.words(itself.rows()[0], "languages")),
            programme_for(desk, forum),
            newest_release(session, forum.id)};
}

Json forum_event(const web::Desk& desk, const ForumHome& home)
{
    const auto& language = desk.reader().language;
    const auto& forum = home.forum;
    auto event = event_of(desk, forum);
    if (!forum.summary.empty())
        event.set("description", forum.summary.words(language));
    if (!home.languages.empty())
        event.set("inLanguage",
                  list_json(home.languages, [](const std::string& tag) { return Json(tag); }));
    auto organisers = Json::array();
    for (const auto& hosts : home.hosts)
        for (const auto& host : hosts.hosts)
            organisers.push(
                Json::object({{"@type", "Organization"}, {"name", host.name.words(language)}}));
    if (!organisers.items().empty())
        event.set("organizer", std::move(organisers));
    if (auto parts = parts_of(desk, home); !parts.items().empty())
        event.set("subEvent", std::move(parts));
    return event;
}

}  // namespace sala::programme
