// SPDX-License-Identifier: Apache-2.0
//
// Which forums were before another one: what people did there is behind them, what is agreed at a
// later one is not.

#pragma once

#include "store/session.hpp"

#include <cstdint>
#include <string>

namespace sala::forum {

// The numbers of the forums that began on an earlier day, in brackets for SQL; none while nobody
// knows when this one begins. One statement.
std::string earlier_forums(store::Session& session, std::int64_t forum);

}  // namespace sala::forum
