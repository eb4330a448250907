// SPDX-License-Identifier: Apache-2.0
//
// The template that comes with Sala: what nearly every meeting of mayors has, to be changed at
// will.

#pragma once

#include "base/id.hpp"
#include "sheet/forum_files.hpp"
#include "store/session.hpp"

namespace sala::programme {

// The typed forum with the template's categories, and with its days and sittings from the first day
// of the forum on: as many days as the forum has, the last of them empty when the template has
// fewer. Refuses "date needs-days" when the date names no days, and "date too-many-days" beyond
// template_days_max.
Result<sheet::FilesRead> from_template(sheet::FilesRead typed);

inline constexpr int template_days_max = 14;

// The template of earlier versions did not say where its times are from, so that no sitting made
// from it could be changed and no such forum be imported again. What is missing is filled in, and
// stands in the history of each sitting.
bool sittings_lack_clocks(store::Session& session);
void complete_clocks(store::Session& session, Instant at, Numbering& numbering);

}  // namespace sala::programme
