// SPDX-License-Identifier: Apache-2.0
//
// After a commit, here or at another copy of the program: who is told to look again, and what those
// who watch a floor are sent.

#pragma once

#include "floor/broadcast.hpp"
#include "live/again.hpp"

namespace sala::app {

class Watching {
public:
    Watching(store::Store& store, live::Hub& hub);
    ~Watching();  // stops the hub, which asks here what its topics look like

    void tell(const std::vector<std::string>& topics);
    // The same of another copy; floors that changed are found without it. Nothing is told: some
    // may be lost.
    void told_elsewhere(const std::vector<std::string>& topics);

private:
    live::Hub& hub_;
    floor::Broadcast floors_;
    live::Again again_;
};

}  // namespace sala::app
