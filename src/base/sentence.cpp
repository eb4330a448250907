// SPDX-License-Identifier: Apache-2.0

#include "base/sentence.hpp"

#include <algorithm>

namespace sala {

std::string Sentence::english() const
{
    return fill_in(!plural.empty() && count != 1 ? plural : key, arguments);
}

Sentence tr_count(std::string one, std::string many, std::size_t count, Arguments arguments)
{
    arguments.emplace_back("count", std::to_string(count));
    return {std::move(one), std::move(arguments), std::move(many),
            static_cast<std::int64_t>(count)};
}

std::string fill_in(std::string_view pattern, const Arguments& arguments)
{
    std::string filled;
    filled.reserve(pattern.size() + 32);
    while (!pattern.empty()) {
        const auto open = pattern.find('{');
        filled.append(pattern.substr(0, open));
        if (open == std::string_view::npos)
            break;
        pattern.remove_prefix(open);
        const auto close = pattern.find('}');
        const auto name =
            close == std::string_view::npos ? std::string_view{} : pattern.substr(1, close - 1);
        const auto found =
            std::find_if(arguments.begin(), arguments.end(),
                         [&](const auto& argument) { return argument.first == name; });
        if (found == arguments.end()) {
            filled.push_back('{');
            pattern.remove_prefix(1);
        } else {
            filled.append(found->second);
            pattern.remove_prefix(close + 1);
        }
    }
    return filled;
}

}  // namespace sala
