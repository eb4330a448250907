// SPDX-License-Identifier: Apache-2.0
//
// Polls as the chair sees them, and the three cards of a delegation.

#pragma once

#include "floor/console.view.hpp"
#include "floor/poll.hpp"

namespace sala::floor {

inline std::vector<web::Field> fields_of_poll()
{
    return {web::text("question", tr("What is decided")).at_most(300),
            web::tick("secret", tr("Secret: nobody sees who showed which card"))};
}

inline std::vector<web::Field> fields_of_card()
{
    return {web::choice("card", tr("Card"),
                        {{"agree", name_of(Card::agree)},
                         {"object", name_of(Card::object)},
                         {"abstain", name_of(Card::abstain)}}),
            web::text("words", tr("Why, when you object")).optional().at_most(300)};
}

inline Html tally_line(const Reader& reader, const Poll& poll)
{
    const auto tally = poll.tally();
    return html(
        reader, "<p><span class=\"chip\" data-is=\"",
        poll.is_open() ? std::string("now") : std::string("agreed"), "\">",
        poll.is_open() ? tr("Open") : tr("Closed"), "</span> ",
        when(poll.secret,
             [&] { return html(reader, "<span class=\"chip\">", tr("Secret"), "</span> "); }),
        tally ? html(reader, tr("Agree: {agree}. Object: {object}. Abstain: {abstain}.",
                                {{"agree", std::to_string(tally->agree)},
                                 {"object", std::to_string(tally->object)},
                                 {"abstain", std::to_string(tally->abstain)}}))
              : html(reader, tr_count("{count} delegation has taken part.",
                                      "{count} delegations have taken part.", poll.ballots.size())),
        "</p>\n");
}

inline Html ballots_list(const Reader& reader, const Hall& hall, const Poll& poll)
{
    return when(!poll.ballots.empty(), [&] {
        return html(reader, "<ul class=\"list\">",
                    each(poll.ballots,
                         [&](const Ballot& ballot) {
                             const auto* delegation = hall.names.delegation(ballot.delegation);
                             return html(
                                 reader, "<li>",
                                 when(delegation != nullptr,
                                      [&] { return html(reader, delegation->name); }),
                                 when(ballot.card.has_value(),
                                      [&] { return html(reader, ": ", name_of(*ballot.card)); }),
                                 when(!ballot.words.empty(),
                                      [&] { return html(reader, " <q>", ballot.words, "</q>"); }),
                                 "</li>\n");
                         }),
                    "</ul>\n");
    });
}

inline Html poll_part(const web::Desk& desk, const Hall& hall, const Poll& poll)
{
    const auto& reader = desk.reader();
    return html(reader, "<section class=\"card\"><h2 class=\"h3\">", poll.question, "</h2>\n",
                tally_line(reader, poll), ballots_list(reader, hall, poll),
                when(poll.is_open(),
                     [&] {
                         return html(reader, "<form method=\"post\" action=\"", hall.address(),
                                     "/polls/", poll.id, "/end\">", web::csrf_field(desk),
                                     "<button type=\"submit\">", tr("Close the poll"),
                                     "</button></form>\n");
                     }),
                "</section>\n");
}

inline web::Page polls_page(const web::Desk& desk, const Hall& hall, const std::vector<Poll>& polls)
{
    const auto& reader = desk.reader();
    auto body = html(reader, "<h1>", tr("Polls"), "</h1>\n<div class=\"stack narrow\">\n",
                     each(polls, [&](const Poll& poll) { return poll_part(desk, hall, poll); }),
                     "<form class=\"stack\" method=\"post\" action=\"", desk.address(), "\">",
                     web::csrf_field(desk), "<h2 class=\"h3\">", tr("Open a poll"), "</h2>\n",
                     web::refused_note(desk), web::fields_of(desk, fields_of_poll()),
                     "<p><button type=\"submit\" data-kind=\"plain\">", tr("Open the poll"),
                     "</button></p></form>\n</div>\n");
    return {.title = reader.say(tr("Polls")),
            .body = std::move(body),
            .frame = floor_frame(desk, hall, "polls")};
}

// The cards of one delegation, for the newest poll.
inline web::Page card_page(const web::Desk& desk, const Hall& hall, const DelegationName& own,
                           const Poll* poll)
{
    const auto& reader = desk.reader();
    const auto* held = poll ? poll->ballot_of(own.id) : nullptr;
    auto body = html(reader, "<div class=\"phone stack\">\n<h1>", tr("Show your card"), "</h1>\n");
    if (!poll)
        append(body, reader, "<p class=\"empty\">", tr("There is no poll at the moment."),
               "</p>\n");
    else
        append(
            body, reader, "<p class=\"lede\">", poll->question, "</p>\n", tally_line(reader, *poll),
            when(held != nullptr,
                 [&] {
                     return html(reader,
                                 "<div class=\"note\" data-is=\"agreed\" "
                                 "role=\"status\"><p>",
                                 held->card ? tr("You showed: {card}.",
                                                 {{"card", reader.say(name_of(*held->card))}})
                                            : tr("Your delegation has taken part."),
                                 "</p></div>\n");
                 }),
            when(poll->is_open() && !(poll->secret && held), [&] {
                return html(reader, "<form class=\"stack\" method=\"post\" action=\"",
                            desk.address(), "?delegation=", own.key, "\">", web::csrf_field(desk),
                            web::refused_note(desk), web::fields_of(desk, fields_of_card()),
                            "<p><button type=\"submit\">", tr("Show this card"),
                            "</button></p></form>\n");
            }));
    append(body, reader, "</div>\n");
    return {.title = reader.say(tr("Show your card")),
            .body = std::move(body),
            .frame = floor_frame(desk, hall, "card")};
}

}  // namespace sala::floor
