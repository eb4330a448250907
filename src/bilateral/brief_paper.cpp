// SPDX-License-Identifier: Apache-2.0

#include "bilateral/brief_paper.hpp"

#include "bilateral/commitments.view.hpp"
#include "bilateral/meeting_writing.hpp"
#include "document/pdf.hpp"

namespace sala::bilateral {

namespace {

// The names of the practices it points to, and what sources say, behind it.
std::string pointed_words(const Writing& writing, const Want& want)
{
    std::string words;
    for (const auto& practice : want.practices)
        words += (words.empty() ? "" : "; ") + practice.title.words(writing.language());
    for (const auto& claim : want.claims)
        words += (words.empty() ? "" : "; ") + claim.value.words(writing.language());
    return words.empty() ? words : " (" + words + ")";
}

void write_wants(const Writing& writing, const Sentence& title, std::vector<Want> wants,
                 const Brief& brief, int urgent)
{
    std::erase_if(wants, [&](const Want& want) { return want.priority > urgent; });
    if (wants.empty())
        return;
    const auto& topics = brief.topics;
    writing.heading(title);
    for (const auto& want : wants) {
        const auto* topic = find(topics, want.topic);
        writing.line((topic ? topic->title.words(writing.language()) + ": " : std::string{}) +
                         want.text.words(writing.language()) + pointed_words(writing, want),
                     "–");
    }
}

// Whom one meets, and what those need and offer.
void write_other(const Writing& writing, const Brief& brief, const Brief::Other& other, int urgent)
{
    writing.heading(tr("Whom you meet"));
    for (const auto& line : writing.head_lines(other.side))
        writing.line(line);
    if (const auto head = writing.head(other.side))
        for (const auto& line : how_to_address(writing.reader(), *head))
            writing.line(line);
    if (!other.company.people.empty())
        writing.line(writing.say(tr("Comes along: {people}", {{"people", other.company.people}})));
    if (!other.company.interpreter.empty())
        writing.line(writing.say(tr("Interpreter: {name}", {{"name", other.company.interpreter}})));
    write_wants(writing, tr("They need"), other.wants.needs, brief, urgent);
    write_wants(writing, tr("They offer"), other.wants.offers, brief, urgent);
}

void write_past(const Writing& writing, const Brief::Other& other)
{
    if (!other.past.empty() || !other.commitments.empty())
        writing.heading(tr("Agreed before"));
    for (const auto& past : other.past)
        writing.line(past.forum.words(writing.language()) + ": " +
                         writing.say(tr_count("{count} item", "{count} items", past.items)),
                     "–");
    for (const auto& one : other.commitments)
        writing.line(occasion_words(writing.reader(), one.where(), one.date) + ": " +
                         one.text.words(writing.language()) + " (" +
                         writing.say(commitment_status_name(one.status())) + ")",
                     "–");
}

// `points`: how large the letters are; `urgent`: needs and offers up to this priority.
document::Paper brief_of(const MeetingPapers& papers, const Brief& brief, const Language& language,
                         Instant at, double points, int urgent)
{
    auto paper = blank_paper(papers.forum.title.words(language), language, at);
    paper.body_pt = points;
    paper.top_mm = 18;
    paper.bottom_mm = 15;
    const Writing writing{paper, papers, language};
    writing.title(writing.say(tr("Meeting with {name}",
                                 {{"name", words_of(writing.reader(), papers.all,
                                                    papers.meeting.whom_meets(brief.side))}})),
                  18);
    writing.line(brief.when.empty() ? writing.say(tr("Not in the timetable yet.")) : brief.when);
    for (const auto& other : brief.others)
        write_other(writing, brief, other, urgent);
    if (urgent < 3)
        writing.line(writing.say(
            urgent > 0 ? tr("The less urgent needs and offers are left out for want of room.")
                       : tr("Needs and offers are left out for want of room.")));
    if (papers.terms.number() > 0) {
        writing.heading(tr("Terms so far"));
        writing.line(writing.say(how_far(papers.terms)));
        writing.terms_table();
    }
    for (const auto& other : brief.others)
        write_past(writing, other);
    return paper;
}

}  // namespace

document::Paper brief_paper(const MeetingPapers& papers, const Brief& brief,
                            const Language& language, Instant at)
{
    struct Size {
        double points;
        int urgent;
    };
    document::Paper paper;
    for (const auto& [points, urgent] : {Size{13, 3}, Size{12, 3}, Size{11, 3}, Size{11, 2},
                                         Size{11, 1}, Size{10, 1}, Size{10, 0}, Size{9, 0}}) {
        paper = brief_of(papers, brief, language, at, points, urgent);
        if (document::pages_of(paper) == 1)
            break;
    }
    return paper;
}

}  // namespace sala::bilateral
