// SPDX-License-Identifier: Apache-2.0
//
// The secretariat of the server sees everything that was changed on it: who, for whom, when and
// from where.

#include "web/act_list.hpp"

namespace sala::web {

static Result<Reply> show(Desk& desk);

Verb show_all_acts()
{
    return {.path = "GET /login/all/acts",
            .allow = secretariat,
            .query = queries_of_acts(),
            .run = simply(show),
            .also = {Format::csv}};
}

Result<Reply> show(Desk& desk) { return show_acts(desk, filter_of(desk, {}), {}); }

}  // namespace sala::web
