// SPDX-License-Identifier: Apache-2.0

#include "door/badge.hpp"

#include "document/badge.hpp"
#include "web/signed_number.hpp"

#include <algorithm>

namespace sala::door {

namespace {

constexpr std::size_t zones_max = 8;
constexpr std::size_t zone_bytes_max = 60;

std::string_view trimmed(std::string_view words)
{
    const auto begin = words.find_first_not_of(' ');
    if (begin == std::string_view::npos)
        return {};
    return words.substr(begin, words.find_last_not_of(' ') - begin + 1);
}

}  // namespace

std::string_view word(BadgeEnd::Why why)
{
    return why == BadgeEnd::replaced ? "replaced" : "revoked";
}

std::string badge_token(std::string_view key, Id<Badge> badge)
{
    return "B" + web::signed_number(key, "badge", badge.number());
}

std::string vehicle_token(std::string_view key, Id<VehiclePass> pass)
{
    return "V" + web::signed_number(key, "vehicle", pass.number());
}

std::optional<Scanned> read_token(std::string_view key, std::string_view words)
{
    words = trimmed(words);
    if (words.empty())
        return std::nullopt;
    const bool vehicle = words[0] == 'V' || words[0] == 'v';
    const auto number =
        web::read_signed_number(key, vehicle ? "vehicle" : "badge", words.substr(1));
    if (!number || (!vehicle && words[0] != 'B' && words[0] != 'b'))
        return std::nullopt;
    return vehicle ? Scanned{{}, Id<VehiclePass>{*number}} : Scanned{Id<Badge>{*number}, {}};
}

std::string short_code(std::string_view token)
{
    const auto words = web::signed_number(token, "short code", 0);
    const auto letters = words.substr(words.size() - 8);
    return letters.substr(0, 4) + "-" + letters.substr(4);
}

std::optional<std::string> short_code_typed(std::string_view words)
{
    std::string letters;
    for (const char c : words)
        if (c >= 'a' && c <= 'z')
            letters += static_cast<char>(c - 'a' + 'A');
        else if ((c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z'))
            letters += c;
        else if (c != '-' && c != ' ')
            return std::nullopt;
    if (letters.size() != 8)
        return std::nullopt;
    return letters.insert(4, "-");
}

Result<Design> designed(std::int64_t category, const std::string& colour, const std::string& zones,
                        bool photo)
{
    Design design{category, colour, {}, photo};
    const auto& colours = document::badge_colours();
    if (std::none_of(colours.begin(), colours.end(),
                     [&](const auto& one) { return one.name == colour; }))
        return invalid("colour", "no-such-colour", "Please choose one of the colours.");
    for (std::string_view rest = zones; !rest.empty();) {
        const auto comma = rest.find(',');
        const auto zone = trimmed(rest.substr(0, comma));
        rest = comma == std::string_view::npos ? std::string_view() : rest.substr(comma + 1);
        if (zone.size() > zone_bytes_max)
            return invalid("zones", "zone-too-long",
                           "The name of a zone has at most 20 letters, so that it can be read on "
                           "the badge.");
        const bool there =
            std::find(design.zones.begin(), design.zones.end(), zone) != design.zones.end();
        if (!zone.empty() && !there)
            design.zones.emplace_back(zone);
    }
    if (design.zones.size() > zones_max)
        return invalid("zones", "too-many-zones", "A badge has room for eight zones.");
    return design;
}

std::string joined(const std::vector<std::string>& zones)
{
    std::string words;
    for (const auto& zone : zones)
        words += (words.empty() ? "" : ", ") + zone;
    return words;
}

const Design& design_for(const Designs& designs, std::int64_t category)
{
    static const Design plain;
    for (const auto number : {category, std::int64_t{0}})
        if (const auto found = designs.find(number); found != designs.end())
            return found->second;
    return plain;
}

}  // namespace sala::door
