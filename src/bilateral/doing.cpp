// SPDX-License-Identifier: Apache-2.0

#include "bilateral/doing.hpp"

#include "bilateral/heads.hpp"
#include "bilateral/meeting.view.hpp"
#include "bilateral/preference.hpp"
#include "bilateral/timetable_store.hpp"
#include "forum/hearing.hpp"
#include "forum/letter_for_role.hpp"
#include "mail/harmless.hpp"

#include <algorithm>

namespace sala::bilateral {

Doing doing_of(web::Desk& desk, const Party& party, const Meeting& meeting, Side side, Step step,
               const Rules& rules)
{
    const auto themselves = speaking_for_themselves(desk.session(), party.forum.id);
    Doing doing{.step = step, .side = side};
    doing.on_behalf = party.on_behalf;
    doing.speaks_for_itself =
        std::find(themselves.begin(), themselves.end(), party.self.number) != themselves.end();
    const auto whom = meeting.whom_meets(side);
    doing.said_no = !party.on_behalf && std::any_of(whom.begin(), whom.end(), [&](auto other) {
        return must_not_meet(desk.session(), party, other);
    });
    doing.lives = rules.ask_lives();
    doing.by = desk.visitor().login;
    doing.at = desk.now();
    return doing;
}

// What an act says to those it is told to.
static Sentence subject_of(const web::Reader& reader, const Party& party, Step step)
{
    static const std::array subjects{tr("{name} asks to meet you at {forum}"),
                                     tr("{name} accepts to meet you at {forum}"),
                                     tr("{name} cannot meet you at {forum}"),
                                     tr("{name} proposes changes to your meeting at {forum}"),
                                     tr("{name} confirms your meeting at {forum}"),
                                     tr("{name} takes back your meeting at {forum}")};
    auto subject = subjects[static_cast<std::size_t>(step)];
    subject.arguments = mail::harmless(
        {{"name", party.self.words(reader)}, {"forum", party.forum.title.words(reader.language)}});
    return subject;
}

static void tell_of(web::Desk& desk, const Party& party, const Meeting& meeting, const Act& act)
{
    for (const auto whom : meeting.whom_meets(act.side)) {
        const auto* key = find(party.all, whom);
        const auto address =
            desk.absolute(party.forum.address() + "/delegations/" + (key ? key->key : "") +
                          "/meetings/" + meeting.id().word());
        const auto subject = [&](const web::Reader& reader) {
            return reader.say(subject_of(reader, party, act.step));
        };
        tell(desk, party.forum, whom,
             {subject,
              [&](const web::Reader& reader) {
                  return forum::as_line(reader, subject(reader)) +
                         (act.words.empty() ? std::string{} : act.words + "\n\n") +
                         reader.say(tr("The meeting: {address}", {{"address", address}}));
              },
              "meeting_letter"});
    }
}

// From now on both sides know who leads the other.
static void note_heads(web::Desk& desk, const Meeting& agreed)
{
    const auto heads = heads_at(desk.session(), agreed.forum());
    for (const auto delegation : agreed.delegations()) {
        const auto head = heads.find(delegation);
        note_told(desk, agreed.forum(), agreed.id(), delegation,
                  head == heads.end() ? std::string{} : head->second.reference);
    }
}

void look_again(web::Desk& desk, const Party& party, const Meeting& meeting)
{
    desk.again("forum:" + party.forum.slug);
    for (const auto delegation : meeting.delegations())
        if (const auto* known = find(party.all, delegation))
            desk.again(forum::topic_of_delegation(party.forum.slug, known->key));
}

Result<Meeting> take(web::Desk& desk, const Party& party, const Meeting& meeting,
                     const Doing& doing)
{
    const auto done = meeting.done(doing);
    if (!done)
        return done.refusal();
    if (done->repeated)
        return meeting;
    if (doing.step == Step::ask)
        begin(desk.session(), meeting, desk.now());
    desk.record(done->act);
    tell_of(desk, party, meeting, done->act);
    look_again(desk, party, meeting);  // whoever leaves it with this act sees so, too
    auto next = meeting.with(done->act);
    const auto is = next.status(desk.now());
    if (is == Status::accepted)
        note_heads(desk, next);
    if (is == Status::withdrawn)
        take_off(desk.session(), next.forum(), next.id());  // its slot is free at once
    else if (!next.takes_part(doing.side))
        free_seats(desk.session(), next, doing.side);
    if (is == Status::accepted || is == Status::withdrawn)
        desk.again("plan:" + party.forum.slug);
    return next;
}

std::vector<std::string> pairs_at(store::Session& session, std::int64_t forum)
{
    std::vector<std::string> pairs;
    for (const auto& [pair] : session.select<std::string>(
             "SELECT DISTINCT pair FROM interpreting WHERE forum = :forum AND count > 0 ORDER BY "
             "pair",
             forum))
        pairs.push_back(pair);
    return pairs;
}

Allowed can_be_interpreted(store::Session& session, std::int64_t forum, const std::string& pair)
{
    const auto pairs = pairs_at(session, forum);
    if (pair.empty() || std::find(pairs.begin(), pairs.end(), pair) != pairs.end())
        return allowed();
    std::string known;
    for (const auto& one : pairs)
        known += (known.empty() ? "" : ", ") + one;
    if (known.empty())
        return invalid("pair", "nobody-interprets",
                       "There is no interpreter for meetings at this forum yet. Leave this empty "
                       "and bring your own.");
    return invalid("pair", "no-such-pair",
                   "Nobody interprets “{pair}” here. There are interpreters for {known}.",
                   {{"pair", pair}, {"known", known}});
}

std::vector<forum::KeptGrant> speakers_at(store::Session& session, std::int64_t forum)
{
    auto grants = forum::grants_of(session, forum);
    std::erase_if(grants, [](const forum::KeptGrant& grant) {
        return !grant.stands() || grant.role != "focal-point" || !grant.delegation ||
               !mail::is_mail_address(grant.address);
    });
    return grants;
}

void tell(web::Desk& desk, const forum::Forum& forum, const std::vector<forum::KeptGrant>& speakers,
          std::int64_t delegation, const forum::News& news)
{
    auto own = speakers;
    std::erase_if(
        own, [&](const forum::KeptGrant& grant) { return grant.delegation->number != delegation; });
    forum::tell(desk, forum, own, news);
}

void tell(web::Desk& desk, const forum::Forum& forum, std::int64_t delegation,
          const forum::News& news)
{
    tell(desk, forum, speakers_at(desk.session(), forum.id), delegation, news);
}

}  // namespace sala::bilateral
