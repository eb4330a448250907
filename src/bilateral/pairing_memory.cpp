// SPDX-License-Identifier: Apache-2.0

#include "bilateral/pairing_memory.hpp"

#include <list>
#include <memory>
#include <mutex>
#include <utility>

namespace sala::bilateral {

namespace {

// So many forums at most are planned by one program at a time; each takes a megabyte or two
// where there are five hundred delegations.
constexpr std::size_t remembered_max = 8;

bool same(const PairingProblem& a, const PairingProblem& b)
{
    return a.people == b.people && a.least == b.least && a.most == b.most && a.pairs == b.pairs;
}

}  // namespace

Pairing paired_once(const PairingProblem& problem)
{
    struct One {
        PairingProblem problem;
        std::once_flag once;
        Pairing pairing;
    };
    static std::mutex mutex;
    static std::list<std::shared_ptr<One>> remembered;  // the newest first
    std::shared_ptr<One> ours;
    {
        const std::lock_guard lock(mutex);
        for (const auto& one : remembered)
            if (same(one->problem, problem))
                ours = one;
        if (!ours) {
            ours = std::make_shared<One>();
            ours->problem = problem;
            remembered.push_front(ours);
            if (remembered.size() > remembered_max)
                remembered.pop_back();
        }
    }
    std::call_once(ours->once, [&] { ours->pairing = pair_up(ours->problem); });
    return ours->pairing;
}

}  // namespace sala::bilateral
