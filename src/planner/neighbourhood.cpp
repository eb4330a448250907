// SPDX-License-Identifier: Apache-2.0

#include "planner/neighbourhood.hpp"

#include "planner/total.hpp"

#include <algorithm>
#include <map>

namespace sala::planner {
namespace {

constexpr auto index = [](int i) { return static_cast<std::size_t>(i); };

// The grid of some parties: their meetings, those with others fixed, and the desks that are left.
struct Piece {
    Grid grid;
    std::vector<int> meetings;  // number in the whole
};

class Improving {
public:
    Improving(const Grid& grid, Starts& starts, Random& random, const Neighbourhoods& how)
        : grid_(grid),
          starts_(starts),
          random_(random),
          how_(how),
          number_(grid.parties.size(), -1),
          busy_(busy_of(grid, starts)),
          load_(index(grid.slots)),
          after_(grid.meetings.size()),
          tries_(grid.parties.size())
    {
        for (std::size_t m = 0; m < starts.size(); ++m)
            ++load_[index(starts[m])];
        for (const auto& [first, second] : grid.order) {
            after_[index(first)].push_back({second, true});
            after_[index(second)].push_back({first, false});
        }
        for (const Slots busy : busy_)
            breaks_ += breaks_of(busy);
    }

    void run()
    {
        for (std::int64_t n = 0; n < how_.pieces && breaks_ > how_.enough && !how_.stop(); ++n) {
            const int from = centre();
            const auto chosen = around(from);
            if (!plan_anew(chosen))
                ++tries_[index(from)];
            for (const int p : chosen)
                number_[index(p)] = -1;
        }
    }

private:
    // A party with breaks, those that were tried least first.
    int centre()
    {
        int best = -1;
        int least = 0;
        int ties = 0;
        for (std::size_t p = 0; p < busy_.size(); ++p) {
            if (breaks_of(busy_[p]) == 0)
                continue;
            if (best < 0 || tries_[p] < least) {
                best = static_cast<int>(p);
                least = tries_[p];
                ties = 1;
            } else if (tries_[p] == least && random_.below(++ties) == 0) {
                best = static_cast<int>(p);
            }
        }
        return best;
    }

    // Parties who meet the chosen ones most, with some chance.
    std::vector<int> around(int from)
    {
        const int size = std::min({how_.parties_max, how_.parties + 4 * tries_[index(from)],
                                   static_cast<int>(grid_.parties.size())});
        std::vector<int> chosen;
        std::map<int, double> links;
        const auto choose = [&](int p) {
            number_[index(p)] = static_cast<int>(chosen.size());
            chosen.push_back(p);
            links.erase(p);
            for (const int m : grid_.parties[index(p)].meetings)
                for (const int other : grid_.meetings[index(m)].parties)
                    if (number_[index(other)] < 0)
                        links[other] += 1.0 / static_cast<double>(
                                                  grid_.parties[index(other)].meetings.size() + 2);
        };
        choose(from);
        while (static_cast<int>(chosen.size()) < size && !links.empty()) {
            int best = -1;
            double most = -1;
            for (const auto& [p, weight] : links) {
                const double chance =
                    weight * (0.3 + random_.real()) * (breaks_of(busy_[index(p)]) > 0 ? 1.5 : 1.0);
                if (chance > most) {
                    most = chance;
                    best = p;
                }
            }
            choose(best);
        }
        return chosen;
    }

    Piece piece_of(const std::vector<int>& chosen) const
    {
        Piece piece;
        auto& grid = piece.grid;
        grid.slots = grid_.slots;
        grid.fairness = grid_.fairness;
        grid.fairness_is_soft = grid_.fairness_is_soft;
        grid.parties.resize(chosen.size() + 1);  // the last has no meeting: fairness stays a cap
        for (int t = 0; t < grid_.slots; ++t)
            grid.desks.push_back(grid_.desks[index(t)] - load_[index(t)]);
        std::map<int, int> place;
        for (const int p : chosen)
            for (const int m : grid_.parties[index(p)].meetings) {
                if (place.contains(m))
                    continue;
                place[m] = static_cast<int>(piece.meetings.size());
                piece.meetings.push_back(m);
                grid.meetings.push_back(member(m));
                ++grid.desks[index(starts_[index(m)])];
                for (const int q : grid.meetings.back().parties)
                    grid.parties[index(q)].meetings.push_back(place[m]);
            }
        for (const int m : piece.meetings)
            for (const auto& [other, comes_later] : after_[index(m)])
                if (const auto there = place.find(other); there == place.end())
                    grid.meetings[index(place[m])].starts &=
                        comes_later ? slots_before(starts_[index(other)])
                                    : ~slots_before(starts_[index(other)] + 1);
                else if (comes_later)
                    grid.order.emplace_back(place[m], there->second);
        return piece;
    }

    // Fixed when one of its parties stays.
    Grid::Meeting member(int m) const
    {
        Grid::Meeting result = grid_.meetings[index(m)];
        result.parties.clear();
        for (const int p : grid_.meetings[index(m)].parties)
            if (number_[index(p)] >= 0)
                result.parties.push_back(number_[index(p)]);
        if (result.parties.size() < grid_.meetings[index(m)].parties.size())
            result.starts = slot(starts_[index(m)]);
        return result;
    }

    bool plan_anew(const std::vector<int>& chosen)
    {
        int now = 0;
        for (const int p : chosen)
            now += breaks_of(busy_[index(p)]);
        auto piece = piece_of(chosen);
        if (tighten(piece.grid))
            return false;
        Sat sat(static_cast<int>(random_.next() & 0xffffff));
        sat.stop_when(how_.stop);
        const Encoding encoding(sat, piece.grid);
        const auto total = total_of(sat, encoding.breaks(), now, Ways::up);
        bool improved = false;
        while (now > 0 && now <= static_cast<int>(total.size())) {
            sat.add({-total[index(now - 1)]});
            if (sat.solve({}, how_.conflicts) != Sat::Answer::yes)
                break;
            const auto found = encoding.starts();
            now = breaks_of(piece.grid, found);
            take(piece, found);
            improved = true;
        }
        return improved;
    }

    void take(const Piece& piece, const Starts& found)
    {
        for (std::size_t n = 0; n < found.size(); ++n) {
            const int m = piece.meetings[n];
            auto& at = starts_[index(m)];
            if (at == found[n])
                continue;
            --load_[index(at)];
            ++load_[index(found[n])];
            at = found[n];
            for (const int p : grid_.meetings[index(m)].parties)
                refresh(p);
        }
        for (const int m : piece.meetings)
            for (const int p : grid_.meetings[index(m)].parties)
                refresh(p);
        how_.better(breaks_);
    }

    void refresh(int p)
    {
        Slots busy = 0;
        for (const int m : grid_.parties[index(p)].meetings)
            busy |= slot(starts_[index(m)]);
        breaks_ += breaks_of(busy) - breaks_of(busy_[index(p)]);
        busy_[index(p)] = busy;
    }

    const Grid& grid_;
    Starts& starts_;
    Random& random_;
    const Neighbourhoods& how_;
    std::vector<int> number_;  // within the piece; -1: stays
    std::vector<Slots> busy_;
    std::vector<int> load_;
    std::vector<std::vector<std::pair<int, bool>>> after_;
    std::vector<int> tries_;
    int breaks_ = 0;
};

}  // namespace

void improve(const Grid& grid, Starts& starts, Random& random, const Neighbourhoods& how)
{
    Improving(grid, starts, random, how).run();
}

}  // namespace sala::planner
