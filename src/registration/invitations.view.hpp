// SPDX-License-Identifier: Apache-2.0
//
// Whom the forum invited, who has answered and who has not, and the form that invites.

#pragma once

#include "forum/moment.view.hpp"
#include "registration/invitation_store.hpp"
#include "registration/rules.hpp"
#include "web/field.view.hpp"
#include "web/frame.hpp"
#include "web/login_store.hpp"

#include <algorithm>
#include <utility>

namespace sala::registration {

using web::each;
using web::html;
using web::when;

struct InvitationsPage {
    std::vector<Invited> invited;
    std::vector<forum::Part> delegations;
    Rules rules;
    // Who speaks for them now, whatever their answer said.
    std::vector<forum::KeptGrant> focal_points = {};
};

inline std::vector<web::Field> fields_of_invitation()
{
    return {web::text("delegation", tr("Delegation")).at_most(200),
            web::text("name", tr("To"))
                .at_most(200)
                .hinted(tr(
                    "As the letter addresses them, such as “His Excellency the Governor of …”.")),
            web::text("address", tr("E-mail address")).at_most(254),
            web::choice("language", tr("Language of the letter"),
                        {{"en", tr("English")}, {"th", tr("Thai")}})};
}

inline web::Html answer_chip(const web::Reader& reader, const Invited& one)
{
    if (!one.answer)
        return html(reader, "<span class=\"chip\">", tr("has not answered"), "</span>");
    return one.answer->comes
               ? html(reader, "<span class=\"chip\" data-is=\"agreed\">", tr("comes"), "</span>")
               : html(reader, "<span class=\"chip\" data-is=\"cancelled\">", tr("does not come"),
                      "</span>");
}

inline web::Html letters_words(const web::Reader& reader, const Invited& one)
{
    return html(
        reader,
        tr_count("{count} letter", "{count} letters", static_cast<std::size_t>(one.letters)),
        " <small class=\"soft\">", forum::moment(reader, one.last_letter), "</small>");
}

inline web::Html focal_points_of(const web::Reader& reader, const InvitationsPage& page,
                                 std::int64_t delegation)
{
    bool is_first = true;
    return each(page.focal_points, [&](const forum::KeptGrant& grant) {
        return when(grant.delegation->number == delegation, [&] {
            return html(reader, std::exchange(is_first, false) ? web::Html{} : html(reader, "<br>"),
                        grant.name, " <small class=\"soft\">", grant.address, "</small>");
        });
    });
}

inline web::Html invited_row(const web::Reader& reader, const forum::Forum& forum,
                             const InvitationsPage& page, const Invited& one)
{
    return html(reader, "<tr><th scope=\"row\"><a href=\"", forum.address(), "/invitations/",
                one.invitation.id.word(), "\">",
                part_words(reader, page.delegations, one.invitation.delegation.number()),
                "</a></th><td data-th=\"", tr("Answer"), "\">", answer_chip(reader, one),
                "</td><td data-th=\"", tr("Focal point"), "\">",
                focal_points_of(reader, page, one.invitation.delegation.number()),
                "</td><td data-th=\"", tr("Letters"), "\">", letters_words(reader, one),
                "</td></tr>\n");
}

inline web::Html invited_table(const web::Reader& reader, const forum::Forum& forum,
                               const InvitationsPage& page)
{
    if (page.invited.empty())
        return html(reader, "<div class=\"empty\"><h2>", tr("Nobody has been invited yet"),
                    "</h2><p>",
                    tr("Choose a delegation and whom the letter goes to. It waits in the outbox "
                       "until somebody has read it."),
                    "</p></div>\n");
    return html(reader, "<table class=\"fold\"><caption>", tr("Invitations"),
                "</caption><thead><tr><th scope=\"col\">", tr("Delegation"),
                "</th><th scope=\"col\">", tr("Answer"), "</th><th scope=\"col\">",
                tr("Focal point"), "</th><th scope=\"col\">", tr("Letters"),
                "</th></tr></thead>\n<tbody>",
                each(page.invited,
                     [&](const Invited& one) { return invited_row(reader, forum, page, one); }),
                "</tbody></table>\n");
}

// The delegations that can still be invited are the choices.
inline web::Html invite_form(const web::Desk& desk, const forum::Forum& forum,
                             const InvitationsPage& page)
{
    const auto& reader = desk.reader();
    auto fields = fields_of_invitation();
    fields[0].kind = web::Field::choice;
    for (const auto& part : page.delegations) {
        const bool invited =
            std::any_of(page.invited.begin(), page.invited.end(), [&](const Invited& one) {
                return one.invitation.delegation.number() == part.number;
            });
        if (!invited)
            fields[0].choices.emplace_back(
                part.key,
                tr("{name}", {{"name", part_words(reader, page.delegations, part.number)}}));
    }
    if (page.delegations.empty())
        return html(reader, "<p class=\"note\">",
                    tr("There is no delegation yet that could be invited."), " <a href=\"",
                    forum.address(), "/sheets/delegations\">", tr("Enter the delegations"),
                    "</a></p>\n");
    if (fields[0].choices.empty())
        return html(reader, "<p class=\"note\">",
                    tr("Every delegation of the sheet “Delegations” has been invited."), "</p>\n");
    return html(reader, "<form class=\"card\" method=\"post\" action=\"", forum.address(),
                "/invitations\">\n", web::csrf_field(desk), "<h2 class=\"h3\">",
                tr("Invite a delegation"), "</h2>\n", web::refused_note(desk),
                web::fields_of(desk, fields), "<p><button type=\"submit\">",
                tr("Prepare the letter"), "</button></p>\n</form>\n");
}

inline web::Html unanswered_note(const web::Reader& reader, const forum::Forum& forum,
                                 const InvitationsPage& page)
{
    const auto open = static_cast<std::size_t>(
        std::count_if(page.invited.begin(), page.invited.end(),
                      [](const Invited& one) { return !one.answer.has_value(); }));
    return when(open > 0, [&] {
        return html(reader, "<p class=\"note\">",
                    tr_count("{count} delegation has not answered.",
                             "{count} delegations have not answered.", open),
                    " <a href=\"", forum.address(), "/reminders\">", tr("Remind them"),
                    "</a></p>\n");
    });
}

inline web::Html places_of_registering(const web::Reader& reader, const forum::Forum& forum)
{
    const auto link = [&](const char* word, const Sentence& label) {
        return html(reader, "<li><a href=\"", forum.address(), "/", std::string(word), "\">", label,
                    "</a></li>");
    };
    return html(reader, "<nav aria-label=\"", tr("Registration"), "\"><ul class=\"links\">",
                link("registrations", tr("Registrations")), link("invitations", tr("Invitations")),
                link("lists", tr("Working lists")), link("circulars", tr("Letters to many")),
                link("registration-rules", tr("Rules")), link("badges", tr("Badges and doors")),
                link("duplicates", tr("Duplicates")), link("seats", tr("Seats and name plates")),
                "</ul></nav>\n");
}

inline web::Page invitations_page(const web::Desk& desk, const forum::Forum& forum,
                                  const InvitationsPage& page)
{
    const auto& reader = desk.reader();
    auto body =
        html(reader, "<h1>", tr("Invitations"), "</h1>\n", places_of_registering(reader, forum),
             unanswered_note(reader, forum, page),
             "<div class=\"beside\">\n<div class=\"stack\">\n", invited_table(reader, forum, page),
             "</div>\n<div class=\"stack\">\n", invite_form(desk, forum, page), "</div>\n</div>\n");
    return {.title = reader.say(tr("Invitations")) + ", " + forum.title.words(reader.language),
            .body = std::move(body),
            .frame = forum::desk_frame(desk, forum, "registrations")};
}

}  // namespace sala::registration
