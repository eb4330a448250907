// SPDX-License-Identifier: Apache-2.0

#include "web/http.hpp"

#include <algorithm>

namespace sala::web {

namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

bool same_name(std::string_view a, std::string_view b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](char x, char y) { return lower(x) == lower(y); });
}

std::string_view find_header(const std::vector<Header>& headers, std::string_view name)
{
    for (const auto& [held, value] : headers)
        if (same_name(held, name))
            return value;
    return {};
}

}  // namespace

std::string_view Request::header(std::string_view name) const { return find_header(headers, name); }
std::string_view Reply::header(std::string_view name) const { return find_header(headers, name); }

Reply& Reply::with(std::string name, std::string value)
{
    headers.emplace_back(std::move(name), std::move(value));
    return *this;
}

}  // namespace sala::web
