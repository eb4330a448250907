// SPDX-License-Identifier: Apache-2.0
//
// After a step on a floor: reads it once and sends every audience its frame. One thread, so that
// frames leave in the order of the acts.

#pragma once

#include "base/instant.hpp"
#include "live/hub.hpp"
#include "store/store.hpp"

#include <functional>
#include <memory>
#include <string>

namespace sala::floor {

class Broadcast {
public:
    Broadcast(store::Store& store, live::Hub& hub, std::function<Instant()> clock);
    ~Broadcast();  // ends the thread

    // "floor:SLUG:SITTING", or "floor:SLUG:" for all of a forum; from any thread, returns at once.
    void look_again(const std::string& floor);
    // Somebody watches a stream of which the hub knows nothing yet.
    void wanted(const std::string& stream);
    // Another copy of the program has written: floors that changed are sent again.
    void others_wrote();
    // Something was told to those who watch: "forum:SLUG" and "released:SLUG" may have renamed what
    // floors of that forum show, "erased:…" anybody. Floors that changed are sent again.
    void told(const std::string& topic);

private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

}  // namespace sala::floor
