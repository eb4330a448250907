// SPDX-License-Identifier: Apache-2.0
//
// The first page of whoever keeps a forum: what is wrong, what is new, what waits, what is next.

#include "door/vehicle_store.hpp"
#include "programme/draft.hpp"
#include "programme/show_desk.view.hpp"
#include "registration/registration_store.hpp"

namespace sala::programme {

static Result<web::Reply> show(web::Desk& desk, const forum::Forum& forum);

web::Verb show_desk()
{
    return {
        .path = "GET /{forum}/desk", .allow = web::secretariat, .run = web::on<forum::Forum>(show)};
}

// Of delegations, all that somebody has to say yes or no to.
static void look_at_people(store::Session& session, std::int64_t forum, DeskPage& page)
{
    using namespace registration;
    page.to_decide = count_at(session, forum, {.status = Status::submitted});
    page.wishes = count_at(session, forum, {.also = has_open_wish()});
    page.vehicles = door::waiting_vehicles(session, forum).count;
}

static DeskPage look_around(web::Desk& desk, const forum::Forum& forum)
{
    auto& session = desk.session();
    DeskPage page;
    auto draft = look_at_draft(session, forum.id, desk.reader().language);
    page.conflicts = std::move(draft.conflicts);
    page.changes = std::move(draft.changes);
    page.release = newest_release(session, forum.id);
    if (const auto found = session.find<std::int64_t>(
            "SELECT COUNT(*) FROM letter l WHERE l.forum = :forum AND NOT EXISTS "
            "(SELECT 1 FROM letter_act a WHERE a.letter = l.id AND a.what <> 'prepared')",
            forum.id))
        page.waiting = std::get<0>(*found);
    if (const auto found = session.find<std::int64_t>(
            "SELECT COUNT(DISTINCT m.registration) FROM admission m WHERE m.forum = :forum AND NOT "
            "EXISTS (SELECT 1 FROM admission_undo u WHERE u.forum = m.forum AND u.admission = "
            "m.id)",
            forum.id))
        page.here = std::get<0>(*found);
    look_at_people(session, forum.id, page);
    page.numbers = forum::row_numbers(session, forum.id);
    return page;
}

static Json desk_json(const DeskPage& page)
{
    auto conflicts = Json::array();
    for (const auto& one : page.conflicts)
        conflicts.push(Json::object({{"code", one.code},
                                     {"title", one.title.english()},
                                     {"sentence", one.sentence.english()}}));
    auto changes = Json::array();
    for (const auto& one : page.changes)
        changes.push(to_json(one));
    auto rows = Json::object();
    for (const auto& [sheet, number] : page.numbers)
        rows.set(sheet, number);
    return Json::object({{"release", page.release ? page.release->number : 0},
                         {"conflicts", conflicts},
                         {"changes", changes},
                         {"letters_waiting", page.waiting},
                         {"here", page.here},
                         {"to_decide", page.to_decide},
                         {"changes_asked_for", page.wishes},
                         {"vehicles_waiting", page.vehicles},
                         {"rows", rows}});
}

Result<web::Reply> show(web::Desk& desk, const forum::Forum& forum)
{
    const auto page = look_around(desk, forum);
    if (desk.wants(web::Format::json))
        return desk.show(desk_json(page));
    return desk.show(desk_page(desk, forum, page));
}

}  // namespace sala::programme
