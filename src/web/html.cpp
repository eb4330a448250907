// SPDX-License-Identifier: Apache-2.0

#include "web/html.hpp"

namespace sala::web {

namespace {

void escape_to(std::string& out, std::string_view words)
{
    for (const char c : words) {
        switch (c) {
        case '&':
            out += "&amp;";
            break;
        case '<':
            out += "&lt;";
            break;
        case '>':
            out += "&gt;";
            break;
        case '"':
            out += "&quot;";
            break;
        case '\'':
            out += "&#39;";
            break;
        default:
            out.push_back(c);
        }
    }
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

void Html::add_text(const Reader& reader, const Text& text)
{
    const auto shown = text.for_reader(reader.language);
    if (!shown)
        return;
    if (shown->language == reader.language) {
        add_escaped(shown->wording->shown());
        return;
    }
    markup_ += "<span lang=\"" + shown->language.tag() + "\">";
    add_escaped(shown->wording->shown());
    markup_ += "</span>";
}

Html other_script(const Reader& reader, const Text& text)
{
    Html others;
    const auto shown = text.for_reader(reader.language);
    for (const auto& [language, wording] : text.wordings())
        if (!shown || language != shown->language) {
            // An English passage on a Thai page, or a Thai one on an English page; further
            // languages would crowd a list, so only the first other one is shown.
            append(others, reader, "<span class=\"soft\" lang=\"", language.tag(), "\">",
                   wording.shown(), "</span>");
            break;
        }
    return others;
}

Html with_corrections(const Reader& reader, const Text& text)
{
    const auto shown = text.for_reader(reader.language);
    if (!shown || shown->wording->corrected.empty() || shown->wording->verbatim.empty())
        return html(reader, text);
    const auto& printed = shown->wording->verbatim;
    const auto& meant = shown->wording->corrected;

    // What both begin and end with is common; the middle is what the editor changed. Cuts fall
    // between characters of UTF-8, and never before a combining vowel or tone mark.
    const auto starts_character = [](const std::string& s, std::size_t at) {
        if (at >= s.size())
            return true;
        const auto byte = static_cast<unsigned char>(s[at]);
        if ((byte & 0xC0) == 0x80)
            return false;
        const auto rest = std::string_view(s).substr(at, 3);
        const bool combining = rest.size() == 3 && byte == 0xE0 &&
                               ((rest[1] == '\xB8' && static_cast<unsigned char>(rest[2]) >= 0xB1 &&
                                 rest[2] != '\xB2') ||
                                (rest[1] == '\xB9' && static_cast<unsigned char>(rest[2]) >= 0x87 &&
                                 static_cast<unsigned char>(rest[2]) <= 0x8E));
        return !combining;
    };
    std::size_t head = 0;
    while (head < printed.size() && head < meant.size() && printed[head] == meant[head])
        ++head;
    while (head > 0 && !(starts_character(printed, head) && starts_character(meant, head)))
        --head;
    std::size_t tail = 0;
    while (tail < printed.size() - head && tail < meant.size() - head &&
           printed[printed.size() - 1 - tail] == meant[meant.size() - 1 - tail])
        ++tail;
    while (tail > 0 && !(starts_character(printed, printed.size() - tail) &&
                         starts_character(meant, meant.size() - tail)))
        --tail;

    const auto removed = printed.substr(head, printed.size() - head - tail);
    const auto added = meant.substr(head, meant.size() - head - tail);
    Html marked;
    append(marked, reader, "<span lang=\"", shown->language.tag(), "\">", printed.substr(0, head));
    if (!removed.empty())
        append(marked, reader, "<del>", removed, "</del>");
    if (!added.empty())
        append(marked, reader, "<ins>", added, "</ins>");
    append(marked, reader, meant.substr(meant.size() - tail), "</span>");
    return marked;
}

}  // namespace sala::web
