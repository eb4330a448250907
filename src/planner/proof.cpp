// SPDX-License-Identifier: Apache-2.0

#include "planner/proof.hpp"

#include <cstdio>

namespace sala::planner {
namespace {

bool refute(Sat& sat, const std::string& file, std::function<bool()> stop)
{
    sat.stop_when(std::move(stop));
    const bool refuted = sat.solve({}) == Sat::Answer::no;
    sat.end_proof();
    if (refuted && sat.write_clauses(file + ".cnf"))
        return true;
    std::remove(file.c_str());
    return false;
}

}  // namespace

bool prove_impossible(const Grid& grid, const std::string& file, std::function<bool()> stop)
{
    Sat sat(1);
    if (!sat.write_proof(file))
        return false;
    const Encoding encoding(sat, grid);
    return refute(sat, file, std::move(stop));
}

bool prove_no_better(const Grid& grid, const std::vector<Plan::Layer>& layers,
                     const std::string& file, std::function<bool()> stop)
{
    Sat sat(1);
    if (!sat.write_proof(file))
        return false;
    Encoding encoding(sat, grid);
    for (const auto& layer : layers) {
        const auto costs = encoding.costs(layer.name);
        const auto total = total_of(sat, costs, layer.cost + 1, Ways::both);
        const auto at = static_cast<std::size_t>(layer.cost);
        if (layer.cost == 0) {
            for (const auto& chain : costs)
                for (const Literal cost : chain)
                    sat.add({-cost});
            continue;
        }
        sat.add({at <= total.size() ? -total[at - 1] : yes_});
        return refute(sat, file, std::move(stop));
    }
    // Nothing costs anything, and that a cost is not below nothing needs no proof: the clauses are
    // refuted by the empty one among them.
    sat.add(std::span<const Literal>{});
    return refute(sat, file, std::move(stop));
}

}  // namespace sala::planner
