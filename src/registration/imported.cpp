// SPDX-License-Identifier: Apache-2.0

#include "registration/imported.hpp"

#include "base/whole_number.hpp"

#include <fmt/ranges.h>

#include <algorithm>
#include <map>
#include <sstream>

namespace sala::registration {

static std::vector<std::string> parts_of(const std::string& words, char between)
{
    std::vector<std::string> parts;
    std::istringstream stream(words);
    for (std::string part; std::getline(stream, part, between);)
        parts.push_back(part);
    return parts;
}

std::vector<std::string> said_otherwise(const SheetPerson& read, const Particulars& kept)
{
    auto columns = differing(read.particulars, kept);
    std::erase_if(columns, [&](const std::string& column) {
        return read.particulars[column].empty() &&
               std::find(read.denied.begin(), read.denied.end(), column) == read.denied.end();
    });
    return columns;
}

// What differs comes first, for an address is not as long as a sheet.
std::string what_came_of(const std::vector<ImportedPerson>& people)
{
    constexpr std::size_t told_max = 60;
    std::vector<std::string> told;
    std::size_t left_out = 0;
    for (const bool differs : {true, false})
        for (const auto& one : people) {
            if (!one.there || one.differs.empty() == differs)
                continue;
            ++left_out;
            std::string words = one.there->word();
            for (const auto& column : one.differs)
                words += "." + column;
            if (told.size() < told_max)
                told.push_back(std::move(words));
        }
    return fmt::format("came={}&left={}&who={}", people.size() - left_out, left_out,
                       fmt::join(told, ","));
}

CameIn came_in(web::Desk& desk, const Delegation& delegation)
{
    const auto count = [](const std::string& words) {
        return static_cast<std::size_t>(std::max<std::int64_t>(0, whole_number(words).value_or(0)));
    };
    CameIn came{count(desk.query("came")), count(desk.query("left")), {}};
    std::map<Id<Registration>, std::vector<std::string>> differs;
    std::vector<Id<Registration>> people;
    for (const auto& person : parts_of(desk.query("who"), ',')) {
        auto columns = parts_of(person, '.');
        const auto number = columns.empty() ? std::nullopt : whole_number(columns.front());
        if (!number)
            continue;
        columns.erase(columns.begin());
        people.emplace_back(*number);
        differs[people.back()] = std::move(columns);
    }
    for (auto& one : registered_at(desk.session(), delegation.forum.id,
                                   {.delegation = delegation.id, .among = people})) {
        auto columns = differs[one.registration.id()];
        came.told.push_back({std::move(one), std::move(columns)});
    }
    return came;
}

}  // namespace sala::registration
