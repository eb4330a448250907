// SPDX-License-Identifier: Apache-2.0
//
// Somebody else's programme as our sheets.

#pragma once

#include "document/schedule_xml.hpp"
#include "sheet/forum_files.hpp"

namespace sala::programme {

// The key of the one venue that a schedule gives its forum.
inline constexpr std::string_view schedule_venue = "venue";

// A frab schedule as the sheets of a new forum whose slug is its acronym: every event becomes a
// sitting, its people take the floor in it, and its track becomes a topic.
sheet::FilesRead files_from_schedule(const document::Schedule& schedule);

}  // namespace sala::programme
