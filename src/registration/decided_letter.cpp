// SPDX-License-Identifier: Apache-2.0

#include "registration/decided_letter.hpp"

#include "forum/letter_in_own_language.hpp"
#include "mail/harmless.hpp"
#include "mail/outbox.hpp"
#include "registration/registration.view.hpp"

#include <fmt/format.h>

#include <map>
#include <utility>

namespace sala::registration {

namespace {

using ByDelegation = std::map<std::int64_t, std::vector<Decided>>;

std::string subject_of(const web::Reader& reader, const forum::Forum& forum, const Text& delegation)
{
    return reader.say(tr("{delegation} at {forum}: what was decided",
                         mail::harmless({{"delegation", delegation.words(reader.language)},
                                         {"forum", forum.title.words(reader.language)}})));
}

std::string body_of(const web::Reader& reader, const std::vector<Decided>& decided,
                    const std::string& reason, const std::string& address)
{
    std::string lines;
    for (const auto& one : decided)
        lines += "- " + mail::harmless(person_words(reader, one.particulars)) + ": " +
                 reader.say(step_name(one.step)) + "\n";
    return reader.say(tr("The secretariat has decided about people of your delegation:")) + "\n\n" +
           lines + (reason.empty() ? std::string{} : "\n" + reason + "\n") + "\n" +
           reader.say(tr("Your delegation: {address}", {{"address", address}}));
}

// By the newest act of each, which is the one that was just taken.
void note_letter(store::Session& session, std::int64_t forum, Id<mail::Letter> letter,
                 const std::vector<Decided>& decided)
{
    for (const auto& one : decided)
        session.run("INSERT INTO decision_letter (forum, act, letter) SELECT forum, id, :letter "
                    "FROM registration_act WHERE forum = :forum AND registration = :registration "
                    "AND step = :step ORDER BY id DESC LIMIT 1",
                    letter, forum, one.registration, word(one.step));
}

void tell_each(web::Desk& desk, const forum::Forum& forum, const std::vector<forum::KeptGrant>& to,
               const ByDelegation& decided, const std::string& reason)
{
    const auto letters = forum::tell(desk, forum, to, [&](const forum::KeptGrant& one) {
        const auto& own = decided.at(one.delegation->number);
        const auto address = desk.absolute(forum.address() + "/delegations/" + one.delegation->key);
        return forum::News{[&forum, name = one.delegation->name](const web::Reader& reader) {
                               return subject_of(reader, forum, name);
                           },
                           [&own, &reason, address](const web::Reader& reader) {
                               return body_of(reader, own, reason, address);
                           },
                           "decided_letter"};
    });
    for (std::size_t n = 0; n < letters.size(); ++n)
        note_letter(desk.session(), forum.id, letters[n], decided.at(to[n].delegation->number));
}

// A correction is no decision: whoever was approved keeps the place.
constexpr char overtaken[] =
    "EXISTS (SELECT 1 FROM registration_act x WHERE x.forum = a.forum AND x.registration = "
    "a.registration AND x.id > a.id AND x.step <> 'change')";

// What a letter tells that still holds, and for which role it was written.
struct Rest {
    std::vector<std::pair<Id<Registration>, Step>> decided;
    std::string reason;
    Id<forum::Grant> grant;
};

std::vector<Id<mail::Letter>> overtaken_letters(store::Session& session, std::int64_t forum,
                                                const std::vector<Id<Registration>>& people)
{
    std::string numbers = "0";  // of ours, never words of others
    for (const auto& one : people)
        numbers += "," + one.word();
    std::vector<Id<mail::Letter>> letters;
    for (const auto& [letter] : session.select<std::int64_t>(
             fmt::format("SELECT DISTINCT d.letter FROM registration_act a JOIN decision_letter d "
                         "ON d.forum = a.forum AND d.act = a.id JOIN letter_act s ON s.letter = "
                         "d.letter AND s.number = (SELECT MAX(n.number) FROM letter_act n WHERE "
                         "n.letter = d.letter) WHERE a.forum = :forum AND a.registration IN ({}) "
                         "AND s.what = 'prepared' AND {} ORDER BY d.letter",
                         numbers, overtaken),
             forum))
        letters.emplace_back(letter);
    return letters;
}

Rest rest_of(store::Session& session, std::int64_t forum, Id<mail::Letter> letter)
{
    Rest rest;
    for (const auto& [registration, step, reason, grant] :
         session.select<std::int64_t, std::string, std::optional<std::string>, std::int64_t>(
             fmt::format("SELECT a.registration, a.step, w.words, f.role_grant FROM "
                         "decision_letter d JOIN registration_act a ON a.forum = d.forum AND a.id "
                         "= d.act JOIN letter_for_role f ON f.letter = d.letter LEFT JOIN "
                         "registration_reason w ON w.forum = a.forum AND w.act = a.id WHERE "
                         "d.forum = :forum AND d.letter = :letter AND NOT {} ORDER BY a.id",
                         overtaken),
             forum, letter)) {
        rest.decided.emplace_back(registration, step_named(step).value_or(Step::approve));
        rest.reason = reason.value_or(rest.reason);
        rest.grant = Id<forum::Grant>{grant};
    }
    return rest;
}

std::vector<Decided> decided_of(store::Session& session, std::int64_t forum, const Rest& rest)
{
    std::vector<Id<Registration>> people;
    people.reserve(rest.decided.size());
    for (const auto& [one, step] : rest.decided)
        people.push_back(one);
    const auto steps = std::map(rest.decided.begin(), rest.decided.end());
    std::vector<Decided> decided;
    for (const auto& one : registered_at(session, forum, {.among = std::move(people)}))
        decided.push_back({one.registration.id(), one.registration.delegation(), one.particulars,
                           steps.at(one.registration.id())});
    return decided;
}

}  // namespace

void tell_decisions(web::Desk& desk, const forum::Forum& forum, const std::vector<Decided>& decided,
                    const std::string& reason)
{
    ByDelegation by_delegation;
    for (const auto& one : decided)
        by_delegation[one.delegation.number()].push_back(one);
    std::vector<forum::KeptGrant> to;
    for (const auto& grant : forum::grants_of(desk.session(), forum.id))
        if (grant.stands() && grant.role == "focal-point" && grant.delegation &&
            by_delegation.count(grant.delegation->number) > 0 &&
            mail::is_mail_address(grant.address))
            to.push_back(grant);
    tell_each(desk, forum, to, by_delegation, reason);
}

void drop_overtaken_letters(web::Desk& desk, const forum::Forum& forum,
                            const std::vector<Id<Registration>>& people)
{
    auto& session = desk.session();
    for (const auto letter : overtaken_letters(session, forum.id, people)) {
        const auto rest = rest_of(session, forum.id, letter);
        static_cast<void>(mail::drop(session, letter, desk.visitor().name, desk.now()));
        const auto decided = decided_of(session, forum.id, rest);
        for (const auto& grant : forum::grants_of(session, forum.id))
            if (!decided.empty() && grant.id == rest.grant && grant.stands())
                tell_each(desk, forum, {grant}, {{grant.delegation->number, decided}}, rest.reason);
    }
}

void note_copied_letter(store::Session& session, std::int64_t forum, Id<mail::Letter> was,
                        Id<mail::Letter> copy)
{
    session.run("INSERT INTO decision_letter (forum, act, letter) SELECT forum, act, :copy FROM "
                "decision_letter WHERE forum = :forum AND letter = :was",
                copy, forum, was);
}

}  // namespace sala::registration
