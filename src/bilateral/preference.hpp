// SPDX-License-Identifier: Apache-2.0
//
// What a delegation thinks of meeting another: must, would like, no, or nothing.
//
// A "no" is absolute and private. It is read by two functions, `shown_preferences` and
// `must_not_meet`, and both are asked only on pages and acts of those of the delegation who share
// it (forum/insiders.hpp), never when somebody acts in its place. Whatever anybody else sees is
// worked out without it, so nothing can be deduced; and as a meeting needs a yes of each side's
// own, none comes about. Only the delegation takes it back: what is said in its place counts for
// all but itself meanwhile.

#pragma once

#include "base/result.hpp"
#include "bilateral/party.hpp"

#include <map>
#include <optional>
#include <string_view>
#include <vector>

namespace sala::bilateral {

enum class Word { must, would_like, no, none };
std::string_view word(Word word);
std::optional<Word> word_named(std::string_view word);

// One row, written once; the newest of a pair counts, but none said `on_behalf` against its own no.
struct Preference {
    std::int64_t forum = 0;
    Id<Preference> id;
    std::int64_t of_whom = 0;
    std::int64_t about = 0;
    Word word = Word::none;
    bool on_behalf = false;  // said in its place
    Id<web::Login> by;
    Instant at;

    // Refuses about-oneself.
    static Result<Preference> stated(Preference given);
};
void insert(store::Session& session, const Preference& preference);

// What a delegation said, by the number of the other, as the visitor is shown it: whoever acts in
// its place never sees a "no", and whoever shares one sees no other.
std::map<std::int64_t, Word> shown_preferences(web::Desk& desk, const Party& party);
// What a form says, about.KEY=WORD, as far as it differs from what the visitor is shown. Refuses
// no-such-delegation, no-such-preference, no-is-its-own, and what Preference::stated refuses.
Result<std::vector<Preference>> stated_preferences(web::Desk& desk, const Party& party,
                                                   const web::Form& form);
// Whether it said no about that one: for what it does itself alone.
bool must_not_meet(store::Session& session, const Party& party, std::int64_t about);

// What counts when the secretariat plans: must and would like, never a no.
using Wishes = std::map<std::pair<std::int64_t, std::int64_t>, Word>;  // of whom, about
Wishes wishes_at(store::Session& session, std::int64_t forum);

}  // namespace sala::bilateral
