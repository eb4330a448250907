// SPDX-License-Identifier: Apache-2.0
//
// Takes one act after another, as they were done. What an act says of entries that are not there is
// passed over: the act that entered them was undone.

#pragma once

#include "floor/floor.hpp"

namespace sala::floor {

class Playing {
public:
    // With the rules that held when it was done.
    void play(const Act& act, const Rules& rules);
    Floor floor_;

private:
    void play_speech(const Step& step);
    void play_entry(const Step& step);
    Entry* find(std::int64_t id);
    void leave(Status status);
    void enter();
    // First come, first served; a point of order whose category ranks before goes before.
    void ask(const Entry& entry);
    void put_in_order();
    void move();
    void swap();
    void give();
    void interrupt(Turn& turn) const;
    // The last turn ends; who was interrupted goes on.
    void finish(Status status);
    void take_back();
    void pass();
    void close();
    const Rules* rules_ = nullptr;
    const Act* act_ = nullptr;
    Entry* entry_ = nullptr;
};

}  // namespace sala::floor
