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

// Refuses: visa-not-approved; visa-incomplete, naming what the consulate will ask for.
Allowed visa_can_be_written(const Registered& one, const web::Reader& reader);

// One page a language, English first, because consulates read it. Signed as invitations are.
document::Paper visa_paper(const Rules& rules, const VisaFacts& facts, Instant at);

}  // namespace sala::registration
