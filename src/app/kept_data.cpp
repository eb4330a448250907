// SPDX-License-Identifier: Apache-2.0

#include "app/kept_data.hpp"

#include "forum/kept_roles.hpp"

namespace sala::app {

const std::vector<web::KeptData>& all_kept_data()
{
    static const auto all = [] {
        std::vector<web::KeptData> kept;
        for (auto* list : {&forum::kept_by_forums, &web::kept_by_logins})
            for (auto& data : list())
                kept.push_back(std::move(data));
        return kept;
    }();
    return all;
}

}  // namespace sala::app
