// SPDX-License-Identifier: Apache-2.0
//
// Commitments in the store, as one forum sees them: its own, and those of earlier forums that bind
// somebody who comes to it.

#pragma once

#include "base/result.hpp"
#include "bilateral/commitment.hpp"
#include "store/session.hpp"

namespace sala::bilateral {

// Its own first, then those of earlier forums that are released, each by date. A fixed number of
// statements.
std::vector<Commitment> commitments_for(store::Session& session, std::int64_t forum);
// Of those that bind this delegation, the one of this number. Refuses no-such-commitment.
Result<Commitment> commitment_of(store::Session& session, std::int64_t forum,
                                 std::int64_t delegation, const std::string& number);

void insert(store::Session& session, const CommitmentAct& act);

}  // namespace sala::bilateral
