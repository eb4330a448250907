// SPDX-License-Identifier: Apache-2.0

#include "report/readable_reports.hpp"

namespace sala::report {

std::vector<Report> readable(const web::Desk& desk, const forum::Forum& forum)
{
    auto reports = reports_of(desk.session(), forum);
    if (!desk.may(web::secretariat))
        std::erase_if(reports, [](const Report& one) { return !one.published; });
    return reports;
}

const Report* chosen(const std::vector<Report>& reports, const std::string& key)
{
    for (const auto& one : reports)
        if (one.key == key)
            return &one;
    if (!key.empty())
        return nullptr;
    for (const auto& one : reports)
        if (one.published)
            return &one;
    return reports.empty() ? nullptr : &reports.front();
}

}  // namespace sala::report
