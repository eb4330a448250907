// SPDX-License-Identifier: Apache-2.0

#include "floor/texts.hpp"

#include <algorithm>
#include <limits>
#include <tuple>

namespace sala::floor {

namespace {

// The statement that a text was handed in for; one that was over by then it was not. Null: none.
const Entry* statement_for(const Floor& floor, const Inscription& text)
{
    const auto& list = floor.list();
    const auto comes = [&](const Entry& entry) {
        return std::tuple(entry.kind != text.kind,
                          entry.began_at ? entry.began_at.milliseconds()
                                         : std::numeric_limits<std::int64_t>::max(),
                          std::find(list.begin(), list.end(), entry.id) - list.begin());
    };
    const Entry* first = nullptr;
    for (const auto& entry : floor.entries()) {
        const bool over = floor.is_over(entry) && entry.ended_at < text.at;
        if (entry.delegation == text.delegation && is_listed(entry.kind) &&
            entry.status != Status::withdrawn && !over && (!first || comes(entry) < comes(*first)))
            first = &entry;
    }
    return first;
}

}  // namespace

Texts texts_at(store::Session& session, const Hall& hall)
{
    return {texts_of(session, hall.forum.id, hall.sitting),
            guiding_questions(session, hall.forum.id, hall.sitting),
            speech_files_at(session, hall.forum.id, hall.sitting)};
}

const Inscription* text_for(const Texts& texts, const Floor& floor, const Entry& entry)
{
    const auto* text = text_of(texts.inscriptions, entry.delegation);
    return text && statement_for(floor, *text) == &entry ? text : nullptr;
}

const HandedIn* file_of(const Files& files, std::int64_t delegation)
{
    const auto found = files.find(delegation);
    return found == files.end() ? nullptr : &found->second;
}

Json file_json(const HandedIn* file)
{
    return file ? Json::object({{"name", file->name},
                                {"kind", file->kind},
                                {"size", file->size},
                                {"at", file->at.milliseconds()},
                                {"address", file->address}})
                : Json();
}

}  // namespace sala::floor
