// SPDX-License-Identifier: Apache-2.0

#include "planner/wishes.hpp"

#include "planner/grid.hpp"

#include <algorithm>
#include <string>

namespace sala::planner {
namespace {

using std::to_string;

constexpr auto at = [](int index) { return static_cast<std::size_t>(std::max(index, 0)); };
// More meetings at a time, desks or interpreters than anybody can want.
int plenty(const Problem& problem) { return static_cast<int>(problem.meetings.size()) + 1; }

void add_slots(std::vector<Wish>& rules, Wish::Kind kind, std::size_t which, Slots slots)
{
    for (const int t : each_of(slots))
        rules.push_back({kind, static_cast<int>(which), t});
}

void add_rules_of_meeting(std::vector<Wish>& rules, const Problem& problem, int which)
{
    const auto& meeting = problem.meetings[at(which)];
    if (meeting.pinned)
        rules.push_back({Wish::pinned, which});
    if ((~meeting.allowed & slots_before(problem.slots())) != 0)
        rules.push_back({Wish::part, which});
    if (meeting.length > 1)
        rules.push_back({Wish::length, which});
    if (!meeting.languages.empty())
        rules.push_back({Wish::languages, which});
    if (!meeting.features.empty())
        rules.push_back({Wish::features, which});
    for (std::size_t n = 0; n < meeting.after.size(); ++n)
        rules.push_back({Wish::after, which, static_cast<int>(n)});
}

// Who has more meetings than they can be in at a time. In a simple forum it goes without saying,
// and questions about simple forums are answered many times sooner.
std::vector<bool> who_could_be_crowded(const Problem& problem)
{
    std::vector<bool> crowded(problem.parties.size());
    if (grid_of(problem).is_simple())
        return crowded;
    std::vector<int> meetings(problem.parties.size());
    for (const auto& meeting : problem.meetings)
        for (const int p : meeting.parties)
            crowded[at(p)] = ++meetings[at(p)] > problem.parties[at(p)].parallel;
    return crowded;
}

// Everything taken back, with nothing that could be in the way of anything.
Problem without_wishes(const Problem& problem)
{
    Problem free = problem;
    free.fairness = -1;
    const auto crowded = who_could_be_crowded(problem);
    for (std::size_t p = 0; p < free.parties.size(); ++p) {
        free.parties[p].away = 0;
        if (crowded[p])
            free.parties[p].parallel = plenty(problem);
    }
    for (auto& room : free.rooms) {
        room.desks = std::max(room.desks, plenty(problem));
        room.closed = 0;
    }
    for (auto& kind : free.interpreters)
        kind.away = 0;
    free.walk.clear();
    for (auto& meeting : free.meetings) {
        meeting.pinned.reset();
        meeting.allowed = ~Slots{0};
        meeting.after.clear();
        meeting.length = 1;
        meeting.languages.clear();
        meeting.features.clear();
    }
    return free;
}

void take_rule(Problem& result, const Problem& problem, const Wish& wish)
{
    const auto which = at(wish.which);
    switch (wish.kind) {
    case Wish::held:
        break;
    case Wish::pinned:
        result.meetings[which].pinned = problem.meetings[which].pinned;
        break;
    case Wish::part:
        result.meetings[which].allowed = problem.meetings[which].allowed;
        break;
    case Wish::length:
        result.meetings[which].length = problem.meetings[which].length;
        break;
    case Wish::languages:
        result.meetings[which].languages = problem.meetings[which].languages;
        break;
    case Wish::features:
        result.meetings[which].features = problem.meetings[which].features;
        break;
    case Wish::after:
        result.meetings[which].after.push_back(problem.meetings[which].after[at(wish.other)]);
        break;
    case Wish::away:
        result.parties[which].away |= slot(wish.other);
        break;
    case Wish::one_at_once:
        result.parties[which].parallel = problem.parties[which].parallel;
        break;
    case Wish::absent:
        result.interpreters[which].away |= slot(wish.other);
        break;
    case Wish::closed:
        result.rooms[which].closed |= slot(wish.other);
        break;
    case Wish::desks:
        for (std::size_t r = 0; r < result.rooms.size(); ++r)
            result.rooms[r].desks = problem.rooms[r].desks;
        break;
    case Wish::walk:
        result.walk = problem.walk;
        break;
    case Wish::fairness:
        result.fairness = problem.fairness;
        break;
    }
}

void keep_held(Problem& problem, const std::vector<Wish>& wishes)
{
    std::vector<bool> held(problem.meetings.size());
    for (const auto& wish : wishes)
        if (wish.kind == Wish::held)
            held[at(wish.which)] = true;
    std::vector<int> number(held.size(), -1);
    std::vector<Meeting> kept;
    for (std::size_t m = 0; m < held.size(); ++m)
        if (held[m]) {
            number[m] = static_cast<int>(kept.size());
            kept.push_back(std::move(problem.meetings[m]));
        }
    for (auto& meeting : kept) {
        for (int& other : meeting.after)
            other = number[at(other)];
        std::erase(meeting.after, -1);
    }
    problem.meetings = std::move(kept);
}

std::string joined(const std::vector<std::string>& words)
{
    std::string all;
    for (const auto& one : words)
        all += (all.empty() ? "" : ", ") + one;
    return all;
}

// "1, 2, 5": at most a line of them.
std::string slots_in_words(const Problem& problem, Slots slots)
{
    constexpr std::size_t most = 12;
    std::vector<std::string> names;
    for (const int t : each_of(slots & slots_before(problem.slots())))
        names.push_back(problem.slot_names[at(t)]);
    if (names.size() > most) {
        names.resize(most);
        names.emplace_back("…");
    }
    return joined(names);
}

int desks_in(const Problem& problem)
{
    int desks = 0;
    for (const auto& room : problem.rooms)
        desks += room.desks;
    return desks;
}

Sentence words_of_meeting(const Problem& problem, const Wish& wish)
{
    const auto& meeting = problem.meetings[at(wish.which)];
    switch (wish.kind) {
    case Wish::pinned:
        return tr("Meeting {meeting} is pinned to slot {slot}.",
                  {{"meeting", meeting.name}, {"slot", problem.slot_names[at(*meeting.pinned)]}});
    case Wish::part:
        return tr("Meeting {meeting} may begin in these slots only: {slots}.",
                  {{"meeting", meeting.name}, {"slots", slots_in_words(problem, meeting.allowed)}});
    case Wish::length:
        return tr("Meeting {meeting} takes {count} slots in a row.",
                  {{"meeting", meeting.name}, {"count", to_string(meeting.length)}});
    case Wish::languages:
        return tr("Meeting {meeting} needs one of the interpreters for {languages}.",
                  {{"meeting", meeting.name}, {"languages", meeting.languages}});
    case Wish::features:
        return tr("Meeting {meeting} needs a room with {features}.",
                  {{"meeting", meeting.name}, {"features", joined(meeting.features)}});
    case Wish::after:
        return tr("Meeting {meeting} follows meeting {other}.",
                  {{"meeting", meeting.name},
                   {"other", problem.meetings[at(meeting.after[at(wish.other)])].name}});
    default:
        break;
    }
    std::vector<std::string> names;
    names.reserve(meeting.parties.size());
    for (const int p : meeting.parties)
        names.push_back(problem.parties[at(p)].name);
    return tr("Meeting {meeting} of {parties} takes place.",
              {{"meeting", meeting.name}, {"parties", joined(names)}});
}

}  // namespace

std::vector<Wish> rules_of(const Problem& problem)
{
    std::vector<Wish> rules;
    const Slots all = slots_before(problem.slots());
    if (problem.fairness >= 0 && !problem.fairness_is_soft)
        rules.push_back({Wish::fairness});
    rules.push_back({Wish::desks});
    if (!problem.walk.empty())
        rules.push_back({Wish::walk});
    for (std::size_t m = 0; m < problem.meetings.size(); ++m)
        add_rules_of_meeting(rules, problem, static_cast<int>(m));
    const auto crowded = who_could_be_crowded(problem);
    for (std::size_t p = 0; p < problem.parties.size(); ++p) {
        if (crowded[p])
            rules.push_back({Wish::one_at_once, static_cast<int>(p)});
        add_slots(rules, Wish::away, p, problem.parties[p].away & all);
    }
    for (std::size_t i = 0; i < problem.interpreters.size(); ++i)
        add_slots(rules, Wish::absent, i, problem.interpreters[i].away & all);
    for (std::size_t r = 0; r < problem.rooms.size(); ++r)
        add_slots(rules, Wish::closed, r, problem.rooms[r].closed & all);
    return rules;
}

Problem with_wishes(const Problem& problem, const std::vector<Wish>& wishes)
{
    auto result = without_wishes(problem);
    for (const auto& wish : wishes)
        take_rule(result, problem, wish);
    keep_held(result, wishes);
    return result;
}

Sentence words_of(const Problem& problem, const Wish& wish)
{
    const auto slot_name = [&] { return problem.slot_names[at(wish.other)]; };
    switch (wish.kind) {
    case Wish::fairness:
        return tr("Nobody has more than {count} breaks more than anybody else.",
                  {{"count", to_string(problem.fairness)}});
    case Wish::desks:
        return tr_count("There is {count} desk.", "There are {count} desks.",
                        static_cast<std::size_t>(desks_in(problem)));
    case Wish::walk:
        return tr("It takes time to walk from one building to another.");
    case Wish::away:
        return tr("{party} is away in slot {slot}.",
                  {{"party", problem.parties[at(wish.which)].name}, {"slot", slot_name()}});
    case Wish::absent:
        return tr("The interpreters {name} are away in slot {slot}.",
                  {{"name", problem.interpreters[at(wish.which)].name}, {"slot", slot_name()}});
    case Wish::closed:
        return tr("Room {room} is closed in slot {slot}.",
                  {{"room", problem.rooms[at(wish.which)].name}, {"slot", slot_name()}});
    case Wish::one_at_once: {
        const auto& party = problem.parties[at(wish.which)];
        return tr_count("{party} is in one meeting at a time.",
                        "{party} is in no more than {count} meetings at a time.",
                        static_cast<std::size_t>(party.parallel), {{"party", party.name}});
    }
    default:
        return words_of_meeting(problem, wish);
    }
}

}  // namespace sala::planner
