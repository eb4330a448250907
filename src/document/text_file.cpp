// SPDX-License-Identifier: Apache-2.0

#include "document/text_file.hpp"

#include "document/zip_archive.hpp"

#include <algorithm>

namespace sala::document {

namespace {

Refusal damaged()
{
    return invalid("file", "damaged-file", "The file is not whole. Save it again, and send that.");
}

// ISO 32000: "%PDF-" within the first KiB, "%%EOF" within the last.
Result<TextFile> pdf_in(std::string_view bytes)
{
    constexpr std::size_t at_the_end = 2048;
    const auto end = bytes.substr(bytes.size() - std::min(bytes.size(), at_the_end));
    if (end.find("%%EOF") == std::string_view::npos)
        return damaged();
    return TextFile::pdf;
}

Result<TextFile> docx_in(std::string_view bytes)
{
    const auto archive = ZipArchive::opened(bytes);
    if (!archive)
        return damaged();
    if (!archive->has("[Content_Types].xml") || !archive->has("word/document.xml"))
        return invalid("file", "not-a-text-file",
                       "Send the text as PDF or as a Word document (.docx). Other files are not "
                       "taken.");
    if (archive->has("word/vbaProject.bin"))
        return invalid("file", "file-with-macros",
                       "This Word document holds macros, which nobody should have to open. Save "
                       "it as .docx or as PDF.");
    return TextFile::docx;
}

}  // namespace

std::string word(TextFile kind) { return kind == TextFile::pdf ? "pdf" : "docx"; }

const char* media_type_of(std::string_view kind)
{
    return kind == "pdf" ? "application/pdf"
                         : "application/vnd.openxmlformats-officedocument.wordprocessingml."
                           "document";
}

Result<TextFile> text_file_in(std::string_view bytes)
{
    if (bytes.empty())
        return invalid("file", "empty-file", "The file is empty. Choose it again.");
    if (bytes.substr(0, 1024).find("%PDF-") != std::string_view::npos)
        return pdf_in(bytes);
    if (bytes.starts_with("PK\x03\x04"))
        return docx_in(bytes);
    // The container of old Word files, and of those that have a password.
    if (bytes.starts_with("\xD0\xCF\x11\xE0"))
        return invalid("file", "old-or-locked-file",
                       "This is an old Word file, or one with a password. Save it as .docx "
                       "without a password, or as PDF.");
    return invalid("file", "not-a-text-file",
                   "Send the text as PDF or as a Word document (.docx). Other files are not "
                   "taken.");
}

}  // namespace sala::document
