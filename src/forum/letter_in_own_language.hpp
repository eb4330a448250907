// SPDX-License-Identifier: Apache-2.0
//
// A letter in the language of its reader, not of whoever caused it: in which they last came in, and
// in all languages of the pages, one after the other, while nobody knows.

#pragma once

#include "forum/forum.hpp"
#include "forum/grant_store.hpp"

#include <functional>

namespace sala::forum {

// What is said in one language, to the reader of it.
using Wording = std::function<std::string(const web::Reader& reader)>;

struct News {
    Wording subject;     // names in it made harmless, as in the body
    Wording body;        // without the greeting
    std::string reason;  // the letter's
};

// The subject as the first line says it again: Thai writes no full stop.
inline std::string as_line(const web::Reader& reader, const std::string& subject)
{
    return subject + (reader.is_thai() ? "\n\n" : ".\n\n");
}

using NewsFor = std::function<News(const KeptGrant& one)>;

// A letter each that waits in the outbox, to all these. One statement for their languages. Answers
// the letters.
std::vector<Id<mail::Letter>> tell(web::Desk& desk, const Forum& forum,
                                   const std::vector<KeptGrant>& to, const News& news);
// The same where not everybody is told the same.
std::vector<Id<mail::Letter>> tell(web::Desk& desk, const Forum& forum,
                                   const std::vector<KeptGrant>& to, const NewsFor& news_for);
// The same, but the letters leave by themselves.
void tell_at_once(web::Desk& desk, const Forum& forum, const std::vector<KeptGrant>& to,
                  const News& news);

}  // namespace sala::forum
