// SPDX-License-Identifier: Apache-2.0
//
// What sources say about a forum. Two answers to one question stand side by side, each with its
// source; a claim that nothing supports says that it waits for evidence.

#pragma once

#include "base/text.hpp"
#include "store/session.hpp"

#include <optional>
#include <string>
#include <vector>

namespace sala::forum {

struct Source {
    std::string key;
    std::string kind;
    std::string date;     // as in the sheets: "2022-12", may be empty
    std::string address;  // web address, may be empty
    Text title;
    Text note;
};

struct Claim {
    std::string key;
    Text value;
    std::optional<std::int64_t> figure;
    std::string source;  // key
    Text source_title;
    std::string standing;
    Text note;

    bool waits_for_evidence() const { return standing == "unsupported"; }
};

// One question about one subject, with every answer that was found.
struct Question {
    std::string subject;  // "forum", "sittings:courtesy-call"
    Text subject_name;    // of a body, venue, city or the like; empty when the subject is the forum
    Text question;
    std::vector<Claim> claims;

    bool sources_disagree() const { return claims.size() > 1; }
};

std::vector<Source> sources_of(store::Session& session, std::int64_t forum);

// In the order of the sheet; claims with the same subject and question belong together. Two
// statements, and one for each sheet that claims are about, however many rows it has.
std::vector<Question> claims_of(store::Session& session, std::int64_t forum);

}  // namespace sala::forum
