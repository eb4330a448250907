// SPDX-License-Identifier: Apache-2.0
//
// The forum's own facts are changed. Its address stays what it is, because it is printed on
// letters.

#include "forum/row_desk.hpp"

namespace sala::forum {

static Result<web::Reply> keep(web::Desk& desk, const Forum& forum, const web::Form& form);

web::Verb keep_settings()
{
    return {.path = "POST /{forum}/settings",
            .allow = web::secretariat,
            .run = web::on<Forum>(keep),
            .any_fields = true};
}

Result<web::Reply> keep(web::Desk& desk, const Forum& forum, const web::Form& form)
{
    return save_row(desk, forum, settings_row(desk, forum), form, desk.address() + "?saved=1");
}

}  // namespace sala::forum
