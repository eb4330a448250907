// SPDX-License-Identifier: Apache-2.0
//
// A person's name with the honorific before it, both in one language.

#pragma once

#include "base/text.hpp"
#include "script/person_name.hpp"

namespace sala::directory {

// The honorific in `language`, worded anew from another language when it must be. One that has no
// words there is left out: “นายแพทย์” does not stand before a name in Latin letters.
inline std::string honorific_for(const Text& honorific, const Language& language)
{
    if (const auto* wording = honorific.in(language))
        return wording->shown();
    const auto other = honorific.for_reader(language);
    if (!other)
        return {};
    const auto& printed = other->wording->shown();
    auto worded = script::honorific_in(printed, language);
    return other->language.is_thai() && worded == printed ? std::string{} : worded;
}

// "นายชัชชาติ สิทธิพันธุ์", "Mr Chadchart Sittipunt"; in the language the name is shown in.
inline std::string whole_name(const Text& honorific, const Text& name, const Language& language)
{
    const auto shown = name.for_reader(language);
    return shown ? script::join(honorific_for(honorific, shown->language), shown->wording->shown(),
                                shown->language)
                 : std::string{};
}

}  // namespace sala::directory
