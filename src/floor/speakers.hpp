// SPDX-License-Identifier: Apache-2.0
//
// Who speaks for a delegation: whoever its inscription names, else whom the programme names, else
// its head; nobody yet when it has none, or said that somebody else will come and not who.

#pragma once

#include "floor/hall.hpp"

namespace sala::floor {

struct Speaker {
    std::int64_t person = 0;  // 0: nobody is named yet
    std::int64_t post = 0;
};
// `planned`, `said`: null where there is none.
Speaker speaker_by(const Hall& hall, std::int64_t delegation, const Planned* planned,
                   const Inscribed* said);
// An inscription, and who heads a delegation, speak of what stands in the list. Who raises a point
// of order or asks a question is seen in the hall, and nobody is named for it.
Speaker speaker_for(const Hall& hall, std::int64_t delegation, Kind kind,
                    const Planned* planned = nullptr);
void name_in(Step& step, const Speaker& speaker);

struct MaySpeak {
    Member member;
    Text name;
};
// Of its sheet, of the programme, and whose registration was approved; `delegation` 0: of all that
// came onto this floor. One statement.
std::vector<MaySpeak> who_may_speak(store::Session& session, const Hall& hall,
                                    std::int64_t delegation);

// Refuses no-such-speaker: nobody of that number is of the delegation. 0 is nobody yet.
Result<Speaker> speaker_chosen(store::Session& session, const Hall& hall, std::int64_t delegation,
                               std::int64_t person);

}  // namespace sala::floor
