// SPDX-License-Identifier: Apache-2.0

#include "floor/record.hpp"

#include "floor/act_words.hpp"
#include "floor/names_on_paper.hpp"
#include "floor/record_polls.hpp"
#include "floor/speaker.view.hpp"
#include "script/with_breaks.hpp"

#include <algorithm>

namespace sala::floor {

namespace {

bool same_delegation(const Entry& one, const Entry& other)
{
    return one.delegation != 0 ? one.delegation == other.delegation
                               : other.delegation == 0 && one.person == other.person;
}

void add_up(std::vector<DelegationTime>& totals, const Entry& entry)
{
    if (entry.kind == Kind::chair)
        return;
    auto found = std::find_if(totals.begin(), totals.end(), [&](const DelegationTime& one) {
        return same_delegation(*one.first, entry);
    });
    if (found == totals.end())
        found = totals.insert(totals.end(), {&entry, 0, milliseconds{0}});
    ++found->speeches;
    found->spent += entry.spent;
}

std::string day_words(const web::Reader& reader, Instant at)
{
    const auto zone = script::Zone::named(reader.zone);
    const auto clock = script::clock(at, zone ? *zone : script::Zone::utc());
    return script::render_day(clock.day, script::DateStyle::for_reader(reader.language));
}

std::string who_words(const Hall& hall, const Entry& entry, const web::Reader& reader)
{
    const auto place = place_words(reader, hall, entry);
    const auto* person = hall.names.person(entry.person);
    const auto* post = hall.names.post(entry.post);
    auto words = place;
    if (person && person->name.words(reader.language) != place)
        words += "\n" + person->name.words(reader.language);
    if (post)
        words += "\n" + post->words(reader.language);
    return words;
}

// What it was, and on which topics.
std::string about_words(const Hall& hall, const Entry& entry, const web::Reader& reader)
{
    const auto topics = topic_words(reader, hall, entry);
    return kind_words(reader, hall, entry) + (topics.empty() ? "" : "\n" + topics);
}

document::Table speeches_table(const Hall& hall, const Record& record, const web::Reader& reader)
{
    const auto names = names_on_paper(hall, reader.language);
    const auto cell = [&](const std::string& words) { return script::with_breaks(words, names); };
    document::Table table;
    table.shares = {0.06, 0.13, 0.4, 0.27, 0.14};
    table.rows.push_back({reader.say(tr("No.")), reader.say(tr("Began")), reader.say(tr("Speaker")),
                          reader.say(tr("What for")), reader.say(tr("Spoke"))});
    int number = 0;
    for (const auto& speech : record.speeches) {
        auto spent = spent_words(speech.entry->spent);
        if (speech.entry->added != 0)
            spent += "\n" + reader.say(of_given(*speech.entry));
        auto about = about_words(hall, *speech.entry, reader);
        for (const auto& note : notes_of(hall, speech, reader))
            about += "\n" + note;
        table.rows.push_back(
            {std::to_string(++number), time_words(reader, speech.entry->began_at, true),
             cell(who_words(hall, *speech.entry, reader)), cell(about), cell(spent)});
    }
    return table;
}

document::Table totals_table(const Hall& hall, const Record& record, const web::Reader& reader)
{
    const auto names = names_on_paper(hall, reader.language);
    document::Table table;
    table.shares = {0.6, 0.2, 0.2};
    table.rows.push_back(
        {reader.say(tr("Delegation")), reader.say(tr("Speeches")), reader.say(tr("Spoke"))});
    for (const auto& one : record.totals)
        table.rows.push_back({script::with_breaks(place_words(reader, hall, *one.first), names),
                              std::to_string(one.speeches), spent_words(one.spent)});
    return table;
}

document::Table rulings_table(const Hall& hall, const Record& record, const web::Reader& reader)
{
    const auto names = names_on_paper(hall, reader.language);
    document::Table table;
    table.shares = {0.13, 0.87};
    table.rows.push_back({reader.say(tr("Time")), reader.say(tr("Ruling"))});
    for (const auto& one : record.rulings) {
        const auto about = point_words(one, reader);
        table.rows.push_back(
            {time_words(reader, one.at, true),
             script::with_breaks(
                 ruling_words(hall, one, reader) + (about.empty() ? "" : "\n" + about), names)});
    }
    return table;
}

void add_happened(document::Paper& paper, const Hall& hall, const Record& record,
                  const web::Reader& reader)
{
    if (!record.rulings.empty()) {
        paper.blocks.push_back(document::Space{6});
        paper.blocks.push_back(document::Heading{reader.say(tr("Points of order")), 2});
        paper.blocks.push_back(rulings_table(hall, record, reader));
    }
    if (record.absent.empty())
        return;
    paper.blocks.push_back(document::Space{6});
    paper.blocks.push_back(document::Heading{reader.say(tr("Were absent")), 2});
    for (const auto* entry : record.absent)
        paper.blocks.push_back(document::Paragraph{
            .text = script::with_breaks(place_words(reader, hall, *entry),
                                        names_on_paper(hall, reader.language))});
}

// Nothing is corrected without a reason: where there is none, it was erased or is past its time.
std::string reason_words(const web::Reader& reader, const std::string& reason)
{
    return reason.empty() ? reader.say(tr("the reason is no longer kept")) : reason;
}

}  // namespace

std::vector<std::string> notes_of(const Hall& hall, const Speech& speech, const web::Reader& reader)
{
    const auto& entry = *speech.entry;
    std::vector<std::string> notes;
    if (entry.substituted) {
        const auto* person = hall.names.person(entry.instead_of);
        notes.push_back(reader.say(
            person ? tr("instead of {name}", {{"name", person->name.words(reader.language)}})
                   : tr("Speaks instead")));
    }
    if (entry.other_speaker)
        notes.push_back(reader.say(tr("who spoke was corrected: {reason}; recorded: {who}",
                                      {{"reason", reason_words(reader, speech.speaker_why)},
                                       {"who", place_words(reader, hall, as_recorded(entry))}})));
    if (entry.interrupted())
        notes.push_back(reader.say(tr("interrupted before its end")));
    if (entry.corrected)
        notes.push_back(reader.say(tr("the time was corrected: {reason}; measured: {time}",
                                      {{"reason", reason_words(reader, speech.corrected_why)},
                                       {"time", spent_words(entry.measured)}})));
    return notes;
}

std::string ruling_words(const Hall& hall, const Ruling& ruling, const web::Reader& reader)
{
    const auto who = place_said(reader, hall, *ruling.entry);
    return reader.say(ruling_sentence(ruling.ruling, who)) +
           (ruling.words.empty() ? "" : ": " + ruling.words);
}

std::string point_words(const Ruling& ruling, const web::Reader& reader)
{
    return ruling.about.empty()
               ? std::string{}
               : reader.say(tr("It was about: {words}", {{"words", ruling.about}}));
}

std::string chair_words(const InTheChair& chair, const web::Reader& reader)
{
    const Arguments words{{"time", time_words(reader, chair.since)}, {"name", chair.name}};
    return reader.say(
        chair.name.empty()
            ? tr("In the chair since {time}: somebody whose name is no longer kept", words)
            : tr("In the chair since {time}: {name}", words));
}

static void note_act(Record& record, const Hall& hall, const Act& act)
{
    if (hall.floor.undone().count(act.number) > 0)
        return;
    const auto& step = act.step;
    if (step.what == What::close && hall.floor.phase() == Floor::Phase::closed)
        record.closed_at = act.at;
    if (step.what == What::hand_over)
        record.chairs.push_back({step.words, act.at});
    const auto* entry = step.what == What::rule ? hall.floor.entry(step.entry) : nullptr;
    if (!entry)
        return;
    // Who rules again has thought better of it.
    std::erase_if(record.rulings, [&](const Ruling& one) { return one.entry == entry; });
    record.rulings.push_back({entry, step.other, step.words, asked_words(hall, *entry), act.at});
}

static Speech speech_of(const Hall& hall, const Entry& entry)
{
    Speech speech{&entry, {}, {}};
    for (const auto& act : hall.acts) {
        if (act.step.entry != entry.id || hall.floor.undone().count(act.number) > 0)
            continue;
        if (act.step.what == What::correct && entry.corrected)
            speech.corrected_why = act.step.words;
        if (act.step.what == What::correct_speaker)
            speech.speaker_why = act.step.words;
    }
    return speech;
}

Record record_of(const Hall& hall, std::vector<Poll> polls)
{
    Record record;
    record.polls = std::move(polls);
    std::sort(record.polls.begin(), record.polls.end(),
              [](const Poll& one, const Poll& other) { return one.id < other.id; });
    record.opened_at = hall.floor.opened_at();
    for (const auto& act : hall.acts)
        note_act(record, hall, act);
    for (const auto& entry : hall.floor.entries()) {
        if (entry.status == Status::absent)
            record.absent.push_back(&entry);
        if (!entry.was_heard())
            continue;
        record.speeches.push_back(speech_of(hall, entry));
        add_up(record.totals, entry);
    }
    std::stable_sort(record.speeches.begin(), record.speeches.end(),
                     [](const Speech& one, const Speech& other) {
                         return one.entry->began_at < other.entry->began_at;
                     });
    std::stable_sort(record.totals.begin(), record.totals.end(),
                     [](const DelegationTime& one, const DelegationTime& other) {
                         return one.spent > other.spent;
                     });
    return record;
}

document::Paper paper_of(const Hall& hall, const Record& record, const web::Reader& reader,
                         Instant now)
{
    document::Paper paper;
    paper.title = reader.say(tr("Record of the floor"));
    paper.language = reader.language.tag();
    paper.created = now;
    paper.left_mm = 20;
    paper.body_pt = 14;
    paper.blocks.push_back(document::Title{paper.title, 20});
    if (hall.rehearsal.running)
        paper.blocks.push_back(document::Paragraph{.text = reader.say(tr("Rehearsal")),
                                                   .align = document::Align::centre});
    paper.blocks.push_back(document::Paragraph{
        .text = script::with_breaks(
            hall.title.words(reader.language) + "\n" + hall.forum.title.words(reader.language), {}),
        .align = document::Align::centre});
    if (record.opened_at)
        paper.blocks.push_back(document::Paragraph{
            .text = day_words(reader, record.opened_at) + ", " +
                    time_words(reader, record.opened_at) +
                    (record.closed_at ? "–" + time_words(reader, record.closed_at) : ""),
            .align = document::Align::centre});
    for (const auto& chair : record.chairs)
        paper.blocks.push_back(document::Paragraph{.text = chair_words(chair, reader),
                                                   .align = document::Align::centre});
    paper.blocks.push_back(document::Space{4});
    paper.blocks.push_back(speeches_table(hall, record, reader));
    paper.blocks.push_back(document::Space{6});
    paper.blocks.push_back(document::Heading{reader.say(tr("Time of each delegation")), 2});
    paper.blocks.push_back(totals_table(hall, record, reader));
    add_happened(paper, hall, record, reader);
    for (auto& block : polls_on_paper(hall, record.polls, reader))
        paper.blocks.push_back(std::move(block));
    return paper;
}

}  // namespace sala::floor
