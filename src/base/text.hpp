// SPDX-License-Identifier: Apache-2.0
//
// One text in several languages: what was printed, and beside it an editor's correction if any.
//
// The verbatim words are kept exactly as the source has them, typing errors included; pages show
// the correction and mark it. In the store a Text is one column of canonical JSON:
//   {"en":{"verbatim":"…"},"th":{"corrected":"…","verbatim":"…"}}
// with languages in alphabetical order, so equal texts are equal bytes.

#pragma once

#include "base/language.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace sala {

class Text {
public:
    struct Wording {
        std::string verbatim;
        std::string corrected;  // empty: the verbatim words stand

        const std::string& shown() const { return corrected.empty() ? verbatim : corrected; }
        bool operator==(const Wording&) const = default;
    };

    Text() = default;
    Text(const Language& language, std::string verbatim)
    {
        set(language, {std::move(verbatim), {}});
    }

    // A wording without words removes the language.
    void set(const Language& language, Wording wording);

    bool empty() const { return wordings_.empty(); }
    // In the alphabetical order of the languages.
    using Wordings = std::vector<std::pair<Language, Wording>>;
    const Wordings& wordings() const { return wordings_; }
    const Wording* in(const Language& language) const;

    // The wording for a reader of `wanted`, and the language it is really in: their own, else
    // English, else the first there is. Nothing when there are no words at all.
    struct Shown {
        Language language;
        const Wording* wording;
    };
    std::optional<Shown> for_reader(const Language& wanted) const;

    // The words alone, as for_reader() would show them; empty when there are none.
    std::string words(const Language& wanted) const;

    std::string canonical_json() const;  // empty string for an empty text
    static std::optional<Text> read(std::string_view canonical_json);

    bool operator==(const Text&) const = default;

private:
    friend class CanonicalText;

    Wordings wordings_;  // few: looked through one after the other
};

}  // namespace sala
