// SPDX-License-Identifier: Apache-2.0
//
// What those who watch a floor are sent: everything they show, whole, with the server's own time in
// it; made once for each audience and language, however many watch.

#pragma once

#include "floor/hall.hpp"
#include "floor/named_screen.hpp"

#include <string>
#include <vector>

namespace sala::floor {

// hall: the walls; lower-third: the picture of the camera; everybody: pages and phones; desk: those
// who lead, whose pages hold more than what is for everybody and are fetched again.
const std::vector<std::string>& audiences();

// The hub's topic: "floor:SLUG:SITTING|AUDIENCE|LANGUAGE".
std::string stream_of(const Hall& hall, const std::string& audience, const Language& language);
// Of such a topic: "floor:SLUG:SITTING"; empty when it is none.
std::string floor_of(const std::string& stream);

struct Frame {
    std::string stream;
    std::string data;  // JSON: version, now, clock, html
};
// For every audience and language.
std::vector<Frame> frames_of(const Hall& hall, Instant now);
// Of a screen with a name: for every language, what it shows now.
std::string stream_of(const NamedScreen& screen, const Language& language);
std::vector<Frame> frames_of(const Showing& showing, Instant now);

}  // namespace sala::floor
