// SPDX-License-Identifier: Apache-2.0
//
// A screen of a forum's halls that has a name and an address of its own. The machine behind it is
// set up once; what it shows is pointed from here: a sitting, whatever sits in a room, or a
// message.

#pragma once

#include "floor/hall.hpp"

#include <optional>
#include <string>
#include <vector>

namespace sala::floor {

struct NamedScreen {
    enum What { nothing, sitting, room, message, removed };

    forum::Forum forum;
    std::int64_t number = 0;
    std::string name;
    std::int64_t aim = 0;  // of the row that pointed it last
    What what = nothing;
    std::int64_t target = 0;  // the sitting or the room
    std::string words;        // the message
    std::string key;          // of the target; empty: it is not there any more
    Text called;              // as the draft calls it
    std::int64_t body = 0;    // of the sitting; 0: common to all

    std::string address() const { return forum.address() + "/screens/" + std::to_string(number); }
    // Beside the floors of sittings, whose keys have no such sign.
    std::string topic() const { return "floor:" + forum.slug + ":@" + std::to_string(number); }
};

std::string word(NamedScreen::What what);

// {screen} of {forum}; those that were removed are missing.
Result<NamedScreen> load(web::Desk& desk, web::Of<NamedScreen>);

// In the order of their numbers, without those that were removed.
std::vector<NamedScreen> screens_of(store::Session& session, const forum::Forum& forum);
// Also one that was removed.
std::optional<NamedScreen> find_screen(store::Session& session, const forum::Forum& forum,
                                       std::int64_t number);

// The number of the new screen, which shows nothing yet.
std::int64_t keep_screen(web::Desk& desk, const forum::Forum& forum, const std::string& name);
struct Aim {
    NamedScreen::What what = NamedScreen::nothing;
    std::int64_t target = 0;
    std::string words = {};
};
void keep_aim(web::Desk& desk, const forum::Forum& forum, std::int64_t screen, const Aim& aim);
// Refuses no-such-sitting, as well of a sitting that the visitor does not chair.
Result<Aim> aim_at_sitting(const web::Desk& desk, const forum::Forum& forum,
                           const std::string& key);
// Refuses no-such-room.
Result<Aim> aim_at_room(store::Session& session, const forum::Forum& forum, const std::string& key);

// Of those who chair one body: a screen that shows nothing, or a sitting of theirs.
bool may_point(const web::Desk& desk, const NamedScreen& screen);

// What is on it now, as the release calls it: a floor, a message, or neither.
struct Showing {
    NamedScreen screen;
    std::optional<Hall> hall = {};

    // Another one: the screen shows something else.
    std::string mark() const;
};
Showing showing_of(store::Session& session, NamedScreen screen);

// The number in "@3", the key of such a topic; nothing when it is the key of a sitting.
std::optional<std::int64_t> screen_in(const std::string& key);

}  // namespace sala::floor
