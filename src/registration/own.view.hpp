// SPDX-License-Identifier: Apache-2.0
//
// The place of somebody who is registered: first whether it is they, then what is known of them and
// what they look after themselves.

#pragma once

#include "directory/person_card.view.hpp"
#include "registration/own.hpp"
#include "registration/photo.view.hpp"
#include "registration/registration.view.hpp"
#include "web/sign_in_page.view.hpp"

namespace sala::registration {

struct OwnPage {
    PersonPage person;
    std::string delegation = {};
    std::vector<OwnLetter> letters = {};
    std::optional<Instant> badge = {};
    web::Form kept = {};  // what its form shows at first
};

inline web::Page own_page_of(const web::Desk& desk, const forum::Forum& forum,
                             const Sentence& title, const web::Html& inside)
{
    const auto& reader = desk.reader();
    return {.title = reader.say(title) + ", " + forum.title.words(reader.language),
            .body = html(reader, "<div class=\"narrow stack\">\n<h1>", title, "</h1>\n", inside,
                         "</div>\n"),
            .frame = forum::forum_frame(desk, forum, "mine")};
}

inline std::vector<web::Field> fields_of_own_letter()
{
    return {web::text("address", tr("E-mail address")).at_most(254).completed_by("email")};
}

// For who is not signed in; the same words for everybody.
inline web::Page own_letter_page(const web::Desk& desk, const forum::Forum& forum, bool sent)
{
    const auto& reader = desk.reader();
    if (!desk.house().mail_leaves)
        return own_page_of(desk, forum, tr("Your registration"),
                           html(reader, "<p class=\"lede\">", tr("This server sends no e-mail."),
                                "</p>\n<p><a href=\"/login?next=", own_address(forum), "\">",
                                tr("Other ways to sign in"), "</a></p>\n"));
    if (sent)
        return own_page_of(
            desk, forum, tr("Your registration"),
            html(reader, "<p class=\"lede\">",
                 tr("If somebody is registered with this address, a letter with a link is on its "
                    "way. The link works once, for 15 minutes; open it in this browser."),
                 "</p>\n<p>", web::letters_that_are_there(), "</p>\n<p><a href=\"",
                 own_address(forum), "/letter\">", tr("Ask again"), "</a></p>\n"));
    return own_page_of(
        desk, forum, tr("Your registration"),
        html(reader, "<p class=\"lede\">",
             tr("Somebody has registered you for this forum? Look after it yourself: your name, "
                "your flights, your photo, and whether the public list shows you."),
             "</p>\n<form class=\"card stack\" method=\"post\" action=\"", own_address(forum),
             "/letter\">\n", web::refused_note(desk), "<p>",
             tr("Type the address with which you are registered. The letter shows that it is "
                "yours."),
             "</p>\n", web::fields_of(desk, fields_of_own_letter()), "<p><button type=\"submit\">",
             tr("Send me a link"), "</button></p>\n</form>\n<p><a href=\"/login?next=",
             own_address(forum), "\">", tr("Other ways to sign in"), "</a></p>\n"));
}

inline web::Html claim_form(const web::Desk& desk, const forum::Forum& forum,
                            const std::vector<forum::Part>& delegations, const Registered& one)
{
    const auto& reader = desk.reader();
    const auto name = person_words(reader, one.particulars);
    return html(
        reader, "<li><form method=\"post\" action=\"", own_address(forum), "/claim\">",
        web::csrf_field(desk), "<input type=\"hidden\" name=\"registration\" value=\"",
        one.registration.id().word(), "\"><p><strong>", directory::words_unbroken(reader, name),
        "</strong>", other_names(reader, one.particulars), "</p><p class=\"soft\">",
        part_words(reader, delegations, one.registration.delegation().number()),
        "</p><p><button type=\"submit\" aria-label=\"", tr("This is me: {name}", {{"name", name}}),
        "\">", tr("This is me"), "</button></p></form></li>\n");
}

// `shown`: why nobody is shown, when that is so.
inline web::Page claim_page(const web::Desk& desk, const forum::Forum& forum,
                            const std::vector<forum::Part>& delegations,
                            const std::vector<Registered>& people, const Allowed& shown)
{
    const auto& reader = desk.reader();
    if (!shown || people.empty())
        return own_page_of(
            desk, forum, tr("Your registration"),
            html(reader, web::refused_note(desk), "<p class=\"lede\">",
                 tr("Nobody who could be you is registered with the address of your login."),
                 "</p>\n<p>",
                 shown ? tr("Ask the focal point of your delegation which address they wrote down, "
                            "and to mend it. A name alone opens nothing.")
                       : shown.refusal().sentence,
                 "</p>\n"));
    return own_page_of(
        desk, forum, tr("Is this you?"),
        html(reader, web::refused_note(desk), "<p class=\"lede\">",
             tr("Registered with your address. Say that it is you, and you look after it yourself; "
                "your delegation sees that."),
             "</p>\n<ul class=\"list\">\n",
             each(people,
                  [&](const Registered& one) { return claim_form(desk, forum, delegations, one); }),
             "</ul>\n"));
}

inline web::Html own_fields(const web::Desk& desk)
{
    using enum Particular::Group;
    return each(std::array{who, contact, stay, travel, visa, consent}, [&](auto group) {
        std::vector<web::Field> fields;
        for (const auto& column : all_particulars())
            if (column.group == group && !is_delegations(column.name))
                fields.push_back(field_of(column));
        return html(desk.reader(), "<fieldset><legend>", group_name(group), "</legend>\n",
                    web::fields_of(desk, fields), "</fieldset>\n");
    });
}

inline web::Html own_form(const web::Desk& desk, const OwnPage& page)
{
    const auto& reader = desk.reader();
    return html(reader, "<form class=\"stack\" method=\"post\" action=\"", desk.address(),
                "\" data-warn>\n", what_is_shown(desk, page.person), web::csrf_field(desk),
                web::refused_note(desk), own_fields(desk), question_fields(desk, page.person.asked),
                "<p><button type=\"submit\">", tr("Save"), "</button></p>\n</form>\n");
}

inline web::Html own_facts(const web::Reader& reader, const forum::Forum& forum,
                           const OwnPage& page)
{
    const auto& particulars = page.person.one.particulars;
    return html(reader, "<dl class=\"facts\">\n<dt>", tr("Delegation"), "</dt><dd>",
                page.delegation, "</dd>\n<dt>", tr("Part"), "</dt><dd>",
                role_name(particulars["role"]), "</dd>\n<dt>", tr("E-mail address"), "</dt><dd>",
                particulars["email"], "</dd>\n<dt>", tr("Badge"), "</dt><dd>",
                page.badge
                    ? html(reader, "<a href=\"", own_address(forum), "/badge\">", tr("Your badge"),
                           "</a>, ", tr("printed"), " ", forum::moment(reader, *page.badge))
                    : html(reader, tr("not printed yet")),
                "</dd>\n</dl>\n<p class=\"soft\">",
                tr("Your delegation changes these. If your badge is lost, ask at the desk: the old "
                   "one then "
                   "opens nothing."),
                "</p>\n");
}

inline web::Html own_letter_list(const web::Reader& reader, const OwnPage& page)
{
    return when(!page.letters.empty(), [&] {
        return html(reader, "<h2 class=\"h3\">", tr("Letters to you"),
                    "</h2>\n<ul class=\"list\">\n",
                    each(page.letters,
                         [&](const OwnLetter& one) {
                             return html(reader, "<li><details><summary>", one.subject, " <small>",
                                         forum::moment(reader, one.at),
                                         "</small></summary><p "
                                         "class=\"letter\">",
                                         one.body, "</p></details></li>\n");
                         }),
                    "</ul>\n");
    });
}

inline web::Html own_ways_out(const web::Desk& desk, const forum::Forum& forum)
{
    const auto& reader = desk.reader();
    return html(reader, "<h2 class=\"h3\">", tr("What is kept about you"),
                "</h2>\n<ul class=\"list\">\n<li><a href=\"/login/mine/data.json\">",
                tr("Download what is kept about you"),
                "</a></li>\n<li><a href=\"/login/mine/erase\">", tr("Have yourself erased"),
                "</a></li>\n</ul>\n<form method=\"post\" action=\"", own_address(forum),
                "/release\">", web::csrf_field(desk), "<p>",
                tr("Somebody else? Give the registration back to your delegation."),
                "</p><p><button type=\"submit\" data-kind=\"end\">", tr("This is not me"),
                "</button></p></form>\n");
}

inline web::Page own_page(const web::Desk& desk, const forum::Forum& forum, const OwnPage& page)
{
    const auto& reader = desk.reader();
    const auto& one = page.person.one;
    const auto name = person_words(reader, one.particulars);
    auto body = html(
        reader, "<div class=\"row far\"><h1>", tr("Your registration"), "</h1>",
        status_chip(reader, one.registration.status()), "</div>\n<p class=\"lede\">",
        directory::words_unbroken(reader, name), "</p>\n",
        when(!one.reason.empty(),
             [&] { return html(reader, "<p class=\"note\">", one.reason, "</p>\n"); }),
        when(page.person.closed,
             [&] {
                 return html(reader, "<p class=\"note\">",
                             tr("The last day of registering is over. What you change is sent to "
                                "the secretariat as a wish; the consent to the public list is "
                                "taken back at once."),
                             "</p>\n");
             }),
        over_note(reader, page.person.over),
        when(one.registration.status() == Status::approved && !page.person.closed,
             [&] {
                 return html(reader, "<p class=\"note\">",
                             tr("You are approved. A flight or a bed changes nothing about it; a "
                                "name, a post or a rank is decided again, and your place is kept "
                                "until then."),
                             "</p>\n");
             }),
        when(one.holds_place && one.registration.status() != Status::approved,
             [&] {
                 return html(reader, "<p class=\"note\">",
                             tr("You were approved before. Your place is kept until your change is "
                                "decided; until then your badge opens doors, and badges and lists "
                                "show what was approved."),
                             "</p>\n");
             }),
        "<div class=\"beside\">\n<div class=\"stack\">\n", own_form(desk, page),
        "</div>\n<div class=\"stack\">\n", portrait(reader, page.person.photo, name),
        "<p><a href=\"", own_address(forum), "/photo\">",
        page.person.photo.empty() ? tr("Add a photo") : tr("Change the photo"), "</a></p>\n",
        own_facts(reader, forum, page), own_wish(desk, page.person, own_address(forum)),
        own_letter_list(reader, page), told_list(reader, page.person.acts, page.person.asked_for),
        own_ways_out(desk, forum), "</div>\n</div>\n");
    return {.title =
                reader.say(tr("Your registration")) + ", " + forum.title.words(reader.language),
            .body = std::move(body),
            .frame = forum::forum_frame(desk, forum, "mine")};
}

inline Json own_json(const OwnPage& page)
{
    const auto& one = page.person.one;
    auto json = part_json(one.particulars, differing(one.particulars, {}));
    json.set("status", std::string(word(one.registration.status())));
    json.set("version", std::to_string(one.version));
    json.set("asked_for", wish_json(page.person.wish));
    json.set("delegation", page.delegation);
    json.set("badge_printed", page.badge.has_value());
    json.set("letters", page.letters.size());
    return json;
}

inline Json claimable_json(const std::vector<Registered>& people)
{
    auto list = Json::array();
    for (const auto& one : people)
        list.push(Json::object({{"registration", one.registration.id().word()},
                                {"name", one.particulars["name_en"]}}));
    return Json::object({{"claimed", false}, {"may_be_you", list}});
}

}  // namespace sala::registration
