// SPDX-License-Identifier: Apache-2.0
//
// The preview of a decision about many: nothing is done before it was looked at.

#pragma once

#include "registration/decision.view.hpp"
#include "registration/decisions.hpp"

namespace sala::registration {

// Whom it is about is ticked by name, "pick-12"; "version-12" and "act-12" are what was seen of
// them.
inline std::vector<web::Field> fields_of_decisions()
{
    auto fields = fields_of_decision();
    std::erase_if(fields, [](const web::Field& field) { return field.kind == web::Field::hidden; });
    return fields;
}

// What was written down of somebody since the preview was made that was sent. They are not ticked:
// whoever decides looks first.
inline web::Html unseen_list(const web::Reader& reader, const std::vector<ChangedWords>& unseen)
{
    return each(unseen, [&](const ChangedWords& one) {
        return html(reader, "<small>", one.what, ": <del>", one.was, "</del> <ins>", one.is,
                    "</ins></small> ");
    });
}

inline web::Html foreseen_row(const web::Reader& reader, const RegistrationsPage& page,
                              const Foreseen& one)
{
    const auto id = one.one.registration.id().word();
    const auto seen = fields_seen_of(one.one.registration.id());
    return html(
        reader, "<tr><th scope=\"row\"><label class=\"tick\"><input type=\"checkbox\" name=\"pick-",
        id, "\" value=\"yes\"",
        one.refusal          ? html(reader, " disabled")
        : one.unseen.empty() ? html(reader, " checked")
                             : web::Html{},
        "> ", person_words(reader, one.one.particulars), "</label><input type=\"hidden\" name=\"",
        seen.version, "\" value=\"", one.one.version, "\"><input type=\"hidden\" name=\"", seen.act,
        "\" value=\"", one.one.act.word(), "\">", unseen_list(reader, one.unseen),
        "</th><td data-th=\"", tr("Delegation"), "\">",
        part_words(reader, page.delegations, one.one.registration.delegation().number()),
        "</td><td data-th=\"", tr("Status"), "\">",
        status_chip(reader, one.one.registration.status()), "</td><td data-th=\"", tr("Then"),
        "\">",
        one.refusal ? html(reader, "<span class=\"said\">", one.refusal->sentence, "</span>")
                    : html(reader, tr("would be done")),
        "</td></tr>\n");
}

inline web::Html what_form(const web::Reader& reader, const forum::Forum& forum,
                           const RegistrationsPage& page, const std::string& step,
                           const std::string& reason)
{
    const auto kept = [&](const char* name, const std::string& value) {
        return when(!value.empty(), [&] {
            return html(reader, "<input type=\"hidden\" name=\"", std::string(name), "\" value=\"",
                        value, "\">");
        });
    };
    return html(
        reader, "<form class=\"stack\" method=\"get\" action=\"", forum.address(),
        "/decisions\">\n",
        kept("status", page.filter.status ? std::string(word(*page.filter.status)) : std::string{}),
        kept("category", page.filter.category), kept("delegation", page.delegation),
        kept("q", page.filter.words), select_of(reader, "step", tr("Decision"), decisions(), step),
        "<p><label for=\"reason\">", tr("Reason"),
        "</label><input id=\"reason\" name=\"reason\" value=\"", reason,
        "\"></p>\n<p><button type=\"submit\" data-kind=\"plain\">", tr("Look ahead"),
        "</button></p>\n</form>\n");
}

// The pages of the preview; each keeps the decision that is looked at.
inline web::Pages pages_decided(const RegistrationsPage& page, const forum::Forum& forum,
                                const std::string& step, const std::string& reason)
{
    auto pages = pages_with(page, forum.address() + "/decisions");
    pages.narrowed.emplace_back("step", step);
    pages.narrowed.emplace_back("reason", reason);
    return pages;
}

inline web::Page decisions_page(const web::Desk& desk, const forum::Forum& forum,
                                const RegistrationsPage& page, const std::vector<Foreseen>& people,
                                const std::string& step, const std::string& reason)
{
    const auto& reader = desk.reader();
    const auto would = static_cast<std::size_t>(std::count_if(
        people.begin(), people.end(), [](const Foreseen& one) { return !one.refusal; }));
    auto body = html(
        reader, "<nav><ol class=\"crumbs\"><li><a href=\"", forum.address(), "/registrations",
        narrowed_by(page), "\">", tr("Registrations"), "</a></li></ol></nav>\n<h1>",
        tr("Decide about many at once"), "</h1>\n", what_form(reader, forum, page, step, reason),
        "<form class=\"stack\" method=\"post\" action=\"", forum.address(), "/decisions",
        pages_decided(page, forum, step, reason).query(page.filter.from), "\">\n",
        web::csrf_field(desk), "<input type=\"hidden\" name=\"step\" value=\"", step,
        "\"><input type=\"hidden\" name=\"reason\" value=\"", reason, "\">",
        web::refused_note(desk), "<table class=\"fold\"><caption>",
        tr_count("{count} person would be decided about", "{count} people would be decided about",
                 would),
        "</caption><thead><tr><th scope=\"col\">", tr("Name"), "</th><th scope=\"col\">",
        tr("Delegation"), "</th><th scope=\"col\">", tr("Status"), "</th><th scope=\"col\">",
        tr("Then"), "</th></tr></thead>\n<tbody>",
        each(people, [&](const Foreseen& one) { return foreseen_row(reader, page, one); }),
        "</tbody></table>\n", pages_of(reader, pages_decided(page, forum, step, reason)),
        when(would > 0,
             [&] {
                 return html(reader,
                             "<p><label class=\"tick\"><input type=\"checkbox\" name=\"tell\" "
                             "value=\"yes\"> ",
                             tr("Prepare a letter to the focal points"),
                             "</label></p>\n<p><button type=\"submit\">",
                             tr("Record the decision about those that are ticked"),
                             "</button></p>\n");
             }),
        "</form>\n");
    return {.title = reader.say(tr("Decide about many at once")),
            .body = std::move(body),
            .frame = desk.may(web::secretariat) ? forum::desk_frame(desk, forum, "registrations")
                                                : forum::forum_frame(desk, forum, "")};
}

}  // namespace sala::registration
