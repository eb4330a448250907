// SPDX-License-Identifier: Apache-2.0
//
// The samples hold what their two documents say, word for word, and nothing that is nobody's
// business. The facts are looked up where they end: in the store, after the import.

#include "facts_of_2019.hpp"
#include "facts_of_2022.hpp"
#include "report/bangkok.hpp"
#include "sheet/import.hpp"
#include "sheet/sheets.hpp"
#include "sheet/understand.hpp"

#include <set>

using namespace sala;
using sheet::Words;

namespace {

const std::string phnom_penh = "phnom-penh-2022";
const std::string bangkok = "bangkok-2019";

// A forum as it came out of the store.
class Sample {
public:
    explicit Sample(const std::string& slug)
    {
        Stage stage{Stage::Empty{}};
        REQUIRE(stage.opens(report::sample_files(slug)) == Words{});
        stage.store().read([&](store::Session& session) {
            files_ = sheet::export_files(session, stage.forum_id(slug));
        });
    }

    std::vector<const sheet::Row*> rows(const std::string& sheet) const
    {
        std::vector<const sheet::Row*> rows;
        if (sheet == "forum")
            return {&files_.forum->row};
        for (const auto& line : files_.sheets.at(sheet))
            rows.push_back(&line.row);
        return rows;
    }

    // The cell as a file shows it; a mark when there is no such row.
    std::string cell(const std::string& sheet, const std::string& key,
                     const std::string& column) const
    {
        for (const auto* row : rows(sheet))
            if (row->key == key)
                return cell(sheet, *row, column);
        return "(there is no such row)";
    }
    static std::string cell(const std::string& sheet, const sheet::Row& row,
                            const std::string& column)
    {
        return sheet::line_of(sheet::sheet_named(sheet), row, {"key", column}).at(1);
    }

    // One column of a whole sheet, with its keys or without.
    Words column(const std::string& sheet, const std::string& column) const
    {
        Words words;
        for (const auto* row : rows(sheet))
            words.push_back(cell(sheet, *row, column));
        return words;
    }
    Words keys(const std::string& sheet) const
    {
        Words keys;
        for (const auto* row : rows(sheet))
            keys.push_back(row->key);
        return keys;
    }

private:
    sheet::ForumFiles files_;
};

template <std::size_t size>
void holds(const Sample& sample, const Fact (&facts)[size])
{
    for (const auto& fact : facts) {
        INFO(fact.sheet << " " << fact.key << " " << fact.column);
        CHECK(sample.cell(fact.sheet, fact.key, fact.column) == fact.words);
    }
}

std::string without_byte_order_mark(std::string words)
{
    return words.starts_with("\xEF\xBB\xBF") ? words.substr(3) : words;
}

// The words of a column that the document does not have. What was left out is marked with …
Words not_printed(const Sample& sample, const std::string& document, const std::string& sheet,
                  const std::string& column, const std::set<std::string>& ours = {})
{
    Words missing;
    for (const auto* row : sample.rows(sheet)) {
        auto rest = Sample::cell(sheet, *row, column);
        if (ours.contains(row->key))
            continue;
        for (std::string gap = " … "; !rest.empty();) {
            const auto piece = rest.substr(0, rest.find(gap));
            if (document.find(piece) == std::string::npos)
                missing.push_back(sheet + "/" + row->key + ": " + piece);
            rest.erase(0, piece.size() + gap.size());
        }
    }
    return missing;
}

// One of the two documents, which are no part of the project.
std::string document_named(const std::string& name)
{
    const auto path = std::filesystem::path(SALA_SOURCE) / "../shared/domain" / name;
    if (!std::filesystem::exists(path)) {
        MESSAGE("Skipped: there is no " << path.string() << " to compare the sample with.");
        return "";
    }
    return without_byte_order_mark(report::bytes_of(path));
}

}  // namespace

TEST_CASE("the sample of 2022 holds the facts of the article")
{
    const Sample sample(phnom_penh);
    holds(sample, facts_of_2022);
    CHECK(sample.keys("topics").size() == 9);
    CHECK(sample.column("questions", "number") == Words{"1", "2", "3", "4"});
    CHECK(sample.keys("editions") == Words{"mgmac-2022", "amf-2022"});
    // The morning has two things at once, as two people said; the rooms are not the same.
    CHECK(sample.cell("sittings", "courtesy-call", "room").empty());
    CHECK(sample.cell("sittings", "smaller-cities", "room") == "ballroom-2");
}

TEST_CASE("the sample of 2019 holds the facts of the official report")
{
    const Sample sample(bangkok);
    holds(sample, facts_of_2019);
    CHECK(sample.column("categories", "number") ==
          Words{"1", "2", "3", "4", "5", "6", "7", "8", "9"});
    CHECK(sample.column("categories", "count") == Words(9));
    CHECK(sample.keys("interventions") ==
          Words{"welcome-1", "welcome-2", "welcome-3", "welcome-4", "opening-address"});
    CHECK(sample.column("interventions", "sitting") == Words(5, "opening"));
    CHECK(sample.column("hosts", "role") ==
          Words{"co-host", "co-host", "co-host", "as-host", "as-host", "as-host", "as-host"});
    CHECK(sample.column("hosts", "organisation") == Words{"bma", "uclg-aspac", "escap", "bma",
                                                          "uclg-aspac", "escap",
                                                          "eu-delegation-thailand"});
    CHECK(sample.column("agenda", "title_th") ==
          Words{sample.cell("texts", "component-1", "text_th"),
                sample.cell("texts", "component-2", "text_th"),
                sample.cell("texts", "component-3", "text_th")});
    CHECK(sample.keys("follow_ups").size() == 4);
}

TEST_CASE("what is quoted from the article stands in it, sign by sign")
{
    const auto article = document_named("000_dd3e1ee4d7327aac.txt");
    if (article.empty())
        return;
    const Sample sample(phnom_penh);
    CHECK(not_printed(sample, article, "texts", "text_th") == Words{});
    CHECK(not_printed(sample, article, "topics", "title_th") == Words{});
    CHECK(not_printed(sample, article, "questions", "text_th") == Words{});
    for (const auto* column : {"name_en", "name_th", "theme_th", "objective_th"})
        CHECK(not_printed(sample, article, "editions", column) == Words{});
}

TEST_CASE("what is quoted from the report stands in it, with its spaces and odd signs")
{
    const auto printed = document_named("002_d20b455c41bd05f7.txt");
    if (printed.empty())
        return;
    const Sample sample(bangkok);
    // Two passages gather words and lines of several places.
    CHECK(not_printed(sample, printed, "texts", "text_th",
                      {"report-characters", "form-of-report"}) == Words{});
    CHECK(not_printed(sample, printed, "categories", "name_th") == Words{});
    CHECK(not_printed(sample, printed, "hosts", "statement_th") == Words{});
    CHECK(not_printed(sample, printed, "interventions", "about_th") == Words{});
    CHECK(not_printed(sample, printed, "follow_ups", "text_th") == Words{});
    // The reporter is shown by post, so these lines are fewer than the printed ones.
    CHECK(not_printed(sample, printed, "report_sections", "body_th", {"amf-5-summary-6"}) ==
          Words{});
    const auto body = sample.cell("report_sections", "amf-5-summary-4", "body_th") +
                      sample.cell("report_sections", "amf-5-summary-5", "body_th");
    CHECK(body.find("\u00A0") != std::string::npos);
    CHECK(body.find("ประจ\u0E4D\u0E32ประเทศไทย") != std::string::npos);
}

TEST_CASE("the reporting officer is a post: no name of a person, no telephone number")
{
    const Sample sample(bangkok);
    CHECK(sample.keys("persons") == Words{"aswin-kwanmuang", "bernadia-irawati-tjandradewi",
                                          "armida-salsiah-alisjahbana", "pirkka-tapiola",
                                          "anupong-paochinda"});
    for (const auto& post : sample.column("holders", "post"))
        CHECK(post != "foreign-relations-officer-bma");
    const std::string officer = "นักวิเทศสัมพันธ์ปฏิบัติการ";
    CHECK(sample.cell("posts", "foreign-relations-officer-bma", "title_th") == officer);
    CHECK(sample.cell("reports", "amf-5-summary", "reporter_th").starts_with(officer));
    for (const auto& name : {phnom_penh, bangkok})
        for (const auto& [file, bytes] : report::sample_files(name)) {
            INFO(name << "/" << file);
            CHECK(bytes.find("โทรศัพท์") == std::string::npos);
            CHECK(bytes.find("โทร.") == std::string::npos);
            CHECK(bytes.find("นางสาว") == std::string::npos);
        }
}
