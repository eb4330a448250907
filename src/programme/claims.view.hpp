// SPDX-License-Identifier: Apache-2.0
//
// What sources say about a thing: side by side when they disagree, marked when nothing supports it.

#pragma once

#include "programme/entry.view.hpp"
#include "programme/find_released.hpp"

namespace sala::programme {

inline Html claim_lines(const Reader& reader, const std::vector<ClaimAbout>& claims)
{
    return each(claims, [&](const ClaimAbout& claim) {
        return html(reader, "<p>",
                    claim.standing == "primary" ? html(reader, "<strong>", claim.value, "</strong>")
                                                : html(reader, claim.value),
                    " <span class=\"said\">", claim.source, "</span></p>");
    });
}

// One note for each question, in the order of the data.
inline Html claim_notes(const Reader& reader, const std::vector<ClaimAbout>& claims)
{
    Html notes;
    std::vector<std::string> done;
    for (const auto& claim : claims) {
        const auto question = claim.question.words(Language::english());
        if (std::find(done.begin(), done.end(), question) != done.end())
            continue;
        done.push_back(question);
        std::vector<ClaimAbout> answers;
        for (const auto& other : claims)
            if (other.question.words(Language::english()) == question)
                answers.push_back(other);
        const bool unsupported = claim.standing == "unsupported";
        const bool disagree = answers.size() > 1;
        append(notes, reader, "<div class=\"note\"",
               when(unsupported || disagree, [&] { return html(reader, " data-is=\"conflict\""); }),
               "><h3>", claim.question, "</h3>", claim_lines(reader, answers),
               when(unsupported,
                    [&] {
                        return html(reader, "<p class=\"small\">",
                                    tr("No source supports this yet: it waits for evidence."),
                                    "</p>");
                    }),
               when(disagree && !unsupported,
                    [&] {
                        return html(reader, "<p class=\"small\">",
                                    tr("The sources disagree. Both are kept."), "</p>");
                    }),
               "</div>\n");
    }
    return notes;
}

}  // namespace sala::programme
