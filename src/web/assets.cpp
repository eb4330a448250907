// SPDX-License-Identifier: Apache-2.0

#include "web/assets.hpp"

#include "base/embedded.hpp"
#include "base/json.hpp"

#include <map>

namespace sala::web {

namespace {

const std::map<std::string, std::string, std::less<>>& manifest()
{
    static const auto names = [] {
        std::map<std::string, std::string, std::less<>> read;
        if (const auto bytes = embedded_file("assets/manifest.json"))
            if (const auto json = Json::read(*bytes))
                for (const auto& [name, file] : json->members())
                    read.emplace(name, file.string());
        return read;
    }();
    return names;
}

std::string type_of(std::string_view file)
{
    const auto extension = file.substr(file.rfind('.') + 1);
    if (extension == "css")
        return "text/css; charset=utf-8";
    if (extension == "js")
        return "text/javascript; charset=utf-8";
    if (extension == "svg")
        return "image/svg+xml";
    if (extension == "woff2")
        return "font/woff2";
    if (extension == "png")
        return "image/png";
    if (extension == "ico")
        return "image/x-icon";
    if (extension == "json" || extension == "map")
        return "application/json";
    return "text/plain; charset=utf-8";
}

}  // namespace

std::string asset_address(std::string_view name)
{
    const auto found = manifest().find(name);
    return "/assets/" + (found == manifest().end() ? std::string(name) : found->second);
}

std::optional<Asset> find_asset(std::string_view file)
{
    const auto bytes = embedded_file("assets/" + std::string(file));
    if (!bytes)
        return std::nullopt;
    return Asset{*bytes, type_of(file)};
}

}  // namespace sala::web
