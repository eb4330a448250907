// SPDX-License-Identifier: Apache-2.0
//
// The letter of an address, within the forum it is about.

#pragma once

#include "forum/forum_store.hpp"
#include "mail/outbox.hpp"

namespace sala::forum {

// {letter}; missing when there is none, or when it is about another forum.
Result<mail::Kept> letter_at(web::Desk& desk, const Forum& forum);

}  // namespace sala::forum
