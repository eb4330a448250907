// SPDX-License-Identifier: Apache-2.0
//
// Meetings on paper: the draft of an agreement with the terms inside.

#pragma once

#include "bilateral/commitment.hpp"
#include "bilateral/heads.hpp"
#include "bilateral/terms_store.hpp"
#include "bilateral/want.hpp"
#include "document/paper.hpp"

namespace sala::bilateral {

struct MeetingPapers {
    const forum::Forum& forum;
    const std::vector<Known>& all;
    const Meeting& meeting;
    const std::map<std::int64_t, Head>& heads;
    const Terms& terms;
};

Sentence agreement_name(AgreementKind kind);

// In both languages, a part each, the reader's first.
document::Paper agreement_paper(const MeetingPapers& papers, AgreementKind kind,
                                const Language& first, Instant at);

}  // namespace sala::bilateral
