// SPDX-License-Identifier: Apache-2.0
//
// Polls in the store.

#pragma once

#include "floor/poll.hpp"
#include "store/session.hpp"

namespace sala::floor {

// Of a sitting, newest first.
std::vector<Poll> polls_of(store::Session& session, std::int64_t forum, std::int64_t sitting);
std::optional<OpenPoll> poll_open_at(store::Session& session, std::int64_t forum,
                                     std::int64_t sitting);
// The newest one, when it was closed after this moment.
std::optional<Poll> poll_closed_since(store::Session& session, std::int64_t forum,
                                      std::int64_t sitting, Instant since);
void keep_poll(store::Session& session, std::int64_t forum, const Poll& poll, std::int64_t by);
void end_poll(store::Session& session, std::int64_t forum, std::int64_t poll, std::int64_t by,
              Instant at);
// Of a secret card nothing is kept that tells whose it is: no time, no order.
void keep_ballot(store::Session& session, std::int64_t forum, const Poll& poll,
                 const Ballot& ballot);

}  // namespace sala::floor
