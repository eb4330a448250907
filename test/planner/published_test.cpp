// SPDX-License-Identifier: Apache-2.0
//
// Published instances, and proofs that a checker of our own follows line by line.

#include "planner/read_dzn.hpp"
#include "small_forums.hpp"

#include <doctest/doctest.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

using namespace sala;
using namespace sala::planner;

static const std::string published = std::string(SALA_SOURCE) + "/../shared/data/b2b/";

static std::string bytes_of(const std::string& path)
{
    std::ifstream in(path);
    std::stringstream bytes;
    bytes << in.rdbuf();
    return bytes.str();
}

TEST_CASE("small published instances have the breaks that were proved for them")
{
    if (!std::filesystem::exists(published)) {
        MESSAGE("skipped: the published instances are research data and not part of the project");
        return;
    }
    std::istringstream rows(bytes_of(published + "expected.csv"));
    std::string row;
    int tried = 0;
    while (std::getline(rows, row)) {
        if (!row.starts_with("tic-12.") || row.find("prec25") != std::string::npos)
            continue;
        std::istringstream cells(row);
        std::string file, fairness, least;
        std::getline(cells, file, ',');
        std::getline(cells, fairness, ',');
        std::getline(cells, least, ',');
        CAPTURE(row);
        const auto problem =
            read_dzn(bytes_of(published + "instances/" + file), std::stoi(fairness));
        REQUIRE(problem);
        const auto plan = plan_of(*problem);
        ++tried;
        if (least == "infeasible") {
            CHECK(plan.status == Plan::Status::infeasible);
            continue;
        }
        CHECK(plan.status == Plan::Status::optimal);
        const Judge judge(*problem, plan);
        CHECK(judge.wrong() == std::vector<std::string>{});
        CHECK(judge.breaks() == std::stoi(least));
    }
    CHECK(tried == 9);
}

TEST_CASE("a data file that is broken is refused")
{
    const std::string good = "nBusiness = 2; nMeetings = 1; nTables = 1; nTotalSlots = 2;\n"
                             "requested = [|1, 2, 3|]; forbidden = [{0}, {0, 2}]; fixed = [0];\n"
                             "precedences = [{}]; % the end";
    const auto problem = read_dzn(good, 2);
    REQUIRE(problem);
    CHECK(problem->parties[1].away == slot(1));
    CHECK(plan_of(*problem).meetings[0].slot == 0);
    const auto code = [&](const std::string& from, const std::string& to) {
        auto text = good;
        const auto read = read_dzn(text.replace(text.find(from), from.size(), to), 2);
        return read ? std::string() : read.refusal().code;
    };
    CHECK(code("nTables = 1;", "") == "value-missing");
    CHECK(code("nTotalSlots = 2", "nTotalSlots = 65") == "too-many-slots");
    CHECK(code("[0]", "[0, 0]") == "not-understood");
    CHECK(code("{0, 2}", "{0, two}") == "not-understood");
    CHECK(code("|1, 2, 3|", "|1, 2|") == "not-understood");
    CHECK(code("|1, 2, 3|", "|1, 1, 3|") == "meets-itself");
    CHECK(code("|1, 2, 3|", "|1, 7, 3|") == "unknown-party");
    CHECK(code("nTables = 1", "nTables = 0") == "no-desks");
}

namespace {

// Checks a DRAT file by unit propagation alone: every clause that is added must follow from those
// before it. Deletions are passed over, which makes no wrong step right.
class Checker {
public:
    bool follows(const std::string& clauses, const std::string& proof)
    {
        std::istringstream formula(clauses);
        std::string line;
        while (std::getline(formula, line))
            if (!line.starts_with('p'))
                clauses_.push_back(numbers(line));
        std::istringstream steps(proof);
        while (std::getline(steps, line)) {
            if (line.starts_with('d'))
                continue;
            const auto clause = numbers(line);
            if (!is_implied(clause))
                return false;
            if (clause.empty())
                return true;
            clauses_.push_back(clause);
        }
        return is_implied({});
    }

private:
    static std::vector<int> numbers(const std::string& line)
    {
        std::istringstream in(line);
        std::vector<int> result;
        for (int number = 0; in >> number && number != 0;)
            result.push_back(number);
        return result;
    }

    bool is_implied(const std::vector<int>& clause) const
    {
        std::map<int, bool> value;
        for (const int literal : clause)
            value[std::abs(literal)] = literal < 0;
        const auto is_true = [&](int literal) {
            const auto found = value.find(std::abs(literal));
            return found != value.end() && found->second == (literal > 0);
        };
        for (bool changed = true; changed;) {
            changed = false;
            for (const auto& one : clauses_) {
                int open = 0;
                int last = 0;
                bool satisfied = false;
                for (const int literal : one) {
                    satisfied = satisfied || is_true(literal);
                    if (!value.contains(std::abs(literal))) {
                        ++open;
                        last = literal;
                    }
                }
                if (satisfied || open > 1)
                    continue;
                if (open == 0)
                    return true;
                value[std::abs(last)] = last > 0;
                changed = true;
            }
        }
        return false;
    }

    std::vector<std::vector<int>> clauses_;
};

}  // namespace

TEST_CASE(
    "the proof that no plan is better holds, and does not hold for a formula without the claim")
{
    auto problem = forum_of(4, 2, 4);
    problem.meetings = {meeting_of({0, 1}), meeting_of({0, 1}), meeting_of({2, 3})};
    problem.meetings[0].pinned = 0;
    problem.meetings[1].pinned = 3;
    const auto file = std::filesystem::temp_directory_path() / "sala-planner-test.drat";
    const auto plan = solve(problem, {.seconds = 60, .proof = file.string()}, {});
    CHECK(plan.breaks == 2);
    const auto clauses = bytes_of(file.string() + ".cnf");
    const auto proof = bytes_of(file.string());
    CHECK(Checker().follows(clauses, proof));
    const auto claim = clauses.rfind('\n', clauses.size() - 2);
    CHECK_FALSE(Checker().follows(clauses.substr(0, claim + 1), "0\n"));
    std::filesystem::remove(file);
    std::filesystem::remove(file.string() + ".cnf");
}

TEST_CASE("the proof that there is no plan holds")
{
    auto problem = forum_of(3, 2, 4);
    // Six meetings of four cities fill three slots of two desks; one more is too many.
    for (const auto& pair : {std::pair{0, 1}, {0, 2}, {0, 3}, {1, 2}, {1, 3}, {2, 3}})
        problem.meetings.push_back(meeting_of({pair.first, pair.second}));
    problem.rooms[0].closed = slot(2);
    const auto file = std::filesystem::temp_directory_path() / "sala-planner-none.drat";
    const auto plan = solve(problem, {.seconds = 60, .proof = file.string()}, {});
    CHECK(plan.status == Plan::Status::infeasible);
    CHECK(Checker().follows(bytes_of(file.string() + ".cnf"), bytes_of(file.string())));
    std::filesystem::remove(file);
    std::filesystem::remove(file.string() + ".cnf");
}
