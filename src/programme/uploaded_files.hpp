// SPDX-License-Identifier: Apache-2.0
//
// What somebody sent: a workbook, one sheet or several as CSV, or another program's schedule.

#pragma once

#include "forum/forum.hpp"
#include "programme/open_forum.hpp"
#include "programme/schedule_files.hpp"
#include "web/form.hpp"
#include "web/reader.hpp"

namespace sala::programme {

struct UploadedFiles {
    sheet::FilesRead read;
    std::vector<document::Adjustment> adjustments;  // what was put right in a schedule
};

// What the bytes are is told from the bytes; only a CSV says by its name which sheet it is, and
// what is called .xlsx and is none is a damaged workbook. Several files at once are CSV sheets,
// with forum.toml perhaps; what is wrong with one of them is a Problem of the whole. A schedule is
// taken where a forum is opened, not where one is changed. Every Refusal stands beside the field
// "file".
Result<UploadedFiles> read_upload(const web::Form& form, bool takes_schedule);

// Refuses another-forum: sheets that say of which forum they are go into that one alone.
Allowed belong_to(const UploadedFiles& files, const forum::Forum& forum);

// The same as a workbook with these problems marked in its cells, in the reader's language.
Result<std::string> marked_workbook(const UploadedFiles& files,
                                    const std::vector<sheet::Problem>& problems,
                                    const web::Reader& reader, Instant at);

}  // namespace sala::programme
