// SPDX-License-Identifier: Apache-2.0
//
// What the forum knows and a reporting officer needs at hand: who spoke in which post, where, when,
// how many took part, and where sources disagree.

#pragma once

#include "report/floor_facts.hpp"
#include "script/partial_date.hpp"

#include <optional>
#include <string>
#include <vector>

namespace sala::report {

struct PersonFact {
    struct Part {
        std::string what;  // an act ("welcome") or a role in a delegation ("adviser")
        int number = 0;    // the order within the sitting; 0: none
    };

    std::string key;
    Text honorific;
    Text name;
    Text post;
    std::string country_code;
    Text country;
    std::vector<Part> parts;
};

struct Answer {
    std::string key;  // of the claim
    Text value;
    Text source;
    bool primary = false;
    Text note;
};

// A question to which at least one source gives an answer.
struct Question {
    std::string subject;  // "forum", "venues:uncc"
    Text words;
    std::vector<Answer> answers;

    // Several sources say the same in other words more often than they disagree; who is right is
    // for people to say, so every question with two answers counts.
    bool is_open() const { return answers.size() > 1; }
};

struct EditionFact {
    std::string key;
    Text name;
    Text theme;
    std::optional<script::PartialDate> date;
};

struct Counted {
    Text name;
    std::optional<std::int64_t> count;
};

struct Facts {
    std::vector<EditionFact> editions;
    std::optional<script::PartialDate> date;  // of the forum
    Text forum;
    Text venue;
    Text place;
    Text city;
    std::vector<PersonFact> people;
    std::vector<Question> questions;
    std::vector<Counted> categories;
    FloorFacts floor;
    std::vector<Text> topics;
    std::vector<Text> follow_ups;
    std::vector<Text>
        other_names;  // of organisations, bodies and venues: never cut at the end of a line

    const EditionFact* edition(std::string_view key) const;
    // In all languages; of people with and without honorific.
    std::vector<std::string> names_of_people() const;
    std::vector<std::string> names_of_others() const;
};

// Fourteen statements, whatever the forum's size.
Facts load_facts(store::Session& session, std::int64_t forum);

}  // namespace sala::report
