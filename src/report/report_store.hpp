// SPDX-License-Identifier: Apache-2.0
//
// Official reports in the store, within what the caller may see, and every change an officer makes.

#pragma once

#include "report/report.hpp"
#include "report/report_versions.hpp"
#include "web/verb.hpp"

#include <optional>
#include <vector>

namespace sala::report {

// All reports of a forum, private ones too, in their order. Two statements.
std::vector<Report> reports_of(store::Session& session, const forum::Forum& forum);

// The report of the address. A private one is there for the secretariat only; for everybody else
// it is missing, like one that does not exist.
Result<Report> load(web::Desk& desk, web::Of<Report>);

// What the officer can change besides the sections; what is not given stays as it is.
struct Head {
    std::optional<std::string> title;
    std::optional<std::string> mission_group;
    std::optional<std::string> reporter;
    std::optional<std::string> action;
};

// Each answers the new version of what was written, or refuses "changed-meanwhile" (stale) when
// somebody changed the same words of `language` since `version`. The other languages stay. Words
// that a source printed stay as the printed ones beside the officer's. What has not changed is not
// written again.
Result<std::int64_t> save_head(web::Desk& desk, const Report& report, const Language& language,
                               const Head& head, std::int64_t version);
Result<std::int64_t> save_section(web::Desk& desk, const Report& report, int number,
                                  const Language& language, const std::string& words,
                                  std::int64_t version);
Result<std::int64_t> publish(web::Desk& desk, const Report& report, bool published);

// A new, private report in the given form; answers its key. `edition` may be empty when the forum
// has none or the report is about all.
Result<std::string> start(web::Desk& desk, const forum::Forum& forum, const std::string& form,
                          const std::string& edition);

// Puts the words of a version in again, as a new version. Whether the report is published stays.
Result<std::int64_t> restore(web::Desk& desk, const Report& report, const Version& version);

// The wording that `language` gets when `words` are typed over it.
Text typed_over(Text text, const Language& language, const std::string& words);

}  // namespace sala::report
