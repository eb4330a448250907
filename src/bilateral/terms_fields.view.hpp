// SPDX-License-Identifier: Apache-2.0
//
// The fields of the sheet of terms: what they are called, what stands in them, and what was typed
// into them. Nothing that was typed is lost: where the sheet was sent back meanwhile, both texts
// stand there.

#pragma once

#include "bilateral/terms.view.hpp"

namespace sala::bilateral {

// So many new items can be sent back at once. In fields they have the numbers 0, -1, -2 …
constexpr int new_items_max = 5;

// The language of the fields that name none: that of the page, also when it comes back on one in
// another language.
inline Language main_language(const web::Reader& reader, const web::Form* typed)
{
    const auto& all = web::interface_languages();
    const auto said = typed ? Language::named((*typed)["language"]) : std::nullopt;
    const bool known = said && std::find(all.begin(), all.end(), *said) != all.end();
    return known ? *said : reader.language;
}

// One field: a column of an item in one language.
struct ItemField {
    int number = 0;
    std::size_t column = 0;
    Language language = Language::english();
    bool is_main = true;  // of the language that the fields name by not naming one

    std::string name() const
    {
        const auto name = "item." + std::to_string(number) + "." + item_columns.at(column);
        return is_main ? name : name + "." + language.tag();
    }
};

inline std::vector<ItemField> fields_of_item(int number, const Language& main)
{
    std::vector<ItemField> fields;
    for (const auto& language : web::interface_languages())
        for (std::size_t column = 0; column < item_columns.size(); ++column)
            fields.push_back({number, column, language, language == main});
    return fields;
}

// The revision that what was typed began with, when it is not the newest any more.
inline const std::vector<Item>* older_sheet(const web::Desk& desk, const TermsPage& page)
{
    static const std::vector<Item> nothing;
    const auto seen = desk.typed() ? desk.typed()->number("seen") : std::nullopt;
    if (!seen || *seen < 0 || *seen >= page.terms.number())
        return nullptr;
    return *seen == 0 ? &nothing
                      : &page.terms.revisions()[static_cast<std::size_t>(*seen - 1)].items;
}

inline const Item& item_in(const std::vector<Item>& items, int number)
{
    static const Item none;
    const auto found = std::find_if(items.begin(), items.end(),
                                    [&](const Item& item) { return item.number == number; });
    return found == items.end() ? none : *found;
}

// What a field shows, and what stands there now when that is neither what was typed nor what the
// typing began with.
struct FieldWords {
    std::string shown;
    std::string standing = {};
};
inline FieldWords words_of(const web::Desk& desk, const TermsPage& page, const Item& item,
                           const ItemField& field)
{
    const auto name = field.name();
    const auto& stands = words_in(item.words.at(field.column), field.language);
    if (!desk.typed() || !desk.typed()->has(name))
        return {stands};
    const auto& typed = (*desk.typed())[name];
    const auto* older = older_sheet(desk, page);
    if (!older || item.number <= 0)
        return {typed};
    const auto& was = words_in(item_in(*older, item.number).words.at(field.column), field.language);
    if (typed == was)
        return {stands};
    return {typed, stands == was || stands == typed ? std::string{} : stands};
}

// item.NUMBER.COLUMN, item.NUMBER.COLUMN.LANGUAGE and agree.NUMBER; from 0 down a new item. Items
// of which nothing was sent stay.
inline Typed typed_in(const web::Form& form, const web::Reader& reader,
                      const std::vector<Item>& now)
{
    const auto main = main_language(reader, &form);
    const auto as_typed = [&](Item item, int number) {
        for (const auto& field : fields_of_item(number, main))
            if (form.has(field.name()))
                item.words.at(field.column).set(field.language, {form[field.name()], {}});
        return item;
    };
    Typed typed;
    for (const auto& item : now) {
        typed.items.push_back(as_typed(item, item.number));
        if (form.ticked("agree." + std::to_string(item.number)))
            typed.agreed.push_back(item.number);
    }
    for (int more = 0; more < new_items_max; ++more)
        typed.items.push_back(as_typed({}, -more));
    return typed;
}

}  // namespace sala::bilateral
