// SPDX-License-Identifier: Apache-2.0
//
// Word-processor files that an officer opens and finds set as official papers are.

#include "document/docx.hpp"

#include "document/child_process.hpp"
#include "document/temporary_folder.hpp"
#include "document/zip_archive.hpp"
#include "files.hpp"
#include "memo.hpp"

#include <chrono>
#include <doctest/doctest.h>

using namespace sala;
using namespace sala::document;

static std::string part(const std::string& docx, const std::string& name)
{
    const auto archive = ZipArchive::opened(docx);
    REQUIRE(archive);
    const auto found = archive->part(name);
    REQUIRE(found);
    return *found;
}

static bool holds(const std::string& text, std::string_view words)
{
    return text.find(words) != text.npos;
}

TEST_CASE("the memo that is a PDF is a word-processor file too, in Thai styles of 16 points")
{
    if (!has_pandoc()) {
        MESSAGE("skipped: pandoc is not installed");
        return;
    }
    const auto docx = docx_of(memo());
    REQUIRE(docx);
    if (const auto* keep = std::getenv("SALA_KEEP_DOCX"))
        write_file(keep, *docx);
    const auto text = part(*docx, "word/document.xml");
    CHECK(holds(text, "บันทึกข้อความ"));
    CHECK(holds(text, "สำนักปลัดกรุงเทพมหานคร"));
    CHECK(holds(text, "จึงเรียนมาเพื่อโปรดทราบ"));
    CHECK_FALSE(holds(text, "\u200B"));
    CHECK(holds(text, "<w:pStyle w:val=\"IndentedParagraph\""));
    CHECK(holds(text, "<w:pStyle w:val=\"SignatureBlock\""));
    CHECK(holds(text, "w:w=\"11906\""));
    CHECK(holds(text, "w:left=\"1701\""));

    // The number of the page stands above the text, but for the first.
    const auto number = text.find("<w:headerReference ");
    REQUIRE(number != text.npos);
    CHECK(holds(text.substr(number, 120), "w:type=\"default\""));
    CHECK(holds(text, "<w:titlePg"));
    CHECK(holds(part(*docx, "word/header1.xml"), "w:instr=\" PAGE \""));
    CHECK(holds(part(*docx, "word/_rels/document.xml.rels"), "Target=\"header1.xml\""));
    CHECK(holds(part(*docx, "[Content_Types].xml"), "PartName=\"/word/header1.xml\""));

    const auto styles = part(*docx, "word/styles.xml");
    CHECK(holds(styles, "<w:szCs w:val=\"32\""));
    CHECK(holds(styles, "w:cs=\"TH Sarabun New\""));
    CHECK(holds(styles, "w:bidi=\"th-TH\""));
    CHECK_FALSE(holds(styles, "w:cstheme"));
    const auto facts = part(*docx, "docProps/core.xml");
    CHECK(holds(facts, "<dc:title>บันทึกข้อความ: การประชุมเมืองหลวงอาเซียน</dc:title>"));
    CHECK(holds(facts, "2019-08-26T00:00:00Z"));
}

TEST_CASE("equal papers are equal bytes, and marks of HTML in them are only words")
{
    if (!has_pandoc())
        return;
    Paper paper;
    paper.title = "a & b";
    paper.blocks = {Paragraph{"</p><script>x</script> & <img src='/etc/passwd'>"}, Heading{"", 9},
                    Table{}};
    const auto docx = docx_of(paper);
    REQUIRE(docx);
    CHECK(*docx == *docx_of(paper));
    CHECK(holds(part(*docx, "word/document.xml"), "&lt;script&gt;x&lt;/script&gt; &amp; &lt;img"));
    CHECK(holds(part(*docx, "docProps/core.xml"), "<dc:title>a &amp; b</dc:title>"));
}

TEST_CASE("Markdown cannot bring a file of the server into a document")
{
    if (!has_pandoc())
        return;
    const auto docx = docx_from_markdown("# ดำเนิน\n\n![x](/etc/passwd)\n", Paper{});
    REQUIRE(docx);
    CHECK(holds(part(*docx, "word/document.xml"), "ดำเนิน"));
    const auto archive = ZipArchive::opened(*docx);
    REQUIRE(archive);
    CHECK(archive->has("word/document.xml"));
    for (const auto& [name, size] : archive->sizes())
        CHECK_FALSE(name.starts_with("word/media"));
}

TEST_CASE("a program that hangs is ended, and one that fails says so")
{
    const TemporaryFolder folder;
    const auto path = folder.path().string();
    const auto slow = run_program({"/bin/sleep", "30"}, path, std::chrono::milliseconds{50});
    CHECK(slow.too_slow);
    CHECK(slow.exit == -1);
    CHECK(run_program({"/bin/sh", "-c", "exit 7"}, path, std::chrono::seconds{20}).exit == 7);
    CHECK_FALSE(program_named("no-such-program-at-all"));
    CHECK_THROWS_AS(run_program({"/no/such/program"}, path, std::chrono::seconds{1}), Fault);
}

TEST_CASE("a program sees nothing of our environment")
{
    const TemporaryFolder folder;
    ::setenv("SALA_TEST_SECRET", "x", 1);
    CHECK(run_program({"/usr/bin/env"}, folder.path().string(), std::chrono::seconds{20}).exit ==
          0);
    CHECK_FALSE(holds(folder.read("out"), "SALA_TEST_SECRET"));
    CHECK(holds(folder.read("out"), "HOME=" + folder.path().string()));
    ::unsetenv("SALA_TEST_SECRET");
}
