// SPDX-License-Identifier: Apache-2.0

#include "bilateral/meeting_paper.hpp"

#include "bilateral/meeting_writing.hpp"

namespace sala::bilateral {

namespace {

Sentence opening_of(AgreementKind kind)
{
    switch (kind) {
    case AgreementKind::letter_of_intent:
        return tr("{one} and {other} declare that they intend to do together what follows.");
    case AgreementKind::mou:
        return tr("{one} and {other} have reached the following understanding.");
    case AgreementKind::project:
        return tr("{one} and {other} carry out the following project together.");
    case AgreementKind::sister_city:
        return tr("{one} and {other} become sister cities and begin with what follows.");
    case AgreementKind::nothing_signed:
        break;
    }
    return tr("{one} and {other} agreed on what follows. Nothing is signed.");
}

// A forum without a known end began on its first day, and no contract says more.
std::string place_and_date(const forum::Forum& forum, const Language& language)
{
    const auto style = script::DateStyle::for_reader(language);
    std::string date;
    if (forum.date && (!forum.date->is_range() || forum.date->last_day()))
        date = script::render(*forum.date, style);
    else if (forum.date)
        if (const auto start = script::PartialDate::single(forum.date->start()))
            date = script::render(*start, style);
    const auto place = forum.city_name.words(language);
    return forum.title.words(language) + (place.empty() ? "" : ", " + place) +
           (date.empty() ? "" : ", " + date);
}

// All who agree: the last one apart, so that “and” stands before it.
Arguments all_of(const Writing& writing, const MeetingPapers& papers)
{
    std::vector<std::int64_t> all;
    for (const auto side : papers.terms.sides())
        all.push_back(papers.meeting.delegation(side));
    const auto last = all.back();
    all.pop_back();
    const auto some = words_of(writing.reader(), papers.all, all);
    const auto other = words_of(writing.reader(), papers.all, last);
    return {{"one", some}, {"some", some}, {"other", other}, {"last", other}};
}

void write_agreement(const Writing& writing, const MeetingPapers& papers, AgreementKind kind)
{
    const auto& sides = papers.terms.sides();
    const auto all = all_of(writing, papers);
    const bool frozen = papers.terms.is_frozen();
    writing.title(writing.say(agreement_name(kind)), 20);
    writing.title(writing.say(sides.size() > 2 ? tr("between {some} and {last}", all)
                                               : tr("between {one} and {other}", all)),
                  16);
    writing.line(place_and_date(papers.forum, writing.language()));
    writing.line(
        writing.say(tr("Draft.")) + " " +
        writing.say(frozen ? who_confirmed(papers.terms) : not_confirmed_yet(papers.terms)));
    writing.space(4);
    auto opening = opening_of(kind);
    opening.arguments = all;
    writing.line(writing.say(opening));
    writing.heading(tr("Terms"));
    writing.terms_table();
    writing.space(14);
    if (kind != AgreementKind::nothing_signed)
        for (const auto side : sides) {
            // All who sign do so on one page, with the hash of what they sign.
            writing.signature(side, frozen || side != sides.back());
            writing.space(8);
        }
    if (frozen)
        writing.line(writing.say(tr("Hash of the terms: {hash}",
                                    {{"hash", papers.terms.confirmed_by(sides.front())->hash}})));
}

}  // namespace

Sentence agreement_name(AgreementKind kind)
{
    static const std::array names{tr("Record of what was agreed"), tr("Letter of intent"),
                                  tr("Memorandum of understanding"), tr("Project agreement"),
                                  tr("Sister-city agreement")};
    return names[static_cast<std::size_t>(kind)];
}

document::Paper agreement_paper(const MeetingPapers& papers, AgreementKind kind,
                                const Language& first, Instant at)
{
    auto paper = blank_paper(web::Reader{first}.say(agreement_name(kind)), first, at);
    write_agreement({paper, papers, first}, papers, kind);
    for (const auto& language : web::interface_languages())
        if (language != first) {
            paper.blocks.push_back(document::PageBreak{});
            write_agreement({paper, papers, language}, papers, kind);
        }
    return paper;
}

}  // namespace sala::bilateral
