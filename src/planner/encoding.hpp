// SPDX-License-Identifier: Apache-2.0
//
// A grid as clauses: one literal for each meeting and slot, and what follows from them.
//
// What is known already (a meeting that is fixed) becomes a constant, so that a big forum of which
// a small part is free is a small set of clauses.

#pragma once

#include "planner/counting.hpp"
#include "planner/grid.hpp"

#include <string>

namespace sala::planner {

// Costs that grow together: chain[j] is true when the cost is j + 1 or more.
using Chain = Literals;

class Encoding {
public:
    // Adds everything that must hold, and nothing of what is merely wished.
    Encoding(Sat& sat, const Grid& grid);

    Literal starts_at(int meeting, int slot) const { return starts_[at(meeting)][at(slot)]; }
    Literal is_held(int meeting) const { return held_[at(meeting)]; }
    Literal is_busy(int party, int slot) const { return busy_[at(party)][at(slot)]; }

    // One chain a party: its breaks.
    const std::vector<Chain>& breaks() const { return breaks_; }

    // The costs of a layer of the objective.
    std::vector<Chain> costs(const std::string& layer);

    // Where the meetings begin in the solver's last yes.
    Starts starts() const;
    // The kind of room each is in.
    std::vector<int> rooms() const;

private:
    static std::size_t at(int index) { return static_cast<std::size_t>(index); }

    void encode_meeting(int meeting);
    void encode_party(int party);
    Literals count_busy(int party, int first, int end);
    int split_of(int party, int first, int end) const;
    void encode_order();

    void encode_desks();
    void encode_crowds();
    std::vector<int> counted_with() const;
    Literals desk_users(const std::vector<int>& with, int t);
    void encode_breaks(int party);
    Literals count_blocks(const Literals& begins, int levels);
    void encode_blocks(int party, Literal has_break, const Literals& begun);
    void encode_intervals(int party, Literal has_break);
    void encode_fairness();
    std::vector<Literals> encode_kinds(const std::vector<Grid::Kind>& kinds,
                                       std::vector<int> Grid::Meeting::* wanted);
    void encode_walks();
    void encode_walk(int first, int second, const std::vector<Literals>& in);
    std::vector<Chain> idle_slots();
    std::vector<Chain> left_out(bool must);
    bool is_capped() const;
    Literals occupied(int meeting) const;
    bool has_fixed_load(int party) const;

    Sat& sat_;
    const Grid& grid_;
    bool has_idle_party_;
    std::vector<Literals> starts_;    // meeting, slot
    std::vector<Literals> occupied_;  // meeting, slot
    Literals held_;                   // meeting
    std::vector<Literals> busy_;      // party, slot
    std::vector<Chain> breaks_;       // party
    std::vector<Literals> rooms_;     // meeting, kind of room

    // Of a crowd so many are left out, those that must be and those that would be liked.
    struct LeftOut {
        std::vector<int> meetings;
        Chain must;
        Chain would_like;
    };
    std::vector<LeftOut> left_out_;  // crowds that share no meeting
};

}  // namespace sala::planner
