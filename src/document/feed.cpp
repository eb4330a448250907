// SPDX-License-Identifier: Apache-2.0

#include "document/feed.hpp"

#include "document/wall_clock.hpp"
#include "document/xml.hpp"

#include <fmt/core.h>

namespace sala::document {

static std::string link(std::string_view indent, std::string_view relation, std::string_view type,
                        const std::string& address)
{
    if (address.empty())
        return {};
    return fmt::format("{}<link rel=\"{}\" type=\"{}\" href=\"{}\"/>\n", indent, relation, type,
                       xml_escaped(address));
}

static std::string entry_xml(const FeedEntry& entry)
{
    const std::string_view in = "    ";
    auto out = std::string("  <entry>\n");
    out += xml_element(in, "id", entry.id);
    out += xml_element(in, "title", entry.title);
    out += link(in, "alternate", "text/html", entry.address);
    if (entry.published)
        out += xml_element(in, "published", iso_date_time(entry.published, 0));
    out += xml_element(in, "updated", iso_date_time(entry.updated, 0));
    for (const auto& category : entry.categories)
        out += fmt::format("{}<category term=\"{}\"/>\n", in, xml_escaped(category));
    // RFC 4287, 4.1.2: an entry has a link to its page or content; a summary alone is not enough.
    const auto* words = entry.address.empty() ? "content" : "summary";
    if (!entry.summary.empty() || entry.address.empty())
        out += xml_element(in, words, entry.summary);
    return out + "  </entry>\n";
}

std::string write_feed(const Feed& feed)
{
    auto out = std::string("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                           "<feed xmlns=\"http://www.w3.org/2005/Atom\"");
    if (!feed.language.empty())
        out += fmt::format(" xml:lang=\"{}\"", xml_escaped(feed.language));
    out += ">\n";
    out += xml_element("  ", "id", feed.id);
    out += xml_element("  ", "title", feed.title);
    if (!feed.subtitle.empty())
        out += xml_element("  ", "subtitle", feed.subtitle);
    out += link("  ", "self", "application/atom+xml", feed.self);
    out += link("  ", "alternate", "text/html", feed.address);
    out += xml_element("  ", "updated", iso_date_time(feed.updated, 0));
    out += fmt::format("  <author><name>{}</name></author>\n", xml_escaped(feed.author));
    out += "  <generator>Sala</generator>\n";
    for (const auto& entry : feed.entries)
        out += entry_xml(entry);
    return out + "</feed>\n";
}

}  // namespace sala::document
