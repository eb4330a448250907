// SPDX-License-Identifier: Apache-2.0
//
// After a commit: who is told to look again, and what those who watch a floor are sent.

#pragma once

#include "floor/broadcast.hpp"

namespace sala::app {

class Watching {
public:
    Watching(store::Store& store, live::Hub& hub);
    ~Watching();  // stops the hub, which asks here what its topics look like

    void tell(const std::vector<std::string>& topics);

private:
    live::Hub& hub_;
    floor::Broadcast floors_;
};

}  // namespace sala::app
