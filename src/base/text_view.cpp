// SPDX-License-Identifier: Apache-2.0

#include "base/text_view.hpp"

#include "base/canonical_text.hpp"

#include <algorithm>

namespace sala {

bool TextView::read(std::string_view canonical_json)
{
    wordings_.clear();
    if (canonical_json.empty())
        return true;
    const auto add = [&](std::string_view language, std::string_view verbatim,
                         std::string_view corrected) {
        wordings_.push_back({language, verbatim, corrected});
        return true;
    };
    if (CanonicalText::walk(canonical_json, add))
        return true;
    wordings_.clear();
    auto text = Text::read(canonical_json);
    if (!text)
        return false;
    unusual_ = *std::move(text);
    for (const auto& [language, wording] : unusual_.wordings())
        add(language.tag(), wording.verbatim, wording.corrected);
    return true;
}

const TextView::Wording* TextView::in(std::string_view language) const
{
    const auto found = std::find_if(wordings_.begin(), wordings_.end(),
                                    [&](const auto& one) { return one.language == language; });
    return found == wordings_.end() ? nullptr : &*found;
}

const TextView::Wording* TextView::for_reader(const Language& wanted) const
{
    if (const auto* own = in(wanted.tag()))
        return own;
    if (const auto* english = in("en"))
        return english;
    return wordings_.empty() ? nullptr : &wordings_.front();
}

}  // namespace sala
