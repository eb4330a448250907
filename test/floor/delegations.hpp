// SPDX-License-Identifier: Apache-2.0
//
// The plenary with somebody who acts for each delegation: Kofi for Accra, Luz for Quito.

#pragma once

#include "plenary.hpp"

namespace sala {

inline const Sent kofi{.who = "kofi@accra.example", .accept = "application/json"};
inline const Sent luz{.who = "luz@quito.example", .accept = "application/json"};

// Accra and Quito with somebody who acts for each.
class Delegations : public Plenary {
public:
    Delegations()
    {
        gives(kofi.who, "focal-point", "delegation=accra");
        gives(luz.who, "focal-point", "delegation=quito");
    }
    Json inscription_of(const Sent& who) { return get(sitting + "/inscription.json", who).json(); }
    Shown inscribes(const Sent& who, Fields more = {})
    {
        for (const auto& [name, usual] :
             Fields{{"kind", "statement"}, {"level", "head"}, {"language", "en"}})
            if (std::none_of(more.begin(), more.end(),
                             [&](const auto& field) { return field.first == name; }))
                more.emplace_back(name, usual);
        if (std::none_of(more.begin(), more.end(),
                         [](const auto& field) { return field.first == "version"; }))
            more.emplace_back("version", inscription_of(who)["version"].string());
        return post(sitting + "/inscription", more, who);
    }
    void speaks(int seconds)
    {
        REQUIRE(leads("give").status == 303);
        REQUIRE(leads("start").status == 303);
        passes(std::chrono::seconds{seconds});
        REQUIRE(leads("end").status == 303);
    }
};

// The rules as their form sends them, in the order of `by`.
inline Fields rules_form(Plenary& stage, const std::string& by, Fields more = {})
{
    const auto rules = stage.get(stage.sitting + "/floor-rules.json").json();
    more.insert(more.end(), {{"version", rules["version"].string()}, {"order-1", by}});
    for (const auto* kind :
         {"statement", "group", "response", "question", "order", "reply", "chair"})
        more.emplace_back("seconds-" + std::string(kind), "300");
    for (int i = 2; i <= 5; ++i)
        more.emplace_back("order-" + std::to_string(i), "");
    if (std::none_of(more.begin(), more.end(),
                     [](const auto& field) { return field.first == "budget_minutes"; }))
        more.emplace_back("budget_minutes", "0");
    return more;
}

}  // namespace sala
