// SPDX-License-Identifier: Apache-2.0
//
// How papers about a meeting are written: in one language, with the names of those who meet kept on
// one line.

#pragma once

#include "bilateral/column_widths.hpp"
#include "bilateral/meeting_paper.hpp"
#include "bilateral/terms.view.hpp"
#include "script/with_breaks.hpp"

#include <algorithm>
#include <array>
#include <cctype>

namespace sala::bilateral {

// One language of a paper: says sentences, marks where lines may break.
class Writing {
public:
    Writing(document::Paper& paper, const MeetingPapers& papers, const Language& language)
        : paper_(paper),
          papers_(papers),
          reader_{language, papers.forum.zone}
    {
        for (const auto side : papers.terms.sides()) {
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
    const Head* head(Side side) const
    {
        const auto found = papers_.heads.find(papers_.meeting.delegation(side));
        return found == papers_.heads.end() ? nullptr : &found->second;
    }
    // The head's name and post in two lines; a line to fill in when nobody is named.
    std::vector<std::string> head_lines(Side side) const
    {
        const auto* known = head(side);
        if (!known)
            return {"........................................", party(side)};
        return {known->words(language()), known->post.words(language()), party(side)};
    }

    // Words of an item in this language, else in that which there is, which is then named: what has
    // letters reads differently in another one.
    std::string said_in(const Text& text) const
    {
        const auto shown = text.for_reader(language());
        if (!shown)
            return {};
        const auto& words = shown->wording->shown();
        const bool has_letters = std::any_of(words.begin(), words.end(), [](char one) {
            const auto byte = static_cast<unsigned char>(one);
            return byte >= 0x80 || std::isalpha(byte) != 0;
        });
        return shown->language == language() || !has_letters
                   ? words
                   : words + " (" + say(forum::language_name(shown->language)) + ")";
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
    void signature(Side side, bool with_next) const
    {
        std::vector<std::string> lines{"........................................"};
        for (const auto& one : head_lines(side))
            if (!one.empty())
                lines.push_back(marked(one));
        paper_.blocks.push_back(document::AddressBlock{std::move(lines), true, with_next});
    }
    // Columns in which nobody wrote anything are left out; a word is not cut as long as there is
    // room.
    void terms_table() const
    {
        constexpr std::array<double, 5> widths{0.22, 0.22, 0.17, 0.17, 0.17};
        static_assert(widths.size() == item_columns.size());
        const auto& items = papers_.terms.items();
        document::Table table;
        table.shares = {0.05};
        table.rows.assign(items.size() + 1, {});
        table.rows.front().emplace_back();
        for (std::size_t i = 0; i < items.size(); ++i)
            table.rows[i + 1].push_back(std::to_string(items[i].number));
        for (std::size_t column = 0; column < item_columns.size(); ++column) {
            if (std::all_of(items.begin(), items.end(),
                            [&](const auto& item) { return item.words[column].empty(); }))
                continue;
            table.shares.push_back(widths.at(column));
            table.rows.front().push_back(marked(say(item_column_name(column))));
            for (std::size_t i = 0; i < items.size(); ++i)
                table.rows[i + 1].push_back(marked(said_in(items[i].words[column])));
        }
        table.shares = wide_enough(table, paper_);
        paper_.blocks.push_back(std::move(table));
    }

private:
    document::Paper& paper_;
    const MeetingPapers& papers_;
    web::Reader reader_;
    std::vector<std::string> names_;
};

inline document::Paper blank_paper(const std::string& title, const Language& language, Instant at)
{
    document::Paper paper;
    paper.title = title;
    paper.language = language.tag();
    paper.created = at;
    paper.body_pt = 14;
    return paper;
}

}  // namespace sala::bilateral
