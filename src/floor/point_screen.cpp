// SPDX-License-Identifier: Apache-2.0
//
// A screen of the halls is pointed at another sitting, at whatever sits in a room, or at a message.
// Whoever looks at it sees it follow at once; nobody walks to the machine.

#include "floor/named_screen.hpp"

namespace sala::floor {

static Result<web::Reply> point(web::Desk& desk, const NamedScreen& screen, const web::Form& form);

web::Verb point_screen()
{
    return {.path = "POST /{forum}/screens/{screen}/aim",
            .allow = forum::chairs,
            .form = {web::text("shows", tr("Show"))
                         .at_most(200)
                         .hinted(tr("“sitting KEY”, “room KEY”, “message” or “nothing”.")),
                     web::text("words", tr("Message")).optional().at_most(200),
                     web::text("back", tr("Back to")).optional().at_most(20)},
            .run = web::on<NamedScreen>(point)};
}

static Result<Aim> read(const web::Desk& desk, const forum::Forum& forum, const web::Form& form)
{
    const auto& shows = form["shows"];
    const auto space = shows.find(' ');
    const auto what = shows.substr(0, space);
    const auto key = space == std::string::npos ? std::string{} : shows.substr(space + 1);
    if (what == word(NamedScreen::sitting))
        return aim_at_sitting(desk, forum, key);
    if (what == word(NamedScreen::nothing))
        return Aim{};
    // Rooms and messages are everybody's.
    if (!desk.may(forum::chairs, {}))
        return forbidden("not-the-whole-forum",
                         "You chair the sittings of one body, and can show those.");
    if (what == word(NamedScreen::room))
        return aim_at_room(desk.session(), forum, key);
    if (what != word(NamedScreen::message))
        return invalid("shows", "no-such-aim", "Say what the screen shows.");
    if (form["words"].empty())
        return invalid("words", "words-missing", "Write the message.");
    return Aim{NamedScreen::message, 0, form["words"]};
}

Result<web::Reply> point(web::Desk& desk, const NamedScreen& screen, const web::Form& form)
{
    if (!may_point(desk, screen))
        return forbidden("not-your-screen",
                         "This screen shows what you do not chair. Who chairs the whole forum can "
                         "point it.");
    const auto aim = read(desk, screen.forum, form);
    if (!aim)
        return aim.refusal();
    keep_aim(desk, screen.forum, screen.number, *aim);
    desk.again(screen.topic());
    const auto& shows = form["shows"];
    if (form["back"] == "chair" && aim->what == NamedScreen::sitting)
        return desk.go(screen.forum.address() + "/sittings/" + shows.substr(shows.find(' ') + 1) +
                       "/chair");
    return desk.go(screen.forum.address() + "/screens");
}

}  // namespace sala::floor
