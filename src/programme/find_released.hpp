// SPDX-License-Identifier: Apache-2.0
//
// What the pages of a sitting and of an intervention read beside the programme.

#pragma once

#include "programme/programme_store.hpp"

namespace sala::programme {

// What a source says about one thing of the programme.
struct ClaimAbout {
    Text question;
    Text value;
    Text source;
    std::string standing;
    Text note;
};
std::vector<ClaimAbout> claims_about(store::Session& session, std::int64_t forum,
                                     const std::string& subject);

// The guiding questions of an edition and those of the whole forum, in their order. Which speakers
// they are put to is in the note, where a source says so.
struct GuidingQuestion {
    Text words;
    Text source;
    Text note;
};
std::vector<GuidingQuestion> questions_of(store::Session& session, std::int64_t forum,
                                          const std::string& edition);

// What is to be known of a room of the programme; empty when nothing is.
Text room_note(store::Session& session, std::int64_t forum, const std::string& room);

// Who comes with a delegation, its head first.
struct Companion {
    Speaker who;
    std::string role;
};
std::vector<Companion> delegates_of(store::Session& session, std::int64_t forum,
                                    const std::string& delegation);

// One sitting as JSON, and one intervention.
Json sitting_json(const Programme& programme, const Sitting& sitting);
Json intervention_json(const Programme& programme, const Sitting& sitting,
                       const Intervention& intervention);

}  // namespace sala::programme
