// SPDX-License-Identifier: Apache-2.0
//
// A text that somebody hands in as a file: a PDF, or a Word document without macros. What it is is
// told from the bytes, never from its name.

#pragma once

#include "base/result.hpp"

#include <string>
#include <string_view>

namespace sala::document {

enum class TextFile { pdf, docx };

std::string word(TextFile kind);                   // "pdf", "docx": the end of a file's name, too
const char* media_type_of(std::string_view kind);  // of such a word

// Refuses, beside the field "file": empty-file, not-a-text-file, old-or-locked-file,
// file-with-macros, damaged-file.
Result<TextFile> text_file_in(std::string_view bytes);

}  // namespace sala::document
