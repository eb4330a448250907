// SPDX-License-Identifier: Apache-2.0

#include "registration/circular_recipients.hpp"

#include "forum/letter_for_role.hpp"
#include "mail/harmless.hpp"
#include "mail/secret_place.hpp"
#include "registration/invitation_letter.hpp"
#include "registration/letter_date.hpp"
#include "registration/letter_page.hpp"
#include "registration/own.hpp"
#include "registration/registration_form.view.hpp"
#include "web/login_store.hpp"

namespace sala::registration {

namespace {

// In which language a delegation was invited: its people are written to in the same one.
std::map<std::int64_t, Language> languages_of(const std::vector<Invited>& invited)
{
    std::map<std::int64_t, Language> languages;
    for (const auto& one : invited)
        languages.emplace(one.invitation.delegation.number(), one.invitation.language);
    return languages;
}

using People = std::map<std::int64_t, Registered>;

// Those who get one themselves, and those whom it concerns.
People people_among(store::Session& session, std::int64_t forum, const std::vector<Reached>& some)
{
    std::vector<Id<Registration>> wanted;
    for (const auto& one : some) {
        if (one.registration)
            wanted.push_back(one.registration->id());
        wanted.insert(wanted.end(), one.concerns.begin(), one.concerns.end());
    }
    People people;
    for (auto& one : registered_at(session, forum, {.among = std::move(wanted)}))
        people.emplace(one.registration.id().number(), std::move(one));
    return people;
}

// Adds what is read of people to those of them who are in it.
void add_people(Recipient& one, const People& people)
{
    const auto found_of = [&](Id<Registration> id) { return people.find(id.number()); };
    if (one.registration)
        if (const auto found = found_of(one.registration->id()); found != people.end())
            one.name = person_words(web::Reader{one.language}, found->second.particulars);
    for (const auto& id : one.concerns)
        if (const auto found = found_of(id); found != people.end())
            one.concerned.push_back(found->second);
}

// As it was written: whoever shows a link needs its words.
const Invitation* invitation_of(const Recipients& recipients, const Recipient& one)
{
    for (const auto& invited : recipients.invited)
        if (one.invitation && invited.invitation.id == *one.invitation)
            return &invited.invitation;
    return nullptr;
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
    Arguments filled{
        {"name", one.name},
        {"delegation", one.delegation_name.words(language)},
        {"forum", forum.title.words(language)},
        {"place", place_of(forum, language)},
        {"date", held_date(forum.date, language)},
        {"answer_by",
         day_in(recipients.rules.answer_by, language, tr("the earliest date you can"))},
        {"register_by",
         day_in(recipients.rules.register_by, language, tr("the earliest date you can"))},
        {"status", one.registration        ? reader.say(status_name(one.registration->status()))
                   : one.concerned.empty() ? std::string{}
                                           : reader.say(tr("see below"))}};
    filled = mail::harmless(std::move(filled));
    filled.emplace_back("link", mail::secret_place);
    return filled;
}

std::string link_of(web::Desk& desk, const Recipients& recipients, const Recipient& one,
                    const Circular& circular, std::string& token)
{
    const auto& forum = recipients.forum;
    if (const auto* invitation = invitation_of(recipients, one)) {
        token = make_link(desk.session(), *invitation, circular.reminds(), desk.visitor().login,
                          desk.now(), *desk.house().numbering);
        return desk.absolute(forum.address() + "/invitation/" + token);
    }
    if (circular.audience() == Audience::focal_points || !one.concerned.empty())
        return desk.absolute(forum.address() + "/delegations/" + one.delegation_key);
    // A draft shows nobody where to begin, so its people come in by the door.
    if (!forum.is_public())
        web::login_at(
            desk.session(), one.address,
            called_at(desk.session(), forum.id, web::plain_address(one.address)).value_or(one.name),
            desk.now(), *desk.house().numbering);
    return desk.absolute((forum.is_public() ? "" : "/login?next=") + own_address(forum));
}

// Whom a letter to a focal point is about, and what became of each.
std::string concerned_words(const Recipient& one, const Language& language)
{
    if (one.concerned.empty())
        return {};
    const web::Reader reader{language};
    auto words = "\n" +
                 reader.say(tr("You receive this for people of your delegation of whom no "
                               "e-mail address is kept:")) +
                 "\n";
    for (const auto& person : one.concerned)
        words += "- " + mail::harmless(person_words(reader, person.particulars)) + ": " +
                 reader.say(status_name(person.registration.status())) + "\n";
    return words;
}

Id<mail::Letter> write_to_one(web::Desk& desk, const Circular& circular,
                              const Recipients& recipients, const Recipient& one)
{
    auto words = circular_words(circular, recipients, one, one.language);
    std::string token;
    const auto link = words.body.find(mail::secret_place) == std::string::npos
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
                   .to_name = mail::harmless(one.name),
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
    Recipients found{forum, rules_at(session, forum.id), invited_at(session, forum.id), {}};
    found.all = reached_by(session, circular, found.invited);
    return found;
}

std::vector<Recipient> by_name(store::Session& session, const Recipients& recipients,
                               const std::vector<Reached>& some)
{
    const auto delegations = delegations_at(session, recipients.forum.id);
    const auto languages = languages_of(recipients.invited);
    const auto people = people_among(session, recipients.forum.id, some);
    std::vector<Recipient> named;
    for (const auto& reached : some) {
        Recipient one{reached};
        if (const auto* part = part_of(delegations, one.delegation)) {
            one.delegation_name = part->name;
            one.delegation_key = part->key;
        }
        if (const auto found = languages.find(one.delegation); found != languages.end())
            one.language = found->second;
        add_people(one, people);
        named.push_back(std::move(one));
    }
    return named;
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
    std::vector<Reached> waiting;
    std::copy_if(recipients.all.begin(), recipients.all.end(), std::back_inserter(waiting),
                 [](const Reached& one) { return one.gets == Reached::to_be_written; });
    for (const auto& one : by_name(desk.session(), recipients, waiting))
        keep_letter(desk.session(), circular, one.key,
                    write_to_one(desk, circular, recipients, one));
    return waiting.size();
}

}  // namespace sala::registration
