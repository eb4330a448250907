// SPDX-License-Identifier: Apache-2.0
//
// Where somebody else leads a delegation now, both sides of its agreed meetings are told, by
// letters that wait in the outbox. Nobody is told twice.

#include "bilateral/doing.hpp"
#include "bilateral/heads.hpp"
#include "mail/harmless.hpp"

namespace sala::bilateral {

static Result<web::Reply> tell_all(web::Desk& desk, const forum::Forum& forum);

web::Verb tell_head_changes()
{
    return {.path = "POST /{forum}/bilaterals/heads",
            .allow = web::secretariat,
            .run = web::on<forum::Forum>(tell_all)};
}

static forum::News news_of(const HeadChange& change, const Head& head,
                           const std::vector<Known>& all, std::int64_t whom,
                           const std::vector<std::int64_t>& with)
{
    const auto subject = [&head, &all, delegation = change.delegation](const web::Reader& reader) {
        return reader.say(tr("{name} leads {delegation} now",
                             mail::harmless({{"name", head.words(reader.language)},
                                             {"delegation", words_of(reader, all, delegation)}})));
    };
    return {subject,
            [subject, &all, whom, with](const web::Reader& reader) {
                return forum::as_line(reader, subject(reader)) +
                       reader.say(tr("This concerns the meeting of {one} and {other}.",
                                     mail::harmless({{"one", words_of(reader, all, whom)},
                                                     {"other", words_of(reader, all, with)}})));
            },
            "head_letter"};
}

static void tell_one(web::Desk& desk, const forum::Forum& forum, const HeadChange& change,
                     const Head& head, const std::vector<Known>& all)
{
    for (const auto side : change.meeting.taking_part()) {
        const auto whom = change.meeting.delegation(side);
        tell(desk, forum, whom, news_of(change, head, all, whom, change.meeting.whom_meets(side)));
    }
    note_told(desk, forum.id, change.meeting.id(), change.delegation, change.head);
}

Result<web::Reply> tell_all(web::Desk& desk, const forum::Forum& forum)
{
    const auto meetings = meetings_at(desk.session(), forum.id);
    const auto heads = heads_at(desk.session(), forum.id);
    const auto all = known_at(desk.session(), forum.id);
    for (const auto& change : head_changes(desk.session(), forum.id, meetings, heads, desk.now()))
        tell_one(desk, forum, change, heads.at(change.delegation), all);
    return desk.go(forum.address() + "/bilaterals");
}

}  // namespace sala::bilateral
