// SPDX-License-Identifier: Apache-2.0
//
// Lyon 2030 in session: the sitting `statements`, where Accra and Quito speak, led by the
// secretariat.

#pragma once

#include "stage.hpp"

#include <doctest/doctest.h>

#include <algorithm>

namespace sala {

class Plenary : public Stage {
public:
    Plenary() = default;
    // Another small world with such a sitting.
    explicit Plenary(const std::map<std::string, std::string>& files) : Stage(Empty{})
    {
        REQUIRE(opens(files) == std::vector<std::string>{});
    }

    const std::string sitting = "/lyon-2030/sittings/statements";
    const std::string console = sitting + "/chair";

    Json floor() { return get(console + ".json").json(); }
    std::int64_t version() { return floor()["version"].integer(); }

    // A step from a page that is the newest.
    Shown leads(const std::string& step, Fields more = {}, const std::string& who = {})
    {
        return leads_at(version(), step, std::move(more), who);
    }
    Shown leads_at(std::int64_t seen, const std::string& step, Fields more = {},
                   const std::string& who = {})
    {
        more.emplace_back("step", step);
        more.emplace_back("version", std::to_string(seen));
        auto shown = post(console, more, {.who = who, .accept = "application/json"});
        // A program is answered with the floor, a browser is led back to it.
        if (shown.status == 200)
            shown.status = 303;
        return shown;
    }
    // A card for the question that whoever shows it sees.
    Shown shows_card(const Sent& who, Fields more)
    {
        auto asks = who;
        asks.accept = "application/json";
        more.emplace_back("poll", get(sitting + "/card.json", asks).json()["poll"].string());
        return post(sitting + "/card", more, who);
    }
    // The delegations in the list, in their order; whom only the programme names is not in it yet.
    std::vector<std::string> list()
    {
        std::vector<std::string> keys;
        const auto now = floor();
        for (const auto& one : now["list"].items())
            if (!one["entry"].is_null())
                keys.push_back(one["delegation"].string());
        return keys;
    }
    // The list as everybody sees it, with whom the programme names before the sitting is opened.
    std::vector<std::string> shown_list(const std::string& page = "/floor")
    {
        std::vector<std::string> keys;
        const auto now = get(sitting + page + ".json").json();
        for (const auto& one : now["list"].items())
            keys.push_back(one["delegation"].string());
        return keys;
    }
    // The number of a delegation's entry in the list.
    std::string entry(const std::string& delegation)
    {
        const auto now = floor();
        for (const auto& one : now["list"].items())
            if (one["delegation"].string() == delegation)
                return one["entry"].string();
        return {};
    }
};

}  // namespace sala
