// SPDX-License-Identifier: Apache-2.0
//
// Which reports of a forum a visitor may read, and which of them is meant.

#pragma once

#include "report/report_store.hpp"

namespace sala::report {

// The published ones; for the secretariat the private ones, too. In their order.
std::vector<Report> readable(const web::Desk& desk, const forum::Forum& forum);

// The one of this key; without a key the first that is published, else the first. Nothing when
// there is none.
const Report* chosen(const std::vector<Report>& reports, const std::string& key);

}  // namespace sala::report
