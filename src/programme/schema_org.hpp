// SPDX-License-Identifier: Apache-2.0
//
// What search engines read of a forum: schema.org Events. A time that no source gives is left out:
// the day alone stands there.

#pragma once

#include "forum/forum.hpp"
#include "programme/programme.hpp"
#include "web/desk.hpp"

namespace sala::programme {

// The forum itself: name, address, place and date.
Json event_of(const web::Desk& desk, const forum::Forum& forum);

// Its sittings; an empty list when they are too many for a page to carry.
Json sitting_events(const web::Desk& desk, const forum::Forum& forum, const Programme& programme);

// The forum with its sittings, for the page of the programme.
Json programme_event(const web::Desk& desk, const forum::Forum& forum, const Programme& programme);

// One sitting as part of its forum, with those who speak, for its own page.
Json sitting_event(const web::Desk& desk, const forum::Forum& forum, const Programme& programme,
                   const Sitting& sitting);

}  // namespace sala::programme
