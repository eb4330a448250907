// SPDX-License-Identifier: Apache-2.0
//
// Who spoke, how long, on what: the record of a sitting for its chair and the secretariat, to read,
// to print and to hand on.

#include "document/pdf.hpp"
#include "floor/hall_json.hpp"
#include "floor/poll_store.hpp"
#include "floor/record.view.hpp"
#include "floor/record_polls.hpp"
#include "floor/record_xml.hpp"
#include "forum/text_json.hpp"

namespace sala::floor {

static Result<web::Reply> show(web::Desk& desk, const Hall& hall);

web::Verb show_record()
{
    return {.path = "GET /{forum}/sittings/{sitting}/record",
            .allow = forum::chairs,
            .run = web::on<Hall>(show),
            .also = {web::Format::pdf, web::Format::xml}};
}

static Json json_of(const web::Desk& desk, const Hall& hall, const Record& record)
{
    auto json = to_json(hall, desk.now(), true);
    json.set("speeches", forum::list_json(record.speeches, [&](const Speech& speech) {
                 const auto& entry = *speech.entry;
                 const auto* person = hall.names.person(entry.person);
                 return Json::object(
                     {{"entry", std::to_string(entry.id)},
                      {"kind", word(entry.kind)},
                      {"name", forum::text_json(place_of(hall, entry))},
                      {"person", person ? forum::text_json(person->name) : Json()},
                      {"topics", forum::list_json(topics_said(hall, entry), forum::text_json)},
                      {"began_at", entry.began_at.milliseconds()},
                      {"ended_at", entry.ended_at.milliseconds()},
                      {"milliseconds", std::int64_t{entry.spent.count()}},
                      {"given_seconds", entry.seconds},
                      {"added_seconds", entry.added},
                      {"corrected",
                       speech.corrected_why.empty() ? Json() : Json(speech.corrected_why)}});
             }));
    json.set("totals", forum::list_json(record.totals, [&](const DelegationTime& one) {
                 return Json::object({{"name", forum::text_json(place_of(hall, *one.first))},
                                      {"speeches", one.speeches},
                                      {"milliseconds", std::int64_t{one.spent.count()}}});
             }));
    json.set("polls", polls_json(hall, record.polls));
    json.set(
        "acts", forum::list_json(hall.acts, [&](const Act& act) {
            return Json::object(
                {{"number", act.number},
                 {"what", word(act.step.what)},
                 {"at", act.at.milliseconds()},
                 {"entry", std::to_string(act.step.what == What::enter ? act.id : act.step.entry)},
                 {"words", act.step.words}});
        }));
    return json;
}

Result<web::Reply> show(web::Desk& desk, const Hall& hall)
{
    const auto record = record_of(hall, polls_of(desk.session(), hall.forum.id, hall.sitting));
    if (desk.wants(web::Format::json))
        return desk.show(json_of(desk, hall, record));
    if (desk.wants(web::Format::pdf))
        return desk
            .send("application/pdf",
                  document::write_pdf(paper_of(hall, record, desk.reader(), desk.now())))
            .with("Content-Disposition", "inline; filename=\"" + hall.key + "-record.pdf\"");
    if (desk.wants(web::Format::xml))
        return desk.send("application/xml", akoma_ntoso(hall, record, desk.reader(), desk.now()));
    return desk.show(record_page(desk, hall, record));
}

}  // namespace sala::floor
