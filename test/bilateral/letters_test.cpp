// SPDX-License-Identifier: Apache-2.0
//
// Letters about meetings are in the language of who reads them, not of whoever acted.

#include "terms_table.hpp"

using namespace sala;

TEST_CASE("a letter is in the language in which its reader last came in, whoever acts")
{
    Summit summit;
    summit.reads_in(luz, "th");
    summit.asks(accra, "quito", kofi);
    CHECK(summit.letters("meeting_letter") ==
          std::vector<std::string>{luz + ": Accra ขอหารือกับท่านที่ ลียง 2573"});
    // Somebody who acts in Thai is answered for in the reader's English.
    summit.reads_in(luz, "en");
    Summit other;
    other.reads_in(kofi, "th");
    const auto asked = other.post(accra + "/meetings/new", {{"with", "quito"}, {"slots", "1"}},
                                  {.who = kofi, .language = "th", .accept = "application/json"});
    REQUIRE(asked.status == 303);
    CHECK(other.letters("meeting_letter") ==
          std::vector<std::string>{luz + ": Accra asks to meet you at Lyon 2030"});
}

TEST_CASE("who never came in is written to in all languages of the pages, one after the other")
{
    Summit summit;
    summit.reads_in(luz, "");
    summit.asks(accra, "quito", kofi, {{"words", "Drains and slopes"}});
    CHECK(summit.letters("meeting_letter") ==
          std::vector<std::string>{
              luz + ": Accra asks to meet you at Lyon 2030 / Accra ขอหารือกับท่านที่ ลียง 2573"});
    std::string body;
    summit.store().read([&](store::Session& session) {
        for (const auto& kept : mail::list(session, summit.forum_id()))
            if (kept.letter.reason == "meeting_letter")
                body = kept.letter.body;
    });
    CHECK(body.find("Dear ") < body.find("เรียน "));
    CHECK(body.find("Drains and slopes") != body.rfind("Drains and slopes"));
}

TEST_CASE("the other side is told what would be signed, once, and sees who said so")
{
    Table table;
    table.agree();
    const auto before = table.letters("terms_letter").size();
    const auto says = [&](const std::string& kind) {
        return table.post(table.at(accra) + "/agreement", {{"kind", kind}}, by(kofi)).status;
    };
    CHECK(says("mou") == 303);
    CHECK(says("mou") == 303);
    CHECK(table.letters("terms_letter").size() == before + 1);
    CHECK(table.count("SELECT COUNT(*) FROM agreement_kind") == 1);
    const auto page = table.get(table.at(quito) + "/agreement", {.who = luz});
    CHECK(page.holds("Memorandum of understanding: as Accra said"));
    CHECK(table.get(table.at(quito) + "/agreement.json", by(luz)).json()["by"].string() == "host");
}

TEST_CASE("no letter about meetings holds a link that stands in how somebody is called")
{
    Summit summit;
    summit.agreed();
    auto files = summit_files();
    files["persons.csv"] = "key,honorific_en,honorific_th,name_en,name_th\n"
                           "ama-mensah,Ms,นาง,Ama Mensah,อามา เมนซาห์\n"
                           "luz-torres,Dr,ดร.,Luz at https://evil.example/{secret},ลุซ\n";
    files["delegates.csv"] = "key,delegation,person,post,role\nama,accra,luz-torres,,head\n"
                             "luz,quito,luz-torres,mayor-of-quito,head\n";
    REQUIRE(summit.opens(files).empty());
    REQUIRE(summit.post("/lyon-2030/bilaterals/heads", {}).status == 303);
    const std::string subject = "Dr Luz at https: evil. example/(secret) leads Accra now";
    CHECK(summit.letters("head_letter") ==
          std::vector<std::string>{kofi + ": " + subject, luz + ": " + subject});
    CHECK(summit.count("SELECT COUNT(*) FROM letter WHERE reason = 'head_letter' AND body LIKE "
                       "'%://evil%'") == 0);
    CHECK(summit.count("SELECT COUNT(*) FROM letter WHERE reason = 'head_letter' AND body LIKE '%" +
                       subject + "%'") == 2);
}
