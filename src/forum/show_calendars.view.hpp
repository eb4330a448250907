// SPDX-License-Identifier: Apache-2.0
//
// Calendar and feed addresses, and how to subscribe to them.

#pragma once

#include "forum/forum.hpp"
#include "web/desk.hpp"

namespace sala::forum {

struct Subscription {
    std::string path;
    std::string media_type;
    Sentence name;
    Sentence what_for;
};

inline std::vector<Subscription> subscriptions(const Forum& forum)
{
    const auto programme = forum.address() + "/programme";
    return {{programme + ".ics", "text/calendar", tr("Calendar"),
             tr("For the calendar on a phone or a computer. It follows every release by itself.")},
            {forum.address() + "/releases.atom", "application/atom+xml", tr("Feed of releases"),
             tr("For a feed reader: a line for every release, with what changed.")},
            {programme + ".xml", "application/xml", tr("Schedule"),
             tr("For schedule apps, in the format that conferences use (frab).")},
            {programme + ".json", "application/json", tr("JSON"), tr("For programs.")}};
}

inline web::Html subscription_item(const web::Desk& desk, const Subscription& one)
{
    const auto& reader = desk.reader();
    const auto address = desk.absolute(one.path);
    const auto& house = desk.house().public_url;
    const bool subscribes = one.media_type == "text/calendar" && house.starts_with("http");
    return web::html(reader, "<li><h2>", one.name, "</h2>\n<p>", one.what_for,
                     "</p>\n<p><a href=\"", one.path, "\"><code>", address, "</code></a></p>\n",
                     web::when(subscribes,
                               [&] {
                                   const auto webcal = "webcal" + address.substr(address.find(':'));
                                   return web::html(reader, "<p><a class=\"button\" href=\"",
                                                    webcal, "\">", tr("Subscribe in your calendar"),
                                                    "</a></p>\n");
                               }),
                     "</li>\n");
}

inline web::Html how_to_subscribe(const web::Desk& desk)
{
    const auto& reader = desk.reader();
    return web::html(reader, "<h2>", tr("How to subscribe"),
                     "</h2>\n<ol class=\"points\">\n<li><p>",
                     tr("Copy the address of the calendar."), "</p></li>\n<li><p>",
                     tr("In your calendar, choose to add a calendar by its address; it is often "
                        "called “from URL” or “subscribe”."),
                     "</p></li>\n<li><p>",
                     tr("Paste the address. When a release moves a sitting, your calendar moves "
                        "it, too; a cancelled one says so."),
                     "</p></li>\n</ol>\n", web::when(desk.house().public_url.empty(), [&] {
                         return web::html(reader, "<div class=\"note\"><p>",
                                          tr("This server has not been told its public address, so "
                                             "the addresses above begin with a "
                                             "slash. Put the address of this page up to its first "
                                             "slash in front of them, or ask the "
                                             "secretariat to start the server with --public-url."),
                                          "</p></div>\n");
                     }));
}

inline web::Page calendars_page(const web::Desk& desk, const Forum& forum)
{
    const auto& reader = desk.reader();
    return {
        .title = reader.say(tr("Calendars and feeds")) + ", " + forum.title.words(reader.language),
        .body = web::html(
            reader, "<div class=\"stack\">\n<h1>", tr("Calendars and feeds"),
            "</h1>\n<p class=\"lede\">", tr("The programme in your own calendar, kept up to date."),
            "</p>\n<ul class=\"list\">\n",
            web::each(subscriptions(forum),
                      [&](const Subscription& one) { return subscription_item(desk, one); }),
            "</ul>\n", how_to_subscribe(desk), "</div>\n"),
        .feeds = {{forum.address() + "/releases.atom", "application/atom+xml"}}};
}

}  // namespace sala::forum
