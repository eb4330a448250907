// SPDX-License-Identifier: Apache-2.0
//
// Every text of the two sample forums is on some public page, in the language it is in: what was
// printed and, where an editor corrected it, what was meant.

#include "report/bangkok.hpp"
#include "sheet/forum_files.hpp"

#include <deque>
#include <regex>
#include <set>

using namespace sala;

namespace {

// What delegations tell each other, and how the secretariat seats them, is not for everybody.
const std::set<std::string, std::less<>> not_public{"needs", "offers", "practices", "desks",
                                                    "interpreting"};

// Without what browsers do not show, and without white space, which they fold.
std::string bare(const std::string& words)
{
    std::string left;
    for (std::size_t n = 0; n < words.size(); ++n) {
        static const std::string_view unseen[] = {"\xE2\x80\x8B", "\xE2\x81\xA0", "\xC2\xA0"};
        const auto rest = std::string_view(words).substr(n);
        const auto* found = std::find_if(std::begin(unseen), std::end(unseen),
                                         [&](auto one) { return rest.starts_with(one); });
        if (found != std::end(unseen))
            n += found->size() - 1;
        else if (words[n] != ' ' && words[n] != '\n' && words[n] != '\t' && words[n] != '\r')
            left += words[n];
    }
    return left;
}

// What is left of a page when everything inside `element` goes, and then all marks.
std::string read_without(std::string page, const std::string& element)
{
    for (auto at = page.find("<" + element + " "); at != std::string::npos;
         at = page.find("<" + element + " ", at))
        page.erase(at, page.find("</" + element + ">", at) + element.size() + 3 - at);
    std::string left;
    bool inside = false;
    for (const char sign : page) {
        inside |= sign == '<';
        if (!inside)
            left += sign;
        inside &= sign != '>';
    }
    for (const auto& [from, to] :
         {std::pair{"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&#39;", "'"}, {"&amp;", "&"}})
        for (auto at = left.find(from); at != std::string::npos; at = left.find(from, at + 1))
            left.replace(at, std::string_view(from).size(), to);
    return bare(left);
}

struct Pages {
    std::string printed;
    std::string meant;
};

// All that a visitor comes to from the forum's first page.
Pages pages_of(Stage& stage, const std::string& slug, const std::string& language)
{
    Pages all;
    std::deque<std::string> waiting{"/" + slug};
    std::set<std::string> seen{waiting.front()};
    const std::regex link("href=\"(/" + slug + "[^\"#]*)");
    for (; !waiting.empty(); waiting.pop_front()) {
        const auto page = stage.get(waiting.front(), {.as = As::anyone, .language = language});
        if (page.status != 200 || !page.type.starts_with("text/html"))
            continue;
        all.printed += read_without(page.body, "ins") + "\n";
        all.meant += read_without(page.body, "del") + "\n";
        for (std::sregex_iterator it(page.body.begin(), page.body.end(), link), end; it != end;
             ++it)
            if (const auto address = std::regex_replace((*it)[1].str(), std::regex("&amp;"), "&");
                seen.insert(address).second)
                waiting.push_back(address);
    }
    return all;
}

void expect(const Pages& pages, const Text::Wording& wording)
{
    if (!wording.verbatim.empty())
        CHECK_MESSAGE(pages.printed.find(bare(wording.verbatim)) != std::string::npos,
                      wording.verbatim);
    if (!wording.corrected.empty())
        CHECK_MESSAGE(pages.meant.find(bare(wording.corrected)) != std::string::npos,
                      wording.corrected);
}

// Sections of a report that is private stay so until somebody publishes it.
std::set<std::string> private_reports(store::Session& session, std::int64_t forum)
{
    std::set<std::string> keys;
    const auto& reports = sheet::sheet_named("reports");
    for (const auto& stored : sheet::rows_of(session, reports, forum))
        if (reports.words(stored.row, "published").empty())
            keys.insert(stored.row.key);
    return keys;
}

void expect_row(const Pages& english, const Pages& thai, const sheet::Sheet& sheet,
                const sheet::Row& row)
{
    for (const auto& column : sheet.columns) {
        if (!column.is_text())
            continue;
        INFO(sheet.name, " ", row.key, " ", column.name);
        for (const auto& [language, wording] : sheet.text(row, column.name).wordings())
            expect(language.is_thai() ? thai : english, wording);
    }
}

void expect_all(Stage& stage, const std::string& slug)
{
    const auto english = pages_of(stage, slug, "en");
    const auto thai = pages_of(stage, slug, "th");
    stage.store().read([&](store::Session& session) {
        const auto forum = stage.forum_id(slug);
        const auto hidden = private_reports(session, forum);
        for (const auto& sheet : sheet::all_sheets()) {
            if (not_public.contains(sheet.name))
                continue;
            for (const auto& stored : sheet::rows_of(session, sheet, forum))
                if (sheet.name != "report_sections" ||
                    !hidden.contains(sheet.words(stored.row, "report")))
                    expect_row(english, thai, sheet, stored.row);
        }
    });
}

}  // namespace

TEST_CASE("every text of the samples is on a page that everybody may read")
{
    Stage stage{Stage::Empty{}};
    for (const auto* slug : {"phnom-penh-2022", "bangkok-2019"})
        REQUIRE(stage.opens(report::sample_files(slug)) == std::vector<std::string>{});
    for (const auto* slug : {"phnom-penh-2022", "bangkok-2019"})
        expect_all(stage, slug);
}

TEST_CASE("a misprint of a sample stands beside its correction, and the page says which is which")
{
    Stage stage{Stage::Empty{}};
    REQUIRE(stage.opens(report::sample_files("phnom-penh-2022")) == std::vector<std::string>{});

    const auto english = stage.get("/phnom-penh-2022", {.as = As::anyone});
    const auto thai = stage.get("/phnom-penh-2022", {.as = As::anyone, .language = "th"});

    CHECK(english.holds("<del class=\"printed\" title=\"as printed\">SEAN</del>"
                        "<ins title=\"as meant\">ASEAN</ins> Mayors Forum"));
    CHECK(thai.holds(">เมื่</del><ins title=\"ตามความหมายที่ตั้งใจ\">เมื</ins>อง"));
    CHECK(english.holds("[เปลี่ยนผ่าน]</ins>"));
}

TEST_CASE("a speech says of the guiding questions what the source says, and not who has to answer")
{
    Stage stage{Stage::Empty{}};
    REQUIRE(stage.opens(report::sample_files("phnom-penh-2022")) == std::vector<std::string>{});

    const auto speech =
        stage.get("/phnom-penh-2022/interventions/smaller-cities-surin", {.as = As::anyone});

    CHECK(speech.holds("<h2>Guiding questions of the meeting</h2>"));
    CHECK(speech.holds("one of the questions that Governor Chadchart is to speak on"));
    CHECK(speech.holds("<p class=\"said\">Matichon, politics page, December 2022</p>"));
    CHECK_FALSE(speech.holds("every speaker"));
}
