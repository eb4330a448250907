// SPDX-License-Identifier: Apache-2.0

#include "registration/invitation_letter.hpp"

#include "mail/standing.hpp"
#include "registration/letter_place.hpp"
#include "registration/photo_store.hpp"
#include "script/with_breaks.hpp"
#include "web/signed_number.hpp"

#include <sstream>

namespace sala::registration {

namespace {

std::string day_in(const std::string& iso, const Language& language)
{
    const auto day = script::parse_iso_day(iso);
    return day ? script::render_day(*day, script::DateStyle::for_reader(language)) : std::string{};
}

std::string place_of(const forum::Forum& forum, const Language& language)
{
    const auto venue = forum.venue.words(language);
    const auto city = forum.city_name.words(language);
    return venue.empty() || city.empty() ? venue + city : venue + ", " + city;
}

Arguments places(const LetterFacts& facts, const Language& language)
{
    const auto say = [&](const Sentence& sentence) { return web::Reader{language}.say(sentence); };
    const auto when = facts.forum.date ? script::render(*facts.forum.date,
                                                        script::DateStyle::for_reader(language))
                                       : say(tr("a date to be announced"));
    const auto by = day_in(facts.answer_by, language);
    return {{"recipient", harmless(facts.recipient)},
            {"delegation", harmless(facts.delegation.words(language))},
            {"forum", facts.forum.title.words(language)},
            {"place", place_of(facts.forum, language)},
            {"date", when},
            {"answer_by", by.empty() ? say(tr("the earliest date you can")) : by}};
}

void add_page(document::Paper& paper, const Rules& rules, const LetterFacts& facts,
              const Language& language)
{
    const std::vector<std::string> whole{facts.recipient, facts.delegation.words(language),
                                         facts.forum.title.words(language)};
    const auto marked = [&](const std::string& words) { return script::with_breaks(words, whole); };
    const auto words = letter_words(rules, facts, language);
    const auto zone = script::Zone::named(facts.forum.zone);
    const auto today = script::today_in(zone ? *zone : script::Zone::utc(), paper.created);
    paper.blocks.push_back(document::Title{marked(facts.forum.title.words(language)), 18});
    paper.blocks.push_back(document::Paragraph{
        .text = script::render_day(today, script::DateStyle::for_reader(language)),
        .align = document::Align::right});
    paper.blocks.push_back(document::Space{6});
    paper.blocks.push_back(document::Heading{marked(words.subject), 2});
    std::istringstream lines(words.body);
    for (std::string line; std::getline(lines, line);)
        if (!line.empty())
            paper.blocks.push_back(document::Paragraph{
                .text = marked(line), .first_line_mm = language.is_thai() ? 25.0 : 0.0});
    const auto* signature = rules.signature.in(language);
    paper.blocks.push_back(document::Space{14});
    if (signature)
        paper.blocks.push_back(document::AddressBlock{{marked(signature->shown())}, true});
}

}  // namespace

LetterWords letter_words(const Rules& rules, const LetterFacts& facts, const Language& language)
{
    const auto filled = fill_in(rules.letter_in(language), places(facts, language));
    const auto end = filled.find('\n');
    if (end == std::string::npos)
        return {filled, {}};
    const auto body = filled.find_first_not_of('\n', end);
    return {filled.substr(0, end), body == std::string::npos ? std::string{} : filled.substr(body)};
}

document::Paper invitation_paper(const Rules& rules, const LetterFacts& facts,
                                 const Language& first, Instant at)
{
    document::Paper paper;
    paper.title = letter_words(rules, facts, first).subject;
    paper.language = first.tag();
    paper.created = at;
    paper.page_numbers = document::PageNumbers::none;
    add_page(paper, rules, facts, first);
    for (const auto& language : web::interface_languages()) {
        if (language == first)
            continue;
        paper.blocks.push_back(document::PageBreak{});
        add_page(paper, rules, facts, language);
    }
    return paper;
}

mail::Letter invitation_mail(const web::Desk& desk, const Rules& rules, const LetterFacts& facts,
                             const Invitation& invitation, const std::string& token, bool reminds)
{
    const web::Reader reader{invitation.language};
    const auto words = letter_words(rules, facts, invitation.language);
    const auto before =
        reminds
            ? reader.say(tr("We wrote to you before and have not had your answer yet.")) + "\n\n"
            : std::string{};
    const auto* signature = rules.signature.in(invitation.language);
    return {.forum = invitation.forum,
            .to_address = invitation.address,
            .to_name = invitation.name,
            .subject = reminds ? reader.say(tr("Reminder: {subject}", {{"subject", words.subject}}))
                               : words.subject,
            .body = before + words.body + "\n\n" +
                    reader.say(tr("Please answer here. The link is yours alone, works once and for "
                                  "30 days:")) +
                    "\n{secret}\n" + (signature ? "\n" + signature->shown() + "\n" : std::string{}),
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
                  {{"forum", harmless(forum.title.words(language))}})) +
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
