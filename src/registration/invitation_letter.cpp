// SPDX-License-Identifier: Apache-2.0

#include "registration/invitation_letter.hpp"

#include "mail/harmless.hpp"
#include "mail/secret_place.hpp"
#include "mail/standing.hpp"
#include "registration/letter_date.hpp"
#include "registration/photo_store.hpp"
#include "script/normal.hpp"
#include "web/signed_number.hpp"

namespace sala::registration {

namespace {

std::string day_in(const std::string& iso, const Language& language)
{
    const auto day = script::parse_iso_day(iso);
    return day ? script::render_day(*day, script::DateStyle::for_reader(language)) : std::string{};
}

// The invitation knows one form of address, written for its reader. Where another page could not
// say it in its own letters, it addresses the office.
std::string addressed(const LetterFacts& facts, const Language& language)
{
    if (language.is_thai() || !script::holds_thai(facts.recipient))
        return mail::harmless(facts.recipient);
    return web::Reader{language}.say(
        tr("Head of {delegation}",
           {{"delegation", mail::harmless(facts.delegation.words(language))}}));
}

Arguments places(const LetterFacts& facts, const Language& language)
{
    const auto say = [&](const Sentence& sentence) { return web::Reader{language}.say(sentence); };
    const auto by = day_in(facts.answer_by, language);
    return {{"recipient", addressed(facts, language)},
            {"delegation", mail::harmless(facts.delegation.words(language))},
            {"forum", mail::harmless(facts.forum.title.words(language))},
            {"place", place_of(facts.forum, language)},
            {"when", held_when(facts.forum.date, language)},
            {"date", held_date(facts.forum.date, language)},
            {"by", by.empty() ? say(tr("as soon as you can")) : say(tr("by {day}", {{"day", by}}))},
            {"answer_by", by.empty() ? say(tr("the earliest date you can")) : by}};
}

}  // namespace

LetterWords letter_words(const Rules& rules, const LetterFacts& facts, const Language& language)
{
    return words_of_letter(fill_in(rules.letter_in(language), places(facts, language)));
}

document::Paper invitation_paper(const Rules& rules, const LetterFacts& facts,
                                 const Language& first, Instant at)
{
    auto paper = letter_paper(facts.forum, rules, first, at, [&](const Language& language) {
        return LetterPage{letter_words(rules, facts, language),
                          {addressed(facts, language), facts.delegation.words(language)}};
    });
    paper.title = letter_words(rules, facts, first).subject;
    return paper;
}

mail::Letter invitation_mail(const web::Desk& desk, const Rules& rules, const LetterFacts& facts,
                             const Invitation& invitation, const std::string& token, bool reminds)
{
    const web::Reader reader{invitation.language};
    const auto words = letter_words(rules, facts, invitation.language);
    const auto body =
        reminds ? with_opening(words.body, reader.say(tr("We wrote to you before and have not had "
                                                         "your answer yet.")))
                : words.body;
    const auto* signature = rules.signature.in(invitation.language);
    return {.forum = invitation.forum,
            .to_address = invitation.address,
            .to_name = mail::harmless(invitation.name),
            .subject = reminds ? reader.say(tr("Reminder: {subject}", {{"subject", words.subject}}))
                               : words.subject,
            .body = mail::around_secret(
                body + "\n\n" +
                    reader.say(tr("Please answer here. The link is yours alone, works once and for "
                                  "30 days:")) +
                    "\n",
                "\n" + (signature ? "\n" + signature->shown() + "\n" : std::string{})),
            .language = invitation.language,
            .reason = reminds ? "invitation_reminder" : "invitation_letter",
            .secret = desk.absolute(facts.forum.address() + "/invitation/" + token)};
}

std::string unsubscribe_link(web::Desk& desk, const forum::Forum& forum, Id<mail::Letter> letter)
{
    return desk.absolute(forum.address() + "/unsubscribe/" +
                         web::signed_number(made_signing_key(desk.session(), forum.id, desk.now()),
                                            "unsubscribe", letter.number()));
}

std::string unsubscribe_words(const forum::Forum& forum, const std::string& link,
                              const Language& language)
{
    return "\n" +
           web::Reader{language}.say(
               tr("You want no more reminders and news of {forum}? One click says so:",
                  {{"forum", mail::harmless(forum.title.words(language))}})) +
           "\n" + link + "\n";
}

void write_to_invited(web::Desk& desk, const Rules& rules, const LetterFacts& facts,
                      const Invitation& invitation, bool reminds)
{
    auto& numbering = *desk.house().numbering;
    const auto token =
        make_link(desk.session(), invitation, reminds, desk.visitor().login, desk.now(), numbering);
    const auto letter = desk.next_id<mail::Letter>();
    auto mail = invitation_mail(desk, rules, facts, invitation, token, reminds);
    const auto unsubscribe = reminds ? unsubscribe_link(desk, facts.forum, letter) : std::string{};
    if (reminds)
        mail.body += unsubscribe_words(facts.forum, unsubscribe, invitation.language);
    mail::prepare(desk.session(), mail, desk.now(), letter, unsubscribe);
    goes_with(desk.session(), token, letter);
}

}  // namespace sala::registration
