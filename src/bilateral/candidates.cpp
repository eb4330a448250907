// SPDX-License-Identifier: Apache-2.0

#include "bilateral/candidates.hpp"

#include <algorithm>
#include <array>

namespace sala::bilateral {

namespace {

std::uint16_t points(int need, int offer, bool flexible)
{
    return static_cast<std::uint16_t>(points_of(need, offer, flexible));
}

bool better(const Candidate& a, const Candidate& b)
{
    return a.score != b.score ? a.score > b.score : a.member < b.member;
}

}  // namespace

Candidates::Candidates(std::vector<Member> members, bool other_countries)
    : members_(std::move(members)),
      other_countries_(other_countries)
{
    std::size_t topics = 0;
    for (const auto& member : members_)
        for (const auto* leanings : {&member.needs, &member.offers})
            for (const auto& leaning : *leanings)
                topics = std::max<std::size_t>(topics, leaning.topic + 1U);
    needing_.resize(topics);
    offering_.resize(topics);
    for (std::uint32_t n = 0; n < members_.size(); ++n) {
        for (const auto& need : members_[n].needs)
            needing_[need.topic].push_back({n, need.priority, need.flexible});
        for (const auto& offer : members_[n].offers)
            offering_[offer.topic].push_back({n, offer.priority, offer.flexible});
    }
}

// Postings of a topic have the offers of one member beside each other, so the best of them is known
// before the next member comes.
void Candidates::add_offers(const Member& self, Scratch& scratch) const
{
    for (const auto& need : self.needs) {
        const auto& offers = offering_[need.topic];
        for (std::size_t n = 0; n < offers.size();) {
            const auto member = offers[n].member;
            std::uint16_t best = 0;
            for (; n < offers.size() && offers[n].member == member; ++n)
                best = std::max(best, points(need.priority, offers[n].priority,
                                             need.flexible || offers[n].flexible));
            auto& gain = scratch.gains[member];
            if (gain.to_us == 0 && gain.to_them == 0)
                scratch.touched.push_back(member);
            gain.to_us = static_cast<std::uint16_t>(gain.to_us + best);
        }
    }
}

void Candidates::add_needs(const Member& self, Scratch& scratch) const
{
    for (std::size_t at = 0; at < self.offers.size(); ++at) {
        const auto topic = self.offers[at].topic;
        const auto same = [&](const Leaning& offer) { return offer.topic == topic; };
        // Several offers of one topic answer a need once: the first one looks for all of them.
        if (std::any_of(self.offers.begin(), self.offers.begin() + static_cast<std::ptrdiff_t>(at),
                        same))
            continue;
        // What the best of them is worth to a need of each kind.
        std::array<std::array<std::uint16_t, 2>, 4> best{};
        for (const auto& offer : self.offers)
            for (int need = 1; same(offer) && need <= 3; ++need)
                for (const bool flexible : {false, true}) {
                    auto& held = best[static_cast<std::size_t>(need)][flexible ? 1 : 0];
                    held = std::max(held, points(need, offer.priority, flexible || offer.flexible));
                }
        for (const auto& need : needing_[topic]) {
            auto& gain = scratch.gains[need.member];
            if (gain.to_us == 0 && gain.to_them == 0)
                scratch.touched.push_back(need.member);
            gain.to_them = static_cast<std::uint16_t>(gain.to_them +
                                                      best[need.priority][need.flexible ? 1 : 0]);
        }
    }
}

std::vector<Candidate> Candidates::of(std::uint32_t member, std::size_t at_most,
                                      Scratch& scratch) const
{
    const auto& self = members_[member];
    scratch.gains.resize(members_.size());
    scratch.touched.clear();
    add_offers(self, scratch);
    add_needs(self, scratch);
    std::vector<Candidate> best;  // a heap with the worst of them on top
    for (const auto other : scratch.touched) {
        const int to_us = scratch.gains[other].to_us;
        const int to_them = scratch.gains[other].to_them;
        scratch.gains[other] = {};
        const Candidate made{other, to_us + to_them + std::min(to_us, to_them),
                             to_us > 0 && to_them > 0};
        if (best.size() == at_most && !better(made, best.front()))
            continue;
        if (other == member || (other_countries_ && members_[other].country == self.country))
            continue;
        if (best.size() == at_most) {
            std::pop_heap(best.begin(), best.end(), better);
            best.pop_back();
        }
        best.push_back(made);
        std::push_heap(best.begin(), best.end(), better);
    }
    std::sort(best.begin(), best.end(), better);
    return best;
}

}  // namespace sala::bilateral
