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
};

// Of a form, for somebody of this status; everything that is wrong goes into `wrong`. Needed
// questions are asked when a person is sent in, not while they are written down.
Typed typed_about(const web::Form& form, const std::vector<forum::Part>& categories,
                  const std::vector<Question>& questions, Status status,
                  std::vector<Refusal>& wrong);

// When a form comes back, every sentence about it at once, not only the first.
void say_all_that_is_wrong(web::Desk& desk, const std::vector<forum::Part>& categories,
                           const std::vector<Question>& questions, Status status);

// Writes down what was typed about somebody, as rewrite() does. After the last day an answer that
// was given before is changed by asking, too; one to a question of those who are approved, or that
// nobody has answered, is simply kept, unless the question says that it matters: then it is part of
// what was decided about. Whoever owes no answer any more is not reminded of it.
Result<Edit> take_typed(web::Desk& desk, const Registered& one, const Typed& typed,
                        const std::vector<Question>& questions, Side side, bool closed);

}  // namespace sala::registration
