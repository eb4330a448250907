// SPDX-License-Identifier: Apache-2.0
//
// The last touches of a reply: headers that every page has, and "no" for programs (RFC 9457).

#pragma once

#include "base/result.hpp"
#include "web/http.hpp"
#include "web/reader.hpp"

#include <optional>
#include <vector>

namespace sala::web {

// application/problem+json with a code, a sentence in the reader's language and the fields.
Reply problem(const Reader& reader, int status, const std::vector<Refusal>& refusals);

// Security headers, Vary, Cache-Control and ETag. `is_public`: the same for everybody.
void finish(Reply& reply, bool is_public);

// A file of the bundle, cached for a year because its name changes with its content.
std::optional<Reply> asset_reply(const Request& request);

}  // namespace sala::web
