// SPDX-License-Identifier: Apache-2.0
//
// Meetings on paper: the draft of an agreement with the terms inside, and what a brief holds.

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

// What a side has to know before it goes in.
struct Brief {
    // One of those it meets.
    struct Other {
        Side side = Side::guest;
        Company company;  // who comes with them
        Wants wants;
        std::vector<PastTerms> past;
        std::vector<Commitment> commitments;  // that bind both
    };
    Side side = Side::host;  // whose brief it is
    std::string when;        // slot and desk; empty while it is not planned
    std::vector<Other> others;
    std::vector<Topic> topics;
};

}  // namespace sala::bilateral
