// SPDX-License-Identifier: Apache-2.0
//
// A letter to many: the same words in both languages, filled in for each who gets it. What was
// written stays; whoever wants to say something else writes another one.

#pragma once

#include "base/id.hpp"
#include "base/instant.hpp"
#include "base/text.hpp"
#include "forum/grant.hpp"
#include "registration/letter_place.hpp"
#include "registration/registration.hpp"

#include <optional>
#include <string>

namespace sala::registration {

class Circular {
public:
    enum Kind {
        notice,   // what they have to know
        news,     // may be unsubscribed
        reminder  // to those who have not answered; may be unsubscribed
    };
    struct Words {
        std::int64_t forum = 0;
        Id<Circular> id;
        Audience audience = Audience::invited;
        Kind kind = notice;
        std::optional<Id<forum::Delegation>> delegation = {};  // nothing: all
        std::string category = {};                             // key; empty: all
        std::optional<Status> status = {};                     // of a registration; nothing: all
        Text subject;
        Text body;
        Id<web::Login> by;
        Instant at;
    };

    // Refuses: reminder-not-for-these; text-missing beside the field of a language;
    // subject-not-one-line; what places_fit() refuses.
    static Result<Circular> written(Words words);
    // As it was kept: it was written once.
    static Circular kept(Words words) { return Circular(std::move(words)); }

    const Words& words() const { return words_; }
    Id<Circular> id() const { return words_.id; }
    Audience audience() const { return words_.audience; }
    bool reminds() const { return words_.kind == reminder; }
    bool can_be_unsubscribed() const { return words_.kind != notice; }

private:
    explicit Circular(Words words) : words_(std::move(words)) {}

    Words words_;
};

std::string_view word(Circular::Kind kind);
std::optional<Circular::Kind> circular_kind_named(std::string_view word);
std::optional<Audience> audience_named(std::string_view word);

}  // namespace sala::registration
