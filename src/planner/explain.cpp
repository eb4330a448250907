// SPDX-License-Identifier: Apache-2.0

#include "planner/explain.hpp"

#include "planner/encoding.hpp"
#include "planner/kempe.hpp"

#include <algorithm>
#include <string>

namespace sala::planner {
namespace {

using std::to_string;

// What somebody asked for, and could take back.
struct Wish {
    enum Kind { held, pinned, part, away, after, fairness, desks };
    Kind kind;
    int which = -1;  // meeting or party
    int other = -1;  // slot, or the place in `after`
};

class Explaining {
public:
    Explaining(const Problem& problem, const std::function<bool()>& stop)
        : problem_(problem),
          stop_(stop)
    {
    }

    std::vector<Sentence> run()
    {
        for (std::size_t m = 0; m < problem_.meetings.size(); ++m)
            wishes_.push_back({Wish::held, static_cast<int>(m)});
        std::vector<Wish> rest;
        list_rules(rest);
        wishes_.insert(wishes_.begin(), rest.begin(), rest.end());
        // Bigger parts first, so that most of a big forum goes in a few steps.
        for (std::size_t size = wishes_.size() / 2; size > 0; size /= 2)
            leave_out(size);
        std::vector<Sentence> sentences;
        sentences.reserve(wishes_.size());
        for (const auto& wish : wishes_)
            sentences.push_back(words_of(wish));
        return sentences;
    }

private:
    void list_rules(std::vector<Wish>& rules) const
    {
        if (problem_.fairness >= 0 && !problem_.fairness_is_soft)
            rules.push_back({Wish::fairness});
        rules.push_back({Wish::desks});
        for (std::size_t m = 0; m < problem_.meetings.size(); ++m) {
            const auto& meeting = problem_.meetings[m];
            const int which = static_cast<int>(m);
            if (meeting.pinned)
                rules.push_back({Wish::pinned, which});
            if ((~meeting.allowed & slots_before(problem_.slots())) != 0)
                rules.push_back({Wish::part, which});
            for (std::size_t n = 0; n < meeting.after.size(); ++n)
                rules.push_back({Wish::after, which, static_cast<int>(n)});
        }
        for (std::size_t p = 0; p < problem_.parties.size(); ++p)
            for (const int t : each_of(problem_.parties[p].away & slots_before(problem_.slots())))
                rules.push_back({Wish::away, static_cast<int>(p), t});
    }

    void leave_out(std::size_t size)
    {
        for (std::size_t at = 0; at < wishes_.size() && !stop_();) {
            std::vector<Wish> fewer(wishes_.begin(), wishes_.begin() + static_cast<long>(at));
            const auto end = std::min(at + size, wishes_.size());
            fewer.insert(fewer.end(), wishes_.begin() + static_cast<long>(end), wishes_.end());
            if (is_impossible(fewer))
                wishes_ = std::move(fewer);
            else
                at = end;
        }
    }

    // The problem with these wishes alone.
    Problem with(const std::vector<Wish>& wishes) const
    {
        Problem result = problem_;
        std::vector<bool> held(problem_.meetings.size());
        for (auto& party : result.parties)
            party.away = 0;
        for (auto& meeting : result.meetings) {
            meeting.pinned.reset();
            meeting.allowed = ~Slots{0};
            meeting.after.clear();
        }
        result.fairness = -1;
        bool desks = false;
        for (const auto& wish : wishes) {
            const auto which = static_cast<std::size_t>(std::max(wish.which, 0));
            if (wish.kind == Wish::held)
                held[which] = true;
            else if (wish.kind == Wish::pinned)
                result.meetings[which].pinned = problem_.meetings[which].pinned;
            else if (wish.kind == Wish::part)
                result.meetings[which].allowed = problem_.meetings[which].allowed;
            else if (wish.kind == Wish::after)
                result.meetings[which].after.push_back(
                    problem_.meetings[which].after[static_cast<std::size_t>(wish.other)]);
            else if (wish.kind == Wish::away)
                result.parties[which].away |= slot(wish.other);
            else if (wish.kind == Wish::fairness)
                result.fairness = problem_.fairness;
            else
                desks = true;
        }
        if (!desks)
            for (auto& room : result.rooms)
                room.desks = std::max<int>(room.desks, static_cast<int>(problem_.meetings.size()));
        keep_held(result, held);
        return result;
    }

    static void keep_held(Problem& problem, const std::vector<bool>& held)
    {
        std::vector<int> number(held.size(), -1);
        std::vector<Meeting> kept;
        for (std::size_t m = 0; m < held.size(); ++m)
            if (held[m]) {
                number[m] = static_cast<int>(kept.size());
                kept.push_back(std::move(problem.meetings[m]));
            }
        for (auto& meeting : kept) {
            for (int& other : meeting.after)
                other = number[static_cast<std::size_t>(other)];
            std::erase(meeting.after, -1);
        }
        problem.meetings = std::move(kept);
    }

    bool is_impossible(const std::vector<Wish>& wishes) const
    {
        Grid grid = grid_of(with(wishes));
        if (tighten(grid))
            return true;
        if (has_easy_plan(grid))
            return false;
        Sat sat(1);
        sat.stop_when(stop_);
        const Encoding encoding(sat, grid);
        return sat.solve({}, 2'000) == Sat::Answer::no;
    }

    // Most questions are about too few wishes; a plan for them is soon at hand.
    bool has_easy_plan(const Grid& grid) const
    {
        if (!grid.is_simple())
            return false;
        Random random(1);
        const auto meetings = static_cast<std::int64_t>(grid.meetings.size());
        auto plan = first_plan(grid, random, meetings * 10);
        if (!plan || grid.fairness < 0)
            return plan.has_value();
        Annealing how;
        how.steps = meetings * 200;
        how.warm = how.cold;
        how.enough = 1 << 30;  // fair is enough
        how.stop = [&](std::int64_t) { return stop_(); };
        return anneal(grid, *plan, random, how);
    }

    Sentence words_of(const Wish& wish) const;

    const Problem& problem_;
    const std::function<bool()>& stop_;
    std::vector<Wish> wishes_;
};

std::string names_of(const Problem& problem, const Meeting& meeting)
{
    std::string names;
    for (const int p : meeting.parties)
        names += (names.empty() ? "" : ", ") + problem.parties[static_cast<std::size_t>(p)].name;
    return names;
}

Sentence Explaining::words_of(const Wish& wish) const
{
    const auto slot_name = [&](int t) { return problem_.slot_names[static_cast<std::size_t>(t)]; };
    const auto which = static_cast<std::size_t>(std::max(wish.which, 0));
    if (wish.kind == Wish::fairness)
        return tr("Nobody has more than {count} breaks more than anybody else.",
                  {{"count", to_string(problem_.fairness)}});
    if (wish.kind == Wish::desks)
        return tr("There are no more desks than there are.");
    if (wish.kind == Wish::away)
        return tr("{party} is away in slot {slot}.",
                  {{"party", problem_.parties[which].name}, {"slot", slot_name(wish.other)}});
    const auto& meeting = problem_.meetings[which];
    if (wish.kind == Wish::held)
        return tr("Meeting {meeting} of {parties} takes place.",
                  {{"meeting", meeting.name}, {"parties", names_of(problem_, meeting)}});
    if (wish.kind == Wish::pinned)
        return tr("Meeting {meeting} is pinned to slot {slot}.",
                  {{"meeting", meeting.name}, {"slot", slot_name(*meeting.pinned)}});
    if (wish.kind == Wish::part)
        return tr("Meeting {meeting} is possible in certain slots only.",
                  {{"meeting", meeting.name}});
    return tr("Meeting {meeting} follows meeting {other}.",
              {{"meeting", meeting.name},
               {"other", problem_
                             .meetings[static_cast<std::size_t>(
                                 meeting.after[static_cast<std::size_t>(wish.other)])]
                             .name}});
}

}  // namespace

std::vector<Sentence> explain(const Problem& problem, const std::function<bool()>& stop)
{
    return Explaining(problem, stop).run();
}

}  // namespace sala::planner
