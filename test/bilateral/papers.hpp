// SPDX-License-Identifier: Apache-2.0
//
// The words of papers as somebody reads them: of a PDF line by line, of a DOCX without its markup.

#pragma once

#include "stage_store.hpp"

#include "document/zip_archive.hpp"

#include <doctest/doctest.h>

#include <array>
#include <cstdio>
#include <fstream>

namespace sala {

// A page ends with a form feed.
inline std::string words_in(const std::string& pdf)
{
    const auto file = test_folder() + "/paper.pdf";
    std::ofstream(file, std::ios::binary) << pdf;
    auto* const pipe = popen(("pdftotext -layout -enc UTF-8 '" + file + "' -").c_str(), "r");
    REQUIRE(pipe != nullptr);
    std::string words;
    std::array<char, 4096> part{};
    while (const auto read = fread(part.data(), 1, part.size(), pipe))
        words.append(part.data(), read);
    REQUIRE(pclose(pipe) == 0);
    return words;
}

// Signs that only say where a line may break are left out.
inline std::string words_of_docx(const std::string& docx)
{
    const auto archive = document::ZipArchive::opened(docx);
    REQUIRE(archive);
    const auto document = archive->part("word/document.xml");
    REQUIRE(document);
    std::string words;
    bool markup = false;
    for (const auto one : *document) {
        markup |= one == '<';
        if (!markup)
            words += one;
        markup &= one != '>';
    }
    for (const std::string sign : {"\u200B", "\u2060"})
        for (auto at = words.find(sign); at != std::string::npos; at = words.find(sign))
            words.erase(at, sign.size());
    return words;
}

}  // namespace sala
