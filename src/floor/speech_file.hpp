// SPDX-License-Identifier: Apache-2.0
//
// The text of a speech as a file, for the interpreters: one of a delegation and sitting. It is
// reached by an address that only pages hold whose readers may read the text.

#pragma once

#include "base/instant.hpp"
#include "base/result.hpp"
#include "document/text_file.hpp"
#include "store/session.hpp"
#include "web/form.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string>

namespace sala::floor {

constexpr std::int64_t speech_bytes_max = 8L * 1024 * 1024;

// What was sent, looked at before the turn begins.
struct SentFile {
    std::string name;
    document::TextFile kind = document::TextFile::pdf;
    std::int64_t size = 0;  // bytes
    std::string base64;
};
// Nothing when no file was sent. Refusals as document::text_file_in.
std::optional<Result<SentFile>> sent_file(const web::Form& form);

struct SpeechFile {
    std::int64_t forum = 0;
    std::int64_t sitting = 0;
    std::int64_t delegation = 0;
    std::int64_t id = 0;
    SentFile sent;
    std::int64_t by = 0;
    Instant at;
};
// The one before goes.
void keep_speech_file(store::Session& session, const SpeechFile& file);
void forget_speech_file(store::Session& session, std::int64_t forum, std::int64_t sitting,
                        std::int64_t delegation);

// As pages show it.
struct HandedIn {
    std::string name;
    std::string kind;       // "pdf", "docx"
    std::int64_t size = 0;  // bytes
    Instant at;
    std::string address;  // "/speeches/…"
};
std::map<std::int64_t, HandedIn> speech_files_at(store::Session& session, std::int64_t forum,
                                                 std::int64_t sitting);

// What an address leads to; nothing when it leads nowhere any more.
struct ReachedFile {
    std::string name;  // "quito.pdf"
    std::string kind;
    std::string bytes;
};
std::optional<ReachedFile> speech_file_at(store::Session& session, const std::string& token);

}  // namespace sala::floor
