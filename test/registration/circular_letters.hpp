// SPDX-License-Identifier: Apache-2.0
//
// What tests of letters to many share: writing one, inviting, and reading what was prepared.

#pragma once

#include "guests.hpp"

#include "registration/circular_store.hpp"

namespace sala {

inline Fields letter(const std::string& audience, const std::string& kind, const std::string& body,
                     Fields more = {})
{
    Fields fields{{"audience", audience},
                  {"kind", kind},
                  {"subject_en", "News of {forum}"},
                  {"body_en", body},
                  {"subject_th", "ข่าวของ {forum}"},
                  {"body_th", "เรียน {name}"}};
    for (const auto& [name, value] : more) {
        std::erase_if(fields, [&, &same = name](const auto& one) { return one.first == same; });
        fields.emplace_back(name, value);
    }
    return fields;
}

inline std::string written(Stage& stage, const Fields& fields)
{
    const auto shown = stage.post("/lyon-2030/circulars", fields);
    REQUIRE(shown.status == 303);
    return shown.location;
}

inline void invites(Stage& stage, const std::string& delegation, const std::string& language = "en")
{
    REQUIRE(stage
                .post("/lyon-2030/invitations", {{"delegation", delegation},
                                                 {"name", "The Mayor of " + delegation},
                                                 {"address", "mayor@" + delegation + ".example"},
                                                 {"language", language}})
                .status == 303);
}

// The letters of the outbox that are of a letter to many, newest first.
inline std::vector<mail::Kept> circulars(Guests& stage)
{
    auto all = stage.letters();
    std::erase_if(
        all, [](const mail::Kept& one) { return !one.letter.reason.starts_with("circular_"); });
    return all;
}

inline std::string secret(Stage& stage, Id<mail::Letter> letter)
{
    std::string words;
    stage.store().read([&](store::Session& session) { words = mail::secret_of(session, letter); });
    return words;
}

inline std::string answers(Stage& stage, const std::string& delegation)
{
    const auto json = stage.get("/lyon-2030/invitations.json").json();
    for (const auto& one : json["invitations"].items())
        if (one["delegation"].string() == delegation)
            return stage.post("/lyon-2030/invitations/" + one["id"].string(), {{"comes", "no"}})
                .location;
    return {};
}

// Somebody has read all that waits, and it may leave.
inline void letters_are_read(Guests& stage)
{
    for (const auto& kept : stage.letters())
        if (kept.state == mail::LetterState::prepared)
            stage.store().write([&, id = kept.id](store::Session& session) {
                return static_cast<bool>(mail::approve(session, id, "", stage.now()));
            });
}

}  // namespace sala
