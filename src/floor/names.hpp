// SPDX-License-Identifier: Apache-2.0
//
// What the numbers in the acts are called now: delegations, people, posts, and what the programme
// says of each speech. Read once for a sitting, in a fixed number of statements.

#pragma once

#include "base/text.hpp"
#include "programme/programme.hpp"
#include "store/session.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace sala::floor {

struct DelegationName {
    std::int64_t id = 0;
    std::string key;
    Text name;  // of the delegation, else of its city or organisation
    std::string city_key;
    std::string country_code;
    Text country;
    std::string seat;  // as the sheet has it
};

struct PersonName {
    Text honorific;
    Text name;
};

// A speech as the programme has it.
struct Planned {
    std::int64_t id = 0;
    std::string key;  // as the release knows it
    int number = 0;
    std::int64_t delegation = 0;
    std::int64_t person = 0;
    std::int64_t post = 0;
    std::int64_t seconds = 0;  // 0: as the rules have it
    std::string level;
    Text on_behalf;
    std::vector<std::string> topics;
    Text title;  // only when nobody is named
    // For those who read the release: it has this speech of this delegation, and this person in it.
    bool is_released = true;
    bool is_speaker_released = true;
};

// Who may speak for a delegation.
struct Member {
    std::int64_t delegation = 0;
    std::int64_t person = 0;
    std::int64_t post = 0;
    bool is_head = false;
};

Text in_both(const std::string& english, const std::string& thai);

class Names {
public:
    static Names of(store::Session& session, std::int64_t forum, std::int64_t sitting);

    // Titles and topics as a release has them; what it does not know keeps its name.
    void call_as_in(const programme::Programme& released, const programme::Sitting& sitting);

    const DelegationName* delegation(std::int64_t id) const;
    const DelegationName* delegation(std::string_view key) const;
    const std::vector<DelegationName>& delegations() const { return delegations_; }
    const PersonName* person(std::int64_t id) const;
    const Text* post(std::int64_t id) const;
    const std::map<std::int64_t, PersonName>& persons() const { return persons_; }
    const std::map<std::int64_t, Text>& posts() const { return posts_; }
    const std::vector<Planned>& planned() const { return planned_; }
    const Planned* planned(std::int64_t id) const;
    const std::vector<Member>& members() const { return members_; }
    const Text* topic(std::string_view key) const;

private:
    void read_registered(store::Session& session, std::int64_t forum, std::int64_t sitting);

    std::vector<DelegationName> delegations_;  // in the order of their sheet
    std::map<std::int64_t, PersonName> persons_;
    std::map<std::int64_t, Text> posts_;
    std::vector<Planned> planned_;  // in the order of the programme, without the cancelled
    std::vector<Member> members_;
    std::map<std::string, Text, std::less<>> topics_;
};

}  // namespace sala::floor
