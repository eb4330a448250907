// SPDX-License-Identifier: Apache-2.0
//
// Whom a city might meet among hundreds of thousands: the same points as a suggestion gives for
// needs and offers, found by topic instead of city by city.

#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace sala::bilateral {

// How much an offer is worth to a need of the same topic, by their priorities: 1 to 9, and one more
// when one of the two is flexible.
constexpr int points_of(int need, int offer, bool flexible)
{
    return (4 - need) * (4 - offer) + (flexible ? 1 : 0);
}

// What one city needs or offers in one topic.
struct Leaning {
    std::uint16_t topic = 0;
    std::uint8_t priority = 3;  // 1 to 3
    bool flexible = false;
};

struct Member {
    std::uint16_t country = 0;
    std::vector<Leaning> needs;
    std::vector<Leaning> offers;
};

struct Candidate {
    std::uint32_t member = 0;
    int score = 0;
    bool mutual = false;

    bool operator==(const Candidate&) const = default;
};

class Candidates {
public:
    // `other_countries`: nobody is a candidate for somebody of the same country.
    Candidates(std::vector<Member> members, bool other_countries);

    // What is needed between two searches; one for each thread.
    struct Scratch {
        struct Gain {
            std::uint16_t to_us = 0;
            std::uint16_t to_them = 0;
        };
        std::vector<Gain> gains;  // by member
        std::vector<std::uint32_t> touched;
    };
    // The best `at_most`, the best first; of equal ones those that were listed earlier. Each need
    // is answered once, by the best offer for it.
    std::vector<Candidate> of(std::uint32_t member, std::size_t at_most, Scratch& scratch) const;

    std::size_t size() const { return members_.size(); }

private:
    struct Posting {
        std::uint32_t member;
        std::uint8_t priority;
        bool flexible;
    };
    using Postings = std::vector<std::vector<Posting>>;  // by topic

    void add_offers(const Member& self, Scratch& scratch) const;
    void add_needs(const Member& self, Scratch& scratch) const;

    std::vector<Member> members_;
    Postings needing_;
    Postings offering_;
    bool other_countries_;
};

}  // namespace sala::bilateral
