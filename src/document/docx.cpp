// SPDX-License-Identifier: Apache-2.0

#include "document/docx.hpp"

#include "document/child_process.hpp"
#include "document/temporary_folder.hpp"
#include "document/wall_clock.hpp"
#include "document/word_styles.hpp"
#include "document/xml.hpp"
#include "document/zip_archive.hpp"
#include "script/line_letters.hpp"

#include <algorithm>
#include <deque>
#include <fmt/core.h>
#include <mutex>
#include <numeric>

namespace sala::document {
namespace {

constexpr std::chrono::seconds pandoc_limit{20};

// Debian's pandoc writes no .docx with --sandbox (it cannot find its own data then). What that
// would keep out is kept out here: pictures, which are read from the disk or fetched, and raw code.
// Neither reader reads files: our HTML holds escaped words alone, and CommonMark includes nothing.
constexpr std::string_view words_only = R"(
function Image(image) return image.caption end
function RawInline() return {} end
function RawBlock() return {} end
)";

// Word finds the ends of Thai words itself, and its search would stumble over U+200B and U+2060.
std::string words(std::string_view text)
{
    auto html = xml_escaped(text);
    for (const auto* mark : {"\u200B", "\u2060"})
        for (auto at = html.find(mark); at != html.npos; at = html.find(mark, at))
            html.erase(at, 3);
    for (auto at = html.find('\n'); at != html.npos; at = html.find('\n', at))
        html.replace(at, 1, "<br/>");
    return html;
}

std::string styled(std::string_view style, const std::string& html)
{
    return fmt::format("<div data-custom-style=\"{}\"><p>{}</p></div>\n", style, html);
}

// What stands in the right half of a line, in 16 pt.
constexpr std::size_t half_line_letters = 30;

struct ToHtml {
    std::string operator()(const Title& title) const { return styled("Title", words(title.text)); }
    std::string operator()(const Heading& heading) const
    {
        const auto level = heading.level < 1 ? 1 : heading.level > 3 ? 3 : heading.level;
        return fmt::format("<h{}>{}</h{}>\n", level, words(heading.text), level);
    }
    std::string operator()(const Paragraph& paragraph) const
    {
        auto html = words(paragraph.text);
        if (!paragraph.marker.empty())
            html = words(paragraph.marker) + "&#8195;" + html;
        if (paragraph.bold)
            html = "<strong>" + html + "</strong>";
        if (!paragraph.marker.empty())
            return styled("Hanging Paragraph", html);
        if (paragraph.align == Align::centre)
            return styled("Centred Paragraph", html);
        if (paragraph.align == Align::right)
            return styled("Right Paragraph", html);
        if (paragraph.before_mm > 0)
            return styled("Parted Paragraph", html);
        return styled(paragraph.first_line_mm > 0 ? "Indented Paragraph" : "Body Text", html);
    }
    std::string operator()(const AddressBlock& block) const
    {
        std::string html;
        for (const auto& line : block.lines)
            html += (html.empty() ? "" : "<br/>") + words(line);
        if (block.centred)
            return styled("Signature Block", html);
        const bool is_long =
            std::any_of(block.lines.begin(), block.lines.end(), [](const auto& line) {
                return script::letters_in_line(line) > half_line_letters;
            });
        return styled(is_long ? "Right Part" : "Right Half", html);
    }
    std::string operator()(const LabelledLine& labelled) const
    {
        std::string html;
        for (const auto& part : labelled.parts)
            html +=
                fmt::format("{}<strong>{}</strong>&#8194;{}", html.empty() ? "" : "&#8195;&#8195;",
                            words(part.label), words(part.value));
        return styled("Body Text", html);
    }
    std::string operator()(const Table& table) const
    {
        std::string html = "<table>";
        const auto all = std::accumulate(table.shares.begin(), table.shares.end(), 0.0);
        for (const auto share : table.shares)
            html += fmt::format("<col style=\"width:{:.1f}%\"/>", 100 * share / all);
        for (std::size_t i = 0; i < table.rows.size(); ++i) {
            const bool header = table.header && i == 0;
            html += header ? "<thead><tr>" : "<tr>";
            for (const auto& cell : table.rows[i])
                html += fmt::format("<{0}>{1}</{0}>", header ? "th" : "td", words(cell));
            html += header ? "</tr></thead>" : "</tr>";
        }
        return html + "</table>\n";
    }
    std::string operator()(const Space&) const { return styled("Body Text", "&#160;"); }
    std::string operator()(const PageBreak&) const { return styled("Page Start", "&#160;"); }
};

// Made once; it costs a run of pandoc.
std::string reference_document(const std::string& pandoc)
{
    static std::mutex one_at_a_time;
    static std::string reference;
    const std::lock_guard lock(one_at_a_time);
    if (reference.empty()) {
        const TemporaryFolder folder;
        const auto ended = run_program({pandoc, "--print-default-data-file", "reference.docx"},
                                       folder.path().string(), pandoc_limit);
        if (ended.exit != 0)
            throw Fault("pandoc gives no reference document: " + folder.read("err"));
        reference = word_reference(folder.read("out"));
    }
    return reference;
}

std::string core_facts(const Paper& facts)
{
    const auto at = iso_date_time(facts.created, 0);
    return fmt::format(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<cp:coreProperties "
        "xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" "
        "xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\" "
        "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><dc:title>{}</dc:title>"
        "<dc:creator>{}</dc:creator><dc:language>{}</dc:language>"
        "<dcterms:created xsi:type=\"dcterms:W3CDTF\">{}</dcterms:created>"
        "<dcterms:modified xsi:type=\"dcterms:W3CDTF\">{}</dcterms:modified></cp:coreProperties>\n",
        xml_escaped(facts.title), xml_escaped(facts.author), xml_escaped(facts.language), at, at);
}

// The facts go in here and not through pandoc, which would print the title on the page, too.
std::string with_facts(const std::string& docx, const Paper& facts)
{
    const auto archive = ZipArchive::opened(docx);
    if (!archive)
        throw Fault("pandoc wrote no zip");
    std::map<std::string, std::string> parts;
    for (const auto& [name, size] : archive->sizes())
        if (const auto part = archive->part(name))
            parts[name] = *part;
    parts["docProps/core.xml"] = core_facts(facts);
    return zipped(parts);
}

Result<std::string> made_by(const std::string& pandoc, const std::string& text,
                            const std::string& format, const Paper& facts)
{
    const TemporaryFolder folder;
    folder.write("reference.docx", reference_document(pandoc));
    folder.write("text", text);
    folder.write("words.lua", words_only);
    const auto ended =
        run_program({pandoc, "--from=" + format, "--to=docx", "--lua-filter=words.lua",
                     "--reference-doc=reference.docx", "--output=paper.docx", "text"},
                    folder.path().string(), pandoc_limit,
                    {fmt::format("SOURCE_DATE_EPOCH={}", facts.created.milliseconds() / 1000)});
    if (ended.too_slow)
        return busy("pandoc-too-slow", "The document took too long to make. Take the PDF, or try "
                                       "again with a shorter text.");
    if (ended.exit != 0)
        throw Fault("pandoc failed: " + folder.read("err"));
    return with_facts(folder.read("paper.docx"), facts);
}

// The last few papers. Anybody may ask for a published one as often as they like, and pandoc takes
// a worker half a second; so it makes one paper at a time, and the same paper once.
class Shelf {
public:
    template <class Make>
    Result<std::string> paper(const std::string& what, Make make)
    {
        const std::lock_guard lock(mutex_);
        for (const auto& [held, bytes] : papers_)
            if (held == what)
                return bytes;
        auto made = make();
        if (made)
            papers_.emplace_front(what, *made);
        if (papers_.size() > papers_max)
            papers_.pop_back();
        return made;
    }

private:
    static constexpr std::size_t papers_max = 16;
    std::mutex mutex_;
    std::deque<std::pair<std::string, std::string>> papers_;
};

Result<std::string> converted(const std::string& text, const std::string& format,
                              const Paper& facts)
{
    const auto pandoc = program_named("pandoc");
    if (!pandoc)
        return missing("no-pandoc", "This server cannot write word-processor files, because pandoc "
                                    "is not installed on it. Take the PDF.");
    static Shelf shelf;
    return shelf.paper(format + core_facts(facts) + text,
                       [&] { return made_by(*pandoc, text, format, facts); });
}

}  // namespace

bool has_pandoc() { return program_named("pandoc").has_value(); }

Result<std::string> docx_of(const Paper& paper)
{
    std::string html;
    for (const auto& block : paper.blocks)
        html += std::visit(ToHtml{}, block);
    return converted(html, "html", paper);
}

Result<std::string> docx_from_markdown(std::string_view markdown, const Paper& facts)
{
    return converted(std::string(markdown), "commonmark", facts);
}

}  // namespace sala::document
