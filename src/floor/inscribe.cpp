// SPDX-License-Identifier: Apache-2.0
//
// A focal point inscribes the leader, hands in the text, typed or as a file, changes what was
// handed in, or withdraws. The delegation gets a number that stays, and stands in the rolling list
// at once; the order is that of the rules.

#include "floor/inscription.view.hpp"
#include "floor/own_delegation.hpp"

#include <algorithm>
#include <any>

namespace sala::floor {

static Result<web::Reply> keep(web::Desk& desk, const Hall& seen, const web::Form& form);

web::Verb inscribe()
{
    auto fields = fields_of_inscription();
    fields.push_back(field_of_file());
    fields.push_back(web::tick("take_file_away", tr("Take the file away")));
    fields.push_back(web::text("prefers", tr("Preferred sitting")).optional().at_most(200));
    return {
        .path = "POST /{forum}/sittings/{sitting}/inscription",
        .allow = forum::focal_points,
        .form = std::move(fields),
        .query = {{.name = "delegation", .meaning = "Whose, for those of several."}},
        .run = web::on<Hall>(keep),
        .prepare = [](const web::BeforeTurn& before) { return std::any(sent_file(before.form)); }};
}

static Inscription read(web::Desk& desk, const Hall& hall, const DelegationName& own,
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
    one.withdrawn = form.has("withdraw");
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

// As the programme has the delegation's speech, so that it does not stand in the list twice.
static Step entering(const Hall& hall, const Inscription& one)
{
    Step step;
    step.what = What::enter;
    step.kind = one.kind;
    step.delegation = one.delegation;
    if (const auto* planned = next_planned(hall, one.delegation)) {
        step.intervention = planned->id;
        step.seconds = planned->seconds;
        step.person = planned->person;
        step.post = planned->post;
    }
    for (const auto& member : hall.names.members())
        if (member.delegation == one.delegation && step.person == 0) {
            step.person = member.person;
            step.post = member.post;
        }
    return step;
}

// Whom the programme names here speaks here; the wish of all others decides.
static bool is_elsewhere(const Hall& hall, const Inscription& one, const Entry* held)
{
    const bool planned =
        held ? held->intervention != 0 : next_planned(hall, one.delegation) != nullptr;
    return one.prefers != 0 && !planned;
}

// Comes into the list when it is new there, or leaves it; what the chair has placed by hand is left
// as it is. Whoever left the list since does not come back because a text is saved.
static Allowed follow(web::Desk& desk, Hall& hall, const Inscription& one, bool is_new)
{
    const Entry* held = nullptr;
    for (const auto& entry : hall.floor.entries())
        if (entry.delegation == one.delegation && is_listed(entry.kind) &&
            entry.status == Status::waiting)
            held = &entry;
    if (one.withdrawn || is_elsewhere(hall, one, held))
        return held ? take(desk, hall, {.what = What::withdraw, .entry = held->id}, false)
                    : allowed();
    if (!held && !is_new)
        return allowed();
    const bool by_rules = hall.floor.phase() == Floor::Phase::before && !is_placed_by_hand(hall);
    if (!held)
        if (const auto entered = take(desk, hall, entering(hall, one), false); !entered)
            return entered.refusal();
    return by_rules ? put_in_order(desk, hall, false) : allowed();
}

static Result<std::int64_t> preferred(web::Desk& desk, const Hall& hall, const std::string& key)
{
    if (key.empty() || key == hall.key)
        return std::int64_t{0};
    for (const auto& sibling : siblings_of(desk.session(), hall))
        if (sibling.key == key)
            return sibling.sitting;
    return invalid("prefers", "no-such-sitting",
                   "There is no other sitting of that name on these topics.");
}

// A new file takes the place of the one before; nobody needs that of a speech that was withdrawn.
static Allowed keep_file(web::Desk& desk, const Hall& hall, const Inscription& one,
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

Result<web::Reply> keep(web::Desk& desk, const Hall& seen, const web::Form& form)
{
    const auto own = own_delegation(desk, seen);
    if (!own)
        return own.refusal();
    // An inscription is real while others rehearse, and stays when they have ended.
    auto hall = without_rehearsal(seen);
    const auto window = window_of(desk.session(), hall.forum.id, hall.sitting);
    const auto& reader = desk.reader();
    if (const auto open =
            takes_inscriptions(window, desk.now(), forum::moment_words(reader, window.opens_at),
                               forum::moment_words(reader, window.closes_at));
        !open && !desk.may(web::secretariat))
        return open.refusal();
    const auto texts = texts_of(desk.session(), hall.forum.id, hall.sitting);
    auto one = read(desk, hall, **own, texts, form);
    const auto prefers = preferred(desk, hall, form["prefers"]);
    if (!prefers)
        return prefers.refusal();
    one.prefers = *prefers;
    const auto* held = text_of(texts, (*own)->id);
    const bool is_new = !held;
    if (one.withdrawn && is_new)
        return conflict("not-inscribed", "The delegation is not inscribed.");
    if (const auto kept = keep_file(desk, hall, one, form); !kept)
        return kept.refusal();
    keep_inscription(desk.session(), hall.forum.id, one);
    hall.inscribed[one.delegation].level = one.level;
    if (const auto followed = follow(desk, hall, one, is_new || held->prefers != 0); !followed)
        return followed.refusal();
    desk.again(hall.topic());
    return desk.go(desk.address() + "?delegation=" + (*own)->key);
}

}  // namespace sala::floor
