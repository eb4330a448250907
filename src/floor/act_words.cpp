// SPDX-License-Identifier: Apache-2.0

#include "floor/act_words.hpp"

#include "floor/speaker.view.hpp"

namespace sala::floor {

namespace {

// Only a correction speaks of who it really was.
std::string who_of(const web::Reader& reader, const Hall& hall, std::int64_t entry,
                   bool corrected = false)
{
    const auto* found = hall.floor.entry(entry);
    if (!found)
        return reader.say(tr("a speaker"));
    return place_said(reader, hall, corrected ? *found : as_recorded(*found));
}

Sentence of_entering(const web::Reader& reader, const Act& act, const std::string& who)
{
    if (!act.by_chair)
        return tr("{who} asked for the floor: {kind}",
                  {{"who", who}, {"kind", reader.say(name_of(act.step.kind))}});
    return tr("{who} was entered: {kind}",
              {{"who", who}, {"kind", reader.say(name_of(act.step.kind))}});
}

Sentence of_clock(const Act& act, const std::string& who)
{
    switch (act.step.what) {
    case What::start:
        return tr("The clock of {who} was started", {{"who", who}});
    case What::pause:
        return tr("The clock of {who} was stopped", {{"who", who}});
    case What::resume:
        return tr("The clock of {who} went on", {{"who", who}});
    default:
        break;
    }
    const auto minutes = spent_words(std::chrono::seconds{std::abs(act.step.seconds)});
    return act.step.seconds < 0
               ? tr("{time} were taken from {who}", {{"time", minutes}, {"who", who}})
               : tr("{time} were added for {who}", {{"time", minutes}, {"who", who}});
}

Sentence of_list(const web::Reader& reader, const Hall& hall, const Act& act,
                 const std::string& who)
{
    switch (act.step.what) {
    case What::order:
        return tr("The list was put in the order of the rules");
    case What::move:
        return tr("{who} was placed as number {place}",
                  {{"who", who}, {"place", std::to_string(act.step.other)}});
    case What::swap:
        return tr("{who} and {other} changed places",
                  {{"who", who}, {"other", who_of(reader, hall, act.step.other)}});
    case What::close_list:
        return tr("The list was closed");
    case What::reopen_list:
        return tr("The list was reopened");
    default:
        break;
    }
    return tr("{who} waits until the end of the list", {{"who", who}});
}

// For all who wait, or for one of them.
Sentence of_allotting(const Act& act, const std::string& who)
{
    const Arguments words{{"who", who},
                          {"time", spent_words(std::chrono::seconds{act.step.seconds})},
                          {"group", spent_words(std::chrono::seconds{act.step.other})}};
    if (act.step.entry != 0)
        return tr("{who} has {time} now, as in the programme", words);
    return act.step.seconds == act.step.other
               ? tr("All who wait have {time} each now", words)
               : tr("All who wait have {time} each now, and {group} on behalf of a group", words);
}

// What it was, for whoever reads it without numbers.
Sentence of_undoing(const web::Reader& reader, const Hall& hall, std::int64_t number)
{
    for (const auto& act : hall.acts)
        if (act.number == number && act.step.what != What::undo)
            return tr("Undone: {what}", {{"what", reader.say(sentence_of(reader, hall, act))}});
    return tr("A step was undone");
}

// A person whose name was erased since is nobody's business any more.
Sentence of_speaker(const web::Reader& reader, const Hall& hall, const Act& act,
                    const std::string& who)
{
    const auto* person = hall.names.person(act.step.person);
    const auto name = person ? person->name.words(reader.language) : std::string{};
    const Arguments words{{"name", name}, {"who", who}};
    if (act.step.what == What::substitute)
        return person ? tr("{name} speaks instead for {who}", words)
                      : tr("Somebody else speaks for {who}", words);
    if (act.step.what == What::name)
        return person ? tr("{name} will speak for {who}", words)
                      : tr("{who} has named nobody yet", words);
    return person ? tr("The record was corrected: {name} spoke, of {who}", words)
                  : tr("The record was corrected: {who} spoke", words);
}

Sentence of_rules(const web::Reader& reader, const Hall& hall, const Act& act)
{
    std::string what;
    for (const auto& one : differences(rules_at(hall.rules_since, act.number - 1),
                                       rules_at(hall.rules_since, act.number)))
        what += (what.empty() ? "" : ", ") + reader.say(one);
    return tr("The rules were changed: {what}", {{"what", what}});
}

}  // namespace

Sentence ruling_sentence(std::int64_t ruling, const std::string& who)
{
    if (ruling == 1)
        return tr("The point of order of {who} was upheld", {{"who", who}});
    if (ruling == 2)
        return tr("The point of order of {who} was not upheld", {{"who", who}});
    return tr("The point of order of {who} was noted", {{"who", who}});
}

Sentence sentence_of(const web::Reader& reader, const Hall& hall, const Act& act)
{
    const auto who = who_of(reader, hall, act.step.what == What::enter ? act.id : act.step.entry,
                            act.step.what == What::correct_speaker);
    switch (act.step.what) {
    case What::allot:
        return of_allotting(act, who);
    case What::open:
        return tr("The sitting was opened");
    case What::close:
        return tr("The sitting was closed");
    case What::enter:
        return of_entering(reader, act, who);
    case What::give:
        return tr("The floor was given to {who}", {{"who", who}});
    case What::start:
    case What::pause:
    case What::resume:
    case What::add_time:
        return of_clock(act, who);
    case What::end:
        return tr("{who} ended", {{"who", who}});
    case What::take_back:
        return tr("The floor was taken back from {who}", {{"who", who}});
    case What::pass:
        return tr("{who} was called and was absent", {{"who", who}});
    case What::restore:
        return tr("{who} is back in the list", {{"who", who}});
    case What::substitute:
    case What::name:
    case What::correct_speaker:
        return of_speaker(reader, hall, act, who);
    case What::withdraw:
        return act.step.other == 1
                   ? tr("{who} was taken off the list, as in the programme", {{"who", who}})
                   : tr("{who} withdrew", {{"who", who}});
    case What::rule:
        return ruling_sentence(act.step.other, who);
    case What::hand_over:
        return act.step.words.empty()
                   ? tr("The chair was handed over")
                   : tr("The chair was handed over to {name}", {{"name", act.step.words}});
    case What::message:
        return act.step.words.empty() && !act.words_gone
                   ? tr("The message to the hall was taken away")
                   : tr("A message was shown to the hall");
    case What::undo:
        return of_undoing(reader, hall, act.step.other);
    case What::correct:
        return tr("The record of {who} was corrected to {time}",
                  {{"who", who}, {"time", spent_words(std::chrono::seconds{act.step.seconds})}});
    case What::rules:
        return of_rules(reader, hall, act);
    default:
        break;
    }
    return of_list(reader, hall, act, who);
}

}  // namespace sala::floor
