// SPDX-License-Identifier: Apache-2.0
//
// Judges a plan by the problem alone: knows no grid, no mask and no clause of the planner.

#pragma once

#include "planner/plan.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace sala::planner {

// Everything that is wrong with it; nothing when it is a plan.
class Judge {
public:
    Judge(const Problem& problem, const Plan& plan) : problem_(problem), plan_(plan)
    {
        std::set<int> seen;
        for (const auto& place : plan.meetings) {
            if (!seen.insert(place.meeting).second)
                say("meeting " + std::to_string(place.meeting) + " is held twice");
            begins_[place.meeting] = place.slot;
        }
        if (problem.all_required && seen.size() != problem.meetings.size())
            say("a meeting is missing");
        for (const auto& place : plan.meetings)
            judge(place);
        judge_desks();
        judge_interpreters();
        for (std::size_t p = 0; p < problem.parties.size(); ++p)
            judge_party(static_cast<int>(p));
        judge_fairness();
    }

    const std::vector<std::string>& wrong() const { return wrong_; }

    int breaks() const
    {
        int total = 0;
        for (std::size_t p = 0; p < problem_.parties.size(); ++p)
            total += breaks_of_party(static_cast<int>(p));
        return total;
    }

private:
    void say(const std::string& sentence) { wrong_.push_back(sentence); }
    const Meeting& meeting(int number) const
    {
        return problem_.meetings[static_cast<std::size_t>(number)];
    }
    bool runs(const Plan::Place& place, int t) const
    {
        return place.slot <= t && t < place.slot + meeting(place.meeting).length;
    }

    void judge(const Plan::Place& place)
    {
        const auto& of = meeting(place.meeting);
        if (place.slot < 0 || place.slot + of.length > problem_.slots())
            say("a meeting leaves the day");
        if ((of.allowed >> place.slot & 1) == 0 || (of.pinned && *of.pinned != place.slot))
            say("a meeting is where it may not be");
        for (const int part : problem_.parts)
            if (place.slot < part && part < place.slot + of.length)
                say("a meeting is in two parts of the day");
        for (const int other : of.after)
            if (begins_.contains(other) && begins_[other] + meeting(other).length > place.slot)
                say("a meeting comes too early");
        for (const int p : of.parties)
            for (int t = place.slot; t < place.slot + of.length; ++t)
                if (problem_.parties[static_cast<std::size_t>(p)].away >> t & 1)
                    say("somebody is away");
        const auto& room = problem_.rooms[static_cast<std::size_t>(place.room)];
        for (const auto& feature : of.features)
            if (std::find(room.features.begin(), room.features.end(), feature) ==
                room.features.end())
                say("a room lacks a feature");
        for (int t = place.slot; t < place.slot + of.length; ++t)
            if (room.closed >> t & 1)
                say("a room is closed");
    }

    void judge_desks()
    {
        for (int t = 0; t < problem_.slots(); ++t) {
            std::set<int> desks;
            std::map<int, int> rooms;
            for (const auto& place : plan_.meetings) {
                if (!runs(place, t))
                    continue;
                if (!desks.insert(place.desk).second)
                    say("a desk is used twice");
                ++rooms[place.room];
            }
            for (const auto& [room, used] : rooms)
                if (used > problem_.rooms[static_cast<std::size_t>(room)].desks)
                    say("a room has too few desks");
        }
    }

    // Hall's condition for every set of languages that is asked for in a slot.
    void judge_interpreters()
    {
        for (int t = 0; t < problem_.slots(); ++t) {
            std::map<std::string, int> wanted;
            for (const auto& place : plan_.meetings)
                if (runs(place, t) && !meeting(place.meeting).languages.empty())
                    ++wanted[meeting(place.meeting).languages];
            const std::vector<std::pair<std::string, int>> pairs(wanted.begin(), wanted.end());
            for (unsigned set = 1; set < 1U << pairs.size(); ++set) {
                int needed = 0;
                std::set<std::string> languages;
                for (std::size_t n = 0; n < pairs.size(); ++n)
                    if (set >> n & 1) {
                        needed += pairs[n].second;
                        languages.insert(pairs[n].first);
                    }
                if (needed > there(languages, t))
                    say("interpreters are missing");
            }
        }
    }

    // "en-th" for "th-en": an interpreter goes both ways.
    static std::string turned(const std::string& pair)
    {
        const auto dash = pair.find('-');
        return pair.substr(dash + 1) + "-" + pair.substr(0, dash);
    }

    int there(const std::set<std::string>& languages, int t) const
    {
        int count = 0;
        for (const auto& kind : problem_.interpreters)
            if ((kind.away >> t & 1) == 0 &&
                std::any_of(kind.languages.begin(), kind.languages.end(),
                            [&](const std::string& one) {
                                return languages.contains(one) || languages.contains(turned(one));
                            }))
                count += kind.count;
        return count;
    }

    std::vector<Plan::Place> day_of(int party) const
    {
        std::vector<Plan::Place> day;
        for (const auto& place : plan_.meetings) {
            const auto& parties = meeting(place.meeting).parties;
            if (std::find(parties.begin(), parties.end(), party) != parties.end())
                day.push_back(place);
        }
        std::sort(day.begin(), day.end(),
                  [](const auto& one, const auto& other) { return one.slot < other.slot; });
        return day;
    }

    void judge_party(int party)
    {
        const auto day = day_of(party);
        const int parallel = problem_.parties[static_cast<std::size_t>(party)].parallel;
        for (int t = 0; t < problem_.slots(); ++t)
            if (std::count_if(day.begin(), day.end(),
                              [&](const auto& place) { return runs(place, t); }) > parallel)
                say("somebody is in too many meetings at a time");
        if (parallel > 1 || problem_.walk.empty())
            return;
        for (const auto& one : day)
            for (const auto& next : day)
                if (next.slot > one.slot &&
                    next.slot < one.slot + meeting(one.meeting).length + walk(one.room, next.room))
                    say("somebody has no time to walk");
    }

    int walk(int room, int other) const
    {
        const auto building = [&](int number) {
            return static_cast<std::size_t>(
                problem_.rooms[static_cast<std::size_t>(number)].building);
        };
        return problem_.walk[building(room)][building(other)];
    }

    int breaks_of_party(int party) const
    {
        std::vector<bool> busy(static_cast<std::size_t>(problem_.slots()));
        for (const auto& place : day_of(party))
            for (int t = place.slot; t < place.slot + meeting(place.meeting).length; ++t)
                busy[static_cast<std::size_t>(t)] = true;
        int blocks = 0;
        for (std::size_t t = 0; t < busy.size(); ++t)
            blocks += busy[t] && (t == 0 || !busy[t - 1]);
        return std::max(0, blocks - 1);
    }

    void judge_fairness()
    {
        if (problem_.fairness < 0 || problem_.fairness_is_soft || problem_.parties.empty())
            return;
        std::vector<int> breaks;
        for (std::size_t p = 0; p < problem_.parties.size(); ++p)
            breaks.push_back(breaks_of_party(static_cast<int>(p)));
        const auto [least, most] = std::minmax_element(breaks.begin(), breaks.end());
        if (*most - *least > problem_.fairness)
            say("the plan is not fair");
    }

    const Problem& problem_;
    const Plan& plan_;
    std::map<int, int> begins_;
    std::vector<std::string> wrong_;
};

}  // namespace sala::planner
