// SPDX-License-Identifier: Apache-2.0
//
// The letters of a forum as people work through them: those that wait for somebody to read them,
// and those that somebody has dealt with, page by page. However many have left, what waits is
// found.

#pragma once

#include "mail/outbox.hpp"

namespace sala::mail {

enum class Among { all, waiting, dealt_with };

std::int64_t count_of(store::Session& session, std::int64_t forum, Among among);
// Newest first. Two statements, whatever stands before the page.
std::vector<Kept> page_of(store::Session& session, std::int64_t forum, Among among,
                          std::size_t from, std::size_t at_most);

// What decides of a letter that waits whether it may leave with others. All of a forum, newest
// first, without their words.
struct Waiting {
    Id<Letter> id;
    std::string to_address;
};
std::vector<Waiting> waiting_at(store::Session& session, std::int64_t forum);

}  // namespace sala::mail
