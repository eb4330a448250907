// SPDX-License-Identifier: Apache-2.0
//
// The badges that were made in one go, on paper: those of them that still open doors.

#include "door/badge_faces.hpp"
#include "door/badges.view.hpp"
#include "registration/photo_store.hpp"

namespace sala::door {

static Result<web::Reply> show(web::Desk& desk, const forum::Forum& forum);

web::Verb show_badge_print()
{
    return {.path = "GET /{forum}/badge-prints/{print}",
            .allow = web::secretariat,
            .query = {{.name = "size", .meaning = "The paper of a badge.", .words = {"a6", "id1"}},
                      {.name = "cut", .meaning = "Several on a sheet of A4.", .words = {"yes"}}},
            .run = web::on<forum::Forum>(show),
            .also = {web::Format::pdf}};
}

// By registration; those who were merged or erased meanwhile are not among them.
static std::map<Id<Registration>, Registered>
people_by_number(store::Session& session, std::int64_t forum,
                 const std::vector<Id<Registration>>& numbers)
{
    std::map<Id<Registration>, Registered> people;
    for (auto& one : registration::registered_at(
             session, forum, {.status = registration::Status::approved, .among = numbers}))
        people.emplace(one.registration.id(), std::move(one));
    return people;
}

// A badge of it that opens doors, and whose.
struct ToPrint {
    HeldBadge held;
    Registered one;
};

static std::vector<ToPrint> to_print(store::Session& session, std::int64_t forum,
                                     const std::vector<HeldBadge>& badges)
{
    std::vector<Id<Registration>> numbers;
    numbers.reserve(badges.size());
    for (const auto& held : badges)
        numbers.push_back(held.badge.registration);
    const auto people = people_by_number(session, forum, numbers);
    std::vector<ToPrint> all;
    for (const auto& held : badges)
        if (const auto one = people.find(held.badge.registration);
            !held.ended && one != people.end())
            all.push_back({held, one->second});
    return all;
}

static std::string paper(const web::Desk& desk, const forum::Forum& forum,
                         const std::vector<ToPrint>& badges)
{
    auto sheet = sheet_for(desk, desk.reader().say(tr("Badges")) + ", " +
                                     forum.title.words(desk.reader().language));
    const auto faces = Faces::read(desk, forum);
    std::vector<Id<Registration>> numbers;
    numbers.reserve(badges.size());
    for (const auto& badge : badges)
        numbers.push_back(badge.one.registration.id());
    const auto photos = registration::photos_of(desk.session(), forum.id, numbers);
    for (const auto& [held, one] : badges) {
        const auto photo = photos.find(held.badge.registration);
        sheet.badges.push_back(faces.of_person(
            one, held.badge.id, photo == photos.end() ? std::string{} : photo->second));
    }
    return document::write_badges(sheet);
}

static web::Page print_page(const web::Desk& desk, const forum::Forum& forum, const Print& print,
                            std::size_t standing)
{
    const auto& reader = desk.reader();
    return {
        .title = reader.say(tr("Badges to print")),
        .body = html(
            reader, "<nav><ol class=\"crumbs\"><li><a href=\"", forum.address(), "/badges\">",
            tr("Badges"), "</a></li></ol></nav>\n<h1>", tr("Badges to print"),
            "</h1>\n<p class=\"lede\">",
            tr_count("{count} badge that opens doors", "{count} badges that open doors", standing),
            ", ", forum::moment(reader, print.at), "</p>\n", paper_links(reader, desk.address()),
            "<p class=\"soft\">",
            tr("Names lead in the language of this page, the other script follows. Print one "
               "and hold it before the camera of a door before you print them all."),
            "</p>\n"),
        .frame = forum::desk_frame(desk, forum, "registrations")};
}

Result<web::Reply> show(web::Desk& desk, const forum::Forum& forum)
{
    const auto print = print_at(desk.session(), forum.id, desk.at("print"));
    if (!print)
        return print.refusal();
    const auto badges = badges_of(desk.session(), forum.id, print->id);
    const auto standing = to_print(desk.session(), forum.id, badges);
    if (desk.wants(web::Format::pdf)) {
        if (standing.empty())
            return conflict("no-badge-stands",
                            "No badge of this print opens doors any more: each was replaced or "
                            "revoked, or its bearer is not approved.");
        return desk.send("application/pdf", paper(desk, forum, standing))
            .with("Content-Disposition", "inline; filename=\"badges.pdf\"");
    }
    if (desk.wants(web::Format::json))
        return desk.show(Json::object({{"badges", badges.size()}, {"standing", standing.size()}}));
    return desk.show(print_page(desk, forum, *print, standing.size()));
}

}  // namespace sala::door
