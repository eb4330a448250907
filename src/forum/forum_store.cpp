// SPDX-License-Identifier: Apache-2.0

#include "forum/forum_store.hpp"

#include "forum/grant_store.hpp"
#include "mail/letter_pages.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace sala::forum {

namespace {

// One SELECT for a forum and everything its frame shows.
constexpr char columns[] =
    "SELECT f.id, f.key, f.title, f.summary, f.about, f.data_note, f.date, f.time_zone, f.minutes, "
    "c.key, c.name, "
    "n.code, n.name, "
    "(SELECT v.name FROM venue v WHERE v.forum = f.id ORDER BY v.position, v.id LIMIT 1), "
    "(SELECT MAX(r.number) FROM release r WHERE r.forum = f.id), "
    "(SELECT MAX(r.at) FROM release r WHERE r.forum = f.id), "
    "(SELECT e.name FROM edition e WHERE e.forum = f.id ORDER BY e.position, e.id LIMIT 1), "
    "(SELECT e.name FROM edition e WHERE e.forum = f.id ORDER BY e.position, e.id LIMIT 1 OFFSET "
    "1) "
    "FROM forum f LEFT JOIN city c ON c.id = f.city LEFT JOIN country n ON n.id = c.country ";

using Words = std::optional<std::string>;
using Number = std::optional<std::int64_t>;

Text text_of(const Words& json) { return json ? Text::read(*json).value_or(Text{}) : Text{}; }

// "A, B" of two texts, language by language; a language that only one of them has is left out.
Text joined(const Text& one, const Text& other)
{
    if (other.empty())
        return one;
    Text both;
    for (const auto& [language, wording] : one.wordings())
        if (const auto* more = other.in(language))
            both.set(
                language,
                {wording.shown() + (language.is_thai() ? " และ " : " · ") + more->shown(), {}});
    return both;
}

std::vector<Forum> select(store::Session& session, const std::string& where, const auto&... values)
{
    std::vector<Forum> forums;
    for (const auto& [id, slug, title, summary, about, note, date, zone, minutes, city, city_name,
                      code, country, venue, release, released_at, first, second] :
         session.select<std::int64_t, std::string, std::string, std::string, std::string,
                        std::string, std::string, std::string, Number, Words, Words, Words, Words,
                        Words, Number, Number, Words, Words>(columns + where, values...)) {
        Forum forum;
        forum.id = id;
        forum.slug = slug;
        forum.title = text_of(title);
        forum.summary = text_of(summary);
        forum.about = text_of(about);
        forum.data_note = text_of(note);
        if (auto read = script::PartialDate::read(date))
            forum.date = *read;
        forum.zone = zone;
        if (minutes)
            forum.minutes = static_cast<int>(*minutes);
        forum.city = city.value_or("");
        forum.city_name = text_of(city_name);
        forum.country_code = code.value_or("");
        forum.country_name = text_of(country);
        forum.venue = text_of(venue);
        forum.release = release.value_or(0);
        forum.released_at = Instant{released_at.value_or(0)};
        forum.bodies = joined(text_of(first), text_of(second));
        forums.push_back(std::move(forum));
    }
    return forums;
}

web::MenuItem item(const Forum& forum, const char* word, Sentence label, std::string_view current)
{
    const auto address = *word ? forum.address() + "/" + word : forum.address();
    return {address, std::move(label), current == word, 0};
}

}  // namespace

std::optional<Forum> find_forum(store::Session& session, const std::string& slug)
{
    auto forums = select(session, "WHERE f.key = :slug", slug);
    if (forums.empty())
        return std::nullopt;
    return std::move(forums.front());
}

std::vector<Forum> all_forums(store::Session& session, bool drafts)
{
    return select(
        session,
        fmt::format("{}ORDER BY f.date DESC, f.key",
                    drafts ? "" : "WHERE EXISTS (SELECT 1 FROM release p WHERE p.forum = f.id) "));
}

std::vector<Forum> forums_for(const web::Desk& desk)
{
    auto forums = all_forums(desk.session(), true);
    if (desk.may(web::secretariat))
        return forums;
    const auto own = forums_prepared_by(desk.session(), desk.visitor().login);
    std::erase_if(forums, [&](const Forum& forum) {
        return !forum.is_public() && std::find(own.begin(), own.end(), forum.id) == own.end();
    });
    return forums;
}

Result<Forum> load(web::Desk& desk, web::Of<Forum>)
{
    auto forum = find_forum(desk.session(), desk.at("forum"));
    // A verb that is not for the public has asked for a role at this forum already.
    const bool works_here = !desk.permission().is_public() && desk.may(members);
    if (!forum || (!forum->is_public() && !works_here && !desk.may(web::secretariat)))
        return missing("no-such-forum",
                       "There is no forum at this address. The forums are on the first page.");
    desk.in_zone(forum->zone);
    return std::move(*forum);
}

web::Frame forum_frame(const web::Desk& desk, const Forum& forum, std::string_view current)
{
    web::Frame frame{forum.address(),
                     forum.title,
                     forum.bodies,
                     {item(forum, "", tr("Forum"), current),
                      item(forum, "programme", tr("Programme"), current),
                      item(forum, "cities", tr("Cities"), current),
                      item(forum, "documents", tr("Documents"), current)},
                     forum.zone,
                     false};
    if (desk.may(web::secretariat))
        frame.menu.push_back(item(forum, "desk", tr("Desk"), current));
    else if (desk.may(focal_points))
        frame.menu.push_back(item(forum, "delegation", tr("Our delegation"), current));
    return frame;
}

web::Frame desk_frame(const web::Desk& desk, const Forum& forum, std::string_view current)
{
    web::Frame frame{forum.address(),
                     forum.title,
                     forum.bodies,
                     {item(forum, "desk", tr("Desk"), current),
                      item(forum, "sheets", tr("Sheets"), current),
                      item(forum, "editor", tr("Programme"), current),
                      item(forum, "registrations", tr("People"), current),
                      item(forum, "bilaterals", tr("Bilaterals"), current),
                      item(forum, "import", tr("Import"), current),
                      item(forum, "releases", tr("Releases"), current),
                      item(forum, "reports", tr("Reports"), current),
                      item(forum, "outbox", tr("Outbox"), current)},
                     forum.zone,
                     true};
    frame.menu.back().count = mail::count_of(desk.session(), forum.id, mail::Among::waiting);
    return frame;
}

}  // namespace sala::forum
