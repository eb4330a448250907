// SPDX-License-Identifier: Apache-2.0

#include "floor/texts.hpp"

namespace sala::floor {

Texts texts_at(store::Session& session, const Hall& hall)
{
    return {texts_of(session, hall.forum.id, hall.sitting),
            guiding_questions(session, hall.forum.id, hall.sitting),
            speech_files_at(session, hall.forum.id, hall.sitting)};
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
