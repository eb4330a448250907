// SPDX-License-Identifier: Apache-2.0

#include "floor/record_json.hpp"

#include "floor/act_json.hpp"
#include "floor/hall_json.hpp"
#include "floor/record_polls.hpp"
#include "floor/speaker.view.hpp"
#include "forum/text_json.hpp"

namespace sala::floor {

namespace {

Json speech_json(const Hall& hall, const Speech& speech)
{
    const auto& entry = *speech.entry;
    const auto* person = hall.names.person(entry.person);
    const auto* instead = hall.names.person(entry.instead_of);
    const auto group = group_of(hall, entry);
    return Json::object(
        {{"entry", std::to_string(entry.id)},
         {"kind", word(entry.kind)},
         {"on_behalf", group.empty() ? Json() : forum::text_json(group)},
         {"name", forum::text_json(place_of(hall, entry))},
         {"person", person ? forum::text_json(person->name) : Json()},
         {"topics", forum::list_json(topics_said(hall, entry), forum::text_json)},
         {"began_at", entry.began_at.milliseconds()},
         {"ended_at", entry.ended_at.milliseconds()},
         {"milliseconds", std::int64_t{entry.spent.count()}},
         {"given_seconds", entry.seconds},
         {"added_seconds", entry.added},
         {"instead_of", instead ? forum::text_json(instead->name) : Json()},
         {"substituted", entry.substituted},
         {"interrupted", entry.interrupted()},
         {"measured", std::int64_t{(entry.corrected ? entry.measured : entry.spent).count()}},
         {"corrected", speech.corrected_why.empty() ? Json() : Json(speech.corrected_why)},
         {"speaker_corrected", speech.speaker_why.empty() ? Json() : Json(speech.speaker_why)}});
}

}  // namespace

Json record_json(const Hall& hall, const Record& record, Instant now)
{
    auto json = to_json(hall, now, true);
    json.set("speeches", forum::list_json(record.speeches, [&](const Speech& speech) {
                 return speech_json(hall, speech);
             }));
    json.set("totals", forum::list_json(record.totals, [&](const DelegationTime& one) {
                 return Json::object({{"name", forum::text_json(place_of(hall, *one.first))},
                                      {"speeches", one.speeches},
                                      {"milliseconds", std::int64_t{one.spent.count()}}});
             }));
    json.set("polls", polls_json(hall, record.polls));
    json.set("rulings", forum::list_json(record.rulings, [&](const Ruling& one) {
                 return Json::object({{"entry", std::to_string(one.entry->id)},
                                      {"name", forum::text_json(place_of(hall, *one.entry))},
                                      {"ruling", ruling_word(one.ruling)},
                                      {"at", one.at.milliseconds()},
                                      {"about", one.about},
                                      {"words", one.words}});
             }));
    json.set("chairs", forum::list_json(record.chairs, [](const InTheChair& one) {
                 return Json::object({{"name", one.name}, {"since", one.since.milliseconds()}});
             }));
    // Acts of a rehearsal are gone; no number means two things, so their numbers stay free.
    json.set("rehearsed_to", hall.rehearsal.number > 0 ? Json(hall.rehearsal.number) : Json());
    json.set("acts", acts_json(hall));
    return json;
}

}  // namespace sala::floor
