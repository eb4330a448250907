// SPDX-License-Identifier: Apache-2.0

#include "programme/forum_home.hpp"

#include "forum/published_reports.hpp"
#include "forum/text_json.hpp"
#include "forum/whole_names.hpp"
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
                         editions.text(row, "objective"), editions.text(row, "note")});
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
        const auto& note = sheets.hosts.text(row, "note");
        auto held = std::find_if(shown.begin(), shown.end(), [&](const HostsShown& one) {
            return one.role == role && one.statement == statement && one.source == source &&
                   one.note == note;
        });
        if (held == shown.end())
            held = shown.insert(shown.end(), {role, statement, source, note, {}});
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
            forum::whole_names_of(Listed(session, "persons", forum.id)),
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

// The rows of a sheet with the texts named.
static Json rows_json(const Listed& table, const char* text,
                      std::initializer_list<const char*> words)
{
    return list_json(table.rows(), [&](const Listed::Row& row) {
        auto json = Json::object({{"key", row.key},
                                  {"number", forum::number_json(table.number(row, "number"))},
                                  {text, text_json(table.text(row, text))},
                                  {"note", text_json(table.text(row, "note"))}});
        for (const auto* column : words)
            json.set(column, table.words(row, column));
        return json;
    });
}

static Json editions_json(const ForumHome& home)
{
    return list_json(home.editions, [](const EditionShown& one) {
        return Json::object({{"key", one.key},
                             {"abbreviation", text_json(one.abbreviation)},
                             {"name", text_json(one.name)},
                             {"theme", text_json(one.theme)},
                             {"objective", text_json(one.objective)},
                             {"note", text_json(one.note)}});
    });
}

static Json hosts_json(const ForumHome& home)
{
    return list_json(home.hosts, [](const HostsShown& one) {
        return Json::object({{"role", one.role},
                             {"statement", text_json(one.statement)},
                             {"source", text_json(one.source)},
                             {"note", text_json(one.note)},
                             {"hosts", list_json(one.hosts, [](const HostName& host) {
                                  return Json::object(
                                      {{"name", text_json(host.name)}, {"address", host.address}});
                              })}});
    });
}

Json to_json(const ForumHome& home)
{
    const auto& forum = home.forum;
    return Json::object(
        {{"slug", forum.slug},
         {"title", text_json(forum.title)},
         {"summary", text_json(forum.summary)},
         {"about", text_json(forum.about)},
         {"date", forum.date ? Json(forum.date->iso()) : Json()},
         {"time_zone", forum.zone},
         {"city", text_json(forum.city_name)},
         {"country_code", forum.country_code},
         {"venue", text_json(forum.venue)},
         {"minutes", forum::number_json(forum.minutes)},
         {"release", forum.release},
         {"editions", editions_json(home)},
         {"hosts", hosts_json(home)},
         {"topics", rows_json(home.topics, "title", {"edition", "source"})},
         {"questions", rows_json(home.questions, "text", {"edition", "source"})},
         {"categories", rows_json(home.categories, "name", {"source"})},
         {"reports", list_json(forum::published(home.reports),
                               [&](const Listed::Row& row) {
                                   return Json::object(
                                       {{"key", row.key},
                                        {"address", forum::report_address(forum, row)},
                                        {"title", text_json(home.reports.text(row, "title"))}});
                               })},
         {"programme", forum.address() + "/programme.json"},
         {"claims", forum.address() + "/data.json"}});
}

}  // namespace sala::programme
