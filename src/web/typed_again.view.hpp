// SPDX-License-Identifier: Apache-2.0
//
// Somebody's login ended while they wrote, or what they wrote about was taken away. Nothing of it
// was saved, and what they typed stands here, so that they can copy it: a browser keeps no page of
// ours, so the form behind them is gone.

#pragma once

#include "web/verb.hpp"

namespace sala::web {

// A field as a person knows it, and what they typed into it.
struct TypedWords {
    std::string name;
    std::string words;
};

inline Html typed_again(const Reader& reader, const std::vector<TypedWords>& typed)
{
    int number = 0;
    return each(typed, [&](const TypedWords& one) {
        const auto id = "typed-" + std::to_string(++number);
        return html(reader, "<p><label for=\"", id, "\">", one.name, "</label><textarea id=\"", id,
                    "\" rows=\"", one.words.size() > 120 ? 8 : 2, "\" readonly>\n", one.words,
                    "</textarea></p>\n");
    });
}

inline Page refused_page(const Desk& desk, const Sentence& why,
                         const std::vector<TypedWords>& typed, const std::string& back_to)
{
    const auto& reader = desk.reader();
    return {.title = reader.say(tr("This could not be saved")),
            .body = html(reader, "<div class=\"stack narrow\">\n<h1>",
                         tr("This could not be saved"), "</h1>\n<p class=\"lede\">", why,
                         "</p>\n<p>", tr("What you typed stands below, so that you can copy it."),
                         "</p>\n", typed_again(reader, typed), "<p><a class=\"button\" href=\"",
                         back_to, "\">", tr("Go back"), "</a></p>\n</div>\n")};
}

inline Html way_to_sign_in(const Desk& desk)
{
    const auto& reader = desk.reader();
    return html(reader,
                "<p><a class=\"button\" target=\"_blank\" rel=\"noopener\" href=\"/login?next=",
                percent_encoded(desk.address()), "\">", tr("Sign in"), "</a></p>\n");
}

// `whole`: everything that was typed stands here.
inline Page sign_in_first_page(const Desk& desk, const std::vector<TypedWords>& typed, bool whole)
{
    const auto& reader = desk.reader();
    const auto lede = typed.empty()
                          ? tr("Nothing was saved. Sign in and send it again.")
                          : tr("Nothing was saved, but what you typed stands below. Sign in, which "
                               "opens beside this page, and copy it from here.");
    return {.title = reader.say(tr("Please sign in first.")),
            .body = html(reader, "<div class=\"stack narrow\">\n<h1>", tr("Please sign in first."),
                         "</h1>\n<p class=\"lede\">", lede, "</p>\n",
                         when(!whole,
                              [&] {
                                  return html(reader, "<p>",
                                              tr("Files, and what is longer than 256 KiB "
                                                 "altogether, are not shown again."),
                                              "</p>\n");
                              }),
                         way_to_sign_in(desk), typed_again(reader, typed), "</div>\n")};
}

}  // namespace sala::web
