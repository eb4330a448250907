// SPDX-License-Identifier: Apache-2.0

#include "bilateral/meeting_paper.hpp"

#include "bilateral/commitments.view.hpp"
#include "bilateral/terms.view.hpp"
#include "script/with_breaks.hpp"

namespace sala::bilateral {

namespace {

// One language of a paper: says sentences, marks where lines may break.
class Writing {
public:
    Writing(document::Paper& paper, const MeetingPapers& papers, const Language& language)
        : paper_(paper),
          papers_(papers),
          reader_{language, papers.forum.zone}
    {
        for (const auto side : papers.meeting.taking_part()) {
            names_.push_back(party(side));
            if (const auto head = papers.heads.find(papers.meeting.delegation(side));
                head != papers.heads.end())
                names_.push_back(head->second.words(language));
        }
    }

    const web::Reader& reader() const { return reader_; }
    const Language& language() const { return reader_.language; }
    std::string say(const Sentence& sentence) const { return reader_.say(sentence); }
    std::string marked(const std::string& words) const
    {
        return script::with_breaks(words, names_);
    }
    std::string all_parties(std::string_view between) const
    {
        return words_of(reader_, papers_.all, papers_.meeting.delegations(), between);
    }
    std::string party(Side side) const
    {
        return words_of(reader_, papers_.all, papers_.meeting.delegation(side));
    }
    // The head's name and post in two lines; a line to fill in when nobody is named.
    std::vector<std::string> head_lines(Side side) const
    {
        const auto head = papers_.heads.find(papers_.meeting.delegation(side));
        if (head == papers_.heads.end())
            return {"........................................", party(side)};
        return {head->second.words(language()), head->second.post.words(language()), party(side)};
    }

    void title(const std::string& words, double size) const
    {
        paper_.blocks.push_back(document::Title{marked(words), size});
    }
    void heading(const Sentence& sentence) const
    {
        paper_.blocks.push_back(document::Heading{marked(say(sentence)), 2});
    }
    void line(const std::string& words, std::string marker = {}) const
    {
        if (!words.empty())
            paper_.blocks.push_back(document::Paragraph{.text = marked(words),
                                                        .left_mm = marker.empty() ? 0.0 : 7.0,
                                                        .marker = std::move(marker)});
    }
    void space(double mm) const { paper_.blocks.push_back(document::Space{mm}); }
    void signature(Side side) const
    {
        std::vector<std::string> lines{"........................................"};
        for (const auto& one : head_lines(side))
            if (!one.empty())
                lines.push_back(marked(one));
        paper_.blocks.push_back(document::AddressBlock{std::move(lines), true});
    }
    void terms_table() const
    {
        document::Table table;
        table.shares = {0.05, 0.23, 0.23, 0.15, 0.17, 0.17};
        std::vector<std::string> head{""};
        for (std::size_t column = 0; column < item_columns.size(); ++column)
            head.push_back(marked(say(item_column_name(column))));
        table.rows.push_back(std::move(head));
        for (const auto& item : papers_.terms.items()) {
            std::vector<std::string> row{std::to_string(item.number)};
            for (const auto& words : item.words)
                row.push_back(marked(words));
            table.rows.push_back(std::move(row));
        }
        paper_.blocks.push_back(std::move(table));
    }

private:
    document::Paper& paper_;
    const MeetingPapers& papers_;
    web::Reader reader_;
    std::vector<std::string> names_;
};

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

std::string place_and_date(const forum::Forum& forum, const Language& language)
{
    const auto date = forum.date
                          ? script::render(*forum.date, script::DateStyle::for_reader(language))
                          : std::string{};
    const auto place = forum.city_name.words(language);
    return forum.title.words(language) + (place.empty() ? "" : ", " + place) +
           (date.empty() ? "" : ", " + date);
}

void write_agreement(const Writing& writing, const MeetingPapers& papers, AgreementKind kind)
{
    const auto sides = papers.meeting.taking_part();
    const auto others = papers.meeting.whom_meets(Side::host);
    const Arguments both{{"one", writing.party(Side::host)},
                         {"other", words_of(writing.reader(), papers.all, others)}};
    const bool frozen = papers.terms.is_frozen();
    writing.title(writing.say(agreement_name(kind)), 20);
    writing.title(writing.say(tr("between {one} and {other}", both)), 16);
    writing.line(place_and_date(papers.forum, writing.language()));
    writing.line(writing.say(frozen ? tr("Draft. Both heads have confirmed these terms.")
                                    : tr("Draft. The terms are not confirmed by both heads yet.")));
    writing.space(4);
    auto opening = opening_of(kind);
    opening.arguments = both;
    writing.line(writing.say(opening));
    writing.heading(tr("Terms"));
    writing.terms_table();
    writing.space(14);
    if (kind != AgreementKind::nothing_signed)
        for (const auto side : sides) {
            writing.signature(side);
            writing.space(8);
        }
    if (frozen)
        writing.line(writing.say(tr("Hash of the terms: {hash}",
                                    {{"hash", papers.terms.confirmed_by(sides.front())->hash}})));
}

document::Paper blank_paper(const std::string& title, const Language& language, Instant at)
{
    document::Paper paper;
    paper.title = title;
    paper.language = language.tag();
    paper.created = at;
    paper.body_pt = 14;
    return paper;
}

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

void write_wants(const Writing& writing, const Sentence& title, const std::vector<Want>& wants,
                 const std::vector<Topic>& topics)
{
    if (wants.empty())
        return;
    writing.heading(title);
    for (const auto& want : wants) {
        const auto* topic = find(topics, want.topic);
        writing.line((topic ? topic->title.words(writing.language()) + ": " : std::string{}) +
                         want.text.words(writing.language()) + pointed_words(writing, want),
                     "–");
    }
}

// Whom one meets, and what those need and offer.
void write_other(const Writing& writing, const Brief& brief, const Brief::Other& other)
{
    writing.heading(tr("Whom you meet"));
    for (const auto& line : writing.head_lines(other.side))
        writing.line(line);
    if (!other.company.people.empty())
        writing.line(writing.say(tr("Comes along: {people}", {{"people", other.company.people}})));
    if (!other.company.interpreter.empty())
        writing.line(writing.say(tr("Interpreter: {name}", {{"name", other.company.interpreter}})));
    write_wants(writing, tr("They need"), other.wants.needs, brief.topics);
    write_wants(writing, tr("They offer"), other.wants.offers, brief.topics);
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

document::Paper brief_paper(const MeetingPapers& papers, const Brief& brief,
                            const Language& language, Instant at)
{
    auto paper = blank_paper(papers.forum.title.words(language), language, at);
    paper.body_pt = 13;
    paper.top_mm = 18;
    const Writing writing{paper, papers, language};
    writing.title(writing.say(tr("Meeting with {name}",
                                 {{"name", words_of(writing.reader(), papers.all,
                                                    papers.meeting.whom_meets(brief.side))}})),
                  18);
    writing.line(brief.when.empty() ? writing.say(tr("Not in the timetable yet.")) : brief.when);
    for (const auto& other : brief.others)
        write_other(writing, brief, other);
    if (papers.terms.number() > 0) {
        writing.heading(tr("Terms so far"));
        writing.line(writing.say(tr("{open} of {all} items still to agree",
                                    {{"open", std::to_string(papers.terms.open_items())},
                                     {"all", std::to_string(papers.terms.items().size())}})));
        writing.terms_table();
    }
    for (const auto& other : brief.others)
        write_past(writing, other);
    return paper;
}

}  // namespace sala::bilateral
