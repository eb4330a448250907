// SPDX-License-Identifier: Apache-2.0
//
// Photos: only with agreement, made anew, never larger than they say, and seen by nobody who was
// not given their address.

#include "door/photo_files.hpp"
#include "registration/guests.hpp"

#include "document/photo.hpp"

using namespace sala;

namespace {

std::string photo_of(const std::string& number) { return accra + "/people/" + number + "/photo"; }

std::string address_of_photo(Guests& stage, const std::string& number)
{
    return stage.get(photo_of(number) + ".json", {.who = kofi}).json()["photo"].string();
}

}  // namespace

TEST_CASE("a photo is made anew: cut to three by four, upright, and without what was beside it")
{
    const auto file = with_exif(jpeg_of(1200, 900), 1, "LEAK 48.85 N 2.35 E");
    const auto made = document::portrait_of(file);
    REQUIRE(made);
    CHECK(file.find("LEAK") != std::string::npos);
    CHECK(made->find("LEAK") == std::string::npos);
    CHECK(made->find("Exif") == std::string::npos);
    CHECK(pixel_at(*made, 0.5, 0.1).red > 150);
    CHECK(pixel_at(*made, 0.5, 0.9).blue > 150);
    // Held upside down; and lying on a side, where the halves stand beside each other.
    const auto down = document::portrait_of(with_exif(jpeg_of(1200, 900), 3, ""));
    CHECK(pixel_at(*down, 0.5, 0.1).blue > 150);
    CHECK(pixel_at(*down, 0.5, 0.9).red > 150);
    const auto aside = document::portrait_of(with_exif(jpeg_of(1200, 900), 6, ""));
    CHECK(pixel_at(*aside, 0.1, 0.5).blue > 150);
    CHECK(pixel_at(*aside, 0.9, 0.5).red > 150);
}

TEST_CASE(
    "what is no photo, too small or says that it is enormous is refused before it is unpacked")
{
    const auto refusal = [](const std::string& file) {
        const auto made = document::portrait_of(file);
        return made ? std::string{} : made.refusal().code;
    };
    CHECK(refusal("") == "photo-not-readable");
    CHECK(refusal("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>") ==
          "photo-not-readable");
    CHECK(refusal("\xFF\xD8\xFF\xE0 and nothing more") == "photo-not-readable");
    CHECK(refusal(jpeg_of(100, 100)) == "photo-too-small");
    CHECK(refusal(png_that_claims(60'000, 60'000)) == "photo-too-large");
    CHECK(refusal(png_that_claims(500, 700)) == "photo-not-readable");
    CHECK(refusal(jpeg_of(600, 800) + std::string(13UL * 1024 * 1024, 'x')) == "photo-too-large");
    CHECK(refusal(with_exif(jpeg_of(600, 800), 77, "")) == "");
    CHECK(refusal(jpeg_of(600, 800)) == "");
}

TEST_CASE("without the agreement of the person no photo is kept")
{
    Guests stage;
    const auto number = stage.registers("Ama Mensah");
    const auto sent = [&](const Fields& fields, const Sent& who) {
        return stage.upload(photo_of(number), "photo", "ama.jpg", jpeg_of(600, 800), fields, who);
    };
    CHECK(sent({}, by(kofi)).problem == "agreement-needed");
    CHECK(sent({{"agreed", "yes"}}, by(luz)).status == 404);
    CHECK(stage.count("SELECT COUNT(*) FROM person_photo") == 0);
    CHECK(sent({{"agreed", "yes"}}, by(kofi)).status == 303);
    CHECK(stage.count("SELECT COUNT(*) FROM person_photo") == 1);
    CHECK(stage.get(accra + "/people/" + number, {.who = kofi}).holds("/photos/"));
    CHECK(stage.post(photo_of(number) + "/remove", {}, by(kofi)).status == 303);
    CHECK(stage.count("SELECT COUNT(*) FROM person_photo") == 0);
}

TEST_CASE("a photo is a file for whoever has its address, and nothing for whoever guesses")
{
    Guests stage;
    const auto number = stage.registers("Ama Mensah");
    REQUIRE(stage
                .upload(photo_of(number), "photo", "a.jpg", jpeg_of(600, 800), {{"agreed", "yes"}},
                        by(kofi))
                .status == 303);
    const auto address = address_of_photo(stage, number);
    REQUIRE(address.starts_with("/photos/"));
    const auto shown = stage.get(address, {.as = As::anyone});
    CHECK(shown.status == 200);
    CHECK(shown.type == "image/jpeg");
    CHECK(shown.header("Content-Disposition").starts_with("attachment"));
    CHECK(shown.header("Content-Security-Policy") == "default-src 'none'; sandbox");
    CHECK(shown.header("X-Content-Type-Options") == "nosniff");
    CHECK(shown.header("Set-Cookie").empty());
    for (std::size_t i = 8; i < address.size(); ++i) {
        auto guessed = address;
        guessed[i] = guessed[i] == '0' ? '1' : '0';
        CAPTURE(guessed);
        CHECK(stage.get(guessed, {.as = As::anyone}).status == 404);
    }
    // Another photo takes its place, and the address of the first shows nothing any more.
    REQUIRE(stage
                .upload(photo_of(number), "photo", "b.jpg", jpeg_of(700, 900), {{"agreed", "yes"}},
                        by(kofi))
                .status == 303);
    CHECK(stage.get(address, {.as = As::anyone}).status == 404);
    CHECK(stage.get(address_of_photo(stage, number), {.as = As::anyone}).status == 200);
}
