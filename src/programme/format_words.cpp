// SPDX-License-Identifier: Apache-2.0

#include "programme/format_words.hpp"

#include "directory/whole_name.hpp"
#include "document/uuid.hpp"

namespace sala::programme {

std::string speaker_words(const Writing& writing, const Speaker& speaker)
{
    auto words = directory::whole_name(speaker.honorific, speaker.name, writing.language);
    const auto post = writing.words(speaker.post);
    if (!post.empty())
        words += (words.empty() ? "" : ", ") + post;
    return words;
}

std::string title_words(const Writing& writing, const Intervention& one)
{
    return one.title.empty() ? writing.words(short_name(one.speaker)) : writing.words(one.title);
}

std::string place_words(const Writing& writing, const Sitting& sitting)
{
    const auto* room = writing.programme.room(sitting.room);
    if (!room)
        return sitting.is_away() ? std::string{} : writing.words(writing.programme.venue);
    const auto venue = writing.words(room->venue);
    return writing.words(room->name) + (venue.empty() ? "" : ", " + venue);
}

std::string with_doubt(const Writing& writing, std::string description, const Time& time,
                       const std::string& certainty)
{
    const auto add = [&](const char* english, const char* thai) {
        description +=
            (description.empty() ? "" : "\n") + std::string(writing.thai() ? thai : english);
    };
    if (time.illustrative)
        add("Illustrative: time not in the source.", "เวลาสมมุติ: แหล่งข้อมูลไม่ได้ระบุเวลา");
    if (certainty == "conditional")
        add("Conditional: may not take place.", "มีเงื่อนไข: อาจไม่เกิดขึ้น");
    return description;
}

std::string guid_of(const Programme& programme, const std::string& kind, const std::string& key)
{
    return document::uuid5(document::uuid_namespace_url,
                           "sala:" + programme.slug + ":" + kind + ":" + key);
}

}  // namespace sala::programme
