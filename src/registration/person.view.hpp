// SPDX-License-Identifier: Apache-2.0
//
// The pages on which a focal point enters and changes one person.

#pragma once

#include "directory/person_card.view.hpp"
#include "registration/came_back.view.hpp"
#include "registration/claim.hpp"
#include "registration/delegation.view.hpp"
#include "registration/photo.view.hpp"
#include "registration/registration.view.hpp"

namespace sala::registration {

inline web::Field field_of_another()
{
    return web::tick("another", tr("It is somebody else of the same name"));
}

inline std::vector<web::Field> fields_of_new_registration()
{
    auto fields = fields_of_registration();
    fields.push_back(field_of_another());
    return fields;
}

// Asked when somebody of this name is there.
inline web::Html another_of_name(const web::Desk& desk)
{
    const bool is_asked =
        std::any_of(desk.refusals().begin(), desk.refusals().end(),
                    [](const Refusal& refusal) { return refusal.field == "another"; });
    return when(is_asked || (desk.typed() && desk.typed()->ticked("another")),
                [&] { return web::field_of(desk, field_of_another()); });
}

inline web::Page new_person_page(const web::Desk& desk, const Delegation& delegation,
                                 const PersonPage& page)
{
    const auto& reader = desk.reader();
    auto body = html(reader, back_to_delegation(reader, delegation), "<h1>", tr("Add a person"),
                     "</h1>\n", on_behalf_note(reader, delegation), "<p class=\"lede\">",
                     tr("What you do not know yet can be added later."), "</p>\n",
                     over_note(reader, page.over),
                     person_form(desk, page, tr("Keep this person"), another_of_name(desk)));
    return {.title = reader.say(tr("Add a person")),
            .body = std::move(body),
            .frame = delegation_frame(desk, delegation)};
}

inline web::Html closed_note(const web::Reader& reader, const PersonPage& page)
{
    return when(page.closed, [&] {
        return html(
            reader, "<p class=\"note\">",
            tr("The last day of registering is over. What you change is sent to the secretariat as "
               "a wish; the consent to the public list is taken back at once."),
            "</p>\n");
    });
}

// What a correction does to somebody who is approved, and that nobody takes their place meanwhile.
inline web::Html approved_note(const web::Reader& reader, const Delegation& delegation,
                               const PersonPage& page)
{
    const auto status = page.one.registration.status();
    const auto note = [&](const Sentence& words) {
        return html(reader, "<p class=\"note\">", words, "</p>\n");
    };
    if (status == Status::approved && !page.closed && !delegation.on_behalf)
        return note(tr("This person is approved. A flight or a bed changes nothing about it. A "
                       "name, part, post, rank or organisation is decided again, and the place is "
                       "kept until then; whoever asks for another category gives the place up."));
    return when(page.one.holds_place && status != Status::approved, [&] {
        return note(
            tr("Approved before. The place is kept until it is decided again. Until then the badge "
               "opens doors, and badges and lists show what was approved."));
    });
}

// That the person looks after it themselves, and how the delegation takes it back.
inline web::Html claimed_note(const web::Desk& desk, const std::string& address,
                              const std::optional<Claim>& claim)
{
    const auto& reader = desk.reader();
    return when(claim.has_value(), [&] {
        return html(
            reader, "<form class=\"note\" method=\"post\" action=\"", address, "/release\">",
            web::csrf_field(desk), "<p><span class=\"chip\" data-is=\"agreed\">",
            tr("claimed by its owner"), "</span> ", forum::moment(reader, claim->at), "</p><p>",
            tr("This person sees the registration and changes it, too. If it is somebody else, "
               "take it back."),
            "</p><p><button type=\"submit\" data-kind=\"end\">", tr("Take the claim back"),
            "</button></p></form>\n");
    });
}

inline web::Page person_page(const web::Desk& desk, const Delegation& delegation,
                             const PersonPage& page, const std::string& came_back,
                             const std::optional<Claim>& claim)
{
    const auto& reader = desk.reader();
    const auto name = person_words(reader, page.one.particulars);
    const auto address = delegation.address() + "/people/" + page.one.registration.id().word();
    auto body =
        html(reader, back_to_delegation(reader, delegation), "<div class=\"row far\"><h1>",
             directory::words_unbroken(reader, name), "</h1>",
             status_chip(reader, page.one.registration.status()), "</div>\n",
             on_behalf_note(reader, delegation),
             when(!page.one.reason.empty(),
                  [&] { return html(reader, "<p class=\"note\">", page.one.reason, "</p>\n"); }),
             heads_note(reader, page.heads), came_back_note(reader, came_back),
             closed_note(reader, page), approved_note(reader, delegation, page),
             over_note(reader, page.over), claimed_note(desk, address, claim),
             "<div class=\"beside\">\n<div class=\"stack\">\n", person_form(desk, page, tr("Save")),
             "</div>\n<div class=\"stack\">\n", portrait(reader, page.photo, name), "<p><a href=\"",
             address, "/photo\">", page.photo.empty() ? tr("Add a photo") : tr("Change the photo"),
             "</a></p>\n", delegation_steps(desk, address, page.one.registration.status()),
             own_wish(desk, page, address),
             alike_list(desk, page.one.person == 0 ? address : std::string{}, page.alike),
             told_list(reader, page.acts, page.asked_for), "</div>\n</div>\n");
    return {.title = name, .body = std::move(body), .frame = delegation_frame(desk, delegation)};
}

}  // namespace sala::registration
