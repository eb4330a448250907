// SPDX-License-Identifier: Apache-2.0

#include "floor/named_screen.hpp"

#include "base/whole_number.hpp"

#include <fmt/format.h>

#include <array>

namespace sala::floor {

namespace {

constexpr std::array<std::string_view, 5> words_of_aims{"nothing", "sitting", "room", "message",
                                                        "removed"};

NamedScreen::What what_of(const std::string& word)
{
    for (std::size_t i = 0; i < words_of_aims.size(); ++i)
        if (words_of_aims[i] == word)
            return static_cast<NamedScreen::What>(i);
    return NamedScreen::nothing;
}

std::optional<std::int64_t> number_in(std::string_view words)
{
    const auto number = whole_number(words);
    // "01" is no second address of screen 1.
    if (!number || *number < 1 || std::to_string(*number) != words)
        return std::nullopt;
    return number;
}

Text text_of(const std::optional<std::string>& json)
{
    return json ? Text::read(*json).value_or(Text{}) : Text{};
}

std::optional<std::int64_t> login_of(const web::Desk& desk)
{
    const auto login = desk.visitor().login.number();
    return login ? std::optional(login) : std::nullopt;
}

// `which`: more of the condition, with `:number` in it.
std::vector<NamedScreen> find_all(store::Session& session, const forum::Forum& forum,
                                  const std::string& which, std::int64_t number)
{
    using Number = std::int64_t;
    using Words = std::optional<std::string>;
    std::vector<NamedScreen> all;
    for (const auto& [of, name, aim, what, target, words, sitting, title, room, called, body] :
         session.select<Number, std::string, Number, std::string, Number, std::string, Words, Words,
                        Words, Words, std::optional<Number>>(
             "SELECT c.number, c.name, a.id, a.what, a.target, a.words, s.key, s.title, r.key, "
             "r.name, e.body FROM floor_screen c JOIN floor_screen_aim a ON a.forum = c.forum AND "
             "a.screen = c.number LEFT JOIN sitting s ON a.what = 'sitting' AND s.forum = a.forum "
             "AND s.id = a.target LEFT JOIN edition e ON e.forum = s.forum AND e.id = s.edition "
             "LEFT JOIN room r ON a.what = 'room' AND r.forum = a.forum AND r.id = a.target WHERE "
             "c.forum = :forum AND a.id = (SELECT MAX(n.id) FROM floor_screen_aim n WHERE n.forum "
             "= c.forum AND n.screen = c.number) AND " +
                 which + " ORDER BY c.number",
             forum.id, number)) {
        const bool sits = sitting.has_value();
        all.push_back({forum, of, name, aim, what_of(what), target, words,
                       sits ? *sitting : room.value_or(""), text_of(sits ? title : called),
                       body.value_or(0)});
    }
    return all;
}

// The sitting that was opened last in the room, before those that are over.
std::string sits_in(store::Session& session, const forum::Forum& forum, std::int64_t room)
{
    std::string newest;
    for (const auto& [key, id, at] : session.select<std::string, std::int64_t, std::int64_t>(
             "SELECT s.key, s.id, MAX(a.at) FROM sitting s JOIN floor_act a ON a.forum = s.forum "
             "AND a.sitting = s.id WHERE s.forum = :forum AND s.room = :room AND a.what = 'open' "
             "GROUP BY s.key, s.id ORDER BY MAX(a.at) DESC, s.id DESC",
             forum.id, room)) {
        const auto floor = Floor::played(acts_of(session, forum.id, id), usual_rules(7));
        if (floor.phase() == Floor::Phase::open)
            return key;
        if (newest.empty() && floor.phase() == Floor::Phase::closed)
            newest = key;
    }
    return newest;
}

}  // namespace

std::string word(NamedScreen::What what) { return std::string(words_of_aims.at(what)); }

std::vector<NamedScreen> screens_of(store::Session& session, const forum::Forum& forum)
{
    return find_all(session, forum, "a.what <> 'removed' AND c.number > :number", 0);
}

std::optional<NamedScreen> find_screen(store::Session& session, const forum::Forum& forum,
                                       std::int64_t number)
{
    auto found = find_all(session, forum, "c.number = :number", number);
    return found.empty() ? std::nullopt : std::optional(std::move(found.front()));
}

Result<NamedScreen> load(web::Desk& desk, web::Of<NamedScreen>)
{
    const auto forum = load(desk, web::Of<forum::Forum>{});
    if (!forum)
        return forum.refusal();
    const auto number = number_in(desk.at("screen"));
    auto screen = number ? find_screen(desk.session(), *forum, *number) : std::nullopt;
    if (!screen || screen->what == NamedScreen::removed)
        return missing("no-such-screen", "There is no such screen at this forum.");
    return *std::move(screen);
}

std::int64_t keep_screen(web::Desk& desk, const forum::Forum& forum, const std::string& name)
{
    auto& session = desk.session();
    const auto last = session.find<std::optional<std::int64_t>>(
        "SELECT MAX(number) FROM floor_screen WHERE forum = :forum", forum.id);
    const auto number = (last ? std::get<0>(*last).value_or(0) : 0) + 1;
    session.run("INSERT INTO floor_screen (forum, number, name, by_login, at) VALUES (:forum, "
                ":number, :name, :by, :at)",
                forum.id, number, name, login_of(desk), desk.now());
    keep_aim(desk, forum, number, {});
    return number;
}

void keep_aim(web::Desk& desk, const forum::Forum& forum, std::int64_t screen, const Aim& aim)
{
    desk.session().run(
        "INSERT INTO floor_screen_aim (forum, id, screen, what, target, words, by_login, at) "
        "VALUES (:forum, :id, :screen, :what, :target, :words, :by, :at)",
        forum.id, desk.next_id<Aim>(), screen, word(aim.what), aim.target, aim.words,
        login_of(desk), desk.now());
}

Result<Aim> aim_at_sitting(const web::Desk& desk, const forum::Forum& forum, const std::string& key)
{
    const auto row = desk.session().find<std::int64_t, std::optional<std::int64_t>>(
        "SELECT s.id, e.body FROM sitting s LEFT JOIN edition e ON e.forum = s.forum AND e.id = "
        "s.edition WHERE s.forum = :forum AND s.key = :key",
        forum.id, key);
    if (!row || !desk.may(forum::chairs, {{"body", std::get<1>(*row).value_or(0)}}))
        return invalid("shows", "no-such-sitting", "There is no such sitting at this forum.");
    return Aim{NamedScreen::sitting, std::get<0>(*row)};
}

Result<Aim> aim_at_room(store::Session& session, const forum::Forum& forum, const std::string& key)
{
    const auto row = session.find<std::int64_t>(
        "SELECT id FROM room WHERE forum = :forum AND key = :key", forum.id, key);
    if (!row)
        return invalid("shows", "no-such-room", "There is no such room at this forum.");
    return Aim{NamedScreen::room, std::get<0>(*row)};
}

bool may_point(const web::Desk& desk, const NamedScreen& screen)
{
    return desk.may(forum::chairs, {}) || screen.what == NamedScreen::nothing ||
           (screen.what == NamedScreen::sitting &&
            desk.may(forum::chairs, {{"body", screen.body}}));
}

Showing showing_of(store::Session& session, NamedScreen screen)
{
    std::string key;
    if (screen.what == NamedScreen::sitting)
        key = screen.key;
    if (screen.what == NamedScreen::room)
        key = sits_in(session, screen.forum, screen.target);
    Showing shown{std::move(screen)};
    if (key.empty())
        return shown;
    auto hall = find_hall(session, shown.screen.forum, key);
    if (hall && name_as_released(session, *hall))
        shown.hall = std::move(hall);
    return shown;
}

std::string Showing::mark() const
{
    // A name may be left out of its message later.
    return fmt::format("{}/{}/{}/{}", screen.aim, hall ? hall->key : "", hall ? hall->mark() : "",
                       screen.words);
}

std::optional<std::int64_t> screen_in(const std::string& key)
{
    return key.starts_with('@') ? number_in(std::string_view(key).substr(1)) : std::nullopt;
}

}  // namespace sala::floor
