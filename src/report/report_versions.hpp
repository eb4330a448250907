// SPDX-License-Identifier: Apache-2.0
//
// Every earlier wording of a report: who wrote it and when. They come from the history that every
// sheet has, so nothing that was ever saved is lost.

#pragma once

#include "report/report.hpp"

#include <map>
#include <optional>
#include <vector>

namespace sala::report {

// One earlier state of a section, or of the report's own row.
struct Version {
    std::int64_t id = 0;
    int section = 0;  // number of its heading; 0: title, mission group, reporter and action
    sheet::Origin origin = sheet::Origin::edit;
    std::string by;  // empty for the command line
    Instant at;
    std::optional<sheet::Row> became;  // nothing: the words were taken away

    Text body() const;   // of a section; empty for the report's own row
    Text title() const;  // of the report's own row
    Text text(const char* column) const;
    std::string action() const;
};

// Newest first. What one person saved without a break of ten minutes is one version, the last of
// them; an import and a restored version stand by themselves.
std::vector<Version> versions_of(store::Session& session, const Report& report);
std::optional<Version> find_version(store::Session& session, const Report& report, std::int64_t id);

// When each row of the forum's reports was last saved: row id -> moment. One statement.
std::map<std::int64_t, Instant> saved_rows(store::Session& session, std::int64_t forum);
// When the report, or any part of it, was last saved; nothing when that is not known.
Instant last_saved(const Report& report, const std::map<std::int64_t, Instant>& rows);

}  // namespace sala::report
