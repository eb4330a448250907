// SPDX-License-Identifier: Apache-2.0

#include "bilateral/terms_json.hpp"

#include "script/normal.hpp"

namespace sala::bilateral {

namespace {

// Of words that were kept without one.
Language language_by_letters(const std::string& words)
{
    return script::holds_thai(words) ? Language::thai() : Language::english();
}

Json kept_words(const Text& text)
{
    const auto& all = text.wordings();
    if (all.empty())
        return {""};
    if (const auto& [language, wording] = all.front();
        all.size() == 1 && language == language_by_letters(wording.verbatim))
        return {wording.verbatim};
    auto json = Json::object();
    for (const auto& [language, wording] : all)
        json.set(language.tag(), wording.verbatim);
    return json;
}

Text read_words(const Json& kept)
{
    Text text;
    if (const auto& words = kept.string(); !words.empty())
        return {language_by_letters(words), words};
    for (const auto& [tag, words] : kept.members())
        if (const auto language = Language::named(tag))
            text.set(*language, {words.string(), {}});
    return text;
}

Json shown_words(const Text& text)
{
    auto json = Json::object();
    for (const auto& [language, wording] : text.wordings())
        json.set(language.tag(), wording.verbatim);
    return json;
}

// `as_json` makes of a column what stands under its name.
Json item_json(const Item& item, const auto& as_json)
{
    auto json = Json::object({{"number", item.number}});
    for (std::size_t column = 0; column < item_columns.size(); ++column)
        json.set(item_columns[column], as_json(item.words[column]));
    json.set("state", std::string(word(item.state)));
    json.set("last", std::string(word(item.last)));
    if (!item.agreed_by.empty()) {
        auto sides = Json::array();
        for (const auto side : item.agreed_by)
            sides.push(std::string(word(side)));
        json.set("agreed_by", std::move(sides));
    }
    return json;
}

}  // namespace

Json items_json(const std::vector<Item>& items)
{
    auto list = Json::array();
    for (const auto& item : items)
        list.push(item_json(item, kept_words));
    return list;
}

Json items_json(const std::vector<Item>& items, const Language& reader)
{
    auto list = Json::array();
    for (const auto& item : items) {
        auto json = item_json(item, [&](const Text& text) { return Json(text.words(reader)); });
        auto words = Json::object();
        for (std::size_t column = 0; column < item_columns.size(); ++column)
            words.set(item_columns[column], shown_words(item.words[column]));
        json.set("words", std::move(words));
        list.push(std::move(json));
    }
    return list;
}

std::vector<Item> read_items(const std::string& json)
{
    std::vector<Item> items;
    const auto list = Json::read(json);
    if (!list)
        return items;
    for (const auto& one : list->items()) {
        Item item;
        item.number = static_cast<int>(one["number"].integer());
        for (std::size_t column = 0; column < item_columns.size(); ++column)
            item.words[column] = read_words(one[item_columns[column]]);
        item.state = item_state_named(one["state"].string()).value_or(Item::State::proposed);
        item.last = side_named(one["last"].string()).value_or(Side::host);
        const auto& agreed = one["agreed_by"];
        for (const auto& side : agreed.items())
            item.agreed_by.push_back(side_named(side.string()).value_or(Side::host));
        items.push_back(std::move(item));
    }
    return items;
}

}  // namespace sala::bilateral
