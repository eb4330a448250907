// SPDX-License-Identifier: Apache-2.0
//
// Name plates: everybody who is approved has one, and none is missing without a word.

#include "crowd.hpp"

#include "document/files.hpp"
#include "registration/unprintable.hpp"

using namespace sala;
using namespace sala::registration;

namespace {

// How many pages a PDF has.
std::size_t sheets_of(const std::string& pdf)
{
    const document::Folder folder;
    document::write_file(folder / "plates.pdf", pdf);
    const auto facts = document::run("pdfinfo " + (folder / "plates.pdf")).output;
    const auto at = facts.find("Pages:");
    return at == std::string::npos ? 0 : std::stoul(facts.substr(at + 6));
}

}  // namespace

TEST_CASE(
    "no plate is left out in silence: more than a paper holds are printed in parts or refused")
{
    Guests stage;
    const auto papers = [&](const std::string& query = {}) {
        std::vector<std::string> all;
        const auto json = stage.get("/lyon-2030/name-plates.json" + query).json();
        for (const auto& one : json["papers"].items())
            all.push_back(one.string());
        return all;
    };
    CHECK(papers().empty());
    write(stage, guests(1, 500));
    CHECK(papers() == std::vector<std::string>{"/lyon-2030/name-plates.pdf"});
    CHECK(stage.get("/lyon-2030/name-plates.pdf").body.starts_with("%PDF"));
    write(stage, guests(501, 501));
    stage.decides(stage.sends_in("Luz Torres", {}, luz, quito), "approve");
    const auto refused = stage.get("/lyon-2030/name-plates.pdf", by(""));
    CHECK(refused.problem == "too-many-plates");
    CHECK(refused.holds("There are 502 plates, and one paper holds 500."));
    CHECK(papers() == std::vector<std::string>{"/lyon-2030/name-plates.pdf?from=0",
                                               "/lyon-2030/name-plates.pdf?from=500"});
    CHECK(papers("?delegation=quito") ==
          std::vector<std::string>{"/lyon-2030/name-plates.pdf?delegation=quito"});
    CHECK(papers("?delegation=accra").size() == 2);
    const auto page = stage.get("/lyon-2030/name-plates");
    CHECK(page.holds("Plates 1 to 500 as PDF"));
    CHECK(page.holds("Plates 501 to 502 as PDF"));
    CHECK(page.holds("?delegation=quito"));
    CHECK(page.statements == stage.get("/lyon-2030/name-plates?delegation=quito").statements);
    // Each of them on one paper and on one only.
    std::size_t sheets = 0;
    for (const auto& paper : papers())
        sheets += sheets_of(stage.get(paper).body);
    CHECK(sheets == 502);
    CHECK(sheets_of(stage.get("/lyon-2030/name-plates.pdf?delegation=quito").body) == 1);
    CHECK(stage.get("/lyon-2030/name-plates.pdf?from=502", by("")).problem == "no-more-plates");
    CHECK(stage.get("/lyon-2030/name-plates.pdf?delegation=oz", by("")).problem ==
          "no-such-delegation");
}

TEST_CASE(
    "whose name has letters that cannot be printed here is named before the plates are printed")
{
    Guests stage;
    stage.approved("Ama Mensah", {{"name_own", "ជា សុផល"}});
    CHECK_FALSE(stage.get("/lyon-2030/name-plates").holds("Names that cannot be printed here"));
    stage.approved("Yaw Darko", {{"name_own", "Cham \U00010570\U00010571"}});
    stage.sends_in("Efua Owusu", {{"name_own", "\U00010570"}});
    const auto page = stage.get("/lyon-2030/name-plates");
    CHECK(page.holds("Names that cannot be printed here"));
    CHECK(page.holds("Yaw Darko: Vith"));
    CHECK_FALSE(page.holds("Ama Mensah: "));
    CHECK_FALSE(page.holds("Efua Owusu"));
    CHECK(stage.get("/lyon-2030/name-plates.json").json()["unprintable"].integer() == 1);
    CHECK(
        stage.get("/lyon-2030/name-plates.json?delegation=quito").json()["unprintable"].integer() ==
        0);
    CHECK(stage.get("/lyon-2030/badges").holds("Yaw Darko: Vith"));
    // On the plate the name stands as far as there are letters for it, and not as empty boxes.
    CHECK(printable({"Yaw Darko", "Cham \U00010570"}) == std::vector<std::string>{"Yaw Darko"});
    CHECK(printable({"\U00010570"}) == std::vector<std::string>{"\U00010570"});
    CHECK(sheets_of(stage.get("/lyon-2030/name-plates.pdf").body) == 2);
}
