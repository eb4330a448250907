// SPDX-License-Identifier: Apache-2.0

#include "web/html.hpp"

#include "script/correction.hpp"
#include "web/unbroken_words.hpp"

#include <algorithm>
#include <array>
#include <cstring>

namespace sala::web {

namespace {

constexpr std::string_view entity_of(char sign)
{
    switch (sign) {
    case '&':
        return "&amp;";
    case '<':
        return "&lt;";
    case '>':
        return "&gt;";
    case '"':
        return "&quot;";
    case '\'':
        return "&#39;";
    default:
        return {};
    }
}

constexpr auto is_escaped = [] {
    std::array<bool, 256> signs{};
    for (const char sign : {'&', '<', '>', '"', '\''})
        signs[static_cast<unsigned char>(sign)] = true;
    return signs;
}();

// Many bytes at once: whether one of them may be one of the five. Without the bits of 0x05, & and '
// are "; without 0x02, > is <. A # is taken for a " and looked at in vain.
template <std::size_t Count>
bool may_need_escapes(const char* bytes)
{
    using Bytes [[gnu::vector_size(Count)]] = unsigned char;
    Bytes all;
    std::memcpy(&all, bytes, Count);
    constexpr auto sign = [](char one) { return static_cast<unsigned char>(one); };
    const auto found = ((all & sign('\xFA')) == sign('"')) | ((all & sign('\xFD')) == sign('<'));
    std::array<std::uint64_t, Count / sizeof(std::uint64_t)> bits;
    std::memcpy(bits.data(), &found, Count);
    std::uint64_t any = 0;
    for (const auto some : bits)
        any |= some;
    return any != 0;
}

// The last bytes are looked at together, too, though some of them have been seen.
template <std::size_t Count>
bool may_need_escapes(std::string_view words)
{
    const auto last = words.size() - Count;
    for (std::size_t n = 0; n < last; n += Count)
        if (may_need_escapes<Count>(words.data() + n))
            return true;
    return may_need_escapes<Count>(words.data() + last);
}

// Whether one of the five may stand in `words`.
bool may_need_escapes(std::string_view words)
{
    if (words.size() >= 16)
        return may_need_escapes<16>(words);
    if (words.size() >= 8)
        return may_need_escapes<8>(words);
    return std::any_of(words.begin(), words.end(),
                       [](char sign) { return is_escaped[static_cast<unsigned char>(sign)]; });
}

// Most words hold none of the five signs and are copied in one piece.
void escape_to(std::string& out, std::string_view words)
{
    if (!may_need_escapes(words)) {
        out += words;
        return;
    }
    std::size_t copied = 0;
    for (std::size_t n = 0; n < words.size(); ++n) {
        if (!is_escaped[static_cast<unsigned char>(words[n])])
            continue;
        out += words.substr(copied, n - copied);
        out += entity_of(words[n]);
        copied = n + 1;
    }
    out += words.substr(copied);
}

using Names = std::span<const std::string>;

// What a reader stumbles over when a line ends in it stands in one piece.
void append_words(std::string& out, std::string_view words, Names names = {})
{
    std::size_t copied = 0;
    UnbrokenWords unbroken(words, names);
    while (const auto word = unbroken.next()) {
        escape_to(out, words.substr(copied, word->begin - copied));
        out += "<span class=\"nb\">";
        escape_to(out, words.substr(word->begin, word->end - word->begin));
        out += "</span>";
        copied = word->end;
    }
    escape_to(out, words.substr(copied));
}

// Whether no markup may come next: in an attribute, or in an element that holds words alone. No
// value brings a sign of markup along, so what was opened last tells; a piece that begins within a
// tag has an attribute's quote open.
bool takes_words_alone(std::string_view markup)
{
    const auto last = markup.find_last_of("<>");
    if (last == std::string_view::npos)
        return std::count(markup.begin(), markup.end(), '"') % 2 == 1;
    if (markup[last] == '<')
        return true;
    const auto tag = markup.substr(std::min(markup.rfind('<', last), last));
    return tag.starts_with("<title") || tag.starts_with("<option") || tag.starts_with("<textarea");
}

void append_sentence(std::string& out, std::string_view words)
{
    if (UnbrokenWords(words).next() && takes_words_alone(out))
        escape_to(out, words);
    else
        append_words(out, words);
}

bool is_blank(std::string_view words)
{
    return words.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

// What an editor corrected is marked wherever it stands, and what was printed stands before it.
void append_wording(std::string& out, const Reader& reader, const Text::Wording& wording,
                    Names names)
{
    if (wording.corrected.empty() || wording.verbatim.empty()) {
        append_words(out, wording.shown(), names);
        return;
    }
    const auto printed = escaped(reader.say(tr("as printed")));
    const auto meant = escaped(reader.say(tr("as meant")));
    for (const auto& one : script::corrections(wording.verbatim, wording.corrected)) {
        append_words(out, one.kept, names);
        // How wide a gap was printed is nobody's misprint.
        if (is_blank(one.printed) && is_blank(one.meant)) {
            escape_to(out, one.meant);
            continue;
        }
        if (!one.printed.empty())
            out += "<del class=\"printed\" title=\"" + printed + "\">" + escaped(one.printed) +
                   "</del>";
        if (!one.meant.empty())
            out += "<ins title=\"" + meant + "\">" + escaped(one.meant) + "</ins>";
    }
}

void append_text(std::string& out, const Reader& reader, const Text& text, Names names)
{
    const auto shown = text.for_reader(reader.language);
    if (!shown)
        return;
    if (shown->language == reader.language) {
        append_wording(out, reader, *shown->wording, names);
        return;
    }
    out += "<span lang=\"" + shown->language.tag() + "\">";
    append_wording(out, reader, *shown->wording, names);
    out += "</span>";
}

}  // namespace

std::string escaped(std::string_view words)
{
    std::string out;
    out.reserve(words.size() + 16);
    escape_to(out, words);
    return out;
}

Html Html::trusted(std::string markup)
{
    Html html;
    html.markup_ = std::move(markup);
    return html;
}

void Html::add_escaped(std::string_view words) { escape_to(markup_, words); }

std::size_t Piece::length() const
{
    constexpr std::size_t of_others = 48;
    return kind_ == Kind::markup || kind_ == Kind::words ? size_ : of_others;
}

void Html::add(const Reader& reader, std::span<const Piece> pieces)
{
    auto length = markup_.size();
    for (const auto& piece : pieces)
        length += piece.length();
    markup_.reserve(length);
    for (const auto& piece : pieces) {
        switch (piece.kind_) {
        case Piece::Kind::markup:
            markup_ += piece.bytes();
            break;
        case Piece::Kind::words:
            escape_to(markup_, piece.bytes());
            break;
        case Piece::Kind::sentence:
            if (const auto& said = *static_cast<const Sentence*>(piece.thing_);
                said.arguments.empty())
                append_sentence(markup_, reader.pattern_of(said));
            else
                append_sentence(markup_, reader.say(said));
            break;
        case Piece::Kind::text:
            add_text(reader, *static_cast<const Text*>(piece.thing_));
            break;
        case Piece::Kind::number:
            markup_ += std::to_string(static_cast<std::int64_t>(piece.size_));
            break;
        }
    }
}

void Html::add_text(const Reader& reader, const Text& text)
{
    append_text(markup_, reader, text, {});
}

Html unbroken(const Reader& reader, const Text& text, std::span<const std::string> names)
{
    std::string markup;
    append_text(markup, reader, text, names);
    return Html::trusted(std::move(markup));
}

Html other_script(const Reader& reader, const Text& text)
{
    return other_script_unbroken(reader, text, {});
}

Html other_script_unbroken(const Reader& reader, const Text& text,
                           std::span<const std::string> names)
{
    Html others;
    const auto shown = text.for_reader(reader.language);
    for (const auto& [language, wording] : text.wordings())
        if (!shown || language != shown->language) {
            // An English passage on a Thai page, or a Thai one on an English page; further
            // languages would crowd a list, so only the first other one is shown.
            std::string words;
            append_wording(words, reader, wording, names);
            append(others, reader, "<span class=\"soft\" lang=\"", language.tag(), "\">",
                   Html::trusted(std::move(words)), "</span>");
            break;
        }
    return others;
}

}  // namespace sala::web
