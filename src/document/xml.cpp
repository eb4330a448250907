// SPDX-License-Identifier: Apache-2.0

#include "document/xml.hpp"

#include "document/utf8.hpp"

#include <fmt/core.h>
#include <pugixml.hpp>

namespace sala::document {

static bool has_document_type(const pugi::xml_document& document)
{
    for (const auto& node : document)
        if (node.type() == pugi::node_doctype)
            return true;
    return false;
}

Allowed load_harmless_xml(pugi::xml_document& document, std::string_view bytes,
                          std::size_t bytes_max)
{
    if (bytes.size() > bytes_max)
        return invalid({}, "file-too-large", "The XML is larger than {most} MiB.",
                       {{"most", std::to_string(bytes_max / 1024 / 1024)}});
    const auto read = document.load_buffer(bytes.data(), bytes.size(),
                                           pugi::parse_default | pugi::parse_doctype |
                                               pugi::parse_ws_pcdata_single);
    // Asked before the parser's own verdict: a document type that it cannot read is no better.
    if (has_document_type(document) || read.status == pugi::status_bad_doctype)
        return invalid({}, "malicious-xml",
                       "The XML defines a document type or entities, which can make a program "
                       "read other files. Remove the lines that begin with <!DOCTYPE.");
    if (!read)
        return invalid({}, "not-xml",
                       "The file is not whole XML: it cannot be read beyond byte {offset}.",
                       {{"offset", std::to_string(read.offset)}});
    if (read.encoding == pugi::encoding_utf8)
        if (const auto offset = first_byte_not_utf8(bytes))
            return invalid({}, "not-utf8",
                           "The file is not UTF-8: byte {offset} does not belong to any letter.",
                           {{"offset", std::to_string(*offset)}});
    return allowed();
}

std::string trimmed(std::string_view text)
{
    const auto begin = text.find_first_not_of(" \t\r\n");
    if (begin == text.npos)
        return {};
    return std::string(text.substr(begin, text.find_last_not_of(" \t\r\n") - begin + 1));
}

std::string xml_escaped(std::string_view text)
{
    const auto whole = mended_utf8(text);
    std::string escaped;
    escaped.reserve(whole.size() + whole.size() / 8);
    for (std::size_t i = 0; i < whole.size(); ++i) {
        const char c = whole[i];
        switch (c) {
        case '&':
            escaped += "&amp;";
            break;
        case '<':
            escaped += "&lt;";
            break;
        case '>':
            escaped += "&gt;";
            break;
        case '"':
            escaped += "&quot;";
            break;
        case '\r':
            escaped += "&#13;";
            break;
        case '\n':
        case '\t':
            escaped += c;
            break;
        default:
            // XML 1.0 has no other control characters and no U+FFFE and U+FFFF.
            if (static_cast<unsigned char>(c) < 0x20)
                escaped += "\xEF\xBF\xBD";
            else if (whole.compare(i, 3, "\xEF\xBF\xBE") == 0 ||
                     whole.compare(i, 3, "\xEF\xBF\xBF") == 0)
                escaped += "\xEF\xBF\xBD", i += 2;
            else
                escaped += c;
        }
    }
    return escaped;
}

std::string xml_element(std::string_view indent, std::string_view name, std::string_view text)
{
    return fmt::format("{}<{}>{}</{}>\n", indent, name, xml_escaped(text), name);
}

}  // namespace sala::document
