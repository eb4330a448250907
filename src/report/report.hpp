// SPDX-License-Identifier: Apache-2.0
//
// A report as the officer keeps it: the form it follows, what it asks of its reader, and the words
// under each heading. Private until it is published.

#pragma once

#include "forum/forum.hpp"
#include "sheet/row_store.hpp"

#include <string>
#include <vector>

namespace sala::report {

struct Section {
    int number = 0;  // of its heading, from 1
    Text body;       // paragraphs parted by an empty line
    sheet::StoredRow row;
};

struct Report {
    forum::Forum forum;
    std::string key;
    std::string form;     // name of its template
    std::string edition;  // key; empty: the forum as a whole
    bool published = false;
    std::string action;  // information, consideration, approval, orders
    Text title;
    Text mission_group;
    Text reporter;                  // lines
    std::vector<Section> sections;  // only those that have words
    sheet::StoredRow row;

    const Section* section(int number) const;
    // 0 when the section has no words yet.
    std::int64_t version_of(int number) const;
    const Text& body_of(int number) const;
    std::string address() const { return forum.address() + "/reports/" + key; }
    std::string topic() const { return "report:" + forum.slug + ":" + key; }
};

}  // namespace sala::report
