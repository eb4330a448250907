// SPDX-License-Identifier: Apache-2.0

#include "scenarios/page.hpp"

#include "scenarios/scenario.hpp"

#include <algorithm>

namespace sala::scenarios {

namespace {

std::string unescaped(std::string_view markup)
{
    static const std::vector<std::pair<std::string_view, std::string_view>> names{
        {"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&#39;", "'"}, {"&amp;", "&"}};
    std::string words;
    while (!markup.empty()) {
        const auto name = std::find_if(names.begin(), names.end(), [&](const auto& one) {
            return markup.starts_with(one.first);
        });
        words += name == names.end() ? markup.substr(0, 1) : name->second;
        markup.remove_prefix(name == names.end() ? 1 : name->first.size());
    }
    return words;
}

std::string with_single_spaces(std::string_view words)
{
    std::string all;
    for (const char letter : words) {
        const bool space = letter == ' ' || letter == '\n' || letter == '\t' || letter == '\r';
        if (!space)
            all += letter;
        else if (!all.empty() && all.back() != ' ')
            all += ' ';
    }
    return std::string(trimmed(all));
}

struct Tag {
    std::string name;  // "form", "/form"
    std::map<std::string, std::string, std::less<>> attributes;

    std::string at(std::string_view attribute) const
    {
        const auto found = attributes.find(attribute);
        return found == attributes.end() ? std::string{} : found->second;
    }
    bool has(std::string_view attribute) const { return attributes.contains(attribute); }
};

// `inside` stands between < and >. Values are in double quotes, as html() writes them.
Tag read_tag(std::string_view inside)
{
    Tag tag;
    const auto end = std::min(inside.find_first_of(" \n"), inside.size());
    tag.name = inside.substr(0, end);
    inside.remove_prefix(end);
    while (!(inside = trimmed(inside)).empty()) {
        const auto name = inside.substr(0, std::min(inside.find_first_of(" =\n"), inside.size()));
        inside.remove_prefix(name.size());
        std::string value;
        if (inside.starts_with("=\"")) {
            const auto close = std::min(inside.find('"', 2), inside.size());
            value = unescaped(inside.substr(2, close - 2));
            inside.remove_prefix(std::min(close + 1, inside.size()));
        } else if (name.empty()) {
            inside.remove_prefix(1);
        }
        tag.attributes.emplace(name, std::move(value));
    }
    return tag;
}

// Goes from tag to tag and keeps what it finds.
class Reading {
public:
    ScreenPage page;

    void words(std::string_view raw)
    {
        const auto said = unescaped(raw);
        if (in_body_)
            page.words += said;
        inside_ += said;
    }

    void tag(const Tag& tag)
    {
        if (tag.name == "html")
            page.language = tag.at("lang");
        else if (tag.name == "body")
            in_body_ = true;
        else if (tag.name == "form")
            page.forms.push_back({tag.at("action"), tag.at("method"), tag.has("enctype"), {}, {}});
        else if (!page.forms.empty())
            of_a_form(tag, page.forms.back());
        // A word does not go on from one paragraph or cell into the next.
        const bool inline_tag = tag.name == "span" || tag.name == "/span" || tag.name == "wbr";
        if (in_body_ && !inline_tag)
            page.words += ' ';
        if (tag.name == "button" || tag.name == "textarea" || tag.name == "option")
            inside_.clear();
    }

private:
    void of_a_form(const Tag& tag, PageForm& form)
    {
        const auto name = tag.at("name");
        if (tag.name == "input")
            form.fields.push_back({name, tag.at("value"), tag.at("type"),
                                   tag.at("type") != "checkbox" || tag.has("checked")});
        else if (tag.name == "textarea" || tag.name == "select")
            form.fields.push_back({name, "", tag.name});
        else if (tag.name == "/textarea")
            form.fields.back().value = inside_.substr(inside_.starts_with('\n') ? 1 : 0);
        else if (tag.name == "option" && form.fields.back().type == "select")
            option(tag, form.fields.back());
        else if (tag.name == "button")
            form.buttons.push_back({"", name, tag.at("value")});
        else if (tag.name == "/button")
            form.buttons.back().label = with_single_spaces(inside_);
    }

    // As a browser does: the first one stands until another is marked.
    static void option(const Tag& tag, Field& select)
    {
        if (select.options.empty() || tag.has("selected"))
            select.value = tag.at("value");
        select.options.push_back(tag.at("value"));
    }

    bool in_body_ = false;
    std::string inside_;
};

}  // namespace

Field* PageForm::field(std::string_view name)
{
    const auto found = std::find_if(fields.rbegin(), fields.rend(), [&](const Field& one) {
        return one.name == name && one.type != "hidden";
    });
    return found == fields.rend() ? nullptr : &*found;
}

ScreenPage read_page(std::string_view markup)
{
    Reading reading;
    while (!markup.empty()) {
        const auto open = std::min(markup.find('<'), markup.size());
        reading.words(markup.substr(0, open));
        markup.remove_prefix(open);
        if (markup.empty())
            break;
        const auto close = std::min(markup.find('>'), markup.size());
        reading.tag(read_tag(markup.substr(1, close - 1)));
        markup.remove_prefix(std::min(close + 1, markup.size()));
    }
    reading.page.words = with_single_spaces(reading.page.words);
    return std::move(reading.page);
}

}  // namespace sala::scenarios
