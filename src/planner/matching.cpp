// SPDX-License-Identifier: Apache-2.0

#include "planner/matching.hpp"

#include <array>

namespace sala::planner {
namespace {

class Matching {
public:
    explicit Matching(std::vector<Slots>& starts) : starts_(starts), place_(starts.size(), -1)
    {
        holder_.fill(-1);
    }

    bool is_possible()
    {
        for (std::size_t i = 0; i < starts_.size(); ++i) {
            seen_ = 0;
            if (!extend(i))
                return false;
        }
        return true;
    }

    void prune()
    {
        std::vector<Slots> kept = starts_;
        for (std::size_t i = 0; i < starts_.size(); ++i)
            for (const int t : each_of(starts_[i]))
                if (t != place_[i] && !can_take(i, t))
                    kept[i] &= ~slot(t);
        starts_ = kept;
    }

private:
    int& holder(int t) { return holder_[static_cast<std::size_t>(t)]; }

    bool extend(std::size_t i)
    {
        for (Slots left = starts_[i] & ~seen_; left != 0; left = starts_[i] & ~seen_) {
            const int t = first_of(left);
            seen_ |= slot(t);
            if (holder(t) < 0 || extend(static_cast<std::size_t>(holder(t)))) {
                holder(t) = static_cast<int>(i);
                place_[i] = t;
                return true;
            }
        }
        return false;
    }

    // Can whoever holds t go elsewhere, when i leaves its own slot for t?
    bool can_take(std::size_t i, int t)
    {
        seen_ = slot(t);
        Slots open = slot(t);
        while (open != 0) {
            const int at = first_of(open);
            open &= open - 1;
            if (holder(at) < 0 || at == place_[i])
                return true;
            const Slots next = starts_[static_cast<std::size_t>(holder(at))] & ~seen_;
            seen_ |= next;
            open |= next;
        }
        return false;
    }

    std::vector<Slots>& starts_;
    std::vector<int> place_;
    std::array<int, slots_max> holder_{};
    Slots seen_ = 0;
};

}  // namespace

bool keep_matchable(std::vector<Slots>& starts)
{
    Matching matching(starts);
    if (!matching.is_possible())
        return false;
    matching.prune();
    return true;
}

}  // namespace sala::planner
