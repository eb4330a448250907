// SPDX-License-Identifier: Apache-2.0
//
// Writing people down: a new registration, an edit with what follows from it, a step. What several
// verbs do alike.

#pragma once

#include "registration/registration_store.hpp"
#include "registration/rules.hpp"

namespace sala::registration {

// The keys of the forum's categories, in their order, with names and numbers.
std::vector<forum::Part> categories_at(store::Session& session, std::int64_t forum);
std::vector<std::string> keys_of(const std::vector<forum::Part>& parts);

Side side_of(const Delegation& delegation);

// A draft of somebody new.
Id<Registration> begin_registration(web::Desk& desk, const Delegation& delegation,
                                    const Particulars& particulars);

// Answers that change with an edit, by the fields of their questions.
struct ChangedAnswers {
    Json before = Json::object();
    Json after = Json::object();
    bool matter = false;  // one of them says who comes, not how

    bool none() const { return after.members().empty(); }
};

// Whoever edits: written down, written down and sent in anew, or kept as a wish; answers which.
// Nothing happens when nothing differs. `answers` go with a wish, if it becomes one; otherwise
// whoever calls keeps them. `shown` is the open wish that the form showed as if it were made: the
// new one stands in its place, and with nothing wanted any more it is called off; otherwise the new
// one is added to it. Whoever takes the consent to the public list back is off it at once, whenever
// that is. Refuses what edited() refuses, and category-full.
Result<Edit> rewrite(web::Desk& desk, const Registered& was, const Particulars& becomes, Side side,
                     bool closed, const ChangedAnswers& answers = {},
                     std::optional<Id<Wish>> shown = {});
void end_wish(web::Desk& desk, std::int64_t forum, Id<Wish> wish, WishAnswer::How how,
              const std::string& reason = {});
// By whoever asked; `number` is the wish that they saw. Refuses nothing-asked-for, and
// changed-meanwhile when another one is open by now.
Allowed call_off_wish(web::Desk& desk, const Registered& one, const std::string& number);

// One step of one registration, recorded. Refuses what taken() refuses, and not-your-category for
// a manager of another one.
Allowed take_step(web::Desk& desk, const Registered& one, Step step, Side side,
                  const std::string& reason, const std::vector<forum::Part>& categories);

// What a role has to be given for to reach the category of this key.
web::Limits category_limits(const std::vector<forum::Part>& categories, std::string_view key);
// Whether the visitor of the secretariat may decide about the category of this key.
bool may_decide(const web::Desk& desk, const std::vector<forum::Part>& categories,
                const std::string& key);

// Places of a category: its newest quota and how many of them are taken.
Places places_of(store::Session& session, std::int64_t forum,
                 const std::vector<forum::Part>& categories, const std::string& key);
// The same of every category that has a limit, by key. One statement.
std::map<std::string, std::int64_t> quotas_at(store::Session& session, std::int64_t forum);

}  // namespace sala::registration
