// SPDX-License-Identifier: Apache-2.0

#include "floor/handing_in.hpp"

#include "floor/preference.hpp"
#include "floor/speakers.hpp"
#include "forum/moment.view.hpp"

#include <algorithm>

namespace sala::floor {

Allowed is_newest(const std::vector<Inscription>& texts, const DelegationName& own,
                  const web::Form& form)
{
    if (form.number("version").value_or(0) == version_of(texts, own.id))
        return allowed();
    return stale("changed-meanwhile",
                 "Somebody else saved this inscription while you were writing. Nothing is lost: "
                 "compare both and choose what stays.");
}

std::string moment_together(const web::Reader& reader, Instant at)
{
    std::string together;
    for (const char c : forum::moment_words(reader, at))
        together += c == ' ' ? std::string("\u00a0") : std::string(1, c);
    return together;
}

Allowed is_in_hours(const web::Desk& desk, const Hall& hall)
{
    if (hall.is_called_off())
        return conflict("sitting-cancelled",
                        "This sitting is cancelled, so nobody can inscribe or ask for the floor.");
    const auto& reader = desk.reader();
    return takes_inscriptions(hall.window, desk.now(),
                              moment_together(reader, hall.window.opens_at),
                              moment_together(reader, hall.window.closes_at));
}

Allowed takes_inscriptions(const web::Desk& desk, const Hall& hall)
{
    const auto open = is_in_hours(desk, hall);
    return !open && !hall.is_called_off() && desk.may(web::secretariat) ? allowed() : open;
}

Allowed may_ask(const web::Desk& desk, const Hall& hall, Kind kind)
{
    const bool inscribes = is_listed(kind) && hall.floor.phase() == Floor::Phase::before;
    return inscribes || hall.is_called_off() ? takes_inscriptions(desk, hall) : allowed();
}

Allowed may_hand_in(const web::Desk& desk, const Hall& hall, bool is_inscribed)
{
    auto open = takes_inscriptions(desk, hall);
    const bool closed = without_rehearsal(hall).floor.phase() == Floor::Phase::closed;
    if (closed && (!is_inscribed || !open))
        return conflict("is-closed", "The sitting has been closed.");
    return open;
}

Allowed say_who_speaks(web::Desk& desk, const Hall& hall, Inscription& one, const web::Form& form)
{
    one.person = form.number("person").value_or(0);
    one.on_behalf = form["on_behalf"];
    if (one.withdrawn)
        return allowed();
    const auto chosen = speaker_chosen(desk.session(), hall, one.delegation, one.person);
    if (!chosen)
        return chosen.refusal();
    const auto& planned = hall.names.planned();
    if (one.kind == Kind::group && one.on_behalf.empty() &&
        std::none_of(planned.begin(), planned.end(), [&](const Planned& known) {
            return known.delegation == one.delegation && !known.on_behalf.empty();
        }))
        return invalid("on_behalf", "group-missing",
                       "Say for which group the statement is, such as the cities of the delta.");
    return allowed();
}

Inscription handed_in(web::Desk& desk, const Hall& hall, const DelegationName& own,
                      const std::vector<Inscription>& texts, const web::Form& form)
{
    Inscription one;
    for (const auto& text : texts) {
        one.number = std::max(one.number, text.number + 1);
        if (text.delegation == own.id) {
            one.number = text.number;
            break;
        }
    }
    one.number = std::max<std::int64_t>(one.number, 1);
    one.id = desk.next_id<Inscription>().number();
    one.sitting = hall.sitting;
    one.delegation = own.id;
    one.withdrawn = form.ticked("withdraw");
    one.kind = *kind_named(form["kind"]);
    one.level = form["level"];
    one.by = desk.visitor().login.number();
    one.at = desk.now();
    one.topic = form["topic"];
    one.speech = form["speech"];
    one.language = form["language"];
    for (const auto& question : guiding_questions(desk.session(), hall.forum.id, hall.sitting))
        if (const auto& words = form["answer-" + question.key]; !words.empty())
            one.answers[question.key] = words;
    return one;
}

void withdraw_inscription(web::Desk& desk, const Hall& hall, std::int64_t delegation)
{
    const auto texts = texts_of(desk.session(), hall.forum.id, hall.sitting);
    const auto* held = text_of(texts, delegation);
    if (!held)
        return;
    auto one = *held;
    one.id = desk.next_id<Inscription>().number();
    one.withdrawn = true;
    one.by = desk.visitor().login.number();
    one.at = desk.now();
    keep_inscription(desk.session(), hall.forum.id, one);
    forget_speech_file(desk.session(), hall.forum.id, hall.sitting, delegation);
}

Result<std::int64_t> preferred_sitting(const web::Desk& desk, const Hall& hall,
                                       const std::string& key, std::int64_t kept)
{
    auto& session = desk.session();
    if (key.empty() || key == hall.key)
        return std::int64_t{0};
    for (const auto& sibling : siblings_of(session, hall))
        if (sibling.key == key) {
            const auto there = find_hall(session, hall.forum, key);
            if (sibling.sitting != kept && there && !may_ask(desk, *there, Kind::statement))
                return invalid("prefers", "prefers-closed",
                               "That sitting takes no inscriptions now. Choose another one, or "
                               "stay with this one.");
            return sibling.sitting;
        }
    return invalid("prefers", "no-such-sitting",
                   "There is no other sitting of that name on these topics.");
}

Allowed keep_file_of(web::Desk& desk, const Hall& hall, const Inscription& one,
                     const web::Form& form)
{
    const auto& sent = desk.prepared<std::optional<Result<SentFile>>>();
    if (sent && !*sent)
        return sent->refusal();
    if (sent && !one.withdrawn)
        keep_speech_file(desk.session(),
                         {hall.forum.id, hall.sitting, one.delegation,
                          desk.next_id<SpeechFile>().number(), **sent, one.by, one.at});
    else if (one.withdrawn || form.ticked("take_file_away"))
        forget_speech_file(desk.session(), hall.forum.id, hall.sitting, one.delegation);
    return allowed();
}

}  // namespace sala::floor
