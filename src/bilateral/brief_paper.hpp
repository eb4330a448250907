// SPDX-License-Identifier: Apache-2.0
//
// The brief of one page with which somebody goes into a meeting. However many meet: the letters get
// smaller, down to what can still be read, and after that the less urgent needs and offers are left
// out, which the page says.

#pragma once

#include "bilateral/brief.hpp"
#include "bilateral/meeting_paper.hpp"

namespace sala::bilateral {

document::Paper brief_paper(const MeetingPapers& papers, const Brief& brief,
                            const Language& language, Instant at);

}  // namespace sala::bilateral
