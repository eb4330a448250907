// SPDX-License-Identifier: Apache-2.0
//
// A satisfiability solver: clauses in, yes with values or no with the assumptions to blame.
//
// Literals are whole numbers, the negation of a is -a. `yes_` is a literal that is always true, so
// that encodings may treat what is known like everything else; clauses are simplified by it.

#pragma once

#include <cstdint>
#include <functional>
#include <initializer_list>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace sala::planner {

using Literal = int;
using Literals = std::vector<Literal>;

inline constexpr Literal yes_ = 1;
inline constexpr Literal no_ = -1;

class Sat {
public:
    enum class Answer { yes, no, unknown };

    // Many short questions of the same clauses, or one that takes long.
    enum class Habit { short_questions, long_question };

    explicit Sat(int seed, Habit habit = Habit::short_questions);
    ~Sat();
    Sat(const Sat&) = delete;
    Sat& operator=(const Sat&) = delete;

    // Called often while solving; answers true when it should stop.
    void stop_when(std::function<bool()> stop);
    // From here on, before the first clause: every step is written to a file (DRAT, as text), and
    // the clauses are kept for write_clauses().
    bool write_proof(const std::string& path);
    void end_proof();
    bool write_clauses(const std::string& path) const;

    Literal fresh();
    void add(std::span<const Literal> clause);
    void add(std::initializer_list<Literal> clause)
    {
        add(std::span<const Literal>(clause.begin(), clause.size()));
    }
    // out is true exactly when one of them is.
    Literal any_of(std::span<const Literal> of);
    Literal both(Literal one, Literal other);

    // What is tried first when nothing decides it.
    void prefer(Literal literal);
    // At most so many conflicts; -1: no limit.
    Answer solve(std::span<const Literal> assumptions, std::int64_t conflicts_max = -1);
    bool value(Literal literal) const;
    bool is_to_blame(Literal assumption) const;

    // All answers together may cost so many conflicts; then everything is unknown.
    void at_most_conflicts(std::int64_t conflicts) { conflicts_left_ = conflicts; }
    bool is_spent() const { return conflicts_left_ == 0; }
    int variables() const { return variables_; }

private:
    struct Solver;
    std::unique_ptr<Solver> solver_;
    int variables_ = 1;
    bool knows_yes_ = false;
    std::int64_t conflicts_left_ = -1;  // -1: no limit
};

}  // namespace sala::planner
