// SPDX-License-Identifier: Apache-2.0
//
// What delegations handed in before the day: that they want to speak, at which level, about what,
// and the text. "Check against delivery": what is said counts.

#pragma once

#include "base/text.hpp"
#include "floor/kind.hpp"
#include "floor/order.hpp"
#include "store/session.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace sala::floor {

struct Inscription {
    std::int64_t id = 0;
    std::int64_t sitting = 0;
    std::int64_t delegation = 0;
    std::int64_t number = 0;  // the acknowledgement
    bool withdrawn = false;
    Kind kind = Kind::statement;
    std::string level;
    std::int64_t person = 0;   // who will speak; 0: nobody is named yet
    std::int64_t prefers = 0;  // the sitting in which it would rather speak; 0: this one
    std::int64_t by = 0;
    Instant at;
    std::string on_behalf;  // of which group
    std::string topic;
    std::string speech;
    std::string language;
    std::map<std::string, std::string> answers;  // key of a guiding question -> words
};

// The newest of each delegation, those withdrawn too; in the order of their numbers.
std::vector<Inscription> texts_of(store::Session& session, std::int64_t forum,
                                  std::int64_t sitting);
const Inscription* text_of(const std::vector<Inscription>& texts, std::int64_t delegation);
// What the next change of a delegation must have seen: number of its newest row, withdrawn or not;
// 0: it never inscribed.
std::int64_t version_of(const std::vector<Inscription>& texts, std::int64_t delegation);
void keep_inscription(store::Session& session, std::int64_t forum, const Inscription& one);

// What of it decides the order, and what the hall is told; the newest of each delegation. Words may
// have been erased since.
struct Inscribed {
    std::string level;
    std::int64_t person = 0;
    bool withdrawn = false;
    Text topic;
    Text on_behalf;
    std::int64_t version = 0;  // number of the row that says so
};
std::map<std::int64_t, Inscribed> inscribed_at(store::Session& session, std::int64_t forum,
                                               std::int64_t sitting);

struct Window {
    Instant opens_at;   // empty: at once
    Instant closes_at;  // empty: never

    bool is_set() const { return opens_at || closes_at; }
};
// What was set before it stood in the sheet of the rules, and what takes it away.
Window window_before_sheet(store::Session& session, std::int64_t forum, std::int64_t sitting);
void keep_window(store::Session& session, std::int64_t forum, std::int64_t sitting, std::int64_t id,
                 const Window& window, std::int64_t by, Instant at);
// Refuses: not-yet, too-late.
Allowed takes_inscriptions(const Window& window, Instant now, const std::string& opens,
                           const std::string& closes);

struct GuidingQuestion {
    std::string key;
    Text words;
};
// Of the sitting's edition, or of the whole forum.
std::vector<GuidingQuestion> guiding_questions(store::Session& session, std::int64_t forum,
                                               std::int64_t sitting);

}  // namespace sala::floor
