// SPDX-License-Identifier: Apache-2.0
//
// The chair and the secretariat see the screens of the forum's halls and what each shows.

#include "floor/screens.view.hpp"

#include "forum/text_json.hpp"

namespace sala::floor {

static Result<web::Reply> show(web::Desk& desk, const forum::Forum& forum);

web::Verb show_screens()
{
    return {
        .path = "GET /{forum}/screens", .allow = forum::chairs, .run = web::on<forum::Forum>(show)};
}

static Json json_of(const web::Desk& desk, const NamedScreen& screen)
{
    const bool knows = may_point(desk, screen);
    const bool sits = screen.what == NamedScreen::sitting;
    return Json::object({{"screen", std::to_string(screen.number)},
                         {"name", screen.name},
                         {"address", screen.address()},
                         {"shows", word(screen.what)},
                         {"sitting", sits && knows ? Json(screen.key) : Json()},
                         {"room", screen.what == NamedScreen::room ? Json(screen.key) : Json()},
                         {"message", screen.words}});
}

// Sittings the visitor leads and, for whoever chairs the whole forum, rooms.
static Aims aims_of(const web::Desk& desk, const forum::Forum& forum)
{
    const auto& reader = desk.reader();
    const auto words = [&](const std::string& title) {
        return Text::read(title).value_or(Text{}).words(reader.language);
    };
    Aims aims;
    for (const auto& [key, title, body] :
         desk.session().select<std::string, std::string, std::optional<std::int64_t>>(
             "SELECT s.key, s.title, e.body FROM sitting s LEFT JOIN edition e ON e.forum = "
             "s.forum AND e.id = s.edition WHERE s.forum = :forum ORDER BY s.position, s.id",
             forum.id))
        if (desk.may(forum::chairs, {{"body", body.value_or(0)}}))
            aims.emplace_back("sitting " + key, words(title));
    if (desk.may(forum::chairs, {}))
        for (const auto& [key, name] : desk.session().select<std::string, std::string>(
                 "SELECT key, name FROM room WHERE forum = :forum ORDER BY position, id", forum.id))
            aims.emplace_back("room " + key,
                              reader.say(tr("Whatever sits in {room}", {{"room", words(name)}})));
    return aims;
}

Result<web::Reply> show(web::Desk& desk, const forum::Forum& forum)
{
    const auto screens = screens_of(desk.session(), forum);
    if (!desk.wants(web::Format::json))
        return desk.show(screens_page(desk, forum, screens, aims_of(desk, forum)));
    auto list = Json::array();
    for (const auto& screen : screens)
        list.push(json_of(desk, screen));
    return desk.show(Json::object({{"screens", std::move(list)}}));
}

}  // namespace sala::floor
