// SPDX-License-Identifier: Apache-2.0
//
// Which rules hold on a floor now. Before a sitting is opened they are those of the forum's sheet;
// when it is opened they are kept with it, and only its chair changes them, by an act, for what is
// done from then on: a sheet that comes in later decides about the sittings that follow, and no
// record.

#pragma once

#include "floor/hall.hpp"

namespace sala::floor {

// What was kept with the sitting, else its row of the sheet, else the forum's, else the usual ones;
// and with which of them each act is played.
void hold_rules(store::Session& session, Hall& hall);

// The sitting is opened for the first time: its rules are kept with it, and lots are drawn where
// they want some and none were. Nothing happens in a rehearsal.
void settle_rules(web::Desk& desk, Hall& hall);

// The chair sets rules, for the sitting or for the whole forum: into the sheet, and for a sitting
// that has been opened into what is kept with it; and when inscription opens and closes, into the
// sheet alone. `draw`: lots are drawn, even where some were.
Allowed keep_rules_of(web::Desk& desk, const Hall& hall, Rules rules, const Window& window,
                      bool whole_forum, bool draw);

}  // namespace sala::floor
