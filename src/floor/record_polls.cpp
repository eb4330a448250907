// SPDX-License-Identifier: Apache-2.0

#include "floor/record_polls.hpp"

#include "document/wall_clock.hpp"
#include "document/xml.hpp"
#include "floor/names_on_paper.hpp"
#include "floor/speaker.view.hpp"
#include "forum/text_json.hpp"
#include "script/with_breaks.hpp"

#include <fmt/format.h>

namespace sala::floor {

namespace {

using document::xml_escaped;

std::string who_words(const Hall& hall, const Ballot& ballot, const web::Reader& reader)
{
    const auto* delegation = hall.names.delegation(ballot.delegation);
    return delegation ? delegation->name.words(reader.language) : std::string{};
}

std::string when_words(const Poll& poll, const web::Reader& reader)
{
    return time_words(reader, poll.opened_at) +
           (poll.is_open() ? std::string{} : "–" + time_words(reader, poll.closed_at));
}

// "Secret, 10:00–10:05. Agree: 0. Object: 2. Abstain: 1."
std::string result_words(const Poll& poll, const web::Reader& reader)
{
    const Arguments time{{"time", when_words(poll, reader)}};
    return reader.say(poll.secret ? tr("Secret, {time}.", time)
                                  : tr("In the open, {time}.", time)) +
           " " + reader.say(result_of(poll));
}

document::Table ballots_table(const Hall& hall, const std::vector<Ballot>& ballots,
                              const web::Reader& reader)
{
    const auto names = names_on_paper(hall, reader.language);
    document::Table table;
    table.shares = {0.4, 0.18, 0.42};
    table.rows.push_back(
        {reader.say(tr("Delegation")), reader.say(tr("Card")), reader.say(tr("Why"))});
    for (const auto& ballot : ballots)
        table.rows.push_back({script::with_breaks(who_words(hall, ballot, reader), names),
                              reader.say(name_of(*ballot.card)),
                              script::with_breaks(ballot.words, names)});
    return table;
}

std::string iso_moment(const web::Reader& reader, Instant at)
{
    return document::iso_date_time(at, document::zone_offset_minutes(reader.zone, at).value_or(0));
}

std::string ballot_xml(const Hall& hall, const Ballot& ballot, const web::Reader& reader,
                       const std::string& id)
{
    return fmt::format("          <p eId=\"{}\">{}: {}{}</p>\n", id,
                       xml_escaped(who_words(hall, ballot, reader)),
                       xml_escaped(reader.say(name_of(*ballot.card))),
                       ballot.words.empty() ? "" : ". " + xml_escaped(ballot.words));
}

std::string poll_xml(const Hall& hall, const Poll& poll, const web::Reader& reader, int number)
{
    const auto id = fmt::format("poll_{}", number);
    const auto closed = poll.is_open()
                            ? std::string{}
                            : fmt::format("<recordedTime time=\"{}\" type=\"endEvent\"/>",
                                          iso_moment(reader, poll.closed_at));
    auto out = fmt::format(
        "      <hcontainer eId=\"{0}\" name=\"poll\">\n        <num>{1}</num>\n        "
        "<heading>{2}</heading>\n        <content eId=\"{0}__content\">\n          <p "
        "eId=\"{0}__content__p_1\"><recordedTime time=\"{3}\" type=\"startEvent\"/>{4}{5}</p>\n",
        id, number, xml_escaped(poll.question), iso_moment(reader, poll.opened_at),
        xml_escaped(result_words(poll, reader)), closed);
    int line = 1;
    for (const auto& ballot : ballots_named(poll))
        out += ballot_xml(hall, ballot, reader, fmt::format("{}__content__p_{}", id, ++line));
    return out + "        </content>\n      </hcontainer>\n";
}

// Only what was counted: nothing of a secret poll before it is closed.
std::string voting_xml(const Tally& tally, int number)
{
    auto out = fmt::format("          <voting eId=\"voting_{0}\" href=\"#poll_{0}\">\n", number);
    for (const auto& [card, count] :
         {std::pair(Card::agree, tally.agree), std::pair(Card::object, tally.object),
          std::pair(Card::abstain, tally.abstain)})
        out += fmt::format("            <count eId=\"voting_{0}__{1}\" refersTo=\"#card-{1}\" "
                           "value=\"{2}\"/>\n",
                           number, word(card), count);
    return out + "          </voting>\n";
}

}  // namespace

std::vector<Ballot> ballots_named(const Poll& poll)
{
    std::vector<Ballot> named;
    if (poll.secret)
        return named;
    for (const auto& ballot : poll.ballots)
        if (ballot.card)
            named.push_back(ballot);
    return named;
}

Json polls_json(const Hall& hall, const std::vector<Poll>& polls)
{
    return forum::list_json(polls, [&](const Poll& poll) {
        const auto tally = poll.tally();
        auto json = Json::object({{"poll", std::to_string(poll.id)},
                                  {"question", poll.question},
                                  {"secret", poll.secret},
                                  {"opened_at", poll.opened_at.milliseconds()}});
        json.set("closed_at", poll.is_open() ? Json() : Json(poll.closed_at.milliseconds()));
        json.set("took_part", poll.ballots.size());
        json.set("agree", tally ? Json(tally->agree) : Json());
        json.set("object", tally ? Json(tally->object) : Json());
        json.set("abstain", tally ? Json(tally->abstain) : Json());
        json.set("cards", forum::list_json(ballots_named(poll), [&](const Ballot& ballot) {
                     const auto* delegation = hall.names.delegation(ballot.delegation);
                     return Json::object(
                         {{"delegation", delegation ? Json(delegation->key) : Json()},
                          {"name", delegation ? forum::text_json(delegation->name) : Json()},
                          {"card", word(*ballot.card)},
                          {"words", ballot.words}});
                 }));
        return json;
    });
}

std::vector<document::Block> polls_on_paper(const Hall& hall, const std::vector<Poll>& polls,
                                            const web::Reader& reader)
{
    std::vector<document::Block> blocks;
    if (polls.empty())
        return blocks;
    blocks.emplace_back(document::Space{6});
    blocks.emplace_back(document::Heading{reader.say(tr("Decided by cards")), 2});
    for (const auto& poll : polls) {
        const auto ballots = ballots_named(poll);
        blocks.emplace_back(document::Paragraph{.text = script::with_breaks(poll.question, {}),
                                                .bold = true,
                                                .with_next = true,
                                                .before_mm = 3});
        blocks.emplace_back(
            document::Paragraph{.text = script::with_breaks(result_words(poll, reader), {}),
                                .with_next = !ballots.empty()});
        if (!ballots.empty())
            blocks.emplace_back(ballots_table(hall, ballots, reader));
    }
    return blocks;
}

PollsXml polls_xml(const Hall& hall, const std::vector<Poll>& polls, const web::Reader& reader)
{
    PollsXml xml;
    int number = 0;
    std::string votings;
    for (const auto& poll : polls) {
        xml.body += poll_xml(hall, poll, reader, ++number);
        if (const auto tally = poll.tally())
            votings += voting_xml(*tally, number);
    }
    if (votings.empty())
        return xml;
    xml.analysis = "      <analysis source=\"#sala\">\n        <parliamentary>\n" + votings +
                   "        </parliamentary>\n      </analysis>\n";
    for (const auto card : {Card::agree, Card::object, Card::abstain})
        xml.references +=
            fmt::format("        <TLCConcept eId=\"card-{0}\" href=\"/ontology/concept/card-{0}\" "
                        "showAs=\"{1}\"/>\n",
                        word(card), xml_escaped(reader.say(name_of(card))));
    return xml;
}

}  // namespace sala::floor
