// SPDX-License-Identifier: Apache-2.0
//
// Numbers and keys of another forum, asked for under one's own: what is there is found under its
// own forum alone. And files whose whole address is the key: nothing less opens them.

#include "door/photo_files.hpp"
#include "floor/speech_file.hpp"
#include "mail/outbox.hpp"
#include "sheet/import.hpp"
#include "stage.hpp"
#include "verbs_of_world.hpp"
#include "web/base64.hpp"

#include <doctest/doctest.h>

using namespace sala;

namespace {

const std::string secretary = "secretary@people.example";  // of Lyon alone
const std::string kofi = "kofi@accra.example";             // focal point of Accra, in Lyon
const std::string bench = "/porto-2031/delegations/accra";

std::string number_of(const Shown& done)
{
    CAPTURE(done.body);
    REQUIRE(done.status == 303);
    return done.location.substr(done.location.rfind('/') + 1);
}

// Two forums that are there for everybody; the second is full of what the first must not show.
struct TwoForums : Stage {
    TwoForums()
    {
        gives(secretary, "secretariat");
        gives(kofi, "focal-point", "delegation=accra");
        auto files = lyon_files();
        files["forum.toml"] = "slug = \"porto-2031\"\ntitle_en = \"Porto 2031\"\nsummary_en = "
                              "\"Three cities.\"\ndate "
                              "= \"2030-05-06/2030-05-07\"\ntime_zone = \"Europe/Lisbon\"\n";
        files["rooms.csv"] += "attic,hall,10,LEAK-ATTIC\n";
        REQUIRE(opens(files).empty());
        person = number_of(
            post(bench + "/people/new", {{"role", "adviser"}, {"name_en", "LEAK-PERSON"}}));
        REQUIRE(upload(bench + "/people/" + person + "/photo", "photo", "a.jpg", jpeg_of(600, 800),
                       {{"agreed", "yes"}})
                    .status == 303);
        report = post("/porto-2031/reports", {{"template", "bma-english"}}).json()["key"].string();
        REQUIRE_FALSE(report.empty());
        store().write([&](store::Session& session) {
            letter = mail::prepare(session,
                                   {forum_id_in(session), "a@people.example", "LEAK-LETTER",
                                    "LEAK-LETTER", "LEAK-LETTER\n", Language::english(), "moved"},
                                   now(), numbering())
                         .word();
            session.run("UPDATE report SET title = :title",
                        Text(Language::english(), "LEAK-REPORT").canonical_json());
            return true;
        });
    }
    static std::int64_t forum_id_in(store::Session& session)
    {
        return sheet::forum_id(session, "porto-2031").value_or(0);
    }
    std::vector<std::map<std::string, std::string>> ids() const
    {
        return {{{"registration", person}},
                {{"report", report}, {"number", "1"}},
                {{"letter", letter}},
                {{"sheet", "rooms"}, {"key", "attic"}}};
    }

    std::string person;
    std::string report;
    std::string letter;
};

std::string at_porto(std::string path)
{
    const std::string lyon = "/lyon-2030";
    return path.replace(0, lyon.size(), "/porto-2031");
}

// Everybody who opens something at Lyon, the secretariat of the whole server among them.
std::vector<Sent> all_at_lyon()
{
    return {{}, {.who = secretary}, {.who = kofi}, {.as = As::anyone}};
}

// What a signed address is made of: thirteen letters that number it, sixteen that prove it.
std::vector<std::string> made_up(const std::string& address, const std::string& other)
{
    const auto at = address.rfind('/') + 1;
    const auto proof = at + 13;
    return {address.substr(0, proof), address.substr(0, proof) + std::string(16, '0'),
            address.substr(0, proof) + other.substr(other.rfind('/') + 1 + 13),
            address.substr(0, at) + other.substr(other.rfind('/') + 1)};
}

}  // namespace

TEST_CASE("what one forum has is not there under another, for nobody who asks, by any number")
{
    TwoForums stage;
    int shown_at_home = 0;
    for (const auto& verb : verbs_of("GET"))
        for (const auto& ids : stage.ids()) {
            const auto page = address_of(verb.verb, ids);
            const auto names_it = std::all_of(ids.begin(), ids.end(), [&](const auto& id) {
                return id.first == "number" ||
                       verb.verb.path.find("{" + id.first + "}") != std::string::npos;
            });
            if (!page.starts_with("/lyon-2030/") || !names_it)
                continue;
            CAPTURE(page);
            const auto at_home = stage.get(at_porto(page));
            if (at_home.status != 200 || !at_home.holds("LEAK"))
                continue;
            ++shown_at_home;
            for (const auto& who : all_at_lyon())
                for (const auto& ending : endings(verb.verb)) {
                    const auto shown = stage.get(page + ending, who);
                    CHECK((shown.status == 404 || shown.status == 401 || shown.status == 403 ||
                           shown.status == 303));
                    CHECK_FALSE(shown.holds("LEAK"));
                }
            CHECK(stage.get(page).status == 404);
        }
    CHECK(shown_at_home > 8);
}

TEST_CASE("a photo and a speech open by their whole address, and by nothing less, whoever asks")
{
    TwoForums stage;
    const auto photo =
        stage.get(bench + "/people/" + stage.person + "/photo.json").json()["photo"].string();
    std::string speech;
    stage.store().write([&](store::Session& session) {
        const auto forum = TwoForums::forum_id_in(session);
        const std::string words = "%PDF-1.7 LEAK-SPEECH";
        floor::keep_speech_file(
            session, {.forum = forum,
                      .sitting = 7,
                      .delegation = 8,
                      .id = stage.numbering().next(1),
                      .sent = {"speech.pdf", document::TextFile::pdf,
                               static_cast<std::int64_t>(words.size()), web::to_base64(words)},
                      .at = stage.now()});
        speech = floor::speech_files_at(session, forum, 7).at(8).address;
        return true;
    });
    REQUIRE(photo.starts_with("/photos/"));
    REQUIRE(speech.starts_with("/speeches/"));
    for (const auto& who : all_at_lyon()) {
        CHECK(stage.get(photo, who).type == "image/jpeg");
        CHECK(stage.get(speech, who).holds("LEAK-SPEECH"));
        for (const auto& [address, other] : {std::pair{photo, speech}, std::pair{speech, photo}})
            for (const auto& guess : made_up(address, other)) {
                CAPTURE(guess);
                const auto shown = stage.get(guess, who);
                CHECK(shown.status == 404);
                CHECK_FALSE(shown.holds("LEAK"));
                CHECK(shown.type != "image/jpeg");
            }
    }
}
