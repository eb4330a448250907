// SPDX-License-Identifier: Apache-2.0
//
// The page of the terms, with the form in which a side answers. Nothing that was typed is lost:
// when the sheet was sent back meanwhile, both texts stand there.

#pragma once

#include "bilateral/terms.view.hpp"

namespace sala::bilateral {

inline std::string item_field(int number, std::size_t column)
{
    return "item." + std::to_string(number) + "." + item_columns[column];
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
inline FieldWords words_in(const web::Desk& desk, const TermsPage& page, const Item& item,
                           std::size_t column)
{
    const auto name = item_field(item.number, column);
    const auto& stands = item.words[column];
    if (!desk.typed() || !desk.typed()->has(name))
        return {stands};
    const auto& typed = (*desk.typed())[name];
    const auto* older = older_sheet(desk, page);
    if (!older || item.number == 0)
        return {typed};
    const auto& was = item_in(*older, item.number).words[column];
    if (typed == was)
        return {stands};
    return {typed, stands == was || stands == typed ? std::string{} : stands};
}

inline web::Html item_inputs(const web::Desk& desk, const TermsPage& page, const Item& item)
{
    const auto& reader = desk.reader();
    web::Html fields;
    for (std::size_t column = 0; column < item_columns.size(); ++column) {
        const auto name = item_field(item.number, column);
        const auto words = words_in(desk, page, item, column);
        fields +=
            html(reader, "<div><label for=\"", name, "\">", item_column_name(column), "</label>",
                 when(!words.standing.empty(),
                      [&] {
                          return html(reader, "<span class=\"hint\">",
                                      tr("Stands there now: {words}", {{"words", words.standing}}),
                                      "</span>");
                      }),
                 column < 3 ? html(reader, "<textarea rows=\"2\" id=\"", name, "\" name=\"", name,
                                   "\">", words.shown, "</textarea>")
                            : html(reader, "<input type=\"text\" id=\"", name, "\" name=\"", name,
                                   "\" value=\"", words.shown, "\">"),
                 "</div>");
    }
    return html(reader, "<div class=\"pair wide\">", fields, "</div>");
}

inline web::Html item_fieldset(const web::Desk& desk, const TermsPage& page, const Item& item)
{
    const auto& reader = desk.reader();
    const bool can_agree = Terms::can_agree(page.side, item);
    const auto name = "agree." + std::to_string(item.number);
    // Nobody agrees to words that were changed after they ticked.
    const auto* older = older_sheet(desk, page);
    const bool ticked = desk.typed() && desk.typed()->ticked(name) &&
                        (!older || item_in(*older, item.number) == item);
    return html(reader, "<fieldset><legend>",
                tr("Item {number}", {{"number", std::to_string(item.number)}}), " ",
                item_chip(reader, item.state), "</legend>\n", item_inputs(desk, page, item),
                when(can_agree,
                     [&] {
                         return html(reader,
                                     "<p><label class=\"tick\"><input type=\"checkbox\" name=\"",
                                     name, "\" value=\"yes\"",
                                     when(ticked, [&] { return html(reader, " checked"); }), "> ",
                                     tr("We agree to this item as it stands"), "</label></p>");
                     }),
                "</fieldset>\n");
}

// What was typed and has no field on this page any more: items that were taken away meanwhile, or
// everything when it is not this side's turn.
inline web::Html typed_without_field(const web::Desk& desk, const TermsPage& page, bool writes)
{
    if (!desk.typed())
        return {};
    const auto& reader = desk.reader();
    const auto* older = older_sheet(desk, page);
    auto began_with = older ? *older : page.terms.items();
    began_with.emplace_back();
    web::Html all;
    for (const auto& item : began_with) {
        const bool has_field =
            writes && (item.number == 0 || item_in(page.terms.items(), item.number).number != 0);
        for (std::size_t column = 0; !has_field && column < item_columns.size(); ++column) {
            const auto& typed = (*desk.typed())[item_field(item.number, column)];
            if (!typed.empty() && typed != item.words[column])
                all += html(reader, "<dt>",
                            when(item.number != 0,
                                 [&] {
                                     return html(reader,
                                                 tr("Item {number}",
                                                    {{"number", std::to_string(item.number)}}),
                                                 ", ");
                                 }),
                            item_column_name(column), "</dt><dd class=\"said\">", typed, "</dd>");
        }
    }
    return when(!all.empty(), [&] {
        return html(reader, "<section class=\"note\"><h2 class=\"h3\">",
                    tr("What you typed, which is not kept"), "</h2>\n<dl class=\"facts\">", all,
                    "</dl></section>\n");
    });
}

inline web::Html terms_form(const web::Desk& desk, const TermsPage& page)
{
    const auto& reader = desk.reader();
    static const Item blank;
    return html(
        reader, "<form class=\"stack\" method=\"post\" action=\"", desk.address(),
        "\" data-warn>\n", web::csrf_field(desk), "<input type=\"hidden\" name=\"seen\" value=\"",
        page.terms.number(), "\">\n",
        each(page.terms.items(), [&](const Item& item) { return item_fieldset(desk, page, item); }),
        "<fieldset><legend>", tr("One more item"), "</legend>\n", item_inputs(desk, page, blank),
        "</fieldset>\n<p class=\"hint\">",
        tr("Empty all fields of an item to take it away. Then it is the other side’s turn."),
        "</p>\n<p><button type=\"submit\" data-key=\"s\">", tr("Send the sheet back"),
        "</button></p>\n</form>\n");
}

inline web::Page terms_page(const web::Desk& desk, const Party& party, const TermsPage& page)
{
    const auto& reader = desk.reader();
    const auto with = words_of(reader, party.all, page.meeting.whom_meets(page.side));
    const auto title = tr("Terms with {name}", {{"name", with}});
    const bool writes = !page.terms.is_frozen() && page.terms.is_turn_of(page.side);
    auto body = html(reader,
                     party_crumbs(desk, party,
                                  html(reader, "<a href=\"", meeting_address(party, page.meeting),
                                       "\">", with, "</a>")),
                     "<h1>", title, "</h1>\n", acts_in_place(reader, party),
                     steps_of(reader, page.terms), every_refusal(desk),
                     typed_without_field(desk, page, writes), what_moved(desk, party, page),
                     writes ? terms_form(desk, page)
                            : html(reader, "<p>",
                                   page.terms.is_frozen() ? tr("Nothing can be changed any more.")
                                                          : tr("It is the other side’s turn."),
                                   "</p>\n", terms_table(reader, page.terms.items())),
                     confirm_part(desk, party, page), revision_list(reader, party, page));
    return party_page(desk, party, reader.say(title), std::move(body));
}

// item.NUMBER.COLUMN and agree.NUMBER; 0 is a new item. Items of which nothing was sent stay.
inline Typed typed_in(const web::Form& form, const std::vector<Item>& now)
{
    Typed typed;
    for (const auto& item : now) {
        auto mine = item;
        for (std::size_t column = 0; column < item_columns.size(); ++column)
            if (form.has(item_field(item.number, column)))
                mine.words[column] = form[item_field(item.number, column)];
        typed.items.push_back(std::move(mine));
        if (form.ticked("agree." + std::to_string(item.number)))
            typed.agreed.push_back(item.number);
    }
    Item more;
    for (std::size_t column = 0; column < item_columns.size(); ++column)
        more.words[column] = form[item_field(0, column)];
    typed.items.push_back(std::move(more));
    return typed;
}

}  // namespace sala::bilateral
