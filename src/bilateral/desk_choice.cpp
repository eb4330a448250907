// SPDX-License-Identifier: Apache-2.0

#include "bilateral/desk_choice.hpp"

#include <algorithm>
#include <set>
#include <tuple>

namespace sala::bilateral {

namespace {

// Desks that are taken, slot by slot.
class Hall {
public:
    explicit Hall(const Timetable& timetable) : timetable_(timetable) {}

    int length_of(const Place& place) const
    {
        const auto* meeting = timetable_.meeting(place.meeting);
        return meeting ? meeting->manner().slots : 1;
    }
    bool takes(const Place& place)
    {
        const auto* row = timetable_.desks_of(place.desks);
        if (!row || place.desk < 1 || place.desk > row->count)
            return false;
        const int end = place.slot + length_of(place);
        for (int slot = place.slot; slot < end; ++slot)
            if (taken_.contains({slot, place.desks, place.desk}))
                return false;
        for (int slot = place.slot; slot < end; ++slot)
            taken_.emplace(slot, place.desks, place.desk);
        return true;
    }
    // Where it is, or else at the first desk that is free all the time.
    bool takes_any(Place& place)
    {
        if (takes(place))
            return true;
        for (const auto& row : timetable_.desks)
            for (int desk = 1; desk <= row.count; ++desk) {
                place.desks = row.number;
                place.desk = desk;
                if (takes(place))
                    return true;
            }
        return false;
    }

private:
    const Timetable& timetable_;
    std::set<std::tuple<int, std::int64_t, int>> taken_;
};

}  // namespace

std::vector<Place> with_desks_kept(const Timetable& timetable, const std::vector<Place>& planned,
                                   const std::vector<Place>& was, Planned how)
{
    Hall hall(timetable);
    std::vector<Place> places;
    auto open = planned;
    for (const auto& before : was) {
        const auto found = std::find_if(open.begin(), open.end(), [&](const Place& place) {
            return place.meeting == before.meeting && place.slot == before.slot;
        });
        if (found == open.end())
            continue;
        auto same = *found;
        same.desks = before.desks;
        same.desk = before.desk;
        if (!hall.takes(same))
            continue;
        places.push_back(same);
        open.erase(found);
    }
    // Long ones find it hardest.
    std::stable_sort(open.begin(), open.end(), [&](const Place& a, const Place& b) {
        return hall.length_of(a) > hall.length_of(b);
    });
    for (auto& place : open) {
        if (hall.takes_any(place))
            places.push_back(place);
        else if (how != Planned::fill_gaps)
            return planned;  // only other desks than before leave room for all
    }
    return places;
}

}  // namespace sala::bilateral
