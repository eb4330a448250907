// SPDX-License-Identifier: Apache-2.0
//
// Letters for visas, many at once: each on one paper and one only, for one delegation or one
// consulate, and nobody who lacks something is left out without a word.

#include "crowd.hpp"

#include "document/files.hpp"

using namespace sala;
using namespace sala::registration;

namespace {

const std::string letters = "/lyon-2030/visa-letters";

std::string words_of(const std::string& pdf)
{
    const document::Folder folder;
    document::write_file(folder / "letters.pdf", pdf);
    return document::run("pdftotext -layout " + (folder / "letters.pdf") + " -").output;
}

std::size_t times(const std::string& text, const std::string& words)
{
    std::size_t count = 0;
    for (auto at = text.find(words); at != std::string::npos; at = text.find(words, at + 1))
        ++count;
    return count;
}

Particulars traveller(const std::string& name, const std::string& nationality)
{
    return person(name, {{"visa_letter", "yes"},
                         {"nationality", nationality},
                         {"passport", "G 1"},
                         {"born", "1970-05-06"}});
}

}  // namespace

TEST_CASE("everybody who needs a letter and is approved has one, in parts when there are many")
{
    Guests stage;
    CHECK(stage.get(letters + ".pdf", by("")).problem == "no-visa-letter");
    CHECK(stage.get(letters).holds("No letters yet"));
    stage.approved("Needs None",
                   {{"nationality", "GH"}, {"passport", "G 2"}, {"born", "1970-05-06"}});
    stage.sends_in("Undecided", {{"visa_letter", "yes"},
                                 {"nationality", "GH"},
                                 {"passport", "G 3"},
                                 {"born", "1970-05-06"}});
    stage.approved("Ama Mensah", {{"visa_letter", "yes"},
                                  {"nationality", "Ghanaian"},
                                  {"passport", "G 4"},
                                  {"born", "1970-05-06"}});
    const auto lacks =
        stage.approved("Yaw Darko", {{"visa_letter", "yes"}, {"nationality", "Togolese"}});
    const auto few = stage.get(letters);
    CHECK(few.holds("1 letter as PDF"));
    CHECK(few.holds("1 person needs a letter and has none yet"));
    CHECK(few.holds("/lyon-2030/registrations/" + lacks));
    CHECK(few.holds("Still to be entered: Number of the passport, Born on"));
    CHECK_FALSE(few.holds("Needs None"));
    const auto words = words_of(stage.get(letters + ".pdf").body);
    CHECK(times(words, "Letter for the visa of Ama Mensah") == 1);
    CHECK(times(words, "หนังสือประกอบการขอตรวจลงตรา") == 1);
    for (const auto* not_there : {"Needs None", "Undecided", "Yaw Darko"})
        CHECK(times(words, not_there) == 0);
    std::vector<Particulars> many;
    for (int n = 1; n <= 101; ++n)
        many.push_back(
            traveller("Guest " + std::to_string(1000 + n), n % 2 ? "Ghanaian" : "Togolese"));
    write(stage, many);
    const auto refused = stage.get(letters + ".pdf", by(""));
    CHECK(refused.problem == "too-many-visa-letters");
    CHECK(refused.holds("There are 102 letters, and one paper holds 100."));
    CHECK(stage.get(letters).statements == few.statements);
    const auto json = stage.get(letters + ".json").json();
    CHECK(json["letters"].integer() == 102);
    CHECK(json["lack"].integer() == 1);
    std::string all;
    for (const auto& paper : json["papers"].items())
        all += words_of(stage.get(paper.string()).body);
    CHECK(json["papers"].items().size() == 2);
    CHECK(times(all, "Letter for the visa of") == 102);
    for (int n = 1; n <= 101; ++n)
        CHECK(times(all, "visa of Guest " + std::to_string(1000 + n)) == 1);
    CHECK(stage.get(letters + ".pdf?from=102", by("")).problem == "no-more-visa-letters");
}

TEST_CASE("the letters of one delegation or for one consulate are printed by themselves")
{
    Guests stage;
    write(stage, {traveller("Ama Mensah", "Ghanaian"), traveller("Efua Owusu", "Togolese")});
    stage.decides(stage.sends_in("Luz Torres",
                                 {{"visa_letter", "yes"},
                                  {"nationality", "Togolese"},
                                  {"passport", "G 5"},
                                  {"born", "1970-05-06"}},
                                 luz, quito),
                  "approve");
    const auto names = [&](const std::string& query) {
        std::string found;
        const auto words = words_of(stage.get(letters + ".pdf" + query).body);
        for (const auto* name : {"Ama", "Efua", "Luz"})
            if (times(words, "Letter for the visa of " + std::string(name)) == 1)
                found += std::string(name) + " ";
        return found;
    };
    CHECK(names("") == "Ama Efua Luz ");
    CHECK(names("?delegation=quito") == "Luz ");
    CHECK(names("?nationality=Togolese") == "Efua Luz ");
    CHECK(names("?delegation=accra&nationality=Togolese") == "Efua ");
    CHECK(stage.get(letters + "?delegation=oz", by("")).problem == "no-such-delegation");
    const auto page = stage.get(letters + "?nationality=Togolese");
    CHECK(page.holds("2 letters as PDF"));
    CHECK(page.holds("visa-letters.pdf?nationality=Togolese"));
    CHECK(page.header("Cache-Control") == "no-store");
    CHECK(stage.get("/lyon-2030/lists/visas").holds("/lyon-2030/visa-letters"));
    CHECK(stage.get(letters, by(kofi)).problem == "not-your-role");
    CHECK(stage.get(letters + ".pdf", by(kofi)).problem == "not-your-role");
}
