// SPDX-License-Identifier: Apache-2.0
//
// An official document as PDF: for the file, the printer and the search box.

#pragma once

#include "document/paper.hpp"

#include <cstddef>
#include <string>

namespace sala::document {

// The family that texts are set in: Laksaman, the free likeness of TH Sarabun New, or the next
// best that this machine has. When it is not Laksaman the first page says so in its header.
std::string body_font();

// Bytes of the type application/pdf. Equal papers give equal bytes. Throws Fault when cairo fails.
// `font` is for tests and for forums in other scripts.
std::string write_pdf(const Paper& paper, const std::string& font = body_font());

// How many pages it has, without writing them.
std::size_t pages_of(const Paper& paper, const std::string& font = body_font());

}  // namespace sala::document
