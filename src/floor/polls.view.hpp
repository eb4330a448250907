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
    return {web::text("poll", tr("Number of the poll")).at_most(20),
            web::choice("card", tr("Card"),
                        {{"agree", name_of(Card::agree)},
                         {"object", name_of(Card::object)},
                         {"abstain", name_of(Card::abstain)}}),
            web::text("words", tr("Why, when you object")).optional().at_most(300)};
}

inline std::string topic_of_polls(const Hall& hall)
{
    return "polls:" + hall.forum.slug + ":" + hall.key;
}

// A card is a button: none is chosen for whoever only looks.
inline Html card_form(const web::Desk& desk, const DelegationName& own, const Poll& poll)
{
    const auto& reader = desk.reader();
    auto fields = fields_of_card();
    fields.erase(fields.begin(), fields.begin() + 2);
    // Words would tell whose a secret card is.
    if (poll.secret)
        fields.clear();
    return html(reader, "<form class=\"stack\" method=\"post\" action=\"", desk.address(),
                "?delegation=", own.key, "\">", web::csrf_field(desk),
                "<input type=\"hidden\" name=\"poll\" value=\"", poll.id, "\">",
                // Enter presses the first button of a form: this one, which shows no card.
                "<button type=\"submit\" hidden></button>",
                when(!web::error_of(desk, "card").empty(),
                     [&] {
                         return html(reader, "<p class=\"error\" role=\"alert\">",
                                     tr("No card was shown yet. Touch the one you mean."),
                                     "</p>\n");
                     }),
                web::fields_of(desk, fields), "<p class=\"keys\">",
                each(std::array{Card::agree, Card::object, Card::abstain},
                     [&](Card card) {
                         return html(reader,
                                     "<button type=\"submit\" data-kind=\"plain\" name=\"card\" "
                                     "value=\"",
                                     word(card), "\">", name_of(card), "</button>");
                     }),
                "</p></form>\n");
}

inline Html tally_line(const Reader& reader, const Poll& poll)
{
    return html(
        reader, "<p><span class=\"chip\" data-is=\"",
        poll.is_open() ? std::string("now") : std::string("agreed"), "\">",
        poll.is_open() ? tr("Open") : tr("Closed"), "</span> ",
        when(poll.secret,
             [&] { return html(reader, "<span class=\"chip\">", tr("Secret"), "</span> "); }),
        result_of(poll), "</p>\n");
}

// Of a secret poll nobody is named: where one delegation took part, or all showed the same, that
// would say whose card it was.
inline Html ballots_list(const Reader& reader, const Hall& hall, const Poll& poll)
{
    return when(!poll.secret && !poll.ballots.empty(), [&] {
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

inline Html too_few_note(const Reader& reader, const Poll& poll)
{
    return when(poll.tells_cards() && !poll.is_open() && !poll.ballots.empty(), [&] {
        return html(reader, "<p class=\"note\" data-is=\"conflict\">",
                    tr("Fewer than three delegations took part: whoever saw which they "
                       "were may work out their cards from these sums."),
                    "</p>\n");
    });
}

inline Html poll_part(const web::Desk& desk, const Hall& hall, const Poll& poll)
{
    const auto& reader = desk.reader();
    return html(
        reader, "<section class=\"card\"><h2 class=\"h3\">", poll.question, "</h2>\n",
        tally_line(reader, poll), too_few_note(reader, poll), ballots_list(reader, hall, poll),
        when(poll.is_open(),
             [&] {
                 return html(reader, "<form method=\"post\" action=\"", hall.address(), "/polls/",
                             poll.id, "/end\">", web::csrf_field(desk), "<button type=\"submit\">",
                             tr("Close the poll"), "</button></form>\n");
             }),
        "</section>\n");
}

inline web::Page polls_page(const web::Desk& desk, const Hall& hall, const std::vector<Poll>& polls)
{
    const auto& reader = desk.reader();
    const bool one_is_open =
        std::any_of(polls.begin(), polls.end(), [](const Poll& poll) { return poll.is_open(); });
    const bool closed = hall.floor.phase() == Floor::Phase::closed;
    // What somebody types while another chair asks something stays in its hidden form.
    const auto form = html(
        reader, "<form class=\"stack\" method=\"post\" action=\"", desk.address(), "\"",
        when(one_is_open, [] { return Html::trusted(" hidden"); }), ">", web::csrf_field(desk),
        "<h2 class=\"h3\">", tr("Open a poll"), "</h2>\n", web::fields_of(desk, fields_of_poll()),
        "<p><button type=\"submit\">", tr("Open the poll"), "</button></p></form>\n");
    auto body =
        html(reader, "<h1>", tr("Polls"), "</h1>\n", web::refused_note(desk),
             "<div class=\"stack\" id=\"polls\" data-live=\"", topic_of_polls(hall), "\">\n",
             each(polls, [&](const Poll& poll) { return poll_part(desk, hall, poll); }), "</div>\n",
             "<div id=\"new-poll\" data-live=\"", topic_of_polls(hall), "\" data-keeps>\n",
             closed ? Html{} : form, "</div>\n");
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
    // Comes by itself when the chair opens a poll, and goes when it is closed.
    auto body = html(reader, "<div class=\"phone stack\">\n<h1>", tr("Show your card"),
                     "</h1>\n<div class=\"stack\" id=\"card-now\" data-floor=\"", hall.address(),
                     "/live?audience=desk\" data-zone=\"", hall.forum.zone,
                     "\" data-fetch data-mark=\"", hall.mark(), "\">\n");
    append(body, reader, web::refused_note(desk));
    const bool shows = hall.decides() && poll && poll->is_open() && !(poll->secret && held);
    if (const auto typed = desk.typed() ? (*desk.typed())["words"] : std::string{};
        (!shows || poll->secret) && !typed.empty())
        append(body, reader, "<p>", tr("You had written:"), " <q>", typed, "</q></p>\n");
    if (!poll)
        append(body, reader, "<p class=\"empty\">", tr("There is no poll at the moment."),
               "</p>\n");
    else
        append(body, reader, "<p class=\"lede\">", poll->question, "</p>\n",
               tally_line(reader, *poll),
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
               when(shows, [&] { return card_form(desk, own, *poll); }));
    append(body, reader, "</div>\n<p><a href=\"", hall.address(), "/place?delegation=", own.key,
           "\">", tr("My place"), "</a></p>\n</div>\n", floor_script(reader));
    return {.title = reader.say(tr("Show your card")),
            .body = std::move(body),
            .frame = floor_frame(desk, hall, "card")};
}

}  // namespace sala::floor
