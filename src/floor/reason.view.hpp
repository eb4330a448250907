// SPDX-License-Identifier: Apache-2.0
//
// Why a speaker stands where they stand, in words: the rule that put them there, or the chair.

#pragma once

#include "floor/speaker.view.hpp"

namespace sala::floor {

inline std::string said(const Reader& reader, const Reason& reason)
{
    auto sentence = reason.sentence;
    for (const auto& [name, words] : reason.said)
        sentence.arguments.emplace_back(name, reader.say(words));
    return reader.say(sentence);
}

// The reason for a place, when the list is there as it was computed; null: it is another.
inline const Reason* reason_where_it_holds(const std::vector<Placed>& computed,
                                           const std::vector<std::string>& list,
                                           const std::string& key)
{
    for (std::size_t i = 0; i < std::min(computed.size(), list.size()); ++i)
        if (computed[i].key == key)
            return list[i] == key && (i == 0 || computed[i - 1].key == list[i - 1])
                       ? &computed[i].reason
                       : nullptr;
    return nullptr;
}

// Why an entry stands where it stands: the rule, or the chair's decision with its reason.
inline std::string reason_of(const Reader& reader, const Hall& hall, const Entry& entry,
                             const Computed& computed)
{
    if (entry.moved_by != 0) {
        for (const auto& act : hall.acts)
            if (act.number == entry.moved_by)
                return act.step.words.empty()
                           ? reader.say(tr("Placed by the chair; no reason was given"))
                           : reader.say(
                                 tr("Placed by the chair: {reason}", {{"reason", act.step.words}}));
    }
    // A reason speaks of the neighbour; where the list is another, it would mislead.
    std::vector<std::string> list;
    std::vector<std::string> not_moved;
    for (const auto id : hall.floor.list()) {
        list.push_back(std::to_string(id));
        if (hall.floor.entry(id)->moved_by == 0)
            not_moved.push_back(list.back());
    }
    const auto key = std::to_string(entry.id);
    if (const auto* reason = reason_where_it_holds(computed.all, list, key))
        return said(reader, *reason);
    // Among themselves those whom the chair left alone stand as the rules say.
    if (const auto* reason = reason_where_it_holds(computed.not_moved, not_moved, key);
        reason && key != not_moved.front())
        return said(reader, *reason);
    for (std::size_t i = 0; i < computed.all.size(); ++i)
        if (computed.all[i].key == key)
            return reader.say(
                tr("By the rules it would be number {place}", {{"place", std::to_string(i + 1)}}));
    return {};
}

}  // namespace sala::floor
