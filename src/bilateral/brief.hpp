// SPDX-License-Identifier: Apache-2.0
//
// What a side has to know before it goes into a meeting.

#pragma once

#include "bilateral/commitment.hpp"
#include "bilateral/heads.hpp"
#include "bilateral/terms.view.hpp"
#include "bilateral/want.hpp"

namespace sala::bilateral {

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

// Of the meeting of the page, for its side. A fixed number of statements for each of those it
// meets.
Brief brief_of(web::Desk& desk, const Party& party, const TermsPage& page);

// How a leader speaks to the other's head: with the honorific or rank, by the post, and how the
// name is written at home. What nobody knows is said.
std::vector<std::string> how_to_address(const web::Reader& reader, const Head& head);

Json to_json(const Brief& brief, const Terms& terms, const std::vector<Known>& all,
             const Language& reader);

}  // namespace sala::bilateral
