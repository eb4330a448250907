// SPDX-License-Identifier: Apache-2.0
//
// The template that comes with Sala: what nearly every meeting of mayors has, to be changed at
// will.

#pragma once

#include "sheet/forum_files.hpp"

namespace sala::programme {

// The typed forum with the template's categories, and with its days and sittings from the first day
// of the forum on: as many days as the forum has, the last of them empty when the template has
// fewer. Refuses "date needs-days" when the date names no days, and "date too-many-days" beyond
// template_days_max.
Result<sheet::FilesRead> from_template(sheet::FilesRead typed);

inline constexpr int template_days_max = 14;

}  // namespace sala::programme
