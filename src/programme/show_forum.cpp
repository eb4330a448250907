// SPDX-License-Identifier: Apache-2.0
//
// Anybody opens a forum: when and where it is, which meetings share its roof, what they speak
// about, what happens in the morning and in the afternoon, and what nobody is sure of.

#include "programme/show_forum.view.hpp"

#include "forum/forum_store.hpp"
#include "forum/text_json.hpp"

namespace sala::programme {

using forum::Forum;
using forum::list_json;
using forum::Listed;
using forum::text_json;

static Result<web::Reply> show(web::Desk& desk, const Forum& forum);

web::Verb show_forum()
{
    return {.path = "GET /{forum}",
            .allow = web::anyone,
            .run = web::on<Forum>(show),
            .summary = "A forum: date, place, meetings, hosts, topics and questions"};
}

// The rows of a sheet with the texts named.
static Json rows_json(const Listed& table, const char* text,
                      std::initializer_list<const char*> words)
{
    return list_json(table.rows(), [&](const Listed::Row& row) {
        auto json = Json::object({{"key", row.key},
                                  {"number", forum::number_json(table.number(row, "number"))},
                                  {text, text_json(table.text(row, text))}});
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
                             {"objective", text_json(one.objective)}});
    });
}

static Json hosts_json(const ForumHome& home)
{
    return list_json(home.hosts, [](const HostsShown& one) {
        return Json::object({{"role", one.role},
                             {"statement", text_json(one.statement)},
                             {"source", text_json(one.source)},
                             {"hosts", list_json(one.hosts, [](const HostName& host) {
                                  return Json::object(
                                      {{"name", text_json(host.name)}, {"address", host.address}});
                              })}});
    });
}

static Json forum_json(const ForumHome& home)
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

Result<web::Reply> show(web::Desk& desk, const Forum& forum)
{
    const auto home = load_forum_home(desk, forum);
    if (desk.wants(web::Format::json))
        return desk.show(forum_json(home));
    auto page = forum_page(desk, home);
    page.frame = forum::forum_frame(desk, forum, "");
    page.json_ld = forum_event(desk, home).write();
    return desk.show(std::move(page));
}

}  // namespace sala::programme
