// SPDX-License-Identifier: Apache-2.0
//
// A programme as JSON: what programs read, and how a release is kept.

#pragma once

#include "base/json.hpp"
#include "programme/programme.hpp"

namespace sala::programme {

Json to_json(const Programme& programme);
// Nothing when the JSON is not what to_json() writes.
std::optional<Programme> read_programme(const Json& json);

}  // namespace sala::programme
