// SPDX-License-Identifier: Apache-2.0
//
// Suggested counterparts with the reasons for each, and the pairs proposed for a whole forum.

#pragma once

#include "bilateral/commitments.view.hpp"
#include "bilateral/long_list.view.hpp"
#include "bilateral/pairing.hpp"
#include "bilateral/party.view.hpp"
#include "bilateral/suggestion.hpp"

namespace sala::bilateral {

// Words that come to stand between quotation marks inside a sentence, without a full stop of their
// own.
inline std::string quoted(std::string words)
{
    if (words.ends_with('.'))
        words.pop_back();
    return words;
}

inline Sentence reason_words(const web::Reader& reader, const Reason& reason,
                             const std::vector<Topic>& topics)
{
    const auto* topic = find(topics, reason.topic);
    const Arguments about{{"topic", topic ? topic->title.words(reader.language) : std::string{}},
                          {"need", quoted(reason.need.words(reader.language))},
                          {"offer", quoted(reason.offer.words(reader.language))}};
    switch (reason.kind) {
    case Reason::they_answer:
        return tr("{topic}: they offer “{offer}”, and you need “{need}”.", about);
    case Reason::we_answer:
        return tr("{topic}: you offer “{offer}”, and they need “{need}”.", about);
    case Reason::mutual:
        return tr("Each of you has something for the other.");
    case Reason::same_need:
        return tr("You both have a need in {topic}.", about);
    case Reason::met_before:
        return tr("You agreed to meet at {forum}.",
                  {{"forum", reason.forum.words(reader.language)}});
    case Reason::agreed_before:
        return tr("Both heads confirmed terms at {forum}, among them “{words}”. Say what became of "
                  "them.",
                  {{"forum", reason.forum.words(reader.language)},
                   {"words", quoted(reason.need.words(reader.language))}});
    case Reason::shared_river:
        return tr("You both lie on this river: {river}.",
                  {{"river", reason.forum.words(reader.language)}});
    case Reason::open_commitment:
        return tr("You met at {forum}, and what you promised there is open: “{words}”.",
                  {{"forum", occasion_words(reader, reason.forum, reason.words)},
                   {"words", quoted(reason.need.words(reader.language))}});
    case Reason::wish:
        break;
    }
    return tr("You said that you must or would like to meet.");
}

inline Json suggestion_json(const web::Reader& reader, const Suggestion& suggestion,
                            const std::vector<Topic>& topics, const std::vector<Known>& all)
{
    const auto* with = find(all, suggestion.with);
    return Json::object(
        {{"with", with ? Json(with->key) : Json()},
         {"score", suggestion.score},
         {"mutual", suggestion.mutual},
         {"reasons", forum::list_json(suggestion.reasons, [&](const Reason& reason) {
              return Json::object({{"points", reason.points},
                                   {"says", reader.say(reason_words(reader, reason, topics))}});
          })}});
}

inline web::Html suggestion_entry(const web::Reader& reader, const Party& party,
                                  const Suggestion& suggestion, const std::vector<Topic>& topics)
{
    const auto* with = find(party.all, suggestion.with);
    return html(
        reader, "<li class=\"stack\"><div class=\"row far\"><strong>",
        name_at(reader, party.all, suggestion.with), "</strong> <span class=\"row\">",
        when(suggestion.mutual,
             [&] {
                 return html(reader, "<span class=\"chip\" data-is=\"agreed\">", tr("mutual"),
                             "</span> ");
             }),
        "<small class=\"soft num\">",
        tr_count("{count} point", "{count} points", static_cast<std::size_t>(suggestion.score)),
        "</small></span></div>\n<ul>",
        each(suggestion.reasons,
             [&](const Reason& reason) {
                 return html(reader, "<li>", reason_words(reader, reason, topics),
                             " <small class=\"soft num\">+", reason.points, "</small></li>");
             }),
        "</ul>\n<p><a href=\"", party.home(),
        "/meetings/new?with=", with ? with->key : std::string{}, "\">", tr("Ask for a meeting"),
        "</a></p></li>\n");
}

inline web::Page suggestions_page(const web::Desk& desk, const Party& party,
                                  const std::vector<Suggestion>& suggestions,
                                  const std::vector<Topic>& topics)
{
    const auto& reader = desk.reader();
    const auto pages = pages_at(desk, suggestions.size());
    const auto list =
        suggestions.empty()
            ? html(reader, "<div class=\"empty\"><h2>", tr("Nothing to suggest yet"), "</h2><p>",
                   tr("As soon as you and others write down what you need and offer, those who fit "
                      "stand here, with the reasons."),
                   "</p></div>\n")
            : html(reader, "<ol class=\"list\">",
                   each(on_page(suggestions, pages),
                        [&](const Suggestion& suggestion) {
                            return suggestion_entry(reader, party, suggestion, topics);
                        }),
                   "</ol>\n", pages_beneath(reader, pages));
    auto body = html(
        reader, party_crumbs(desk, party, html(reader, tr("Suggested"))), "<h1>",
        tr("Whom you might meet"), "</h1>\n<p class=\"lede\">",
        tr("A need that an offer answers counts by both priorities, 1 to 9 points, and one more "
           "when one of the two is flexible. What both gain counts once more."),
        "</p>\n", acts_in_place(reader, party), list);
    return party_page(desk, party, reader.say(tr("Whom you might meet")), std::move(body));
}

// The pairs that were proposed for all, with delegations instead of numbers.
struct Proposal {
    std::vector<Known> all;
    Pairing pairing;
    int least = 0;
    int most = 0;

    // Those who have fewer than everybody should, by their place in `all`, and how many they have.
    std::vector<std::pair<std::size_t, int>> below_least() const
    {
        std::vector<int> held(all.size());
        for (const auto& pair : pairing.pairs)
            for (const int one : {pair.one, pair.other})
                ++held[static_cast<std::size_t>(one)];
        std::vector<std::pair<std::size_t, int>> below;
        for (std::size_t n = 0; n < held.size(); ++n)
            if (held[n] < std::min(least, most))
                below.emplace_back(n, held[n]);
        return below;
    }
};

// Who has fewer meetings than everybody should: nobody who fits is left for them.
inline web::Html below_least_note(const web::Reader& reader, const Proposal& proposal)
{
    const auto below = proposal.below_least();
    return when(!below.empty(), [&] {
        return html(reader, "<section><h2 class=\"h3\">",
                    tr("Below the least number of meetings, {least}",
                       {{"least", std::to_string(proposal.least)}}),
                    "</h2>\n<ul class=\"columns\">",
                    each(below,
                         [&](const auto& one) {
                             return html(reader, "<li>",
                                         delegation_name(reader, proposal.all[one.first]), ": ",
                                         one.second, "</li>");
                         }),
                    "</ul></section>\n");
    });
}

inline web::Html proposal_figures(const web::Reader& reader, const Proposal& proposal)
{
    const auto& pairing = proposal.pairing;
    const auto figure = [&](const Sentence& label, std::int64_t value) {
        return html(reader, "<div><dt>", label, "</dt><dd>", value, "</dd></div>");
    };
    return html(reader, "<dl class=\"figures\">",
                figure(tr("Pairs"), static_cast<std::int64_t>(pairing.pairs.size())),
                figure(tr("Benefit"), pairing.benefit),
                figure(tr("No proposal has more than"), pairing.bound),
                figure(tr("Meetings missing to the least"), pairing.below_least), "</dl>\n<p>",
                pairing.proved ? tr("Proved: no other choice of pairs is as fair and brings more.")
                               : tr("Not proved: a better choice may exist, up to the bound."),
                "</p>\n");
}

inline web::Page proposal_page(const web::Desk& desk, const forum::Forum& forum,
                               const Proposal& proposal)
{
    const auto& reader = desk.reader();
    const auto pages = pages_at(desk, proposal.pairing.pairs.size());
    const auto name = [&](int place) {
        return delegation_name(reader, proposal.all[static_cast<std::size_t>(place)]);
    };
    const auto row = [&](const Pair& pair) {
        return html(reader, "<tr><th scope=\"row\">", name(pair.one), "</th><td data-th=\"",
                    tr("With"), "\">", name(pair.other), "</td><td class=\"num\" data-th=\"",
                    tr("Benefit"), "\">", pair.benefit, "</td></tr>\n");
    };
    auto body = html(
        reader, "<h1>", tr("Who should meet whom"), "</h1>\n<p class=\"lede\">",
        tr("The choice of pairs with the greatest benefit for all together: everybody has {least} "
           "if there is anybody for them, and nobody more than {most}. What delegations said “no” "
           "to is not known here.",
           {{"least", std::to_string(proposal.least)}, {"most", std::to_string(proposal.most)}}),
        "</p>\n", proposal_figures(reader, proposal), below_least_note(reader, proposal),
        when(!proposal.pairing.pairs.empty(), [&] {
            return html(reader, "<table class=\"fold\"><thead><tr><th scope=\"col\">",
                        tr("Delegation"), "</th><th scope=\"col\">", tr("With"),
                        "</th><th scope=\"col\" class=\"num\">", tr("Benefit"),
                        "</th></tr></thead>\n<tbody>",
                        each(on_page(proposal.pairing.pairs, pages), row), "</tbody></table>\n",
                        pages_beneath(reader, pages));
        }));
    return {.title = reader.say(tr("Who should meet whom")),
            .body = std::move(body),
            .frame = forum::desk_frame(desk, forum, "bilaterals")};
}

}  // namespace sala::bilateral
