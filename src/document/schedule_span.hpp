// SPDX-License-Identifier: Apache-2.0
//
// The days of a programme that was read, in order, and the conference's dates around them.

#pragma once

#include "document/schedule_xml.hpp"

namespace sala::document {

// Leaves out days without rooms, sorts and numbers the others. True when the dates of the
// conference had to be set or widened, so that no day lies outside of them. There must be a day
// with a room.
bool fit_conference_to_days(Schedule& schedule);

}  // namespace sala::document
