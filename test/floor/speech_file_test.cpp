// SPDX-License-Identifier: Apache-2.0
//
// The text of a speech as a file: handed in at the inscription, read by the interpreters, served as
// something to save and never as a page, and gone when it is to be gone.

#include "delegations.hpp"

#include "app/kept_data.hpp"
#include "document/zip_archive.hpp"
#include "web/kept_data.hpp"

using namespace sala;
using namespace std::chrono_literals;

namespace {

const std::string pdf = "%PDF-1.7\n1 0 obj <</Type /Catalog>> endobj\n%%EOF\n";

std::string word_file(bool with_macros = false)
{
    std::map<std::string, std::string> parts{{"[Content_Types].xml", "<Types/>"},
                                             {"word/document.xml", "<w:document/>"}};
    if (with_macros)
        parts["word/vbaProject.bin"] = "macros";
    return document::zipped(parts);
}

class Speeches : public Delegations {
public:
    Speeches() { gives("voice@lyon.example", "interpreter"); }

    Shown hands_in(const Sent& who, const std::string& name, const std::string& bytes,
                   Fields more = {})
    {
        for (const auto& [field, usual] :
             Fields{{"kind", "statement"}, {"level", "head"}, {"language", "en"}})
            more.emplace_back(field, usual);
        more.emplace_back("version", inscription_of(who)["version"].string());
        return upload(sitting + "/inscription", "file", name, bytes, more, who);
    }
    Json file_of(const Sent& who) { return get(sitting + "/inscription.json", who).json()["file"]; }
    std::int64_t files() { return count("SELECT COUNT(*) FROM speech_file"); }
};

const Sent nobody{.as = As::anyone};

}  // namespace

TEST_CASE("a speech is handed in as a file, and interpreters have it as something to save")
{
    Speeches stage;
    REQUIRE(stage.hands_in(kofi, "../Rising <waters>.pdf", pdf).status == 303);
    const auto file = stage.file_of(kofi);
    CHECK(file["name"].string() == "../Rising <waters>.pdf");
    CHECK(file["kind"].string() == "pdf");
    const auto address = file["address"].string();
    const Sent voice{.who = "voice@lyon.example"};
    const auto page = stage.get(stage.sitting + "/texts", voice);
    CHECK(page.holds("href=\"" + address + "\" download>../Rising &lt;waters&gt;.pdf</a>"));
    CHECK(page.holds("Text is here"));
    const auto texts = stage.get(stage.sitting + "/texts.json", {.who = voice.who}).json()["texts"];
    CHECK(texts.items().at(0)["file"]["address"].string() == address);

    const auto sent = stage.get(address, nobody);
    CHECK(sent.status == 200);
    CHECK(sent.body == pdf);
    CHECK(sent.type == "application/pdf");
    CHECK(sent.header("Content-Disposition").starts_with("attachment; filename=\"accra.pdf\""));
    CHECK(sent.header("X-Content-Type-Options") == "nosniff");
    CHECK(sent.header("Content-Security-Policy") == "default-src 'none'; sandbox");
    CHECK(sent.header("Set-Cookie").empty());
    // Nobody guesses an address, and no page for everybody holds it.
    auto guessed = address;
    auto& sign = guessed[guessed.size() - 6];
    sign = sign == 'B' || sign == 'b' ? 'C' : 'B';  // large and small are the same letter
    CHECK(stage.get(guessed, nobody).status == 404);
    CHECK_FALSE(stage.get(stage.sitting + "/floor", nobody).holds("/speeches/"));
    CHECK_FALSE(stage.get(stage.sitting + "/inscription", luz).holds("/speeches/"));
    CHECK(stage.get(stage.sitting + "/texts", kofi).problem == "not-your-role");
}

TEST_CASE("delegates have the file of whoever speaks now, and not before")
{
    Speeches stage;
    REQUIRE(stage.hands_in(luz, "speech.docx", word_file()).status == 303);
    const Sent phone{.who = kofi.who};
    stage.leads("open");
    CHECK_FALSE(stage.get(stage.sitting + "/place", phone).holds("/speeches/"));
    // Nor with a point of order of the same delegation.
    REQUIRE(stage.post(stage.sitting + "/place", {{"kind", "order"}}, luz).status < 400);
    stage.leads("give " + stage.floor()["requests"].items().at(0)["entry"].string());
    CHECK_FALSE(stage.get(stage.sitting + "/place", phone).holds("/speeches/"));
    stage.leads("end");
    stage.leads("give " + stage.entry("quito"));
    CHECK(stage.get(stage.sitting + "/place", phone).holds(stage.file_of(luz)["address"].string()));
}

TEST_CASE("a new file takes the place of the one before, whose address leads nowhere")
{
    Speeches stage;
    REQUIRE(stage.hands_in(kofi, "one.pdf", pdf).status == 303);
    const auto before = stage.file_of(kofi)["address"].string();
    // Whoever changes the words alone keeps the file.
    REQUIRE(stage.inscribes(kofi, {{"topic", "Floods"}}).status == 303);
    CHECK(stage.file_of(kofi)["address"].string() == before);
    REQUIRE(stage.hands_in(kofi, "two.docx", word_file()).status == 303);
    CHECK(stage.files() == 1);
    CHECK(stage.file_of(kofi)["name"].string() == "two.docx");
    CHECK(stage.get(before, nobody).status == 404);
    CHECK(stage.get(stage.file_of(kofi)["address"].string(), nobody).body == word_file());
    REQUIRE(stage.inscribes(kofi, {{"take_file_away", "yes"}}).status == 303);
    CHECK(stage.files() == 0);
    REQUIRE(stage.hands_in(kofi, "three.pdf", pdf).status == 303);
    REQUIRE(stage.inscribes(kofi, {{"withdraw", "yes"}}).status == 303);
    CHECK(stage.files() == 0);
}

TEST_CASE("who takes the file away and sends another has handed in the other")
{
    Speeches stage;
    REQUIRE(stage.hands_in(kofi, "old.pdf", pdf).status == 303);
    REQUIRE(stage.hands_in(kofi, "new.pdf", pdf, {{"take_file_away", "yes"}}).status == 303);
    CHECK(stage.file_of(kofi)["name"].string() == "new.pdf");
    CHECK(stage.files() == 1);
}

TEST_CASE("what is no PDF and no Word document is refused with a sentence, and nothing is kept")
{
    Speeches stage;
    const auto no = [&](const std::string& name, const std::string& bytes) {
        const auto shown = stage.hands_in(kofi, name, bytes);
        CHECK(shown.status == 422);
        return shown.problem;
    };
    CHECK(no("page.pdf", "<html><script>alert(1)</script></html>") == "not-a-text-file");
    CHECK(no("sheet.docx", document::zipped({{"xl/workbook.xml", "<x/>"}})) == "not-a-text-file");
    CHECK(no("macros.docx", word_file(true)) == "file-with-macros");
    CHECK(no("old.doc", "\xD0\xCF\x11\xE0 old") == "old-or-locked-file");
    CHECK(no("cut.pdf", pdf.substr(0, 20)) == "damaged-file");
    CHECK(no("cut.docx", word_file().substr(0, 40)) == "damaged-file");
    CHECK(no("empty.pdf", "") == "empty-file");
    const auto large = pdf + std::string(8L * 1024 * 1024, ' ') + pdf;
    CHECK(no("large.pdf", large) == "file-too-large");
    CHECK(stage.files() == 0);
    CHECK(stage.count("SELECT COUNT(*) FROM inscription") == 0);
    CHECK(stage.list().empty());
    const auto page = stage.hands_in({.who = kofi.who, .accept = "text/html"}, "a.exe", "MZ");
    CHECK(page.holds("Send the text as PDF or as a Word document"));
}

TEST_CASE(
    "the file of a speaker who is erased goes, another one is called by no name, and all is well")
{
    Speeches stage;
    REQUIRE(stage
                .post("/lyon-2030/sheets/categories/new",
                      {{"key", "leaders"}, {"number", "1"}, {"name_en", "Leaders"}})
                .status == 303);
    const auto registers = [&](const std::string& delegation, const std::string& name) {
        const auto added =
            stage.post("/lyon-2030/delegations/" + delegation + "/people/new",
                       {{"role", "adviser"}, {"name_en", name}, {"category", "leaders"}});
        REQUIRE(added.status == 303);
        const auto number = added.location.substr(added.location.rfind('/') + 1);
        REQUIRE(stage.post(added.location + "/submit", {}).status == 303);
        REQUIRE(stage.post("/lyon-2030/registrations/" + number, {{"step", "approve"}}).status ==
                303);
        return number;
    };
    const auto budi = registers("accra", "Budi LEAK-Santoso");
    const auto efua = registers("quito", "Efua Owusu");
    REQUIRE(stage.hands_in(kofi, "rivers.pdf", pdf, {{"person", budi}}).status == 303);
    REQUIRE(stage.hands_in(luz, "After_BUDI_leak-santoso.pdf", pdf, {{"person", efua}}).status ==
            303);
    REQUIRE(stage.post("/lyon-2030/screens", {{"name", "For BUDI  LEAK-SANTOSO"}}).status == 303);
    const auto gone = stage.file_of(kofi)["address"].string();
    REQUIRE(stage.get(gone, nobody).status == 200);
    REQUIRE(stage.post("/lyon-2030/registrations/" + budi + "/erase", {}).status == 303);
    CHECK(stage.get(gone, nobody).status == 404);
    CHECK(stage.files() == 1);
    CHECK(stage.file_of(luz)["name"].string() == "[…].pdf");
    CHECK(stage.get(stage.file_of(luz)["address"].string(), nobody).body == pdf);
    const auto texts = stage.get(stage.sitting + "/texts", {.who = "voice@lyon.example"});
    CHECK(texts.holds("[…].pdf"));
    CHECK(stage.get("/lyon-2030/screens").holds("For […]"));
    CHECK_FALSE(stage.get("/lyon-2030/screens").holds("SANTOSO"));
    CHECK(store::check(stage.store()) == std::vector<std::string>{});
}

TEST_CASE("the file goes with whoever was to speak when it came, or is by now")
{
    for (const bool first : {true, false}) {
        CAPTURE(first);
        Speeches stage;
        const auto registers = [&](const std::string& name) {
            const auto added = stage.post("/lyon-2030/delegations/accra/people/new",
                                          {{"role", "adviser"}, {"name_en", name}});
            const auto number = added.location.substr(added.location.rfind('/') + 1);
            REQUIRE(stage.post(added.location + "/submit", {}).status == 303);
            REQUIRE(
                stage.post("/lyon-2030/registrations/" + number, {{"step", "approve"}}).status ==
                303);
            return number;
        };
        const auto before = registers("Yaw Darko");
        const auto one = registers("Budi Santoso");
        const auto other = registers("Efua Owusu");
        REQUIRE(stage.inscribes(kofi, {{"person", before}}).status == 303);
        stage.passes(std::chrono::minutes{1});
        REQUIRE(stage.hands_in(kofi, "rivers.pdf", pdf, {{"person", one}}).status == 303);
        stage.passes(std::chrono::minutes{1});
        REQUIRE(stage.inscribes(kofi, {{"person", other}}).status == 303);
        const auto erase = [&](const std::string& who) {
            REQUIRE(stage.post("/lyon-2030/registrations/" + who + "/erase", {}).status == 303);
        };
        erase(before);  // was to speak before there was a file
        CHECK(stage.files() == 1);
        erase(first ? one : other);
        CHECK(stage.files() == 0);
    }
}

TEST_CASE("a text that was handed in is seen at once by whoever has the page open")
{
    Speeches stage;
    REQUIRE(stage.inscribes(kofi).status == 303);
    const auto mark = [&] {
        const auto page = stage.get(stage.sitting + "/texts", {.who = "voice@lyon.example"}).body;
        const auto at = page.find("data-mark=\"");
        return page.substr(at, page.find('"', at + 11) - at);
    };
    const auto before = mark();
    stage.told();
    REQUIRE(stage.hands_in(kofi, "one.pdf", pdf).status == 303);
    CHECK(mark() != before);
    CHECK(stage.told() == std::vector<std::string>{"floor:lyon-2030:statements"});
}

TEST_CASE("the file is handed out to whoever sent it, erased with them, and gone in time")
{
    Speeches stage;
    REQUIRE(stage.hands_in(kofi, "one.pdf", pdf).status == 303);
    REQUIRE(stage.hands_in(luz, "two.pdf", pdf).status == 303);
    const auto copy = stage.get("/login/mine/data.json", kofi);
    CHECK(copy.holds("one.pdf"));
    CHECK_FALSE(copy.holds("two.pdf"));
    stage.store().write([&](store::Session& session) {
        const auto login = session.find<std::int64_t>(
            "SELECT login FROM login_address WHERE address = :address", kofi.who);
        web::erase_login(session, app::all_kept_data(), Id<web::Login>{std::get<0>(*login)},
                         stage.now());
        return true;
    });
    CHECK(stage.files() == 1);
    // 7 May 2030, the last day of Lyon 2030
    const Instant last{1'904'342'400'000};
    web::forget_in_time(stage.store(), app::all_kept_data(), last + 24h * 89);
    CHECK(stage.files() == 1);
    web::forget_in_time(stage.store(), app::all_kept_data(), last + 24h * 92);
    CHECK(stage.files() == 0);
}
