// SPDX-License-Identifier: Apache-2.0

#include "planner/encoding.hpp"

namespace sala::planner {

// The costs of one layer of the objective; costs_of() in layers.hpp says what they add up to.
std::vector<Chain> Encoding::costs(const std::string& layer)
{
    if (layer == "breaks")
        return breaks_;
    if (layer == "idle")
        return idle_slots();
    if (layer == "must" || layer == "would-like")
        return left_out(layer == "must");
    std::vector<Chain> result;
    if (layer == "unfair") {
        if (grid_.fairness >= 0 && grid_.fairness_is_soft)
            for (const auto& chain : breaks_)
                if (static_cast<int>(chain.size()) > grid_.fairness)
                    result.emplace_back(chain.begin() + grid_.fairness, chain.end());
        return result;
    }
    for (std::size_t m = 0; m < grid_.meetings.size(); ++m) {
        const auto& meeting = grid_.meetings[m];
        if (layer == "moved" && meeting.was >= 0) {
            result.push_back({-starts_[m][at(meeting.was)]});
        } else if (layer == "preferences" && meeting.preferred != 0) {
            Literals good{-held_[m]};
            for (const int t : each_of(meeting.preferred & slots_before(grid_.slots)))
                good.push_back(starts_[m][at(t)]);
            result.push_back({-sat_.any_of(good)});
        }
    }
    return result;
}

// A crowd is one chain, of which the first are true: the search from below begins with what
// certainly does not fit.
std::vector<Chain> Encoding::left_out(bool must)
{
    std::vector<Chain> result;
    std::vector<bool> is_counted(grid_.meetings.size());
    for (const auto& crowd : left_out_) {
        result.push_back(must ? crowd.must : crowd.would_like);
        for (const int m : crowd.meetings)
            is_counted[at(m)] = true;
    }
    for (std::size_t m = 0; m < grid_.meetings.size(); ++m)
        if (grid_.meetings[m].must == must && !is_counted[m] && held_[m] != yes_)
            result.push_back({-held_[m]});
    return result;
}

std::vector<Chain> Encoding::idle_slots()
{
    std::vector<Chain> result;
    for (const auto& busy : busy_) {
        Literals later(busy.size() + 1, no_);
        for (std::size_t t = busy.size(); t-- > 0;)
            later[t] = sat_.any_of(Literals{later[t + 1], busy[t]});
        Literal begun = no_;
        for (std::size_t t = 0; t < busy.size(); ++t) {
            const Literal used[] = {-begun, busy[t], -later[t]};
            const Literal idle = -sat_.any_of(used);
            if (idle != no_)
                result.push_back({idle});
            begun = sat_.any_of(Literals{begun, busy[t]});
        }
    }
    return result;
}

}  // namespace sala::planner
