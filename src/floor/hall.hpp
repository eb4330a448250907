// SPDX-License-Identifier: Apache-2.0
//
// A sitting while it sits: its rules, what was done on its floor, and the names of all who speak.

#pragma once

#include "floor/floor_store.hpp"
#include "floor/names.hpp"
#include "floor/order.hpp"
#include "floor/poll.hpp"
#include "floor/text_store.hpp"
#include "forum/forum_store.hpp"
#include "forum/roles.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

namespace sala::floor {

struct Hall {
    forum::Forum forum;
    std::int64_t sitting = 0;
    std::string key;
    Text title;
    Text room;
    std::string kind;
    std::int64_t body = 0;  // 0: common to all
    bool cancelled = false;
    int speaker_minutes = 7;
    std::string rules_version = "0";  // another one: other rules; "0": nobody set any
    bool own_rules = false;           // not the forum's
    Rules rules = usual_rules(7);     // that hold now
    RulesInTime rules_since;          // with which each act is played; the last are those of now
    Window window;                    // in which delegations inscribe
    Rehearsal rehearsal;
    std::vector<Act> acts;
    Floor floor;
    Names names;
    std::uint64_t names_mark = 0;                 // another one: something is called otherwise
    std::map<std::int64_t, Inscribed> inscribed;  // delegation -> what it said last
    std::optional<OpenPoll> poll;
    std::optional<Poll> decided;  // closed since the chair's last step
    // Before anybody filled the list: those who would rather speak here than where they are
    // inscribed, entering.
    std::vector<Step> wishes;

    // Cancelled before it began: nobody inscribes, asks or opens it. One that sits is led to its
    // end.
    bool is_called_off() const { return cancelled && floor.phase() == Floor::Phase::before; }
    // What is decided at the moment; a sitting that was closed decides nothing.
    bool decides() const { return poll && floor.phase() != Floor::Phase::closed; }
    std::string address() const { return forum.address() + "/sittings/" + key; }
    // Of what was done last, rehearsed or not: no number ever means two things.
    std::int64_t version() const { return std::max(floor.version(), rehearsal.number); }
    // Another one: whoever shows this floor must look again.
    std::string mark() const;
    std::string topic() const { return "floor:" + forum.slug + ":" + key; }
    web::Limits limits() const { return {{"body", body}}; }
};

// {sitting} of {forum}, for whoever the verb is for: a role for one body opens its sittings only.
// The public sees sittings that are in a release.
Result<Hall> load(web::Desk& desk, web::Of<Hall>);
// The same without a desk, as the sheets have it.
std::optional<Hall> find_hall(store::Session& session, const forum::Forum& forum,
                              const std::string& key);
// What is called something in the release is called that, whatever the draft says: for all that
// the public and delegations see. Answers false when the release does not have the sitting.
bool name_as_released(store::Session& session, Hall& hall);

// Whether whoever clicks saw the floor as it is. Refuses stale-click.
Allowed is_fresh(const Hall& hall, std::int64_t seen);

// The same without what is being rehearsed: what is done to it is real and stays.
Hall without_rehearsal(Hall hall);

// Takes one step at the desk: asks the floor, keeps the act, and tells all who watch. The hall then
// is as after the act.
Allowed take(web::Desk& desk, Hall& hall, Step step, bool by_chair = true);
// Works the floor out from the acts.
void play(Hall& hall);
// The list in the order of the rules, as a step.
Step order_of(const Hall& hall);
// Puts the list in that order; nothing happens when it is. `by_chair`: who wants it is
// the chair, and not the list itself because somebody came into it.
Allowed put_in_order(web::Desk& desk, Hall& hall, bool by_chair = true);
// The chair has placed somebody by hand.
bool is_placed_by_hand(const Hall& hall);
// The next speech that the programme has for a delegation and nobody has entered; for those who
// read the release, of those in it; null: none.
const Planned* next_planned(const Hall& hall, std::int64_t delegation);

}  // namespace sala::floor
