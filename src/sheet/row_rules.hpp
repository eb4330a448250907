// SPDX-License-Identifier: Apache-2.0
//
// What no single column of a sheet can say. Each refusal names the column to mend.

#pragma once

#include "sheet/sheet.hpp"

namespace sala::sheet {

// The forum's time zone is one that the world knows.
Rule known_zone();
// The forum's languages are tags such as en and th.
Rule known_languages();
// Nothing is a part of itself.
Rule part_of_another();
// A post is not left before it is taken up.
Rule until_after_since();
// A length without a start could not be drawn.
Rule length_has_start();
// A clock that is in the source says something.
Rule clock_has_start();
// Nobody speaks longer than the sitting lasts.
Rule speaker_fits_sitting();
// Nobody leaves before arriving.
Rule leaves_after_arriving();
// A host is an organisation or a city, not both.
Rule somebody_is_hosting();
// Whoever takes the floor is a person, a post or a delegation, or at least has a title.
Rule somebody_speaks();
// Interpreters work between two languages, such as th-en.
Rule pair_of_languages();
// A claim is about the forum, or about a row: "sittings:courtesy-call".
Rule subject_is_a_row();

// Words of the column, with spaces between, are among those known.
Rule words_among(std::string column, std::vector<std::string> known);
// The host speaks first or last, not both.
Rule host_speaks_once();
// Moments such as 2030-05-01 09:00, and the later one later.
Rule moments_of_inscription();

}  // namespace sala::sheet
