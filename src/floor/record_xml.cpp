// SPDX-License-Identifier: Apache-2.0

#include "floor/record_xml.hpp"

#include "document/wall_clock.hpp"
#include "document/xml.hpp"
#include "floor/record_polls.hpp"
#include "floor/speaker.view.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace sala::floor {

namespace {

using document::xml_escaped;

// 2030-05-06 and 10:00:00 in the forum's zone, with the offset.
struct Moment {
    std::string day;
    std::string whole;
};
Moment moment_of(const web::Reader& reader, Instant at)
{
    const auto offset = document::zone_offset_minutes(reader.zone, at).value_or(0);
    return {document::iso_date(at, offset), document::iso_date_time(at, offset)};
}

// ISO 639-2 as Akoma Ntoso wants it.
const char* language_of(const web::Reader& reader) { return reader.is_thai() ? "tha" : "eng"; }

std::string part_of_work(const char* name, const std::string& uri, const std::string& day,
                         const std::string& extra)
{
    return fmt::format(
        "        <{0}>\n          <FRBRthis value=\"{1}/!main\"/>\n          <FRBRuri "
        "value=\"{1}\"/>\n          <FRBRdate date=\"{2}\" name=\"generation\"/>\n"
        "          <FRBRauthor href=\"#sala\"/>\n{3}        </{0}>\n",
        name, xml_escaped(uri), day, extra);
}

std::string identification(const Hall& hall, const web::Reader& reader, const std::string& day,
                           const std::string& today)
{
    const auto work = fmt::format("/akn/un/debateReport/{}/{}/{}", hall.forum.slug, day, hall.key);
    const auto expression = work + "/" + language_of(reader) + "@";
    return "      <identification source=\"#sala\">\n" +
           part_of_work("FRBRWork", work, day,
                        "          <FRBRcountry value=\"un\"/>\n          <FRBRnumber value=\"" +
                            xml_escaped(hall.key) + "\"/>\n") +
           part_of_work(
               "FRBRExpression", expression, day,
               fmt::format("          <FRBRlanguage language=\"{}\"/>\n", language_of(reader))) +
           part_of_work("FRBRManifestation", expression + ".akn", today, "") +
           "      </identification>\n";
}

std::string speaker_id(const Entry& entry)
{
    return entry.person != 0           ? "person-" + std::to_string(entry.person)
           : entry.delegation != 0     ? "delegation-" + std::to_string(entry.delegation)
           : entry.kind == Kind::chair ? "chair"
                                       : "speaker-" + std::to_string(entry.id);
}

std::string references(const Hall& hall, const Record& record, const web::Reader& reader,
                       const std::string& more)
{
    std::string out = "      <references source=\"#sala\">\n        <TLCOrganization eId=\"sala\" "
                      "href=\"/ontology/organization/sala\" showAs=\"Sala\"/>\n";
    std::set<std::string> known;
    for (const auto& speech : record.speeches) {
        const auto id = speaker_id(*speech.entry);
        if (!known.insert(id).second)
            continue;
        const auto* person = hall.names.person(speech.entry->person);
        auto name = person ? person->name.words(reader.language) : std::string{};
        if (name.empty())
            name = place_words(reader, hall, *speech.entry);
        const bool one = speech.entry->person != 0;
        out += fmt::format("        <{0} eId=\"{1}\" href=\"/ontology/{2}/{1}\" showAs=\"{3}\"/>\n",
                           one ? "TLCPerson" : "TLCOrganization", id,
                           one ? "person" : "organization", xml_escaped(name));
    }
    return out + more + "      </references>\n";
}

std::string topics_xml(const Hall& hall, const Entry& entry, const web::Reader& reader,
                       const std::string& id)
{
    const auto words = topic_words(reader, hall, entry);
    return words.empty() ? std::string{}
                         : fmt::format("          <p eId=\"{0}__content__p_2\">{1}</p>\n", id,
                                       xml_escaped(words));
}

std::string paragraphs(const std::vector<std::string>& lines, const std::string& id, int number)
{
    std::string out;
    for (const auto& line : lines)
        out += fmt::format("          <p eId=\"{}__content__p_{}\">{}</p>\n", id, number++,
                           xml_escaped(line));
    return out;
}

// A part of the record that is no speech: rulings, who was absent.
std::string part_xml(const char* name, const std::string& heading,
                     const std::vector<std::string>& lines)
{
    return lines.empty()
               ? std::string{}
               : fmt::format("      <hcontainer eId=\"{0}_1\" name=\"{0}\">\n        "
                             "<heading>{1}</heading>\n        <content eId=\"{0}_1__content\">\n"
                             "{2}        </content>\n      </hcontainer>\n",
                             name, xml_escaped(heading),
                             paragraphs(lines, fmt::format("{}_1", name), 1));
}

std::string happened_xml(const Hall& hall, const Record& record, const web::Reader& reader)
{
    std::vector<std::string> rulings;
    rulings.reserve(record.rulings.size());
    for (const auto& one : record.rulings) {
        rulings.push_back(time_words(reader, one.at, true) + " " + ruling_words(hall, one, reader));
        if (auto about = point_words(one, reader); !about.empty())
            rulings.push_back(std::move(about));
    }
    std::vector<std::string> absent;
    absent.reserve(record.absent.size());
    for (const auto* entry : record.absent)
        absent.push_back(place_words(reader, hall, *entry));
    return part_xml("rulings", reader.say(tr("Points of order")), rulings) +
           part_xml("absent", reader.say(tr("Were absent")), absent);
}

std::string chairs_xml(const Record& record, const web::Reader& reader)
{
    std::string out;
    for (const auto& chair : record.chairs)
        out += "      <p>" + xml_escaped(chair_words(chair, reader)) + "</p>\n";
    return out;
}

std::string speech_xml(const Hall& hall, const Speech& speech, const web::Reader& reader,
                       int number)
{
    const auto& entry = *speech.entry;
    const auto id = fmt::format("hcontainer_{}", number);
    const auto place = place_words(reader, hall, entry);
    const auto* person = hall.names.person(entry.person);
    const auto* post = hall.names.post(entry.post);
    std::string who = person ? person->name.words(reader.language) : place;
    if (post)
        who += ", " + post->words(reader.language);
    return fmt::format(
        "      <hcontainer eId=\"{0}\" name=\"speech\">\n        <num>{1}</num>\n        "
        "<heading>{2}</heading>\n        <content eId=\"{0}__content\">\n          <p "
        "eId=\"{0}__content__p_1\"><recordedTime time=\"{3}\" type=\"startEvent\"/><person "
        "refersTo=\"#{4}\">{5}</person>: {6}, {7}<recordedTime time=\"{8}\" "
        "type=\"endEvent\"/></p>\n{9}        </content>\n      </hcontainer>\n",
        id, number, xml_escaped(place), moment_of(reader, entry.began_at).whole, speaker_id(entry),
        xml_escaped(who), xml_escaped(kind_words(reader, hall, entry)),
        xml_escaped(spent_words(entry.spent) +
                    (entry.added != 0 ? " " + reader.say(of_given(entry)) : "")),
        moment_of(reader, entry.ended_at).whole,
        topics_xml(hall, entry, reader, id) + paragraphs(notes_of(hall, speech, reader), id, 3));
}

}  // namespace

std::string akoma_ntoso(const Hall& hall, const Record& record, const web::Reader& reader,
                        Instant now)
{
    const auto today = moment_of(reader, now).day;
    const auto polls = polls_xml(hall, record.polls, reader);
    const auto day = record.opened_at ? moment_of(reader, record.opened_at).day : today;
    std::string out =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<akomaNtoso "
        "xmlns=\"http://docs.oasis-open.org/legaldocml/ns/akn/3.0\">\n  "
        "<debateReport name=\"recordOfTheFloor\">\n    <meta>\n" +
        identification(hall, reader, day, today) + polls.analysis +
        references(hall, record, reader, polls.references) +
        "    </meta>\n    <preface>\n      <p><docTitle>" +
        xml_escaped(reader.say(tr("Record of the floor"))) + "</docTitle></p>\n      <p>" +
        xml_escaped(hall.title.words(reader.language)) + "</p>\n      <p><docDate date=\"" + day +
        "\">" + day + "</docDate></p>\n" +
        (hall.rehearsal.running ? "      <p>" + xml_escaped(reader.say(tr("Rehearsal"))) + "</p>\n"
                                : std::string{}) +
        chairs_xml(record, reader) + "    </preface>\n    <mainBody>\n";
    int number = 0;
    for (const auto& speech : record.speeches)
        out += speech_xml(hall, speech, reader, ++number);
    if (record.speeches.empty())
        out += "      <p>" + xml_escaped(reader.say(tr("Nobody has spoken yet."))) + "</p>\n";
    return out + happened_xml(hall, record, reader) + polls.body +
           "    </mainBody>\n  </debateReport>\n</akomaNtoso>\n";
}

}  // namespace sala::floor
