// SPDX-License-Identifier: Apache-2.0

#include "web/told_acts.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace sala::web {

ToldNumbers::ToldNumbers(store::Session& session)
{
    // In the words of the index act_untold.
    for (const auto& [number] : session.select<std::int64_t>(
             "SELECT number FROM act WHERE verb = 'keep_preferences' AND for_whom = '' AND number "
             "> 0 ORDER BY number"))
        untold_.push_back(number);
}

std::int64_t ToldNumbers::told(std::int64_t in_chain) const
{
    const auto before = std::lower_bound(untold_.begin(), untold_.end(), in_chain);
    return in_chain - (before - untold_.begin());
}

std::int64_t ToldNumbers::in_chain(std::int64_t told) const
{
    auto number = told;
    for (const auto untold : untold_) {
        if (untold > number)
            break;
        ++number;
    }
    return number;
}

std::string newest_told_seal(store::Session& session)
{
    const auto newest = session.find<std::int64_t>(
        fmt::format("SELECT a.id FROM act a WHERE {} ORDER BY a.id DESC LIMIT 1", is_told));
    if (!newest)
        return {};
    const auto seal = session.find<std::string>(
        "SELECT hash FROM sealed WHERE lines LIKE :first OR lines LIKE :later ORDER BY number DESC "
        "LIMIT 1",
        fmt::format("act\t{}\t%", std::get<0>(*newest)),
        fmt::format("%\nact\t{}\t%", std::get<0>(*newest)));
    return seal ? std::get<0>(*seal) : std::string{};
}

}  // namespace sala::web
