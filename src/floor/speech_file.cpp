// SPDX-License-Identifier: Apache-2.0

#include "floor/speech_file.hpp"

#include "registration/photo_store.hpp"
#include "web/base64.hpp"
#include "web/signed_number.hpp"

namespace sala::floor {

namespace {

constexpr char purpose[] = "speech";

}  // namespace

std::optional<Result<SentFile>> sent_file(const web::Form& form)
{
    const auto* upload = form.upload("file");
    if (!upload)
        return std::nullopt;
    const auto kind = document::text_file_in(upload->bytes);
    if (!kind)
        return kind.refusal();
    return SentFile{upload->name, *kind, static_cast<std::int64_t>(upload->bytes.size()),
                    web::to_base64(upload->bytes)};
}

void keep_speech_file(store::Session& session, const SpeechFile& file)
{
    registration::made_signing_key(session, file.forum, file.at);
    forget_speech_file(session, file.forum, file.sitting, file.delegation);
    session.run("INSERT INTO speech_file (forum, sitting, delegation, id, name, kind, size, "
                "content, by_login, at) VALUES (:forum, :sitting, :delegation, :id, :name, :kind, "
                ":size, :content, :by, :at)",
                file.forum, file.sitting, file.delegation, file.id, file.sent.name,
                document::word(file.sent.kind), file.sent.size, file.sent.base64,
                file.by ? std::optional(file.by) : std::nullopt, file.at);
}

void forget_speech_file(store::Session& session, std::int64_t forum, std::int64_t sitting,
                        std::int64_t delegation)
{
    session.run("DELETE FROM speech_file WHERE forum = :forum AND sitting = :sitting AND "
                "delegation = :delegation",
                forum, sitting, delegation);
}

std::map<std::int64_t, HandedIn> speech_files_at(store::Session& session, std::int64_t forum,
                                                 std::int64_t sitting)
{
    std::map<std::int64_t, HandedIn> files;
    for (const auto& [delegation, id, name, kind, size, at, key] :
         session.select<std::int64_t, std::int64_t, std::string, std::string, std::int64_t,
                        std::int64_t, std::string>(
             "SELECT s.delegation, s.id, s.name, s.kind, s.size, s.at, k.key FROM speech_file s "
             "JOIN door_key k ON k.forum = s.forum WHERE s.forum = :forum AND s.sitting = "
             ":sitting",
             forum, sitting))
        files[delegation] = {name, kind, size, Instant{at},
                             "/speeches/" + web::signed_number(key, purpose, id)};
    return files;
}

std::optional<ReachedFile> speech_file_at(store::Session& session, const std::string& token)
{
    const auto number = web::number_signed(token);
    if (!number)
        return std::nullopt;
    const auto row =
        session.find<std::string, std::string, std::string, std::optional<std::string>>(
            "SELECT s.kind, s.content, k.key, d.key FROM speech_file s JOIN door_key k ON k.forum "
            "= s.forum LEFT JOIN delegation d ON d.forum = s.forum AND d.id = s.delegation WHERE "
            "s.id = :id",
            *number);
    if (!row || !web::read_signed_number(std::get<2>(*row), purpose, token))
        return std::nullopt;
    const auto& [kind, content, key, delegation] = *row;
    return ReachedFile{delegation.value_or("speech") + "." + kind, kind, web::from_base64(content)};
}

}  // namespace sala::floor
