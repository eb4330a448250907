// SPDX-License-Identifier: Apache-2.0
//
// What a calendar and a schedule say of an entry, in one language: who speaks, where, and what is
// not certain.

#pragma once

#include "programme/formats.hpp"

namespace sala::programme {

struct Writing {
    const Programme& programme;
    const Published& published;
    const Language& language;

    std::string words(const Text& text) const { return text.words(language); }
    std::string address(const std::string& rest) const
    {
        return published.public_url.empty() ? std::string{}
                                            : published.public_url + "/" + programme.slug + rest;
    }
    bool thai() const { return language.is_thai(); }
    int sequence(const std::string& kind, const std::string& key) const
    {
        const auto found = published.sequences.find(kind + ":" + key);
        return found == published.sequences.end() ? 0 : found->second;
    }
};

std::string speaker_words(const Writing& writing, const Speaker& speaker);
std::string title_words(const Writing& writing, const Intervention& one);
std::string place_words(const Writing& writing, const Sitting& sitting);
std::string with_doubt(const Writing& writing, std::string description, const Time& time,
                       const std::string& certainty);

}  // namespace sala::programme
