// SPDX-License-Identifier: Apache-2.0

#include "registration/circular_recipients.hpp"

#include "mail/standing.hpp"
#include "registration/invitation_letter.hpp"
#include "registration/letter_date.hpp"
#include "registration/own.hpp"
#include "registration/question_answers.hpp"
#include "registration/registration_form.view.hpp"
#include "web/login_store.hpp"

#include <map>

namespace sala::registration {

namespace {

// In which language a delegation was invited: its people are written to in the same one.
using Languages = std::map<std::int64_t, Language>;

Recipient from_delegation(const std::vector<forum::Part>& delegations, const Languages& languages,
                          std::int64_t delegation)
{
    Recipient one;
    if (const auto* part = part_of(delegations, delegation)) {
        one.delegation = part->name;
        one.delegation_key = part->key;
    }
    if (const auto found = languages.find(delegation); found != languages.end())
        one.language = found->second;
    return one;
}

bool within(const Circular& circular, std::int64_t delegation)
{
    const auto& only = circular.words().delegation;
    return !only || only->number() == delegation;
}

std::vector<Recipient> who_was_invited(const Circular& circular,
                                       const std::vector<forum::Part>& delegations,
                                       const Languages& languages,
                                       const std::vector<Invited>& invited)
{
    std::vector<Recipient> all;
    for (const auto& [invitation, answer, letters, last, until, used] : invited) {
        if (!within(circular, invitation.delegation.number()) || (circular.reminds() && answer))
            continue;
        auto one = from_delegation(delegations, languages, invitation.delegation.number());
        one.key = "invitation-" + invitation.id.word();
        one.name = invitation.name;
        one.address = invitation.address;
        one.invitation = invitation;
        all.push_back(std::move(one));
    }
    return all;
}

// Who speaks for two delegations is written to once for each.
std::vector<Recipient> who_speaks(store::Session& session, const Circular& circular,
                                  const std::vector<forum::Part>& delegations,
                                  const Languages& languages)
{
    std::vector<Recipient> all;
    for (const auto& grant : forum::grants_of(session, circular.words().forum)) {
        if (!grant.stands() || grant.role != "focal-point" || !grant.delegation ||
            !within(circular, grant.delegation->number))
            continue;
        auto one = from_delegation(delegations, languages, grant.delegation->number);
        one.key = "login-" + grant.to.word() + "-" + std::to_string(grant.delegation->number);
        one.name = grant.name;
        one.address = grant.address;
        all.push_back(std::move(one));
    }
    return all;
}

std::vector<Recipient> who_is_registered(store::Session& session, const Circular& circular,
                                         const std::vector<forum::Part>& delegations,
                                         const Languages& languages)
{
    const auto& words = circular.words();
    Filter wanted{
        .delegation = words.delegation, .status = words.status, .category = words.category};
    if (circular.reminds())
        wanted.also = owes_answer(questions_at(session, words.forum));
    std::vector<Recipient> all;
    for (const auto& [registration, version, particulars, since, reason, wish, person] :
         registered_at(session, words.forum, wanted)) {
        auto one = from_delegation(delegations, languages, registration.delegation().number());
        one.key = "registration-" + registration.id().word();
        one.name = person_words(web::Reader{one.language}, particulars);
        one.address = particulars["email"];
        one.status = registration.status();
        all.push_back(std::move(one));
    }
    return all;
}

std::string day_in(const std::string& iso, const Language& language, const Sentence& otherwise)
{
    const auto day = script::parse_iso_day(iso);
    return day ? script::render_day(*day, script::DateStyle::for_reader(language))
               : web::Reader{language}.say(otherwise);
}

std::string meeting_place(const forum::Forum& forum, const Language& language)
{
    const auto venue = forum.venue.words(language);
    const auto city = forum.city_name.words(language);
    return venue.empty() || city.empty() ? venue + city : venue + ", " + city;
}

Arguments values(const Recipients& recipients, const Recipient& one, const Language& language)
{
    const auto& forum = recipients.forum;
    const web::Reader reader{language};
    Arguments filled{{"name", one.name},
                     {"delegation", one.delegation.words(language)},
                     {"forum", forum.title.words(language)},
                     {"place", meeting_place(forum, language)},
                     {"date", held_date(forum.date, language)},
                     {"answer_by", day_in(recipients.rules.answer_by, language,
                                          tr("the earliest date you can"))},
                     {"register_by", day_in(recipients.rules.register_by, language,
                                            tr("the earliest date you can"))},
                     {"status", one.status ? reader.say(status_name(*one.status)) : std::string{}}};
    for (auto& [place, words] : filled)
        words = harmless(words);
    filled.emplace_back("link", "{secret}");
    return filled;
}

std::string link_of(web::Desk& desk, const Recipients& recipients, const Recipient& one,
                    const Circular& circular, std::string& token)
{
    const auto& forum = recipients.forum;
    if (one.invitation) {
        token = make_link(desk.session(), *one.invitation, circular.reminds(), desk.visitor().login,
                          desk.now(), *desk.house().numbering);
        return desk.absolute(forum.address() + "/invitation/" + token);
    }
    if (circular.audience() == Audience::focal_points)
        return desk.absolute(forum.address() + "/delegations/" + one.delegation_key);
    // A draft shows nobody where to begin, so its people come in by the door.
    if (!forum.is_public())
        web::login_at(desk.session(), one.address, one.name, desk.now(), *desk.house().numbering);
    return desk.absolute((forum.is_public() ? "" : "/login?next=") + own_address(forum));
}

Id<mail::Letter> write_to_one(web::Desk& desk, const Circular& circular,
                              const Recipients& recipients, const Recipient& one)
{
    const auto words = circular_words(circular, recipients, one, one.language);
    std::string token;
    const auto link = words.body.find("{secret}") == std::string::npos
                          ? std::string{}
                          : link_of(desk, recipients, one, circular, token);
    const auto id = desk.next_id<mail::Letter>();
    const auto unsubscribe = circular.can_be_unsubscribed()
                                 ? unsubscribe_link(desk, recipients.forum, id)
                                 : std::string{};
    mail::prepare(desk.session(),
                  {.forum = recipients.forum.id,
                   .to_address = one.address,
                   .to_name = harmless(one.name),
                   .subject = words.subject,
                   .body = words.body +
                           (unsubscribe.empty()
                                ? std::string{}
                                : unsubscribe_words(recipients.forum, unsubscribe, one.language)),
                   .language = one.language,
                   .reason = "circular_" + std::string(word(circular.words().kind)),
                   .secret = link},
                  desk.now(), id, unsubscribe);
    if (!token.empty())
        goes_with(desk.session(), token, id);
    return id;
}

}  // namespace

Recipients recipients_of(store::Session& session, const forum::Forum& forum,
                         const Circular& circular)
{
    const auto delegations = delegations_at(session, forum.id);
    const auto invited = invited_at(session, forum.id);
    Languages languages;
    for (const auto& one : invited)
        languages.emplace(one.invitation.delegation.number(), one.invitation.language);
    Recipients found{forum, rules_at(session, forum.id), {}};
    switch (circular.audience()) {
    case Audience::invited:
        found.all = who_was_invited(circular, delegations, languages, invited);
        break;
    case Audience::focal_points:
        found.all = who_speaks(session, circular, delegations, languages);
        break;
    case Audience::registered:
        found.all = who_is_registered(session, circular, delegations, languages);
        break;
    }
    const auto letters = letters_of(session, circular);
    const auto standings = mail::standings_at(session, forum.id);
    for (auto& one : found.all) {
        const auto standing = mail::standing_of(standings, one.address);
        if (standing.came_back)
            one.came_back = standing.came_back->reason;
        const auto letter = letters.find(one.key);
        if (letter != letters.end()) {
            one.gets = Recipient::has_it;
            one.letter = letter->second;
        } else if (!mail::is_mail_address(one.address)) {
            one.gets = Recipient::no_address;
        } else if (standing.wants_none && circular.can_be_unsubscribed()) {
            one.gets = Recipient::wants_none;
        }
    }
    return found;
}

CircularWords circular_words(const Circular& circular, const Recipients& recipients,
                             const Recipient& recipient, const Language& language)
{
    const auto filled = values(recipients, recipient, language);
    return {fill_in(circular.words().subject.words(language), filled),
            fill_in(circular.words().body.words(language), filled) + "\n"};
}

std::size_t write_to_all(web::Desk& desk, const Circular& circular, const Recipients& recipients)
{
    std::size_t written = 0;
    for (const auto& one : recipients.all) {
        if (one.gets != Recipient::to_be_written)
            continue;
        keep_letter(desk.session(), circular, one.key,
                    write_to_one(desk, circular, recipients, one));
        ++written;
    }
    return written;
}

}  // namespace sala::registration
