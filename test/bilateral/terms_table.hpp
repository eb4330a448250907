// SPDX-License-Identifier: Apache-2.0
//
// A meeting to which Accra and Quito have agreed, and the sheet of its terms between them.

#pragma once

#include "summit.hpp"

namespace sala {

class Table : public Summit {
public:
    Table() : number(agreed()) {}

    std::string at(const std::string& whose) { return whose + "/meetings/" + number; }
    Json terms(const std::string& whose, const std::string& who)
    {
        return get(at(whose) + "/terms.json", {.who = who}).json();
    }
    Shown sends(const std::string& whose, const std::string& who, Fields fields)
    {
        fields.emplace_back("seen", std::to_string(terms(whose, who)["revision"].integer()));
        return post(at(whose) + "/terms", fields, by(who));
    }
    Shown confirms(const std::string& whose, const std::string& who)
    {
        return post(at(whose) + "/terms/confirm",
                    {{"seen", std::to_string(terms(whose, who)["revision"].integer())}}, by(who));
    }
    // One item, proposed by Accra and agreed to by Quito.
    void agree()
    {
        REQUIRE(
            sends(accra, kofi, {{"item.0.need", "Drains"}, {"item.0.by_when", "2031"}}).status ==
            303);
        REQUIRE(sends(quito, luz, {{"agree.1", "yes"}}).status == 303);
    }

    std::string number;
};

}  // namespace sala
