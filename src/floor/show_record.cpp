// SPDX-License-Identifier: Apache-2.0
//
// Who spoke, how long, on what: the record of a sitting for its chair and the secretariat, to read,
// to print and to hand on.

#include "document/pdf.hpp"
#include "floor/poll_store.hpp"
#include "floor/record.view.hpp"
#include "floor/record_json.hpp"
#include "floor/record_xml.hpp"

namespace sala::floor {

static Result<web::Reply> show(web::Desk& desk, const Hall& hall);

web::Verb show_record()
{
    return {.path = "GET /{forum}/sittings/{sitting}/record",
            .allow = forum::chairs,
            .run = web::on<Hall>(show),
            .also = {web::Format::pdf, web::Format::xml}};
}

Result<web::Reply> show(web::Desk& desk, const Hall& hall)
{
    const auto record = record_of(hall, polls_of(desk.session(), hall.forum.id, hall.sitting));
    if (desk.wants(web::Format::json))
        return desk.show(record_json(hall, record, desk.now()));
    if (desk.wants(web::Format::pdf))
        return desk
            .send("application/pdf",
                  document::write_pdf(paper_of(hall, record, desk.reader(), desk.now())))
            .with("Content-Disposition", "inline; filename=\"" + hall.key + "-record.pdf\"");
    if (desk.wants(web::Format::xml))
        return desk.send("application/xml", akoma_ntoso(hall, record, desk.reader(), desk.now()));
    return desk.show(record_page(desk, hall, record, who_may_speak(desk.session(), hall, 0)));
}

}  // namespace sala::floor
