// SPDX-License-Identifier: Apache-2.0
//
// Dates within the sentences of letters, of every kind and in both languages.

#include "guests.hpp"

#include "registration/letter_date.hpp"

using namespace sala;
using namespace sala::registration;

TEST_CASE("a letter says every kind of date as a sentence does")
{
    struct Said {
        const char* date;
        const char* english;
        const char* thai;
    };
    const Said all[] = {
        {"2022-12-02", "on 2 December 2022", "ในวันที่ 2 ธันวาคม 2565"},
        {"2019-08-26/2019-08-28", "on 26–28 August 2019", "ระหว่างวันที่ 26 – 28 สิงหาคม 2562"},
        {"2022-12-02/..", "from 2 December 2022 on", "ตั้งแต่วันที่ 2 ธันวาคม 2565 เป็นต้นไป"},
        {"2022-12", "in December 2022", "ในเดือนธันวาคม 2565"},
        {"2022-12/..", "from December 2022 on", "ตั้งแต่เดือนธันวาคม 2565 เป็นต้นไป"},
        {"2022", "in 2022", "ใน พ.ศ. 2565"},
        {"2022/..", "from 2022 on", "ตั้งแต่ พ.ศ. 2565 เป็นต้นไป"}};
    for (const auto& [words, english, thai] : all) {
        CAPTURE(words);
        const auto date = script::PartialDate::read(words);
        REQUIRE(date);
        CHECK(held_when(*date, Language::english()) == english);
        CHECK(held_when(*date, Language::thai()) == thai);
    }
    CHECK(held_when(std::nullopt, Language::english()) == "on a date to be announced");
    CHECK(held_when(std::nullopt, Language::thai()) == "ในวันที่ซึ่งจะแจ้งให้ทราบ");
}

TEST_CASE("behind an author's own “on” a date stands as well, and a day that is not known is said")
{
    const auto open = *script::PartialDate::read("2022-12-02/..");
    CHECK(held_date(open, Language::english()) == "2 December 2022 and after");
    CHECK(held_date(open, Language::thai()) == "2 ธันวาคม 2565 เป็นต้นไป");
    CHECK(held_date(*script::PartialDate::read("2022-12-02"), Language::english()) ==
          "2 December 2022");
    CHECK(on_day("2030-05-05", Language::english()) == "on 5 May 2030");
    CHECK(on_day("", Language::thai()) == "ในวันที่ซึ่งจะแจ้งให้ทราบ");
}

TEST_CASE("no sentence of an invitation says a date twice or leaves one hanging")
{
    Guests stage;
    REQUIRE(stage
                .post("/lyon-2030/invitations", {{"delegation", "accra"},
                                                 {"name", "The Mayor"},
                                                 {"address", "mayor@accra.example"},
                                                 {"language", "th"}})
                .status == 303);
    const auto body = stage.letters().front().letter.body;
    for (const auto* broken : {"ในวันที่ ตั้งแต่", "วันที่ วันที่", "ภายในวันที่ โอกาส", "{"})
        CHECK(body.find(broken) == (*broken == '{' ? body.find("{secret}") : std::string::npos));
}
