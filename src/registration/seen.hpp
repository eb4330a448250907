// SPDX-License-Identifier: Apache-2.0
//
// Nobody decides about what they did not see: whoever decides says which version of a person and
// which decision they looked at, and is told what says otherwise since.

#pragma once

#include "registration/question.hpp"
#include "registration/registration_store.hpp"
#include "web/desk.hpp"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace sala::registration {

// What was rewritten since the version that `form` holds in `field`; nothing when it holds none,
// as a program may leave it out.
Changes unseen_changes(store::Session& session, const Registered& one, const web::Form& form,
                       const std::string& field);

// Whether what was rewritten says who comes. Flights, beds and diets do not hinder a decision.
bool hinders(const Changes& unseen, const std::vector<Question>& questions);

// The hidden fields of what was looked at: the version of a person, and the last step that was
// taken with them. Of a page that shows one, and of one that shows several people.
struct FieldsSeen {
    std::string version = "version";
    std::string act = "act";
};
FieldsSeen fields_seen_of(Id<Registration> id);

// The status that whoever decides looked at, when another step was taken since; nothing when none
// was, or the form names no step, as a program may leave it out.
std::optional<Status> status_seen(store::Session& session, const Registered& one,
                                  const web::Form& form, const FieldsSeen& fields = {});

// What was rewritten as its reader calls it: what, how it was, how it is.
struct ChangedWords {
    std::string what;
    std::string was;
    std::string is;
};
std::vector<ChangedWords> in_words(const web::Reader& reader, const Changes& changes,
                                   const std::vector<forum::Part>& categories,
                                   const std::vector<Question>& questions);
// All that is not as whoever decides looked at it: the status, and what was rewritten.
std::vector<ChangedWords> said_anew(const web::Desk& desk, const Registered& one,
                                    const web::Form& form, const FieldsSeen& fields,
                                    const std::vector<forum::Part>& categories,
                                    const std::vector<Question>& questions);

}  // namespace sala::registration
