// SPDX-License-Identifier: Apache-2.0
//
// A pair of languages between which a meeting is interpreted, in words: it is kept as "th-en".

#pragma once

#include "web/reader.hpp"

namespace sala::bilateral {

// "Thai – English". What is no pair of two languages stays as it was written.
std::string languages_of(const web::Reader& reader, const std::string& pair);

}  // namespace sala::bilateral
