// SPDX-License-Identifier: Apache-2.0
//
// The secretariat of the server sees everything that was changed on it: who, for whom, when and
// from where.

#include "web/act_list.hpp"
#include "web/verb.hpp"

namespace sala::web {

static Result<Reply> show(Desk& desk);

Verb show_all_acts()
{
    return {.path = "GET /login/all/acts",
            .allow = secretariat,
            .query = {{.name = "who",
                       .meaning = "A part of the name of whoever did it, or of the delegation."},
                      {.name = "verb",
                       .meaning = "Words of what was done, such as badge or approved, or a verb."},
                      {.name = "since", .meaning = "The first day, such as 2030-05-06."},
                      {.name = "until", .meaning = "The last day."},
                      {.name = "before", .meaning = "Only acts with a smaller number."}},
            .run = simply(show),
            .also = {Format::csv}};
}

Result<Reply> show(Desk& desk) { return show_acts(desk, filter_of(desk, {}), {}); }

}  // namespace sala::web
