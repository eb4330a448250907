// SPDX-License-Identifier: Apache-2.0

#include "planner/sat.hpp"

#include <cadical.hpp>

#include <algorithm>
#include <fstream>

namespace sala::planner {

struct Sat::Solver : CaDiCaL::Terminator {
    CaDiCaL::Solver cadical;
    std::function<bool()> stop;
    std::vector<Literals> clauses;  // only while a proof is written
    bool keeps_clauses = false;

    bool terminate() override { return stop && stop(); }
};

Sat::Sat(int seed, Habit habit) : solver_(std::make_unique<Solver>())
{
    auto& cadical = solver_->cadical;
    cadical.set("quiet", 1);
    cadical.set("seed", seed);
    // Plans are found and bounds are proved several times quicker without the mode that hops.
    cadical.set("stabilizeonly", 1);
    // Rewriting clauses takes longer than it saves.
    cadical.set("inprocessing", 0);
    // Few literals of a timetable are true. Where many are wished for at a time that is where to
    // begin; a plan as such is found sooner by placing meetings, and by going back all the way.
    if (habit == Habit::short_questions)
        cadical.set("phase", 0);
    else
        cadical.set("chrono", 0);
    cadical.connect_terminator(solver_.get());
}

Sat::~Sat() { solver_->cadical.disconnect_terminator(); }

void Sat::stop_when(std::function<bool()> stop) { solver_->stop = std::move(stop); }

Literal Sat::fresh() { return ++variables_; }

void Sat::add(std::span<const Literal> clause)
{
    if (std::find(clause.begin(), clause.end(), yes_) != clause.end())
        return;
    for (const Literal literal : clause)
        if (literal != no_)
            solver_->cadical.add(literal);
    solver_->cadical.add(0);
    if (solver_->keeps_clauses) {
        auto& kept = solver_->clauses.emplace_back(clause.begin(), clause.end());
        std::erase(kept, no_);
    }
}

Literal Sat::any_of(std::span<const Literal> of)
{
    Literals kept;
    for (const Literal literal : of) {
        if (literal == yes_)
            return yes_;
        if (literal != no_)
            kept.push_back(literal);
    }
    if (kept.empty())
        return no_;
    if (kept.size() == 1)
        return kept[0];
    const Literal out = fresh();
    for (const Literal literal : kept)
        add({-literal, out});
    kept.push_back(-out);
    add(kept);
    return out;
}

Literal Sat::both(Literal one, Literal other)
{
    const Literal neither[] = {-one, -other};
    return -any_of(neither);
}

void Sat::prefer(Literal literal)
{
    if (literal != yes_ && literal != no_)
        solver_->cadical.phase(literal);
}

Sat::Answer Sat::solve(std::span<const Literal> assumptions, std::int64_t conflicts_max)
{
    auto& cadical = solver_->cadical;
    if (!knows_yes_) {  // not earlier: a proof is written from the first clause on
        knows_yes_ = true;
        cadical.add(yes_);
        cadical.add(0);
        if (solver_->keeps_clauses)
            solver_->clauses.insert(solver_->clauses.begin(), Literals{yes_});
    }
    for (const Literal literal : assumptions)
        cadical.assume(literal);
    // What an answer really cost is not told by the library: the limit is charged.
    if (conflicts_left_ >= 0)
        conflicts_max =
            conflicts_max < 0 ? conflicts_left_ : std::min(conflicts_max, conflicts_left_);
    if (conflicts_max >= 0)
        cadical.limit("conflicts",
                      static_cast<int>(std::min<std::int64_t>(conflicts_max, 1 << 30)));
    const int answer = cadical.solve();
    if (answer == 0 && conflicts_left_ >= 0)
        conflicts_left_ -= conflicts_max;
    return answer == 10 ? Answer::yes : answer == 20 ? Answer::no : Answer::unknown;
}

bool Sat::value(Literal literal) const
{
    return literal == yes_ || (literal != no_ && solver_->cadical.val(literal) > 0);
}

bool Sat::is_to_blame(Literal assumption) const { return solver_->cadical.failed(assumption); }

bool Sat::write_proof(const std::string& path)
{
    solver_->keeps_clauses = true;
    solver_->cadical.set("binary", 0);
    return solver_->cadical.trace_proof(path.c_str());
}

void Sat::end_proof() { solver_->cadical.close_proof_trace(); }

bool Sat::write_clauses(const std::string& path) const
{
    std::ofstream out(path);
    out << "p cnf " << variables_ << ' ' << solver_->clauses.size() << '\n';
    for (const auto& clause : solver_->clauses) {
        for (const Literal literal : clause)
            out << literal << ' ';
        out << "0\n";
    }
    out.close();
    return static_cast<bool>(out);
}

}  // namespace sala::planner
