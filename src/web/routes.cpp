// SPDX-License-Identifier: Apache-2.0

#include "web/routes.hpp"

#include "script/normal.hpp"

#include <algorithm>
#include <stdexcept>

namespace sala::web {

namespace {

bool is_parameter(const std::string& segment)
{
    return segment.starts_with('{') && segment.ends_with('}');
}

// Such a word is no key of anything, and no store could look for it.
bool is_no_word(std::string_view segment)
{
    return segment.empty() || segment == "." || segment == ".." ||
           segment.find('/') != std::string_view::npos || !script::is_utf8(segment) ||
           std::any_of(segment.begin(), segment.end(),
                       [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; });
}

// Plain words before parameters, so that /{forum}/cities is found before /{forum}/{page}.
std::string weight(const std::vector<std::string>& segments)
{
    std::string bits;
    for (const auto& segment : segments)
        bits.push_back(is_parameter(segment) ? '1' : '0');
    return bits;
}

}  // namespace

std::optional<std::vector<std::string>> path_segments(std::string_view path)
{
    if (!path.starts_with('/'))
        return std::nullopt;
    std::vector<std::string> segments;
    path.remove_prefix(1);
    while (!path.empty()) {
        const auto slash = path.find('/');
        auto segment = percent_decoded(path.substr(0, slash), false);
        if (is_no_word(segment))
            return std::nullopt;
        segments.push_back(std::move(segment));
        if (slash == std::string_view::npos)
            break;
        path.remove_prefix(slash + 1);
        if (path.empty())
            return std::nullopt;
    }
    return segments;
}

Routes::Routes(std::vector<NamedVerb> verbs) : verbs_(std::move(verbs))
{
    for (std::size_t i = 0; i < verbs_.size(); ++i) {
        const auto& address = verbs_[i].verb.path;
        const auto space = address.find(' ');
        auto segments = space == std::string::npos
                            ? std::nullopt
                            : path_segments(std::string_view(address).substr(space + 1));
        if (!segments)
            throw std::logic_error(verbs_[i].file +
                                   ": the path must look like \"GET /{forum}/cities\"");
        routes_.push_back({address.substr(0, space), std::move(*segments), i});
    }
    std::stable_sort(routes_.begin(), routes_.end(), [](const Route& a, const Route& b) {
        return weight(a.segments) < weight(b.segments);
    });
    for (std::size_t i = 1; i < routes_.size(); ++i)
        for (std::size_t j = 0; j < i; ++j)
            if (routes_[i].method == routes_[j].method &&
                routes_[i].segments == routes_[j].segments)
                throw std::logic_error(verbs_[routes_[i].verb].file + " and " +
                                       verbs_[routes_[j].verb].file + " claim one address");
}

std::optional<Routes::Found> Routes::find(std::string_view method, std::string_view path) const
{
    const auto segments = path_segments(path);
    if (!segments)
        return std::nullopt;
    for (const auto& route : routes_) {
        if (route.method != method || route.segments.size() != segments->size())
            continue;
        Found found{&verbs_[route.verb], {}};
        bool matches = true;
        for (std::size_t i = 0; matches && i < segments->size(); ++i) {
            const auto& pattern = route.segments[i];
            if (is_parameter(pattern))
                found.parameters.emplace(pattern.substr(1, pattern.size() - 2), (*segments)[i]);
            else
                matches = pattern == (*segments)[i];
        }
        if (matches)
            return found;
    }
    return std::nullopt;
}

std::vector<std::string> Routes::methods_of(std::string_view path) const
{
    std::vector<std::string> methods;
    for (const auto& method : {"GET", "POST", "PUT", "DELETE"})
        if (find(method, path))
            methods.emplace_back(method);
    return methods;
}

std::string routes_listing(const std::vector<NamedVerb>& verbs)
{
    std::vector<std::string> lines;
    lines.reserve(verbs.size());
    for (const auto& verb : verbs)
        lines.push_back(verb.verb.path + " " + verb.verb.allow.name() + " " + verb.file);
    std::sort(lines.begin(), lines.end());
    std::string listing;
    for (const auto& line : lines)
        listing += line + "\n";
    return listing;
}

}  // namespace sala::web
