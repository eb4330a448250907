// SPDX-License-Identifier: Apache-2.0

#include "registration/decisions.hpp"

namespace sala::registration {

std::vector<Foreseen> foreseen(const std::vector<Registered>& people, Step step,
                               const std::string& reason, std::map<std::string, Places> places)
{
    std::vector<Foreseen> all;
    all.reserve(people.size());
    for (const auto& one : people) {
        auto& category = places[one.particulars["category"]];
        const auto act =
            one.registration.taken({}, {.step = step,
                                        .side = Side::secretariat,
                                        .reason = reason,
                                        .places = one.holds_place ? Places{} : category});
        if (act && step == Step::approve && !one.holds_place)
            ++category.taken;
        all.push_back({one, act ? std::nullopt : std::optional(act.refusal())});
    }
    return all;
}

}  // namespace sala::registration
