// SPDX-License-Identifier: Apache-2.0

#include "app/kept_data.hpp"

#include "bilateral/kept_meetings.hpp"
#include "floor/kept_floor.hpp"
#include "forum/kept_roles.hpp"
#include "registration/kept_registrations.hpp"

namespace sala::app {

const std::vector<web::KeptData>& all_kept_data()
{
    // Registrations and letters are found by the address of a login, which goes last.
    static const auto all = [] {
        std::vector<web::KeptData> kept;
        for (auto* list : {&registration::kept_by_registration, &bilateral::kept_by_meetings,
                           &floor::kept_by_floor, &forum::kept_by_forums, &web::kept_by_logins})
            for (auto& data : list())
                kept.push_back(std::move(data));
        return kept;
    }();
    return all;
}

}  // namespace sala::app
