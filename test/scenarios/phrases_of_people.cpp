// SPDX-License-Identifier: Apache-2.0
//
// What people do in their browsers, and what they see.

#include "scenarios/world.hpp"

#include <fmt/format.h>

namespace sala::scenarios {

namespace {

// "rooms/tilia" of the forum the steps speak of.
std::string row_address(const Telling& telling, const std::string& row)
{
    return "/" + telling.world.forum + "/sheets/" + row;
}

// The newest meeting of the forum, as one of its two delegations sees it.
std::string meeting_address(Telling& telling)
{
    const auto home = "/" + telling.world.forum;
    const auto meetings = telling.world.asks(telling.step.line, home + "/bilaterals")["meetings"];
    if (meetings.items().empty())
        throw Wrong{telling.step.line, "Nobody has asked for a meeting."};
    return home + "/delegations/" + telling.places.at(1) + "/meetings/" +
           meetings.items().back()["id"].string();
}

bool sees(Telling& telling)
{
    return telling.who().page().words.find(telling.places.at(1)) != std::string::npos;
}

void must_see(Telling t)
{
    if (!sees(t))
        throw Wrong{t.step.line, "That is not on the page, which says: " + t.who().page().words};
}

void must_not_see(Telling t)
{
    if (sees(t))
        throw Wrong{t.step.line, "That is on the page."};
}

}  // namespace

const std::vector<Phrase>& phrases_of_people()
{
    static const std::vector<Phrase> phrases{
        {"{who} opens {address} -> {answer}",
         [](Telling t) { t.expect(t.who().opens(t.places.at(1))); }, true},
        {"{who} opens the row {row} -> {answer}",
         [](Telling t) { t.expect(t.who().opens(row_address(t, t.places.at(1)))); }, true},
        {"{who} opens the sign-in link -> {answer}",
         [](Telling t) { t.expect(t.who().opens(t.world.sign_in_link)); }, true},
        {"{who} opens the letter -> {answer}",
         [](Telling t) {
             const auto outbox = "/" + t.world.forum + "/outbox";
             const auto letters = t.world.asks(t.step.line, outbox)["letters"];
             if (letters.items().empty())
                 throw Wrong{t.step.line, "There is no letter."};
             t.expect(t.who().opens(outbox + "/" + letters.items().front()["id"].string()));
         },
         true},
        {"{who} opens the meeting as {delegation} -> {answer}",
         [](Telling t) { t.expect(t.who().opens(meeting_address(t))); }, true},
        {"{who} opens the terms as {delegation} -> {answer}",
         [](Telling t) { t.expect(t.who().opens(meeting_address(t) + "/terms")); }, true},
        {"{who} changes {field} to {\"words\"}",
         [](Telling t) { t.who().changes(t.step.line, t.places.at(1), t.places.at(2)); }},
        {"{who} ticks {field}", [](Telling t) { t.who().ticks(t.step.line, t.places.at(1)); }},
        {"{who} attaches {file:}",
         [](Telling t) { t.who().attaches({t.places.at(1), joined(t.step.below, "\n") + "\n"}); }},
        {"{who} attaches the download", [](Telling t) { t.who().attaches(t.who().download()); }},
        {"{who} presses {\"button\"} -> {answer}",
         [](Telling t) { t.expect(t.who().presses(t.step.line, t.places.at(1))); }, true},
        {"{who} downloads {address} -> {answer}",
         [](Telling t) { t.expect(t.who().downloads(t.places.at(1))); }, true},
        {"{who} sees {\"words\"}", must_see, true},
        {"{who} does not see {\"words\"}", must_not_see, true},
        {"{who} has {\"words\"} in the field {field}",
         [](Telling t) { t.expect(t.who().in_field(t.step.line, t.places.at(2)), t.places.at(1)); },
         true},
        {"{who} reads a page in {language}",
         [](Telling t) { t.expect(t.who().page().language, t.places.at(1)); }, true},
    };
    return phrases;
}

}  // namespace sala::scenarios
