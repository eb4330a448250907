// SPDX-License-Identifier: Apache-2.0
//
// Lyon 2030 with two delegations that register: Kofi for Accra, Luz for Quito, and two categories.

#pragma once

#include "stage.hpp"

#include "mail/outbox.hpp"
#include "registration/invitation_store.hpp"

#include <doctest/doctest.h>

namespace sala {

inline const std::string kofi = "kofi@accra.example";
inline const std::string luz = "luz@quito.example";
inline const std::string accra = "/lyon-2030/delegations/accra";
inline const std::string quito = "/lyon-2030/delegations/quito";

inline Sent by(const std::string& who) { return {.who = who, .accept = "application/json"}; }

// Letters leave, with addresses that lead to it.
inline web::House that_writes()
{
    web::House house;
    house.public_url = "https://forum.example.org";
    house.mail_leaves = true;
    return house;
}

class Guests : public Stage {
public:
    explicit Guests(web::House house = {}) : Stage(std::move(house))
    {
        gives(kofi, "focal-point", "delegation=accra");
        gives(luz, "focal-point", "delegation=quito");
        for (const auto* key : {"press", "leaders"})
            REQUIRE(post("/lyon-2030/sheets/categories/new",
                         {{"key", key}, {"number", "1"}, {"name_en", key}, {"name_th", "หมวด"}})
                        .status == 303);
    }

    // Writes somebody down for Accra, or for the delegation of `address`; answers the number.
    std::string registers(const std::string& name, Fields more = {}, const std::string& who = kofi,
                          const std::string& address = accra)
    {
        more.insert(more.begin(), {{"role", "adviser"}, {"name_en", name}});
        const auto added = post(address + "/people/new", more, by(who));
        REQUIRE(added.status == 303);
        return added.location.substr(added.location.rfind('/') + 1);
    }

    std::string sends_in(const std::string& name, Fields more = {}, const std::string& who = kofi,
                         const std::string& address = accra)
    {
        const auto number = registers(name, std::move(more), who, address);
        REQUIRE(post(address + "/people/" + number + "/submit", {}, by(who)).status == 303);
        return number;
    }

    Shown decides(const std::string& number, const std::string& step,
                  const std::string& reason = {}, const Sent& sent = by(""))
    {
        return post("/lyon-2030/registrations/" + number, {{"step", step}, {"reason", reason}},
                    sent);
    }

    // The open wish of somebody, by its number; empty when nothing is asked for.
    std::string wish_of(const std::string& number)
    {
        return get("/lyon-2030/registrations/" + number + ".json")
            .json()["asked_for"]["number"]
            .string();
    }

    Shown answers_wish(const std::string& number, const std::string& what,
                       const std::string& why = {}, const Sent& sent = by(""))
    {
        return post("/lyon-2030/registrations/" + number + "/wish",
                    {{"what", what}, {"why", why}, {"wish", wish_of(number)}}, sent);
    }

    void closes_registering()
    {
        const auto rules = get("/lyon-2030/registration-rules.json").json();
        REQUIRE(post("/lyon-2030/registration-rules",
                     {{"version", rules["version"].string()}, {"register_by", "2030-03-01"}})
                    .status == 303);
    }

    std::string approved(const std::string& name, const Fields& more = {})
    {
        auto number = sends_in(name, more);
        REQUIRE(decides(number, "approve").status == 303);
        return number;
    }

    std::string status_of(const std::string& number)
    {
        return get("/lyon-2030/registrations/" + number + ".json").json()["status"].string();
    }

    // What the person's page would send back, with some fields typed anew.
    Shown edits(const std::string& number, const Fields& changed, const std::string& who = kofi)
    {
        const auto held = get(accra + "/people/" + number + ".json", {.who = kofi}).json();
        Fields fields;
        for (const auto& [name, value] : held.members())
            if (name != "status")
                fields.emplace_back(name, value.string());
        for (const auto& [name, value] : changed) {
            std::erase_if(fields, [&, &same = name](const auto& one) { return one.first == same; });
            fields.emplace_back(name, value);
        }
        return post(accra + "/people/" + number, fields, by(who));
    }

    std::vector<mail::Kept> letters()
    {
        std::vector<mail::Kept> all;
        store().read([&](store::Session& session) { all = mail::list(session, forum_id()); });
        return all;
    }
};

}  // namespace sala
