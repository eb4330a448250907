// SPDX-License-Identifier: Apache-2.0
//
// News of a forum for feed readers: releases of the programme, press releases, decisions.
//
// Source: RFC 4287 (Atom 1.0).

#pragma once

#include "base/instant.hpp"

#include <string>
#include <vector>

namespace sala::document {

struct FeedEntry {
    std::string id;  // an address or urn:uuid:…, the same for ever
    std::string title;
    std::string address;  // of the page
    Instant published;
    Instant updated;
    std::string summary;  // plain text
    std::vector<std::string> categories;
};

struct Feed {
    std::string id;
    std::string title;
    std::string subtitle;
    std::string self;     // the address of the feed
    std::string address;  // of the page it belongs to
    std::string author;   // the forum; Atom wants one
    std::string language;
    Instant updated;  // of the newest entry, or of the forum when there is none
    std::vector<FeedEntry> entries;
};

// Bytes of the type application/atom+xml.
std::string write_feed(const Feed& feed);

}  // namespace sala::document
