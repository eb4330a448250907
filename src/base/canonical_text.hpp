// SPDX-License-Identifier: Apache-2.0
//
// Walks through the canonical JSON of a text (base/text.hpp) without making a tree of it: a page
// of fifty rows looks at a few hundred. Whatever is unusual (escapes, spaces, other members) is
// left to the whole parser.

#pragma once

#include <optional>
#include <string_view>

namespace sala {

class CanonicalText {
public:
    // Calls found(language, verbatim, corrected) for each language; views into the JSON. False:
    // this is not the usual case, and what was found so far means nothing. `found` answers false
    // to stop.
    template <class F>
    static bool walk(std::string_view json, F&& found)
    {
        CanonicalText walker(json);
        if (!walker.pass("{"))
            return false;
        do {
            const auto language = walker.pass("\"") ? walker.to_quote() : std::nullopt;
            std::string_view verbatim;
            std::string_view corrected;
            if (!language || !walker.wording(verbatim, corrected) ||
                (verbatim.empty() && corrected.empty()) || !found(*language, verbatim, corrected))
                return false;
        } while (walker.pass(","));
        return walker.pass("}") && walker.rest_.empty();
    }

private:
    explicit CanonicalText(std::string_view json) : rest_(json) {}

    bool wording(std::string_view& verbatim, std::string_view& corrected)
    {
        if (!pass(":{\""))
            return false;
        do {
            auto* into = pass("verbatim\":\"")    ? &verbatim
                         : pass("corrected\":\"") ? &corrected
                                                  : nullptr;
            const auto words = into ? to_quote() : std::nullopt;
            if (!words)
                return false;
            *into = *words;
        } while (pass(",\""));
        return pass("}");
    }

    bool pass(std::string_view signs)
    {
        if (!rest_.starts_with(signs))
            return false;
        rest_.remove_prefix(signs.size());
        return true;
    }

    // What stands before the next quotation mark; goes behind it.
    std::optional<std::string_view> to_quote()
    {
        const auto end = rest_.find('"');
        const auto found = rest_.substr(0, end);
        if (end == std::string_view::npos || found.find('\\') != std::string_view::npos)
            return std::nullopt;
        rest_.remove_prefix(end + 1);
        return found;
    }

    std::string_view rest_;
};

}  // namespace sala
