// SPDX-License-Identifier: Apache-2.0
//
// HTML that cannot be injected into: literals of the program are markup, every value is escaped.
//
//   html(reader, "<p class=\"soft\">", city.name, "</p>")
//
// A Sentence is translated for the reader; a Text is shown in the reader's language, or in the
// language it has, marked with lang="…" so that a fallback is visible to eyes and screen readers.
// Where an editor corrected it both stand: <del> what was printed, <ins> what was meant. Where no
// markup can stand (an option, an attribute, a title) text.words() are the corrected words alone.

#pragma once

#include "base/text.hpp"
#include "web/reader.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace sala::web {

class Piece;

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

    void reserve(std::size_t bytes) { markup_.reserve(bytes); }
    void add_literal(std::string_view markup) { markup_ += markup; }
    void add_escaped(std::string_view words);
    void add(const Reader& reader, std::span<const Piece> pieces);

private:
    void add_text(const Reader& reader, const Text& text);

    std::string markup_;
};

// One argument of html(): what it is, and where its bytes are while html() puts them together.
class Piece {
public:
    // A literal of the program: an array of constants. A buffer that may change is refused.
    template <std::size_t N>
    Piece(const char (&literal)[N]) : Piece(Kind::markup, literal, N - 1)
    {
    }
    template <std::size_t N>
    Piece(char (&buffer)[N]) = delete;
    Piece(const Html& html) : Piece(Kind::markup, html.markup().data(), html.markup().size()) {}
    Piece(const std::string& typed) : Piece(Kind::words, typed.data(), typed.size()) {}
    Piece(std::string_view typed) : Piece(Kind::words, typed.data(), typed.size()) {}
    Piece(const Sentence& said) : Piece(Kind::sentence, &said, 0) {}
    Piece(const Text& written) : Piece(Kind::text, &written, 0) {}
    Piece(std::int64_t counted) : Piece(Kind::number, nullptr, static_cast<std::size_t>(counted)) {}
    Piece(int counted) : Piece(std::int64_t{counted}) {}
    Piece(std::size_t counted) : Piece(Kind::number, nullptr, counted) {}
    // Whatever else there is (a pointer, a truth, a sign, a fraction) has no one meaning on a page.
    template <class Other>
    Piece(const Other&) = delete;

private:
    friend class Html;
    enum class Kind { markup, words, sentence, text, number };

    Piece(Kind kind, const void* thing, std::size_t size) : kind_(kind), thing_(thing), size_(size)
    {
    }
    std::string_view bytes() const { return {static_cast<const char*>(thing_), size_}; }
    // About how long it becomes, so that most pages are put together without growing.
    std::size_t length() const;

    Kind kind_;
    const void* thing_;
    std::size_t size_;  // of markup and words; the number itself
};

// As a list of pieces and not piece by piece: one function for all pages, not one for each.
template <class... Pieces>
void append(Html& html, const Reader& reader, Pieces&&... pieces)
{
    const std::array<Piece, sizeof...(pieces)> all{Piece(std::forward<Pieces>(pieces))...};
    html.add(reader, all);
}

template <class... Pieces>
Html html(const Reader& reader, Pieces&&... pieces)
{
    Html made;
    append(made, reader, std::forward<Pieces>(pieces)...);
    return made;
}

// One after another: each(reader, cities, [&](const City& city) { return html(…); })
template <class Things, class F>
Html each(const Things& things, F&& show)
{
    Html all;
    for (const auto& thing : things) {
        const auto one = show(thing);
        if constexpr (requires { std::size(things); })
            if (all.empty())
                all.reserve(one.markup().size() * std::size(things));
        all += one;
    }
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
void append_other_script(Html& html, const Reader& reader, const Text& text);

// Escaped for an attribute or for text; for the few places that build strings.
std::string escaped(std::string_view words);

}  // namespace sala::web
