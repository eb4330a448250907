// SPDX-License-Identifier: Apache-2.0
//
// The files of a forum that does not exist yet: blank, or after the pattern of another one.

#pragma once

#include "sheet/import.hpp"
#include "web/form.hpp"

namespace sala::programme {

// The forum's own row as it was typed: slug, title_en, title_th, date, time_zone. The first thing
// that is wrong is the Refusal; all_wrong() lists everything.
Result<sheet::FilesRead> typed_forum(store::Session& session, const web::Form& form);
std::vector<Refusal> all_wrong(store::Session& session, const web::Form& form);

// The same, with what comes back every year from the forum `other`: its directory of countries,
// cities, networks, bodies and organisations, venues, rooms, topics, questions, categories, and its
// editions with the next number and a key of body and year ("amf-2032"). What belonged to that
// occasion alone is left behind: people, delegations, days, sittings, sources, dates, themes,
// notes, and misprints beside their corrections.
sheet::FilesRead after_pattern_of(store::Session& session, std::int64_t other,
                                  sheet::FilesRead typed);

// The whole of it in the way that was chosen: "pattern" (of the forum “pattern”), "template", or
// blank. Refuses no-such-pattern beside what the two above and from_template() refuse.
Result<sheet::FilesRead> files_of_new_forum(store::Session& session, const web::Form& form);

}  // namespace sala::programme
