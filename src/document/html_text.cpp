// SPDX-License-Identifier: Apache-2.0

#include "document/html_text.hpp"

#include "document/utf8.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace sala::document {
namespace {

struct Tag {
    std::string name;  // lower case
    std::string_view inside;
    bool closes = false;
    std::size_t end = 0;  // behind ">"
};

bool letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool digit(char c) { return c >= '0' && c <= '9'; }

// An empty name where no tag begins: "a < b" is text. `last` is where the last ">" stands: a
// million tags that never end must not each be searched for their end.
Tag tag_at(std::string_view html, std::size_t at, std::size_t last)
{
    if (html.substr(at).starts_with("<!--")) {
        const auto end = html.find("-->", at + 4);
        return {"!--", {}, false, end == html.npos ? html.size() : end + 3};
    }
    auto i = at + 1;
    const bool closes = i < html.size() && html[i] == '/';
    i += closes;
    const auto begin = i;
    while (i < html.size() && (letter(html[i]) || (i > begin && digit(html[i]))))
        ++i;
    if (i == begin || last == html.npos || i > last)
        return {};
    const auto end = html.find('>', i);
    std::string name(html.substr(begin, i - begin));
    std::transform(name.begin(), name.end(), name.begin(),
                   [](char c) { return static_cast<char>(digit(c) ? c : c | 0x20); });
    return {name, html.substr(i, end - i), closes, end + 1};
}

constexpr auto paragraphs = std::to_array<std::string_view>(
    {"p", "div", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "table"});
constexpr auto others = std::to_array<std::string_view>(
    {"a",  "b",  "i",  "em", "strong", "br",    "li",  "span", "code",   "tr",
     "td", "th", "hr", "u",  "img",    "tbody", "sup", "sub",  "script", "style"});

template <class Names>
bool is_one_of(const Names& names, std::string_view name)
{
    return std::find(names.begin(), names.end(), name) != names.end();
}

struct Entity {
    std::string_view name;
    char32_t character;
};
constexpr auto entities = std::to_array<Entity>({{"amp", U'&'},
                                                 {"lt", U'<'},
                                                 {"gt", U'>'},
                                                 {"quot", U'"'},
                                                 {"apos", U'\''},
                                                 {"nbsp", U' '},
                                                 {"ndash", 0x2013},
                                                 {"mdash", 0x2014},
                                                 {"hellip", 0x2026},
                                                 {"rsquo", 0x2019},
                                                 {"lsquo", 0x2018},
                                                 {"ldquo", 0x201C},
                                                 {"rdquo", 0x201D},
                                                 {"eacute", 0xE9},
                                                 {"ouml", 0xF6},
                                                 {"auml", 0xE4},
                                                 {"uuml", 0xFC},
                                                 {"szlig", 0xDF}});

constexpr std::size_t entity_bytes_max = 10;  // with its semicolon
constexpr std::size_t address_bytes_max = 2000;

// Adds the character that an entity names and returns where it ends, or `at` when it is none.
std::size_t add_entity(std::string& text, std::string_view html, std::size_t at)
{
    auto name = html.substr(at + 1, entity_bytes_max);
    const auto length = name.find(';');
    if (length == name.npos || length == 0)
        return at;
    const auto end = at + 1 + length;
    name = name.substr(0, length);
    if (name[0] != '#') {
        for (const auto& entity : entities)
            if (entity.name == name) {
                append_utf8(text, entity.character);
                return end + 1;
            }
        return at;
    }
    const bool hexadecimal = name.size() > 1 && (name[1] | 0x20) == 'x';
    name.remove_prefix(hexadecimal ? 2 : 1);
    std::uint32_t number = 0;
    const auto [stop, error] =
        std::from_chars(name.data(), name.data() + name.size(), number, hexadecimal ? 16 : 10);
    if (error != std::errc{} || stop != name.data() + name.size() || number < 0x20)
        return at;
    append_utf8(text, number);
    return end + 1;
}

std::string address_in(std::string_view inside)
{
    const auto href = inside.find("href=");
    if (href == inside.npos || href + 6 >= inside.size())
        return {};
    const char quote = inside[href + 5];
    const auto end = inside.find(quote, href + 6);
    if ((quote != '"' && quote != '\'') || end == inside.npos || end > href + address_bytes_max)
        return {};
    auto address = inside.substr(href + 6, end - href - 6);
    return address.starts_with("http") ? std::string(address) : std::string();
}

class Stripping {
public:
    explicit Stripping(std::string_view html) : html_(html), last_(html.rfind('>')) {}

    std::string text()
    {
        for (std::size_t i = 0; i < html_.size();) {
            if (html_[i] == '<') {
                const auto tag = tag_at(html_, i, last_);
                if (!tag.name.empty()) {
                    i = pass(tag);
                    continue;
                }
            }
            if (html_[i] == '&') {
                std::string character;
                if (const auto end = add_entity(character, html_, i); end != i) {
                    say(character);
                    i = end;
                    continue;
                }
            }
            say(html_.substr(i, 1));
            ++i;
        }
        return std::move(text_);
    }

private:
    void say(std::string_view piece)
    {
        if (piece == " " || piece == "\n" || piece == "\t" || piece == "\r") {
            space_ = true;
            return;
        }
        if (!text_.empty())
            text_.append(breaks_, '\n');
        if (space_ && breaks_ == 0 && !text_.empty())
            text_ += ' ';
        if (item_)
            text_ += "- ";
        breaks_ = 0;
        space_ = item_ = false;
        text_ += piece;
    }

    void break_line(std::size_t lines)
    {
        breaks_ = std::max(breaks_, lines);
        space_ = false;
    }

    // What a tag does to the text; returns where reading goes on.
    std::size_t pass(const Tag& tag)
    {
        if (!tag.closes && (tag.name == "script" || tag.name == "style")) {
            const auto end = html_.find("</" + tag.name, tag.end);
            return end == html_.npos ? html_.size() : end;
        }
        if (is_one_of(paragraphs, tag.name))
            break_line(2);
        else if (tag.name == "br" || tag.name == "tr" || tag.name == "li" || tag.name == "hr")
            break_line(1);
        else if (tag.name == "td" || tag.name == "th")
            space_ = true;
        if (tag.name == "li")
            item_ = !tag.closes;
        if (tag.name == "a")
            pass_link(tag);
        return tag.end;
    }

    void pass_link(const Tag& tag)
    {
        if (!tag.closes) {
            address_ = address_in(tag.inside);
            words_from_ = text_.size();
            return;
        }
        const auto words = std::string_view(text_).substr(std::min(words_from_, text_.size()));
        if (!address_.empty() && words.find(address_) == words.npos) {
            space_ = true;
            say("(" + address_ + ")");
        }
        address_.clear();
    }

    std::string_view html_;
    std::size_t last_;
    std::string text_;
    std::string address_;
    std::size_t words_from_ = 0;
    std::size_t breaks_ = 0;
    bool space_ = false;
    bool item_ = false;
};

}  // namespace

bool holds_html(std::string_view text)
{
    const auto last = text.rfind('>');
    for (auto at = text.find('<'); at != text.npos;) {
        const auto tag = tag_at(text, at, last);
        if (is_one_of(paragraphs, tag.name) || is_one_of(others, tag.name))
            return true;
        at = text.find('<', std::max(at + 1, tag.end));
    }
    return false;
}

std::string text_of_html(std::string_view html) { return Stripping(html).text(); }

}  // namespace sala::document
