// SPDX-License-Identifier: Apache-2.0
//
// What the sheets refuse beyond the shape of a cell: years of the wrong era, rows that nobody could
// open, rows that name what is not there; and each of these whatever else is wrong beside it.

#include "sheets.hpp"

using namespace sala;
using namespace sala::sheet;

static Words problems_of_sheet(const std::string& name, const std::string& bytes)
{
    const auto read = read_one_csv(name, bytes);
    REQUIRE(read);
    return lines_of(read->problems);
}

static Words problems_with(const std::string& name, const std::string& bytes)
{
    Archive archive;
    auto files = porto();
    files[name] = bytes;
    return archive.imports(files).problems;
}

TEST_CASE("a Buddhist year is refused with the day of the Common Era that was meant")
{
    CHECK(problems_of_sheet("days", "key,date\na,2565-12-02\nb,2567-02-29\nc,2568-02-29\n"
                                    "d,2400-01-01\ne,2401-01-01\n") ==
          Words{"days 2 date buddhist-year: This looks like a Buddhist year. Write 2022-12-02.",
                "days 3 date buddhist-year: This looks like a Buddhist year. Write 2024-02-29.",
                "days 4 date not-a-day: “2568-02-29” is not a day. Write it as 2022-12-02, in the "
                "Common Era.",
                "days 6 date buddhist-year: This looks like a Buddhist year. Write 1858-01-01."});
    CHECK(problems_of_sheet("sources", "key,kind,date,title_en\na,article,2565,A\n"
                                       "b,article,2562-08-26/2562-08-28,B\n"
                                       "c,article,2565-12-02/..,C\n") ==
          Words{"sources 2 date buddhist-year: This looks like a Buddhist year. Write 2022.",
                "sources 3 date buddhist-year: This looks like a Buddhist year. Write "
                "2019-08-26/2019-08-28.",
                "sources 4 date buddhist-year: This looks like a Buddhist year. Write "
                "2022-12-02/..."});
}

TEST_CASE("Thai digits are taken in dates, times and numbers, and kept as Arabic ones")
{
    const auto read =
        read_one_csv("sittings", "key,day,kind,start,minutes,certainty,clock,title_th\n"
                                 "a,day-1,plenary,๐๙:๓๐,๙๐,planned,source,พิธีเปิด ๑\n");
    REQUIRE(read);
    CHECK(lines_of(read->problems) == Words{});
    const auto& sheet = sheet_named("sittings");
    const auto& row = read->files.sheets.at("sittings").front().row;
    CHECK(sheet.words(row, "start") == "09:30");
    CHECK(sheet.number(row, "minutes") == 90);
    CHECK(sheet.text(row, "title").words(Language::thai()) == "พิธีเปิด ๑");
    const auto days = read_one_csv("days", "key,date\na,๒๐๒๒-๑๒-๐๒\n");
    REQUIRE(days);
    CHECK(sheet_named("days").words(days->files.sheets.at("days").front().row, "date") ==
          "2022-12-02");
    CHECK(problems_of_sheet("days", "key,date\na,๒๕๖๕-๑๒-๐๒\n") ==
          Words{"days 2 date buddhist-year: This looks like a Buddhist year. Write 2022-12-02."});
}

TEST_CASE("a wrong cell hides no rule that does not look at it")
{
    CHECK(problems_with("forum.toml", "slug = \"porto-2031\"\ntitle_en = \"Porto\"\n"
                                      "date = \"2031\"\nminutes = \"x\"\n"
                                      "time_zone = \"Mars/Base\"\n"
                                      "languages = \"xx-yy english\"\n") ==
          Words{"forum 4 minutes not-a-number: “x” is not a whole number. Write digits only, such "
                "as 7.",
                "forum 5 time_zone no-such-zone: There is no time zone “Mars/Base”. Write one such "
                "as Asia/Phnom_Penh.",
                "forum 6 languages no-such-language: “xx-yy” is not a language. Write tags of two "
                "or three letters with a space between, such as en th."});
    CHECK(problems_of_sheet("sittings",
                            "key,day,kind,start,minutes,speaker_minutes,certainty,clock,title_en\n"
                            "a,day-1,play,9,60,90,planned,source,A\n"
                            "b,day-1,plenary,,x,90,planned,source,B\n") ==
          Words{"sittings 2 kind not-a-choice: “play” is not one of the words here. Write one of: "
                "opening, plenary, discussion, courtesy-call, bilateral, meal, visit, closing, "
                "other.",
                "sittings 2 start not-a-time: “9” is not a time of day. Write it as 09:08.",
                "sittings 2 speaker_minutes longer-than-sitting: A speaker would have 90 minutes, "
                "but the sitting has 60.",
                "sittings 3 minutes not-a-number: “x” is not a whole number. Write digits only, "
                "such as 7.",
                "sittings 3 start source-without-start: The clock says that the source gives the "
                "time, but no time is here. Write the start, or unknown under clock."});
}

TEST_CASE("a row that nobody could open, or that says nothing, is refused")
{
    CHECK(problems_of_sheet("networks", "key,name_en\nnew,N\nnews,N\n") ==
          Words{"networks 2 key reserved-key: “new” is the address of the form for a new row. "
                "Choose another key."});
    CHECK(
        problems_of_sheet("organisations", "key,kind,parent,name_en\na,other,a,A\nb,other,a,B\n") ==
        Words{"organisations 2 parent part-of-itself: An organisation cannot be part of itself. "
              "Name the larger one, or leave this empty."});
    CHECK(
        problems_of_sheet("interventions",
                          "key,sitting,number,delegation,person,post,act,clock,certainty,title_en\n"
                          "a,s,1,,,,remark,unknown,planned,\nb,s,2,,,,remark,unknown,planned,Song\n"
                          "c,s,3,d,,,remark,unknown,planned,\n") ==
        Words{"interventions 2 delegation nobody-speaks: Nobody takes the floor here. Name a "
              "delegation, a person or a post, or give the intervention a title."});
}

TEST_CASE("a day belongs to the forum’s own dates when these say when it begins and ends")
{
    const std::string days = "key,date\na,2031-05-01\nb,2031-05-03\n";
    CHECK(problems_with("days.csv", days) ==
          Words{"days 3 date outside-the-forum: 2031-05-03 is not among the forum’s own dates, "
                "2031-05-01/2031-05-02. Mend the day, or the date of the forum."});
    for (const auto* date : {"2031-05-01/..", "2031-05", "2031"}) {
        CAPTURE(date);
        Archive archive;
        auto files = porto();
        auto& toml = files["forum.toml"];
        toml.replace(toml.find("2031-05-01/2031-05-02"), 21, date);
        files["days.csv"] = days;
        CHECK(archive.imports(files).problems == Words{});
    }
    Archive archive;
    REQUIRE(archive.imports(porto()).problems == Words{});
    CHECK(archive.imports(*read_one_csv("days", days), false, "porto-2031").problems.size() == 1);
    CHECK(archive.keys_of("days") == Words{});
}

TEST_CASE("a claim is about a row that is there")
{
    const std::string head = "key,kind,title_en\n";
    auto files = porto();
    files["sources.csv"] = head + "a,article,A\n";
    const auto claims = [&](const std::string& subject) {
        Archive archive;
        files["claims.csv"] = "key,subject,question_en,value_en,source,standing\nc," + subject +
                              ",How many,2,a,primary\n";
        return archive.imports(files).problems;
    };
    CHECK(claims("forum") == Words{});
    CHECK(claims("rooms:tilia") == Words{});
    CHECK(claims("cities:accra") == Words{});
    CHECK(claims("sittings:nowhere") ==
          Words{"claims 2 subject no-such-row: There is no “nowhere” in the sheet sittings. Add "
                "that row, or mend the key."});
    for (const auto* subject : {"rooms", "palaces:x", "forum:porto-2031"}) {
        CAPTURE(subject);
        CHECK(claims(subject).front().starts_with("claims 2 subject no-such-subject:"));
    }
}

TEST_CASE("a revision that is no number is refused, and none is none")
{
    const std::string rest = "slug = \"porto-2031\"\ntitle_en = \"P\"\ndate = \"2031\"\n"
                             "time_zone = \"Europe/Lisbon\"\n";
    for (const auto* revision : {"\"12x\"", "-3", "\"newest\""}) {
        CAPTURE(revision);
        const auto problems = problems_with("forum.toml", rest + "revision = " + revision + "\n");
        REQUIRE(problems.size() == 1);
        CHECK(problems.front().starts_with("forum 5 revision not-a-revision:"));
    }
    CHECK(problems_with("forum.toml", rest) == Words{});
    auto files = porto();
    files["forum.toml"] = rest + "revision = 12\n";
    CHECK(read(files).files.revision == 12);
}

TEST_CASE("problems stand in the order of the files, sheet by sheet and row by row")
{
    auto files = porto();
    files["rooms.csv"] = "key,venue,capacity,name_en\ntilia,nowhere,200,Tilia\nacer,quay,many,A\n";
    files["cities.csv"] = "key,country,kind,name_en\nporto,pt,town,Porto\naccra,nowhere,city,A\n";
    Archive archive;
    const auto given = read(files);
    std::vector<Problem> problems = given.problems;
    archive.store().write([&](store::Session& session) {
        import_files(session, given.files, 0,
                     {false, {}, Instant{1}, &archive.numbering(), {.server = true}}, problems);
        return false;
    });
    put_in_file_order(problems, given);
    Words places;
    for (const auto& one : problems)
        places.push_back(fmt::format("{} {} {}", one.sheet, one.line, one.code));
    CHECK(places == Words{"cities 2 not-a-choice", "cities 3 no-such-row", "rooms 2 no-such-row",
                          "rooms 3 not-a-number"});
}
