// SPDX-License-Identifier: Apache-2.0
//
// Anybody looks at one sitting: when and where, what is on the agenda, who speaks and in which
// order.

#include "forum/forum_store.hpp"
#include "forum/grant_store.hpp"
#include "forum/roles.hpp"
#include "programme/find_released.hpp"
#include "programme/schema_org.hpp"
#include "programme/show_sitting.view.hpp"

namespace sala::programme {

using forum::Forum;

static Result<web::Reply> show(web::Desk& desk, const Forum& forum);

web::Verb show_sitting()
{
    return {.path = "GET /{forum}/sittings/{sitting}",
            .allow = web::anyone,
            .run = web::on<Forum>(show),
            .summary = "One sitting of the released programme."};
}

static bool has_speakers(const std::string& kind)
{
    return kind != "meal" && kind != "visit" && kind != "bilateral";
}

// Of the pages of its floor, those that whoever asks may open.
static std::vector<FloorLink> floor_of(web::Desk& desk, const Forum& forum, const Sitting& sitting)
{
    if (!has_speakers(sitting.kind))
        return {};
    const auto address = forum.address() + "/sittings/" + sitting.key + "/";
    std::vector<FloorLink> links{{address + "floor", tr("Who speaks now")},
                                 {address + "order", tr("Order of speakers")}};
    if (!desk.visitor().login)
        return links;
    const auto body = desk.session().find<std::int64_t>(
        "SELECT e.body FROM sitting s JOIN edition e ON e.forum = s.forum AND e.id = s.edition "
        "WHERE s.forum = :forum AND s.key = :key",
        forum.id, sitting.key);
    const web::Limits limits{{"body", body ? std::get<0>(*body) : 0}};
    const auto add = [&](bool may, const char* page, Sentence words) {
        if (may)
            links.push_back({address + page, std::move(words)});
    };
    const auto own = forum::delegations_of(desk);
    add(!own.empty() && desk.may(forum::delegates, {{"delegation", own.front().number()}}), "place",
        tr("My place in the list"));
    add(!own.empty() && desk.may(forum::focal_points, {{"delegation", own.front().number()}}),
        "inscription", tr("Inscription and text"));
    add(desk.may(forum::chairs, limits), "chair", tr("Chair’s console"));
    add(desk.may(forum::interpreters, limits), "texts", tr("Texts for the interpreters"));
    return links;
}

Result<web::Reply> show(web::Desk& desk, const Forum& forum)
{
    const auto programme = released_programme(desk.session(), forum.id);
    const auto* sitting = programme ? programme->sitting(desk.at("sitting")) : nullptr;
    if (!sitting)
        return missing("no-such-sitting", "This programme has no such sitting.");
    if (desk.wants(web::Format::json))
        return desk.show(sitting_json(*programme, *sitting));
    const auto& reader = desk.reader();
    const auto event = sitting_event(desk, forum, *programme, *sitting);
    return desk.show(web::Page{
        .title = sitting->title.words(reader.language) + ", " + forum.title.words(reader.language),
        .body = sitting_page(reader, forum.address(), *programme, *sitting,
                             {claims_about(desk.session(), forum.id, "sittings:" + sitting->key),
                              room_note(desk.session(), forum.id, sitting->room),
                              floor_of(desk, forum, *sitting)}),
        .frame = forum::forum_frame(desk, forum, "programme"),
        .json_ld = event.write()});
}

}  // namespace sala::programme
