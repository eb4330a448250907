// SPDX-License-Identifier: Apache-2.0

#include "script/with_breaks.hpp"

#include "script/normal.hpp"
#include "script/segment.hpp"

namespace sala::script {

std::string with_breaks(const std::string& text, const std::vector<std::string>& names)
{
    const auto places = break_opportunities(text, names);
    auto next = places.begin();
    std::string marked;
    bool any = false;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const bool after_space = at > 0 && text[at - 1] == ' ';
        const auto before = std::string_view(text).substr(0, at);
        const bool after_dash = before.ends_with('-') || before.ends_with("–");
        const bool may = next != places.end() && *next == at;
        if (may)
            ++next;
        if (may && !after_space && text[at - 1] != '\n') {
            marked += "\u200B";
            any = true;
        } else if (!may && (after_space || after_dash) && text[at] != ' ')
            marked += "\u2060";
        marked += text[at];
    }
    return any || !holds_thai(text) ? marked : marked + "\u200B";
}

}  // namespace sala::script
