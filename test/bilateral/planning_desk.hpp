// SPDX-License-Identifier: Apache-2.0
//
// The summit with a secretariat that plans: runs are worked out at once, with steps instead of
// seconds.

#pragma once

#include "summit.hpp"

#include "bilateral/planning.hpp"

namespace sala {

inline const std::string plan = "/lyon-2030/bilaterals/plan";

class PlanningDesk : public Summit {
public:
    using Summit::Summit;

    // Everybody meets everybody, as far as there is time: six meetings, three for each.
    void all_agree()
    {
        const auto agree = [&](const std::string& whose, const std::string& who,
                               const std::string& with, const std::string& answers) {
            const auto number = asks(whose, with, who);
            REQUIRE(does("/lyon-2030/delegations/" + with, number, answers, "accept").status ==
                    303);
            numbers.push_back(number);
        };
        agree(accra, kofi, "quito", luz);
        agree(accra, kofi, "lyon", "");
        agree(accra, kofi, "bank", "");
        agree(quito, luz, "lyon", "");
        agree(quito, luz, "bank", "");
        agree(lyon, "", "bank", "");
    }

    std::size_t plans(const std::string& how = "anew")
    {
        const auto asked = post(plan, {{"how", how}, {"seconds", "5"}});
        CAPTURE(asked.body);
        REQUIRE(asked.status == 303);
        bilateral::Planning planning(
            store(), [this] { return now(); }, [](const std::vector<std::string>&) {});
        return planning.run_all(20'000);
    }

    Json draft() { return get(plan + ".json").json(); }
    std::string version() { return std::to_string(draft()["version"].integer()); }

    // Meeting -> where the draft has it: "slot/desk".
    std::map<std::string, std::string> where()
    {
        std::map<std::string, std::string> all;
        const auto now = draft();
        for (const auto& place : now["places"].items())
            all[place["meeting"].string()] = std::to_string(place["slot"].integer()) + "/" +
                                             std::to_string(place["desk"].integer());
        return all;
    }

    // Moves a meeting to the n-th slot, as the page would; "acer-desks" are the only ones.
    Shown moves(const std::string& number, std::size_t slot, int desk)
    {
        const auto slots = get(accra + "/times.json", {.who = kofi}).json()["slots"].items();
        return post(plan + "/move", {{"meeting", number},
                                     {"version", version()},
                                     {"begins", slots[slot - 1]["begins"].string()},
                                     {"desks", desks_row()},
                                     {"desk", std::to_string(desk)}});
    }
    std::string desks_row()
    {
        std::string row;
        store().read([&](store::Session& session) {
            row = std::to_string(std::get<0>(*session.find<std::int64_t>("SELECT id FROM desk")));
        });
        return row;
    }

    Shown publishes(const std::string& kind)
    {
        return post(plan + "/publish", {{"kind", kind}, {"version", version()}});
    }

    // Nobody is in two places, and no desk is taken twice, in any slot of any meeting; looked at
    // without the keys. Answers how often somebody or something is.
    int bookings_twice()
    {
        int twice = 0;
        store().read([&](store::Session& session) {
            const auto draft = bilateral::load_timetable(session, forum_id(), now());
            std::map<std::pair<int, std::string>, int> held;
            for (const auto& place : draft.places)
                if (const auto* meeting = draft.meeting(place.meeting))
                    for (int slot = place.slot; slot < place.slot + meeting->manner().slots; ++slot)
                        for (const auto& taken : bilateral::taken_by(draft, *meeting, place))
                            twice += ++held[{slot, taken.who}] > taken.of;
        });
        return twice;
    }
    void nobody_is_in_two_places() { CHECK(bookings_twice() == 0); }

    std::vector<std::string> numbers;
};

}  // namespace sala
