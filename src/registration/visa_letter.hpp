// SPDX-License-Identifier: Apache-2.0
//
// The letter with which somebody asks a consulate for a visa: that they are registered, and come.

#pragma once

#include "registration/letter_page.hpp"

namespace sala::registration {

struct VisaFacts {
    forum::Forum forum;
    Text delegation;
    Registered one;
};

// What a consulate asks for and is not known yet, as the form calls it; empty when nothing lacks.
std::string visa_lacks(const Registered& one, const web::Reader& reader);

// Refuses: visa-not-approved; visa-incomplete, naming what the consulate will ask for.
Allowed visa_can_be_written(const Registered& one, const web::Reader& reader);

// One page a language, English first, because consulates read it. Signed as invitations are.
document::Paper visa_paper(const Rules& rules, const VisaFacts& facts, Instant at);
// Those of several people, one behind the other; `all` is not empty.
document::Paper visa_papers(const Rules& rules, const std::vector<VisaFacts>& all, Instant at);

// Who needs a letter and is approved: those of whom everything is known that stands in it, or those
// of whom something lacks. A condition for Filter::also.
Condition needs_visa_letter(bool complete, const std::string& nationality);

// How many letters there are to print, by number of the delegation and by nationality. One
// statement.
struct VisaCount {
    std::int64_t delegation = 0;
    std::string nationality;  // as it was entered
    std::int64_t letters = 0;
};
std::vector<VisaCount> visa_counts(store::Session& session, std::int64_t forum);

}  // namespace sala::registration
