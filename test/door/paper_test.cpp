// SPDX-License-Identifier: Apache-2.0
//
// What stands on the paper of a badge and of a vehicle's pass, whole and in both languages.

#include "door/doors.hpp"

#include "document/files.hpp"

using namespace sala;

namespace {

std::string words_of(const Shown& pdf)
{
    REQUIRE(pdf.status == 200);
    const document::Folder folder;
    document::write_file(folder / "paper.pdf", pdf.body);
    return document::run("pdftotext -enc UTF-8 -layout " + (folder / "paper.pdf") + " -").output;
}

}  // namespace

TEST_CASE("no number plate loses its province to the next line")
{
    Doors stage;
    for (const auto* plate : {"1กข 1234 กรุงเทพมหานคร", "2ฮฮ 99 พระนครศรีอยุธยา"})
        stage.vehicle_token_of(plate);
    for (const auto* size : {"a6", "id1"}) {
        const auto text = words_of(stage.get("/lyon-2030/vehicles.pdf?size=" + std::string(size)));
        CAPTURE(text);
        CHECK(text.find("กรุงเทพมหานคร") != std::string::npos);
        CHECK(text.find("พระนครศรีอยุธยา") != std::string::npos);
    }
}

TEST_CASE("a badge of somebody without a category says their part in both languages")
{
    Doors stage;
    stage.approved("Ama Mensah", {{"role", "press"}});
    const auto print = stage.prints();
    for (const auto* language : {"en", "th"}) {
        const auto text = words_of(stage.get(print + ".pdf", {.language = language}));
        CAPTURE(text);
        CHECK(text.find("press") != std::string::npos);
        CHECK(text.find("สื่อมวลชน") != std::string::npos);
    }
}
