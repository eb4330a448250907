// SPDX-License-Identifier: Apache-2.0

#include "floor/kind.hpp"

#include <algorithm>

namespace sala::floor {

std::string word(Kind kind)
{
    switch (kind) {
    case Kind::statement:
        return "statement";
    case Kind::group:
        return "group";
    case Kind::response:
        return "response";
    case Kind::question:
        return "question";
    case Kind::order:
        return "order";
    case Kind::reply:
        return "reply";
    case Kind::chair:
        break;
    }
    return "chair";
}

std::optional<Kind> kind_named(std::string_view word)
{
    const auto* found = std::find_if(all_kinds.begin(), all_kinds.end(),
                                     [&](Kind kind) { return floor::word(kind) == word; });
    return found == all_kinds.end() ? std::nullopt : std::optional(*found);
}

Sentence name_of(Kind kind)
{
    switch (kind) {
    case Kind::statement:
        return tr("Statement");
    case Kind::group:
        return tr("Statement on behalf of a group");
    case Kind::response:
        return tr("Response");
    case Kind::question:
        return tr("Interposed question");
    case Kind::order:
        return tr("Point of order");
    case Kind::reply:
        return tr("Right of reply");
    case Kind::chair:
        break;
    }
    return tr("Remark of the chair");
}

}  // namespace sala::floor
