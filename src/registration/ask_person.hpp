// SPDX-License-Identifier: Apache-2.0
//
// What was typed about a person, checked whole: the particulars and the forum's own questions.

#pragma once

#include "registration/entering.hpp"
#include "registration/question_store.hpp"

namespace sala::registration {

struct Typed {
    Particulars particulars;
    Answers answers;
    std::optional<Id<Wish>> shown = {};  // the open wish, when the form showed it
};

// For whom a form is read: whose category may be gone from the sheet and stays all the same until
// somebody chooses another one.
struct AskedPerson {
    Status status = Status::draft;
    std::string category = {};
};

// Of a form; everything that is wrong goes into `wrong`. Needed questions are asked when a person
// is sent in, not while they are written down.
Typed typed_about(const web::Form& form, const std::vector<forum::Part>& categories,
                  const std::vector<Question>& questions, const AskedPerson& whom,
                  std::vector<Refusal>& wrong);
// What the form shows at first: how it would be if the open wish were made, when one is given.
web::Form form_shown(const Registered& one, const Answers& answers,
                     const std::optional<Wish>& wish);

// When a form comes back, every sentence about it at once, not only the first.
void say_all_that_is_wrong(web::Desk& desk, const std::vector<forum::Part>& categories,
                           const std::vector<Question>& questions, const AskedPerson& whom);

// Writes down what was typed about somebody, as rewrite() does. After the last day an answer that
// was given before is changed by asking, too; one to a question of those who are approved, or that
// nobody has answered, is simply kept, unless the question says that it matters: then it is part of
// what was decided about. Whoever owes no answer any more is not reminded of it.
Result<Edit> take_typed(web::Desk& desk, const Registered& one, const Typed& typed,
                        const std::vector<Question>& questions, Side side, bool closed);

}  // namespace sala::registration
