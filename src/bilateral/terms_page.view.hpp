// SPDX-License-Identifier: Apache-2.0
//
// The page of the terms, with the form in which a side answers. Nothing that was typed is lost:
// when the sheet was sent back meanwhile, both texts stand there.

#pragma once

#include "bilateral/terms_fields.view.hpp"

namespace sala::bilateral {

inline web::Html item_input(const web::Desk& desk, const TermsPage& page, const Item& item,
                            const ItemField& field)
{
    const auto& reader = desk.reader();
    const auto name = field.name();
    const auto words = words_of(desk, page, item, field);
    const bool is_long = field.column < 3;
    const auto in_language = when(field.language != reader.language, [&] {
        return html(reader, " lang=\"", field.language.tag(), "\"");
    });
    return html(reader, "<div><label for=\"", name, "\">", item_column_name(field.column),
                when(!field.is_main,
                     [&] {
                         return html(reader, " <span class=\"soft\">",
                                     forum::language_name(field.language), "</span>");
                     }),
                "</label>",
                when(!words.standing.empty(),
                     [&] {
                         return html(reader, "<span class=\"hint\">",
                                     tr("Stands there now: {words}", {{"words", words.standing}}),
                                     "</span>");
                     }),
                is_long ? html(reader, "<textarea rows=\"2\"", in_language, " id=\"", name,
                               "\" name=\"", name, "\">", words.shown, "</textarea>")
                        : html(reader, "<input type=\"text\"", in_language, " id=\"", name,
                               "\" name=\"", name, "\" value=\"", words.shown, "\">"),
                "</div>");
}

// The language of the page first; the others folded away until somebody wrote in them.
inline web::Html item_inputs(const web::Desk& desk, const TermsPage& page, const Item& item)
{
    const auto& reader = desk.reader();
    const auto main = main_language(reader, desk.typed());
    web::Html all;
    web::Html others;
    for (const auto& language : web::interface_languages()) {
        web::Html inputs;
        bool any = false;
        for (const auto& field : fields_of_item(item.number, main))
            if (field.language == language) {
                inputs += item_input(desk, page, item, field);
                any |= !words_of(desk, page, item, field).shown.empty();
            }
        const auto grid = html(reader, "<div class=\"pair wide\">", inputs, "</div>");
        if (language == main)
            all = grid;
        else
            others += html(reader, "<details", when(any, [&] { return html(reader, " open"); }),
                           "><summary>",
                           tr("The same in {language}",
                              {{"language", reader.say(forum::language_name(language))}}),
                           "</summary>\n", grid, "</details>\n");
    }
    return html(reader, all, others);
}

inline web::Html item_fieldset(const web::Desk& desk, const Party& party, const TermsPage& page,
                               const Item& item)
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
                item_chip(reader, item.state), who_agrees(reader, party, page.meeting, item),
                "</legend>\n", item_inputs(desk, page, item),
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

// A line of what was typed and has no field any more.
inline web::Html lost_words(const web::Reader& reader, const ItemField& field,
                            const std::string& typed)
{
    return html(reader, "<dt>",
                when(field.number > 0,
                     [&] {
                         return html(
                             reader,
                             tr("Item {number}", {{"number", std::to_string(field.number)}}), ", ");
                     }),
                item_column_name(field.column), "</dt><dd class=\"said\">", typed, "</dd>");
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
    for (int more = 0; more < new_items_max; ++more) {
        began_with.emplace_back();
        began_with.back().number = -more;
    }
    web::Html all;
    for (const auto& item : began_with) {
        if (writes && (item.number <= 0 || item_in(page.terms.items(), item.number).number != 0))
            continue;
        for (const auto& field : fields_of_item(item.number, main_language(reader, desk.typed()))) {
            const auto& typed = (*desk.typed())[field.name()];
            if (!typed.empty() && typed != words_in(item.words.at(field.column), field.language))
                all += lost_words(reader, field, typed);
        }
    }
    return when(!all.empty(), [&] {
        return html(reader, "<section class=\"note\"><h2 class=\"h3\">",
                    tr("What you typed, which is not kept"), "</h2>\n<dl class=\"facts\">", all,
                    "</dl></section>\n");
    });
}

// Empty items to fill in: one, and behind it the others, each opened from the one before.
inline web::Html new_items(const web::Desk& desk, const TermsPage& page, int from = 0)
{
    const auto& reader = desk.reader();
    Item blank;
    blank.number = -from;
    auto fields =
        html(reader, "<fieldset><legend>", tr("One more item"), "</legend>\n",
             item_inputs(desk, page, blank), "</fieldset>\n",
             when(from + 1 < new_items_max, [&] { return new_items(desk, page, from + 1); }));
    if (from == 0)
        return fields;
    bool open = false;
    if (desk.typed())
        for (const auto& [name, value] : desk.typed()->values())
            open |= name.starts_with("item.-") && !value.empty();
    return html(reader, "<details", when(open, [&] { return html(reader, " open"); }), "><summary>",
                tr("And one more"), "</summary>\n", fields, "</details>\n");
}

inline web::Html terms_form(const web::Desk& desk, const Party& party, const TermsPage& page)
{
    const auto& reader = desk.reader();
    return html(
        reader, "<form class=\"stack\" method=\"post\" action=\"", desk.address(),
        "\" data-warn>\n", web::csrf_field(desk), "<input type=\"hidden\" name=\"seen\" value=\"",
        page.terms.number(), "\"><input type=\"hidden\" name=\"language\" value=\"",
        main_language(reader, desk.typed()).tag(), "\">\n",
        each(page.terms.items(),
             [&](const Item& item) { return item_fieldset(desk, party, page, item); }),
        new_items(desk, page),
        stands_until(reader, page.stand_until,
                     tr("What the heads confirm stays. Everything else of these terms is forgotten "
                        "after {day}.")),
        "<p class=\"hint\">",
        tr("Empty all fields of an item to take it away. Then it is the other side’s turn."),
        "</p>\n<p><button type=\"submit\" data-key=\"s\">", tr("Send the sheet back"),
        "</button></p>\n</form>\n");
}

inline web::Page terms_page(const web::Desk& desk, const Party& party, const TermsPage& page)
{
    const auto& reader = desk.reader();
    const auto with = words_of(reader, party.all, page.meeting.whom_meets(page.side));
    const auto title = tr("Terms with {name}", {{"name", with}});
    const bool writes = page.agreed && !page.terms.is_frozen() && page.terms.is_turn_of(page.side);
    auto body =
        html(reader,
             party_crumbs(desk, party,
                          html(reader, "<a href=\"", meeting_address(party, page.meeting), "\">",
                               with, "</a>")),
             "<h1>", title, "</h1>\n", acts_in_place(reader, party), called_off_note(reader, page),
             steps_of(reader, page.terms), every_refusal(desk),
             typed_without_field(desk, page, writes), what_moved(desk, party, page),
             writes ? terms_form(desk, party, page)
                    : html(reader, "<p>",
                           page.terms.is_frozen() ? tr("Nothing can be changed any more.")
                                                  : tr("It is the other side’s turn."),
                           "</p>\n",
                           terms_table(reader, page.terms.items(),
                                       [&](const Item& item) {
                                           return who_agrees(reader, party, page.meeting, item);
                                       })),
             confirm_part(desk, party, page), revision_list(reader, party, page));
    return party_page(desk, party, reader.say(title), std::move(body));
}

}  // namespace sala::bilateral
