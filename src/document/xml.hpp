// SPDX-License-Identifier: Apache-2.0
//
// XML from outside is read with its dangerous half switched off; XML of ours is escaped here.

#pragma once

#include "base/result.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace pugi {
class xml_document;
}

namespace sala::document {

// Reads bytes into `document`. A document type or an entity definition is refused whatever it
// says: neither a schedule nor a sheet needs one, and it can make a program read other files.
//
// Refusals: file-too-large, malicious-xml, not-xml, not-utf8.
Allowed load_harmless_xml(pugi::xml_document& document, std::string_view bytes,
                          std::size_t bytes_max);

// Without the white space around it, which is how others lay their XML out.
std::string trimmed(std::string_view text);

// For text and for attributes in double quotes. Characters that XML 1.0 cannot hold, and bytes
// that are not UTF-8, become U+FFFD.
std::string xml_escaped(std::string_view text);

// <name>text</name> and a line end, escaped.
std::string xml_element(std::string_view indent, std::string_view name, std::string_view text);

}  // namespace sala::document
