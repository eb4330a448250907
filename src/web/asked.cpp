// SPDX-License-Identifier: Apache-2.0

#include "web/asked.hpp"

#include "script/normal.hpp"
#include "web/session_cookie.hpp"

#include <algorithm>

namespace sala::web {

namespace {

std::optional<Format> format_of_extension(std::string_view path)
{
    const auto dot = path.rfind('.');
    if (dot == std::string_view::npos || path.find('/', dot) != std::string_view::npos)
        return std::nullopt;
    for (const auto& name : format_names())
        if (path.substr(dot + 1) == name.extension)
            return name.format;
    return std::nullopt;
}

std::optional<Format> format_of_type(std::string_view type)
{
    if (type == "application/problem+json")
        return Format::json;
    for (const auto& name : format_names())
        if (type == name.media_type.substr(0, name.media_type.find(';')))
            return name.format;
    return std::nullopt;
}

// RFC 6750: "Authorization: Bearer sala_...".
std::string token_of(const Request& request)
{
    const auto header = request.header("Authorization");
    constexpr std::string_view scheme = "Bearer ";
    if (!header.starts_with(scheme))
        return {};
    return std::string(header.substr(scheme.size()));
}

Language language_of(const Request& request)
{
    const auto& known = interface_languages();
    const auto chosen = Language::named(cookie_of(request, language_cookie));
    if (chosen && std::find(known.begin(), known.end(), *chosen) != known.end())
        return *chosen;
    return preferred_language(request.header("Accept-Language"));
}

}  // namespace

Format format_of_accept(std::string_view accept)
{
    auto best = Format::html;
    double best_weight = 0;
    double any_weight = 0;
    for (const auto& [type, weight] : weighted(accept)) {
        if (type == "*/*" || type == "text/*")
            any_weight = std::max(any_weight, weight);
        if (const auto format = format_of_type(type); format && weight > best_weight) {
            best = *format;
            best_weight = weight;
        }
    }
    return any_weight > best_weight ? Format::html : best;
}

Asked asked(const Request& request)
{
    Asked asked;
    const std::string_view target = request.target;
    const auto mark = target.find('?');
    asked.path = std::string(target.substr(0, mark));
    if (mark != std::string_view::npos)
        asked.query = read_pairs(target.substr(mark + 1));
    // No store keeps a text that is not UTF-8, or finds one.
    for (auto& [name, value] : asked.query)
        value = script::is_utf8(value) ? script::clean(value) : std::string{};
    if (const auto format = format_of_extension(asked.path); format && asked.path.size() > 1) {
        asked.format = *format;
        asked.by_extension = true;
        asked.path.resize(asked.path.rfind('.'));
    } else {
        asked.format = format_of_accept(request.header("Accept"));
    }
    asked.language = language_of(request);
    if (request.secure || request.loopback) {
        asked.session_token = cookie_of(request, session_cookie);
        asked.api_token = token_of(request);
    }
    return asked;
}

std::vector<std::pair<std::string, double>> weighted(std::string_view header)
{
    const auto trimmed = [](std::string_view words) {
        while (!words.empty() && (words.front() == ' ' || words.front() == '\t'))
            words.remove_prefix(1);
        while (!words.empty() && (words.back() == ' ' || words.back() == '\t'))
            words.remove_suffix(1);
        return words;
    };
    std::vector<std::pair<std::string, double>> named;
    while (!header.empty()) {
        const auto comma = header.find(',');
        auto rest = header.substr(0, comma);
        header.remove_prefix(comma == std::string_view::npos ? header.size() : comma + 1);
        auto semicolon = rest.find(';');
        std::string name(trimmed(rest.substr(0, semicolon)));
        std::transform(name.begin(), name.end(), name.begin(),
                       [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
        double weight = 1;
        while (semicolon != std::string_view::npos) {
            rest.remove_prefix(semicolon + 1);
            semicolon = rest.find(';');
            const auto parameter = trimmed(rest.substr(0, semicolon));
            if (parameter.starts_with("q=") || parameter.starts_with("Q="))
                weight = std::strtod(std::string(parameter.substr(2)).c_str(), nullptr);
        }
        if (!name.empty() && weight > 0)
            named.emplace_back(std::move(name), weight);
    }
    return named;
}

}  // namespace sala::web
