// SPDX-License-Identifier: Apache-2.0
//
// Is there a plan in which nobody has a break? Then everybody's meetings fill a block of slots,
// which leaves so few places that it is a smaller question than how few breaks there must be.

#pragma once

#include "planner/encoding.hpp"

#include <functional>
#include <optional>

namespace sala::planner {

class WithoutBreaks {
public:
    // Simple grids only.
    WithoutBreaks(const Grid& grid, int seed);

    void stop_when(std::function<bool()> stop) { sat_.stop_when(std::move(stop)); }
    void at_most_conflicts(std::int64_t conflicts) { sat_.at_most_conflicts(conflicts); }

    // May be asked again, and goes on where it ended.
    Sat::Answer ask(std::int64_t conflicts);
    // After a yes.
    Starts starts() const { return encoding_->starts(); }

private:
    bool keep_blocks(const Grid::Party& party);

    Grid grid_;
    Sat sat_;
    std::optional<Encoding> encoding_;
    bool is_refuted_ = false;
};

}  // namespace sala::planner
