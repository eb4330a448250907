// SPDX-License-Identifier: Apache-2.0

#include "registration/circular_recipients.hpp"

#include "forum/letter_for_role.hpp"
#include "mail/standing.hpp"
#include "registration/invitation_letter.hpp"
#include "registration/letter_date.hpp"
#include "registration/letter_page.hpp"
#include "registration/own.hpp"
#include "registration/question_answers.hpp"
#include "registration/registration_form.view.hpp"
#include "web/login_store.hpp"

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

std::vector<forum::KeptGrant> focal_points_at(store::Session& session, std::int64_t forum)
{
    auto grants = forum::grants_of(session, forum);
    std::erase_if(grants, [](const forum::KeptGrant& grant) {
        return !grant.stands() || grant.role != "focal-point" || !grant.delegation;
    });
    return grants;
}

Recipient speaker(const std::vector<forum::Part>& delegations, const Languages& languages,
                  const forum::KeptGrant& grant, const std::string& kind)
{
    auto one = from_delegation(delegations, languages, grant.delegation->number);
    one.key = kind + grant.to.word() + "-" + std::to_string(grant.delegation->number);
    one.name = grant.name;
    one.address = grant.address;
    one.role = grant.id;
    return one;
}

// Who speaks for two delegations is written to once for each.
std::vector<Recipient> who_speaks(store::Session& session, const Circular& circular,
                                  const std::vector<forum::Part>& delegations,
                                  const Languages& languages)
{
    std::vector<Recipient> all;
    for (const auto& grant : focal_points_at(session, circular.words().forum))
        if (within(circular, grant.delegation->number))
            all.push_back(speaker(delegations, languages, grant, "login-"));
    return all;
}

using WithoutAddress = std::map<std::int64_t, std::vector<std::pair<Particulars, Status>>>;

// Of those without an address their focal points are told: each once, with whom it concerns.
void add_who_speaks_for(store::Session& session, std::int64_t forum, std::vector<Recipient>& all,
                        const std::vector<forum::Part>& delegations, const Languages& languages,
                        const WithoutAddress& people)
{
    std::vector<Recipient> speakers;
    for (const auto& grant : focal_points_at(session, forum)) {
        const auto concerned = people.find(grant.delegation->number);
        if (concerned == people.end() || !mail::is_mail_address(grant.address))
            continue;
        speakers.push_back(speaker(delegations, languages, grant, "for-"));
        speakers.back().concerns = concerned->second;
        for (auto& person : all)
            if (person.delegation_key == grant.delegation->key &&
                !mail::is_mail_address(person.address))
                person.gets = Recipient::through_focal_point;
    }
    all.insert(all.end(), speakers.begin(), speakers.end());
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
    WithoutAddress without_address;
    for (const auto& [registration, version, particulars, since, reason, wish, person] :
         registered_at(session, words.forum, wanted)) {
        auto one = from_delegation(delegations, languages, registration.delegation().number());
        one.key = "registration-" + registration.id().word();
        one.name = person_words(web::Reader{one.language}, particulars);
        one.address = particulars["email"];
        one.status = registration.status();
        if (!mail::is_mail_address(one.address))
            without_address[registration.delegation().number()].emplace_back(particulars,
                                                                             registration.status());
        all.push_back(std::move(one));
    }
    add_who_speaks_for(session, words.forum, all, delegations, languages, without_address);
    return all;
}

std::string day_in(const std::string& iso, const Language& language, const Sentence& otherwise)
{
    const auto day = script::parse_iso_day(iso);
    return day ? script::render_day(*day, script::DateStyle::for_reader(language))
               : web::Reader{language}.say(otherwise);
}

Arguments values(const Recipients& recipients, const Recipient& one, const Language& language)
{
    const auto& forum = recipients.forum;
    const web::Reader reader{language};
    Arguments filled{{"name", one.name},
                     {"delegation", one.delegation.words(language)},
                     {"forum", forum.title.words(language)},
                     {"place", place_of(forum, language)},
                     {"date", held_date(forum.date, language)},
                     {"answer_by", day_in(recipients.rules.answer_by, language,
                                          tr("the earliest date you can"))},
                     {"register_by", day_in(recipients.rules.register_by, language,
                                            tr("the earliest date you can"))},
                     {"status", one.status             ? reader.say(status_name(*one.status))
                                : one.concerns.empty() ? std::string{}
                                                       : reader.say(tr("see below"))}};
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
    if (circular.audience() == Audience::focal_points || !one.concerns.empty())
        return desk.absolute(forum.address() + "/delegations/" + one.delegation_key);
    // A draft shows nobody where to begin, so its people come in by the door.
    if (!forum.is_public())
        web::login_at(desk.session(), one.address, one.name, desk.now(), *desk.house().numbering);
    return desk.absolute((forum.is_public() ? "" : "/login?next=") + own_address(forum));
}

// Whom a letter to a focal point is about, and what became of each.
std::string concerned_words(const Recipient& one, const Language& language)
{
    if (one.concerns.empty())
        return {};
    const web::Reader reader{language};
    auto words = "\n" +
                 reader.say(tr("You receive this for people of your delegation of whom no "
                               "e-mail address is kept:")) +
                 "\n";
    for (const auto& [particulars, status] : one.concerns)
        words += "- " + harmless(person_words(reader, particulars)) + ": " +
                 reader.say(status_name(status)) + "\n";
    return words;
}

Id<mail::Letter> write_to_one(web::Desk& desk, const Circular& circular,
                              const Recipients& recipients, const Recipient& one)
{
    auto words = circular_words(circular, recipients, one, one.language);
    std::string token;
    const auto link = words.body.find("{secret}") == std::string::npos
                          ? std::string{}
                          : link_of(desk, recipients, one, circular, token);
    const auto id = desk.next_id<mail::Letter>();
    std::string unsubscribe;
    if (circular.can_be_unsubscribed()) {
        unsubscribe = unsubscribe_link(desk, recipients.forum, id);
        words.body += unsubscribe_words(recipients.forum, unsubscribe, one.language);
    }
    mail::prepare(desk.session(),
                  {.forum = recipients.forum.id,
                   .to_address = one.address,
                   .to_name = harmless(one.name),
                   .subject = words.subject,
                   .body = words.body,
                   .language = one.language,
                   .reason = "circular_" + std::string(word(circular.words().kind)),
                   .secret = link},
                  desk.now(), id, unsubscribe);
    if (!token.empty())
        goes_with(desk.session(), token, id);
    if (one.role)
        forum::note_for_role(desk.session(), recipients.forum.id, id, *one.role);
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
            if (one.gets != Recipient::through_focal_point)
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
            fill_in(circular.words().body.words(language), filled) + "\n" +
                concerned_words(recipient, language)};
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
