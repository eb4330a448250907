// SPDX-License-Identifier: Apache-2.0

#include "report/report.hpp"

namespace sala::report {

const Section* Report::section(int number) const
{
    for (const auto& one : sections)
        if (one.number == number)
            return &one;
    return nullptr;
}

std::int64_t Report::version_of(int number) const
{
    const auto* one = section(number);
    return one ? one->row.version : 0;
}

const Text& Report::body_of(int number) const
{
    static const Text nothing;
    const auto* one = section(number);
    return one ? one->body : nothing;
}

}  // namespace sala::report
