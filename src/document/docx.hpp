// SPDX-License-Identifier: Apache-2.0
//
// An official document as a word-processor file, which an officer can go on writing.
//
// It is made by pandoc, which is given words and no files; without pandoc the PDF is still there.

#pragma once

#include "base/result.hpp"
#include "document/paper.hpp"

#include <string>
#include <string_view>

namespace sala::document {

bool has_pandoc();

// Bytes of the type application/vnd.openxmlformats-officedocument.wordprocessingml.document.
// Equal papers give equal bytes. Takes about half a second: call it outside of any write turn.
//
// Refusals: no-pandoc, pandoc-too-slow (20 seconds). Throws Fault when pandoc fails.
Result<std::string> docx_of(const Paper& paper);

// The same for a text in Markdown; raw HTML in it is not passed on.
Result<std::string> docx_from_markdown(std::string_view markdown, const Paper& facts);

}  // namespace sala::document
