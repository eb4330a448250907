// SPDX-License-Identifier: Apache-2.0
//
// Sheets as text come in as they are saved, or are refused where they are wrong.

#include "document/csv.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

using namespace sala;
using namespace sala::document;

using Rows = std::vector<Row>;
using Fields = std::vector<std::vector<std::string>>;

static std::string said(std::string_view bytes)
{
    const auto rows = read_csv(bytes);
    REQUIRE_FALSE(rows);
    return rows.refusal().code + ": " + rows.refusal().sentence.english();
}

TEST_CASE("rows know the line they begin on, blank lines and newlines in values included")
{
    const auto rows = read_csv("\xEF\xBB\xBFkey,title_th\r\n"
                               "lyon,\"a \"\"b\"\",\nc\"\r\n"
                               "\r\n"
                               "accra,กรุงเทพมหานคร");
    REQUIRE(rows);
    CHECK(*rows == Rows{{1, {"key", "title_th"}},
                        {2, {"lyon", "a \"b\",\nc"}},
                        {5, {"accra", "กรุงเทพมหานคร"}}});
}

TEST_CASE("semicolons and tabs are told from the first row")
{
    CHECK(*read_csv("key;title, long;x\na;b,c;\n") ==
          Rows{{1, {"key", "title, long", "x"}}, {2, {"a", "b,c", ""}}});
    CHECK(*read_csv("key\ttitle\na\tb;c,d\n") == Rows{{1, {"key", "title"}}, {2, {"a", "b;c,d"}}});
    CHECK(*read_csv("key,\"a;b;c\"\n1,2;3\n") == Rows{{1, {"key", "a;b;c"}}, {2, {"1", "2;3"}}});
}

TEST_CASE("an empty file has no rows, and an empty last value is kept")
{
    CHECK(*read_csv("") == Rows{});
    CHECK(*read_csv("\n\r\n\n") == Rows{});
    CHECK(*read_csv("a,\n,b\n\"\"") == Rows{{1, {"a", ""}}, {2, {"", "b"}}, {3, {""}}});
}

TEST_CASE("another encoding is refused and named")
{
    CHECK(said("key,title\nlyon,\xA1\xC3\xD8\xA7\n") ==
          "not-utf8: The file is not UTF-8: byte 15, on line 2, does not belong to any letter. It "
          "may have been saved in another encoding, such as Windows-874. Save it as “CSV UTF-8” "
          "and hand it in again.");
    CHECK(said(std::string_view("a,b\nc\0,d", 8)).starts_with("holds-nul: Line 2 "));
}

TEST_CASE("quotation marks that could be read in two ways are refused where they stand")
{
    CHECK(said("a,b\nc,\"d\ne\nf").starts_with("unclosed-quote: Line 2, column 2: "));
    CHECK(said("a,b\nc,d \"e\" f\n").starts_with("stray-quote: Line 2, column 2: "));
    CHECK(said("a,b\n\"c\"d,e\n").starts_with("stray-quote: Line 2, column 1: "));
}

TEST_CASE("sheets beyond the limits are refused, sheets at the limits are read")
{
    CHECK(read_csv(std::string(csv_columns_max - 1, ','))->at(0).fields.size() == csv_columns_max);
    CHECK(said(std::string(csv_columns_max, ',')).starts_with("too-many-columns: Line 1: "));

    CHECK(read_csv(std::string(csv_field_bytes_max, 'x')));
    CHECK(said("a\n" + std::string(csv_field_bytes_max + 1, 'x'))
              .starts_with("value-too-long: Line 2"));
    CHECK(said("a\n\"" + std::string(csv_field_bytes_max + 1, 'x'))
              .starts_with("value-too-long: Line 2"));

    std::string rows;
    for (std::size_t i = 0; i < csv_rows_max; ++i)
        rows += "x\n";
    CHECK(read_csv(rows)->size() == csv_rows_max);
    CHECK(said(rows + "x").starts_with("too-many-rows: Line 100001: "));
    CHECK(said(std::string(csv_bytes_max + 1, '\n')).starts_with("file-too-large: "));
}

TEST_CASE("writing quotes only what needs it")
{
    CHECK(write_csv({{"key", "title"}, {"a", "b \"c\""}, {"d;e", " f "}, {""}}) ==
          "\xEF\xBB\xBFkey,title\na,\"b \"\"c\"\"\"\n\"d;e\", f \n\"\"\n");
    CHECK(write_csv({{"=1+1"}}, {.byte_order_mark = false}) == "=1+1\n");
}

TEST_CASE("formulas are disarmed in lists for people, and only there")
{
    const Fields cells = {{"=SUM(A1)", "+1", "-1", "@x", "\tx", "\rx", "1-1", ""}};
    CHECK(write_csv(cells, {.byte_order_mark = false, .neutralise_formulas = true}) ==
          "'=SUM(A1),'+1,'-1,'@x,\"'\tx\",\"'\rx\",1-1,\n");
    CHECK(write_csv(cells, {.byte_order_mark = false}) ==
          "=SUM(A1),+1,-1,@x,\"\tx\",\"\rx\",1-1,\n");
}

TEST_CASE("the wide signs of East Asian keyboards are disarmed as the narrow ones are")
{
    const Fields cells = {{"＝SUM(A1)", "＋1", "－1", "＠x", "'＝1", "１＝１", "ก"}};
    const auto written = write_csv(cells, {.byte_order_mark = false, .neutralise_formulas = true});
    CHECK(written == "'＝SUM(A1),'＋1,'－1,'＠x,''＝1,１＝１,ก\n");
    const auto back = read_csv(written);
    REQUIRE(back);
    std::vector<std::string> meant;
    for (const auto& field : back->front().fields)
        meant.push_back(without_apostrophe(field));
    CHECK(meant == cells.front());
}

TEST_CASE("whatever is written reads back the same")
{
    const auto piece = rc::gen::elementOf(std::vector<std::string>{
        "a", "ก", "\"", ",", ";", "\t", "\n", "\r", "\r\n", " ", "'", "\xEF\xBB\xBF", "=", "ำ"});
    const auto value = rc::gen::map(rc::gen::container<std::vector<std::string>>(piece),
                                    [](const std::vector<std::string>& pieces) {
                                        std::string all;
                                        for (const auto& one : pieces)
                                            all += one;
                                        return all;
                                    });
    const auto row = rc::gen::nonEmpty(rc::gen::container<std::vector<std::string>>(value));
    const bool holds = rc::check([&] {
        const auto rows = *rc::gen::container<Fields>(row);
        const bool mark = *rc::gen::arbitrary<bool>();
        const auto bytes = write_csv(rows, {.byte_order_mark = mark});
        const auto back = read_csv(bytes);
        RC_ASSERT(bool(back));
        Fields fields;
        for (const auto& one : *back)
            fields.push_back(one.fields);
        RC_ASSERT(fields == rows);
    });
    CHECK(holds);
}

TEST_CASE("no bytes at all make the reader fall over")
{
    CHECK(rc::check([] {
        const auto bytes = *rc::gen::container<std::string>(
            rc::gen::element('"', ',', '\n', '\r', ';', 'a', '\0', '\xE0', '\xB8', '\x81'));
        const auto rows = read_csv(bytes);
        if (!rows)
            RC_ASSERT(!rows.refusal().sentence.key.empty());
    }));
}
