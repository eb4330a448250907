// SPDX-License-Identifier: Apache-2.0
//
// What is cancelled stays where it was, struck through, and what falls with it is struck as well.

#include "stage.hpp"

#include <doctest/doctest.h>

using namespace sala;

namespace {

const Sent the_public{.as = As::anyone};
const std::string word = "class=\"chip\" data-is=\"cancelled\">Cancelled</span>";

int times(const Shown& page, const std::string& words)
{
    int found = 0;
    for (auto at = page.body.find(words); at != std::string::npos;
         at = page.body.find(words, at + 1))
        ++found;
    return found;
}

// Lyon 2030 with its statements cancelled, an agenda in them and one in the opening.
std::map<std::string, std::string> files_with_a_cancelled_sitting()
{
    auto files = lyon_files();
    files["sittings.csv"] =
        "key,day,part,room,edition,kind,start,minutes,cancelled,certainty,clock,title_en\n"
        "opening,day-1,morning,tilia,rivers-1,opening,09:00,45,,planned,source,Opening\n"
        "statements,day-1,morning,tilia,rivers-1,plenary,10:00,60,yes,planned,source,Statements\n";
    files["agenda.csv"] = "key,sitting,number,start,minutes,clock,title_en\n"
                          "anthem,opening,1,09:05,5,source,Anthem\n"
                          "photo,statements,1,10:00,5,source,Photograph\n";
    return files;
}

}  // namespace

TEST_CASE("with a sitting its agenda and its speakers are struck, and the word stands once")
{
    Stage stage{Stage::Empty{}};
    for (const auto& problem : stage.opens(files_with_a_cancelled_sitting()))
        FAIL(problem);

    const auto grid = stage.get("/lyon-2030/programme?by=room", the_public);
    CHECK(grid.holds("<del>Statements</del> <span " + word));
    CHECK(grid.holds("<li><del>Photograph</del></li>"));
    CHECK(grid.holds("<li>Anthem</li>"));
    CHECK(grid.holds("/interventions/accra-speaks\"><del>"));
    CHECK(times(grid, word) == 1);

    const auto sitting = stage.get("/lyon-2030/sittings/statements", the_public);
    CHECK(sitting.holds("<del>Photograph</del>"));
    CHECK(sitting.holds("/interventions/accra-speaks\"><del>"));
    CHECK(times(sitting, word) == 1);
    CHECK(times(stage.get("/lyon-2030/sittings/opening", the_public), "<del>") == 0);

    // Away from its sitting a speech says so itself.
    CHECK(stage.get("/lyon-2030/people/ama-mensah", the_public).holds("</del> <span " + word));
    CHECK(stage.get("/lyon-2030/interventions/accra-speaks", the_public).holds(word));
}
