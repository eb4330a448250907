// SPDX-License-Identifier: Apache-2.0
//
// Somebody who stands at the door and is on no list, as the door noted them.

#pragma once

#include "forum/forum.hpp"
#include "registration/entering.hpp"

namespace sala::door {

// What stands in the form for who comes without a delegation; no key of a row can be it.
inline constexpr char no_delegation[] = "-";

// Whom they come with; delegation 0 for who comes without one. Says for whom the visitor acts.
// Refuses: category-or-organisation, of who comes without one and says neither; not-a-choice.
Result<registration::Delegation> delegation_of_walk_in(web::Desk& desk, const forum::Forum& forum,
                                                       const web::Form& form);

// Who they are, with a name in Latin letters or in Thai. Refuses: not-your-category, and what
// registration::mended refuses.
Result<registration::Particulars> particulars_of_walk_in(web::Desk& desk, const forum::Forum& forum,
                                                         const web::Form& form);

}  // namespace sala::door
