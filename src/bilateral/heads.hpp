// SPDX-License-Identifier: Apache-2.0
//
// Who leads each delegation, and whether both sides of a meeting know it.

#pragma once

#include "bilateral/meeting_store.hpp"

namespace sala::bilateral {

struct Head {
    std::string reference;  // "person/12" of the directory, or "registration/34"
    Text honorific;
    Text name;
    Text post;
    Text note;  // of the directory, such as a rank in full

    std::string words(const Language& language) const;
};

// By delegation: of the sheet, else the first approved registration. Two statements.
std::map<std::int64_t, Head> heads_at(store::Session& session, std::int64_t forum);

// Whoever a reference names, also when they lead nobody any more; nothing once they are erased.
std::optional<Head> head_named(store::Session& session, std::int64_t forum,
                               const std::string& reference);

// A meeting of which one side's head is another than both were told.
struct HeadChange {
    Meeting meeting;
    std::int64_t delegation = 0;
    std::string head;  // the new one's reference
};
std::vector<HeadChange> head_changes(store::Session& session, std::int64_t forum,
                                     const std::vector<Meeting>& meetings,
                                     const std::map<std::int64_t, Head>& heads, Instant now);

void note_told(web::Desk& desk, std::int64_t forum, Id<Meeting> meeting, std::int64_t delegation,
               const std::string& head);

}  // namespace sala::bilateral
