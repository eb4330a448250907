// SPDX-License-Identifier: Apache-2.0

#include "document/word_styles.hpp"

#include "document/xml.hpp"
#include "document/zip_archive.hpp"

#include <fmt/core.h>
#include <pugixml.hpp>
#include <sstream>

namespace sala::document {
namespace {

constexpr std::size_t part_bytes_max = 8UL * 1024 * 1024;

std::string written(const pugi::xml_document& document)
{
    std::ostringstream out;
    document.save(out, "", pugi::format_raw);
    return out.str();
}

pugi::xml_node child_of(pugi::xml_node parent, const char* name)
{
    const auto found = parent.child(name);
    return found ? found : parent.append_child(name);
}

void set(pugi::xml_node node, const char* name, std::string_view value)
{
    auto attribute = node.attribute(name);
    (attribute ? attribute : node.append_attribute(name)).set_value(std::string(value).c_str());
}

void set_font(pugi::xml_node run)
{
    run.remove_child("w:rFonts");
    auto fonts = run.prepend_child("w:rFonts");
    for (const auto* kind : {"w:ascii", "w:hAnsi", "w:eastAsia", "w:cs"})
        set(fonts, kind, word_font);
}

void set_size(pugi::xml_node run, int half_points)
{
    run.remove_child("w:sz");
    run.remove_child("w:szCs");
    set(run.append_child("w:sz"), "w:val", std::to_string(half_points));
    set(run.append_child("w:szCs"), "w:val", std::to_string(half_points));
}

int half_points_of(std::string_view style)
{
    if (style == "Title")
        return 40;
    return style == "Subtitle" || style == "Heading1" ? 36 : 32;
}

// Code and notes keep their own fonts and sizes; everything else is set as official papers are.
void mend_style(pugi::xml_node style)
{
    const std::string_view id = style.attribute("w:styleId").value();
    if (auto run = style.child("w:rPr"); run && id.find("Verbatim") == id.npos) {
        if (run.child("w:rFonts"))
            set_font(run);
        if (run.child("w:sz"))
            set_size(run, half_points_of(id));
        run.remove_child("w:color");
    }
    if (auto spacing = style.child("w:pPr").child("w:spacing")) {
        const bool heading = id.starts_with("Heading") || id == "Title";
        set(spacing, "w:before", heading ? "120" : "0");
        set(spacing, "w:after", "0");
    }
}

// Styles that blocks of a Paper ask for by name; twips, 1440 to the inch.
constexpr std::string_view own_styles = R"(<w:styles xmlns:w="w">
<w:style w:type="paragraph" w:customStyle="1" w:styleId="IndentedParagraph"><w:name w:val="Indented Paragraph"/><w:basedOn w:val="BodyText"/><w:qFormat/><w:pPr><w:ind w:firstLine="1417"/></w:pPr></w:style>
<w:style w:type="paragraph" w:customStyle="1" w:styleId="PartedParagraph"><w:name w:val="Parted Paragraph"/><w:basedOn w:val="BodyText"/><w:qFormat/><w:pPr><w:spacing w:before="170"/></w:pPr></w:style>
<w:style w:type="paragraph" w:customStyle="1" w:styleId="CentredParagraph"><w:name w:val="Centred Paragraph"/><w:basedOn w:val="BodyText"/><w:qFormat/><w:pPr><w:jc w:val="center"/></w:pPr></w:style>
<w:style w:type="paragraph" w:customStyle="1" w:styleId="RightParagraph"><w:name w:val="Right Paragraph"/><w:basedOn w:val="BodyText"/><w:qFormat/><w:pPr><w:jc w:val="right"/></w:pPr></w:style>
<w:style w:type="paragraph" w:customStyle="1" w:styleId="HangingParagraph"><w:name w:val="Hanging Paragraph"/><w:basedOn w:val="BodyText"/><w:qFormat/><w:pPr><w:ind w:left="567" w:hanging="567"/></w:pPr></w:style>
<w:style w:type="paragraph" w:customStyle="1" w:styleId="RightHalf"><w:name w:val="Right Half"/><w:basedOn w:val="BodyText"/><w:qFormat/><w:pPr><w:keepLines/><w:ind w:left="4535"/></w:pPr></w:style>
<w:style w:type="paragraph" w:customStyle="1" w:styleId="RightPart"><w:name w:val="Right Part"/><w:basedOn w:val="BodyText"/><w:qFormat/><w:pPr><w:keepLines/><w:ind w:left="1134"/></w:pPr></w:style>
<w:style w:type="paragraph" w:customStyle="1" w:styleId="SignatureBlock"><w:name w:val="Signature Block"/><w:basedOn w:val="BodyText"/><w:qFormat/><w:pPr><w:keepLines/><w:ind w:left="4535"/><w:jc w:val="center"/></w:pPr></w:style>
<w:style w:type="paragraph" w:customStyle="1" w:styleId="PageStart"><w:name w:val="Page Start"/><w:basedOn w:val="BodyText"/><w:pPr><w:pageBreakBefore/></w:pPr></w:style>
</w:styles>)";

std::string mended_styles(const std::string& xml)
{
    pugi::xml_document document;
    if (!load_harmless_xml(document, xml, part_bytes_max))
        throw Fault("pandoc's reference document has styles that cannot be read");
    auto root = document.child("w:styles");
    auto run = child_of(child_of(child_of(root, "w:docDefaults"), "w:rPrDefault"), "w:rPr");
    set_font(run);
    set_size(run, 32);
    auto language = child_of(run, "w:lang");
    run.append_move(language);  // Word wants the language behind the sizes
    set(language, "w:bidi", "th-TH");
    if (auto spacing =
            root.child("w:docDefaults").child("w:pPrDefault").child("w:pPr").child("w:spacing"))
        set(spacing, "w:after", "0");
    for (auto style : root.children("w:style"))
        mend_style(style);

    pugi::xml_document own;
    own.load_buffer(own_styles.data(), own_styles.size());
    for (const auto& style : own.child("w:styles").children())
        root.append_copy(style);
    return written(document);
}

// "– 2 –" above the text, from the second page on, as in the PDF (ECMA-376, 17.10.5
// and 17.16.5.33).
constexpr std::string_view page_number = R"(<?xml version="1.0" encoding="UTF-8"?>
<w:hdr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:p><w:pPr><w:pStyle w:val="CentredParagraph"/></w:pPr><w:r><w:t xml:space="preserve">– </w:t></w:r><w:fldSimple w:instr=" PAGE "><w:r><w:t>2</w:t></w:r></w:fldSimple><w:r><w:t xml:space="preserve"> –</w:t></w:r></w:p></w:hdr>
)";
constexpr const char* page_number_id = "rIdPageNumber";
constexpr const char* page_number_part = "word/header1.xml";

std::string with_child(const std::string& xml, const char* root, const char* child,
                       std::initializer_list<std::pair<const char*, const char*>> attributes)
{
    pugi::xml_document document;
    if (!load_harmless_xml(document, xml, part_bytes_max))
        throw Fault("pandoc's reference document cannot be read");
    auto added = document.child(root).append_child(child);
    for (const auto& [name, value] : attributes)
        set(added, name, value);
    return written(document);
}

void add_page_number(std::map<std::string, std::string>& parts)
{
    parts[page_number_part] = page_number;
    auto& relations = parts["word/_rels/document.xml.rels"];
    relations = with_child(
        relations, "Relationships", "Relationship",
        {{"Id", page_number_id},
         {"Type", "http://schemas.openxmlformats.org/officeDocument/2006/relationships/header"},
         {"Target", "header1.xml"}});
    auto& types = parts["[Content_Types].xml"];
    types = with_child(types, "Types", "Override",
                       {{"PartName", "/word/header1.xml"},
                        {"ContentType", "application/vnd.openxmlformats-officedocument."
                                        "wordprocessingml.header+xml"}});
}

std::string mended_page(const std::string& xml)
{
    pugi::xml_document document;
    if (!load_harmless_xml(document, xml, part_bytes_max))
        throw Fault("pandoc's reference document cannot be read");
    auto section = child_of(document.child("w:document").child("w:body"), "w:sectPr");
    section.remove_child("w:pgSz");
    section.remove_child("w:pgMar");
    auto header = section.prepend_child("w:headerReference");
    set(header, "w:type", "default");
    set(header, "r:id", page_number_id);
    auto size = section.append_child("w:pgSz");
    set(size, "w:w", "11906");
    set(size, "w:h", "16838");
    auto margins = section.append_child("w:pgMar");
    const Paper paper;
    const std::pair<const char*, double> all[] = {{"w:top", paper.top_mm},
                                                  {"w:right", paper.right_mm},
                                                  {"w:bottom", paper.bottom_mm},
                                                  {"w:left", paper.left_mm},
                                                  {"w:header", 12.7},
                                                  {"w:footer", 12.7},
                                                  {"w:gutter", 0}};
    for (const auto& [name, mm] : all)
        set(margins, name, fmt::format("{:.0f}", mm * 1440 / 25.4));
    section.append_child("w:titlePg");  // the first page has a header of its own: none
    return written(document);
}

}  // namespace

std::string word_reference(std::string_view pandocs_reference)
{
    const auto archive = ZipArchive::opened(pandocs_reference);
    if (!archive)
        throw Fault("pandoc's reference document is no zip");
    std::map<std::string, std::string> parts;
    for (const auto& [name, size] : archive->sizes()) {
        const auto part = archive->part(name);
        if (!part)
            throw Fault("pandoc's reference document is damaged");
        parts[name] = *part;
    }
    parts["word/styles.xml"] = mended_styles(parts["word/styles.xml"]);
    parts["word/document.xml"] = mended_page(parts["word/document.xml"]);
    add_page_number(parts);
    return zipped(parts);
}

}  // namespace sala::document
