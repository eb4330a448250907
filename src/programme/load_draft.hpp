// SPDX-License-Identifier: Apache-2.0
//
// The programme the secretariat works on, put together from the sheets as they stand now.

#pragma once

#include "programme/programme.hpp"
#include "store/session.hpp"

namespace sala::programme {

// A fixed number of statements, whatever its size. A speech or an item whose clock is before that
// of its sitting, which lasts past midnight, is on the next day.
Programme load_draft(store::Session& session, std::int64_t forum);

}  // namespace sala::programme
