// SPDX-License-Identifier: Apache-2.0
//
// One of the sides looks at a meeting: what was said, and what it can do.

#include "bilateral/doing.hpp"
#include "bilateral/entry.view.hpp"
#include "bilateral/kept_meetings.hpp"
#include "bilateral/meeting_page.view.hpp"
#include "bilateral/outcome.view.hpp"
#include "bilateral/preference.hpp"

namespace sala::bilateral {

static Result<web::Reply> show(web::Desk& desk, const Party& party);

web::Verb show_meeting()
{
    return {.path = "GET /{forum}/delegations/{delegation}/meetings/{meeting}",
            .allow = forum::focal_points,
            .run = web::on<Party>(show)};
}

static Json whole_json(const Party& party, const MeetingPage& page, Instant now)
{
    auto json = meeting_json(page.meeting, party.all, now);
    auto acts = Json::array();
    for (const auto& act : page.meeting.acts())
        acts.push(act_json(act, party.all, page.meeting.delegation(act.side)));
    json.set("acts", std::move(acts));
    json.set("place", page.place);
    for (const auto side : page.meeting.sides()) {
        const auto found = page.companies.find({page.meeting.id().number(), side});
        const auto company = found == page.companies.end() ? Company{} : found->second;
        json.set(std::string(word(side)) + "_comes",
                 Json::object({{"people", company.people}, {"interpreter", company.interpreter}}));
    }
    return json;
}

// Where and when, the terms, what came of it. What all heads confirmed stays readable.
static web::Html what_follows(web::Desk& desk, const Party& party, const MeetingPage& page)
{
    const bool agreed = page.meeting.status_for(page.side, desk.now()) == Status::accepted;
    const auto terms = terms_of(desk.session(), page.meeting, party);
    web::Html more;
    if (agreed || terms.is_kept_by(page.side))
        more += ways_on(desk.reader(), party, page.meeting, terms);
    more += outcome_part(desk.reader(), party, page.meeting,
                         outcomes_of(desk.session(), page.meeting, party), agreed);
    return more;
}

Result<web::Reply> show(web::Desk& desk, const Party& party)
{
    auto meeting =
        meeting_of(desk.session(), party.forum.id, party.self.number, desk.at("meeting"));
    if (!meeting)
        return meeting.refusal();
    const auto side = *meeting->side_of(party.self.number);
    MeetingPage page{*std::move(meeting), side};
    page.companies = companies_of(desk.session(), party.forum.id, page.meeting.id().number());
    if (page.meeting.status_for(side, desk.now()) == Status::accepted) {
        const auto published = newest_release(desk.session(), party.forum.id);
        if (const auto* entry = published.of(page.meeting.id()))
            page.place = entry_place(desk.reader(), *entry) +
                         (published.is_final ? "" : ", " + desk.reader().say(tr("preliminary")));
    }
    if (desk.wants(web::Format::json))
        return desk.show(whole_json(party, page, desk.now()));
    page.words_stand_until = words_stand_until(desk.session(), party.forum.id, desk.now());
    page.names = names_of(desk.session(), page.meeting);
    page.pairs = pairs_at(desk.session(), party.forum.id);
    if (!party.on_behalf)
        for (const auto whom : page.meeting.whom_meets(side))
            if (must_not_meet(desk.session(), party, whom))
                page.said_no.push_back(whom);
    page.more = what_follows(desk, party, page);
    return desk.show(meeting_page(desk, party, page));
}

}  // namespace sala::bilateral
