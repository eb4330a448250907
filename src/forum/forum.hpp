// SPDX-License-Identifier: Apache-2.0
//
// One occasion under one roof, with one short address: Phnom Penh 2022.

#pragma once

#include "base/id.hpp"
#include "base/text.hpp"
#include "script/calendar.hpp"

#include <optional>
#include <string>

namespace sala::forum {

struct Forum {
    std::int64_t id = 0;
    std::string slug;
    Text title;
    Text summary;
    Text about;
    Text data_note;
    std::optional<script::PartialDate> date;
    std::string zone;
    std::string city;  // key
    Text city_name;
    std::string country_code;
    Text country_name;
    Text venue;
    Text bodies;                 // "ASEAN Mayors Forum and MGMAC": small, beneath the name
    std::optional<int> minutes;  // of each speaker
    std::int64_t release =
        0;  // number of the newest release; 0: only the secretariat sees the forum
    Instant released_at;

    bool is_public() const { return release > 0; }
    std::string address() const { return "/" + slug; }
};

}  // namespace sala::forum
