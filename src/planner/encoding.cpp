// SPDX-License-Identifier: Apache-2.0

#include "planner/encoding.hpp"

#include "planner/crowds.hpp"

#include <algorithm>

namespace sala::planner {
namespace {

// What a bigger crowd leaves out is counted as far as it must be: to count n to the end takes n * n
// clauses.
constexpr std::size_t counted_whole_max = 600;

}  // namespace

Encoding::Encoding(Sat& sat, const Grid& grid)
    : sat_(sat),
      grid_(grid),
      has_idle_party_(grid.somebody_has_no_break())
{
    const auto meetings = static_cast<int>(grid.meetings.size());
    const auto parties = static_cast<int>(grid.parties.size());
    for (int m = 0; m < meetings; ++m)
        encode_meeting(m);
    encode_order();
    for (int p = 0; p < parties; ++p)
        encode_party(p);
    encode_desks();
    encode_crowds();
    for (int p = 0; p < parties; ++p)
        encode_breaks(p);
    encode_fairness();
    if (grid.rooms.size() > 1)
        rooms_ = encode_kinds(grid.rooms, &Grid::Meeting::rooms);
    encode_kinds(grid.interpreters, &Grid::Meeting::interpreters);
    if (!grid.walk.empty())
        encode_walks();
}

void Encoding::encode_meeting(int meeting)
{
    const auto& of = grid_.meetings[at(meeting)];
    Literals starts(at(grid_.slots), no_);
    const bool fixed = count(of.starts) == 1 && grid_.all_required;
    for (const int t : each_of(of.starts))
        starts[at(t)] = fixed ? yes_ : sat_.fresh();
    Literals possible;
    for (const int t : each_of(of.starts))
        possible.push_back(starts[at(t)]);
    at_most_one(sat_, possible);
    if (grid_.all_required) {
        sat_.add(possible);
        held_.push_back(yes_);
    } else {
        held_.push_back(sat_.any_of(possible));
    }
    starts_.push_back(std::move(starts));
    occupied_.push_back(of.length == 1 ? starts_.back() : occupied(meeting));
}

// A meeting of several slots occupies t when it began in t or shortly before.
Literals Encoding::occupied(int meeting) const
{
    const auto& of = grid_.meetings[at(meeting)];
    Literals result;
    for (int t = 0; t < grid_.slots; ++t) {
        Literals begun;
        for (int s = std::max(0, t - of.length + 1); s <= t; ++s)
            begun.push_back(starts_[at(meeting)][at(s)]);
        result.push_back(sat_.any_of(begun));
    }
    return result;
}

// "begun by t" and "over by t" as literals, only for meetings that something must follow.
void Encoding::encode_order()
{
    std::vector<Literals> begun(grid_.meetings.size());
    const auto begun_by = [&](int meeting, int t) {
        auto& of = begun[at(meeting)];
        if (of.empty()) {
            Literal before = no_;
            for (int s = 0; s < grid_.slots; ++s)
                of.push_back(before = sat_.any_of(Literals{before, starts_at(meeting, s)}));
        }
        return t < 0 ? no_ : of[at(t)];
    };
    for (const auto& [first, second] : grid_.order) {
        const int length = grid_.meetings[at(first)].length;
        for (int t = 0; t < grid_.slots; ++t)
            sat_.add({-begun_by(second, t), begun_by(first, t - length), -is_held(first)});
    }
}

bool Encoding::has_fixed_load(int party) const
{
    return grid_.all_required && grid_.parties[at(party)].parallel == 1;
}

void Encoding::encode_party(int party)
{
    const auto& of = grid_.parties[at(party)];
    Literals busy;
    int load = 0;
    for (const int m : of.meetings)
        load += grid_.meetings[at(m)].length;
    for (int t = 0; t < grid_.slots; ++t) {
        Literals here;
        for (const int m : of.meetings)
            if (occupied_[at(m)][at(t)] != no_)
                here.push_back(occupied_[at(m)][at(t)]);
        at_most(sat_, here, of.parallel);
        busy.push_back(sat_.any_of(here));
    }
    busy_.push_back(std::move(busy));
    if (has_fixed_load(party) && load > 0)
        count_busy(party, 0, grid_.slots);
}

// How many slots of first, first + 1 ... end - 1 are busy, both ways, and what the meetings alone
// say of that: those that must be there are, and no more than those that may. The solver would
// need pigeonhole arguments for it.
Literals Encoding::count_busy(int party, int first, int end)
{
    const auto& busy = busy_[at(party)];
    Literals counted;
    if (end - first == 1) {
        if (busy[at(first)] != no_)
            counted.push_back(busy[at(first)]);
    } else {
        const int middle = split_of(party, first, end);
        // One after the other, so that every compiler numbers them alike (counting.cpp).
        const auto after = count_busy(party, middle, end);
        const auto before = count_busy(party, first, middle);
        counted = merged_counts(sat_, before, after, end - first, Ways::both);
    }
    int least = 0;
    int most = 0;
    for (const int m : grid_.parties[at(party)].meetings) {
        const auto& meeting = grid_.meetings[at(m)];
        Slots possible = 0;
        for (int offset = 0; offset < meeting.length; ++offset)
            possible |= meeting.starts << offset;
        const Slots here = slots_between(first, end);
        if ((possible & ~here) == 0)
            least += meeting.length;
        if ((possible & here) != 0)
            most += meeting.length;
    }
    if (least > static_cast<int>(counted.size()))
        sat_.add(std::span<const Literal>{});
    else if (least > 0)
        sat_.add({counted[at(least - 1)]});
    if (most < static_cast<int>(counted.size())) {
        sat_.add({-counted[at(most)]});
        counted.resize(at(most));
    }
    return counted;
}

// Between two slots where many meetings of the party may begin on one side only.
int Encoding::split_of(int party, int first, int end) const
{
    int best = (first + end) / 2;
    int most = 0;
    for (int middle = first + 1; middle < end; ++middle) {
        int edges = 0;
        for (const int m : grid_.parties[at(party)].meetings) {
            const Slots here = grid_.meetings[at(m)].starts & slots_between(first, end);
            edges += here != 0 &&
                     ((here & slots_before(middle)) == 0 || (here & ~slots_before(middle)) == 0);
        }
        const bool nearer = std::abs(2 * middle - first - end) < std::abs(2 * best - first - end);
        if (edges > most || (edges == most && nearer)) {
            most = edges;
            best = middle;
        }
    }
    return best;
}

// The party each meeting is counted with: the first of its parties, so that counts of meetings meet
// early and in the order in which counts of parties do. Fewer literals would be enough, with those
// who have most meetings first, but then the hardest of published forums take twice as long.
// -1: all of its parties sit in several meetings at a time.
std::vector<int> Encoding::counted_with() const
{
    std::vector<int> with(grid_.meetings.size(), -1);
    for (std::size_t p = grid_.parties.size(); p-- > 0;)
        if (grid_.parties[p].parallel == 1)
            for (const int m : grid_.parties[p].meetings)
                with[at(m)] = static_cast<int>(p);
    return with;
}

// Who needs a desk in a slot: one literal for all meetings counted with a party, because only one
// of them is at a time. Counting them one by one takes more literals, and hides from the solver
// that they exclude each other. Lists are in the order of the parties, as busy ones are.
Literals Encoding::desk_users(const std::vector<int>& with, int t)
{
    std::vector<Literals> of(grid_.parties.size());
    std::vector<bool> has_others(grid_.parties.size());
    Literals alone;
    for (std::size_t m = 0; m < grid_.meetings.size(); ++m) {
        const Literal here = occupied_[m][at(t)];
        if (here == no_)
            continue;
        (with[m] >= 0 ? of[at(with[m])] : alone).push_back(here);
        for (const int p : grid_.meetings[m].parties)
            if (p != with[m])
                has_others[at(p)] = true;
    }
    Literals users;
    for (std::size_t p = 0; p < of.size(); ++p)
        users.push_back(of[p].empty() || has_others[p] ? sat_.any_of(of[p]) : busy_[p][at(t)]);
    users.insert(users.end(), alone.begin(), alone.end());
    return users;
}

// Meetings at a time, and parties at a time: each says what the other says, and the solver is
// quicker with both.
void Encoding::encode_desks()
{
    const bool pairs = std::all_of(grid_.meetings.begin(), grid_.meetings.end(),
                                   [](const auto& meeting) { return meeting.parties.size() == 2; });
    const auto with = counted_with();
    for (int t = 0; t < grid_.slots; ++t) {
        // Counts are trees over the same lists in every slot, so that their parts can be compared.
        auto users = desk_users(with, t);
        // Whoever is here in any case takes a desk.
        const auto certain = static_cast<int>(std::count(users.begin(), users.end(), yes_));
        std::replace(users.begin(), users.end(), yes_, no_);
        const int desks = grid_.desks[at(t)] - certain;
        if (desks < 0)
            return sat_.add(std::span<const Literal>{});
        const auto possible =
            static_cast<int>(users.size()) - std::count(users.begin(), users.end(), no_);
        if (possible <= desks)
            continue;
        at_most(sat_, users, desks);
        Literals busy;
        if (pairs && certain == 0)
            for (std::size_t p = 0; p < grid_.parties.size(); ++p)
                busy.push_back(grid_.parties[p].parallel == 1 ? busy_[p][at(t)] : no_);
        at_most(sat_, busy, 2 * desks);
    }
}

// Those who do not fit are left out, whoever they are: few of many, so they are what is counted.
// Crowds that share no meeting are counted to the end, wish by wish, because what they leave out is
// what a plan costs (encode_wishes.cpp).
void Encoding::encode_crowds()
{
    const auto crowds = crowds_of(grid_);
    const auto alone = apart(crowds, grid_.meetings.size());
    for (std::size_t n = 0; n < crowds.size(); ++n) {
        const auto& crowd = crowds[n];
        const bool to_the_end = crowd.meetings.size() <= counted_whole_max &&
                                std::find(alone.begin(), alone.end(), n) != alone.end();
        LeftOut of{crowd.meetings, {}, {}};
        for (const bool must : {true, false}) {
            Literals left_out;
            for (const int m : crowd.meetings)
                if (grid_.meetings[at(m)].must == must)
                    left_out.push_back(-held_[at(m)]);
            const int most = to_the_end ? static_cast<int>(left_out.size()) : crowd.over();
            (must ? of.must : of.would_like) = sorted_outputs(sat_, left_out, most, Ways::both);
        }
        auto all = merged_counts(sat_, of.must, of.would_like, crowd.over(), Ways::both);
        if (static_cast<int>(all.size()) < crowd.over())
            return sat_.add(std::span<const Literal>{});  // nobody may be left out
        for (const Literal literal : all)
            sat_.add({literal});
        if (to_the_end)
            left_out_.push_back(std::move(of));
    }
}

Starts Encoding::starts() const
{
    Starts result(grid_.meetings.size(), -1);
    for (std::size_t m = 0; m < starts_.size(); ++m)
        for (const int t : each_of(grid_.meetings[m].starts))
            if (sat_.value(starts_[m][at(t)]))
                result[m] = t;
    return result;
}

}  // namespace sala::planner
