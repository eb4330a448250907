// SPDX-License-Identifier: Apache-2.0
//
// HTML that cannot be injected into: literals of the program are markup, every value is escaped.
//
//   html(reader, "<p class=\"soft\">", city.name, "</p>")
//
// A Sentence is translated for the reader; a Text is shown in the reader's language, or in the
// language it has, marked with lang="…" so that a fallback is visible to eyes and screen readers.

#pragma once

#include "base/text.hpp"
#include "web/reader.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace sala::web {

class Html {
public:
    Html() = default;

    const std::string& markup() const { return markup_; }
    bool empty() const { return markup_.empty(); }
    Html& operator+=(const Html& other)
    {
        markup_ += other.markup_;
        return *this;
    }

    // Only for bytes that this program made itself, such as rendered Markdown in safe mode.
    static Html trusted(std::string markup);

    void add_literal(std::string_view markup) { markup_ += markup; }
    void add_escaped(std::string_view words);
    void add_text(const Reader& reader, const Text& text);

private:
    std::string markup_;
};

namespace piece {

// A literal of the program: an array of constants. A buffer that may change is refused.
template <std::size_t N>
void add(Html& html, const Reader&, const char (&literal)[N])
{
    html.add_literal(std::string_view(literal, N - 1));
}
template <std::size_t N>
void add(Html&, const Reader&, char (&buffer)[N]) = delete;

inline void add(Html& html, const Reader&, const std::string& words) { html.add_escaped(words); }
inline void add(Html& html, const Reader&, std::string_view words) { html.add_escaped(words); }
inline void add(Html& html, const Reader&, const Html& other) { html += other; }
inline void add(Html& html, const Reader& reader, const Sentence& sentence)
{
    html.add_escaped(reader.say(sentence));
}
inline void add(Html& html, const Reader& reader, const Text& text) { html.add_text(reader, text); }
inline void add(Html& html, const Reader&, std::int64_t number)
{
    html.add_literal(std::to_string(number));
}
inline void add(Html& html, const Reader&, int number) { html.add_literal(std::to_string(number)); }
inline void add(Html& html, const Reader&, std::size_t number)
{
    html.add_literal(std::to_string(number));
}
// A pointer or a truth has no meaning on a page.
template <class Other>
    requires std::is_pointer_v<Other> || std::is_same_v<Other, bool>
void add(Html&, const Reader&, const Other&) = delete;

}  // namespace piece

template <class... Pieces>
void append(Html& html, const Reader& reader, const Pieces&... pieces)
{
    (piece::add(html, reader, pieces), ...);
}

template <class... Pieces>
Html html(const Reader& reader, const Pieces&... pieces)
{
    Html made;
    append(made, reader, pieces...);
    return made;
}

// One after another: each(reader, cities, [&](const City& city) { return html(…); })
template <class Things, class F>
Html each(const Things& things, F&& show)
{
    Html all;
    for (const auto& thing : things)
        all += show(thing);
    return all;
}

// `shown` when the condition holds; keeps views free of ifs.
template <class F>
Html when(bool condition, F&& show)
{
    return condition ? show() : Html{};
}

// The same text in the languages the reader did not get, each in --soft with its lang.
Html other_script(const Reader& reader, const Text& text);

// The text with the editor's corrections marked: <del> what was printed, <ins> what was meant.
Html with_corrections(const Reader& reader, const Text& text);

// Escaped for an attribute or for text; for the few places that build strings.
std::string escaped(std::string_view words);

}  // namespace sala::web
