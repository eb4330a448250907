// SPDX-License-Identifier: Apache-2.0
//
// Everybody who may ask Lyon 2030 for something: what each opens and reads is written by hand.

#pragma once

#include "stage.hpp"

#include <set>

namespace sala {

// Who asks. The roles they hold at Lyon 2030; one of them at a draft, Porto 2031, instead.
struct Somebody {
    std::string name;
    std::set<std::string> opens;  // permissions, beside `anyone`
    std::string role = {};
    std::string part = {};
    std::string forum = "lyon-2030";
    std::set<std::string> reads = {};  // of the secrets
    // A program with a token of somebody: for one role, or for one address and all beneath it.
    std::string token_of = {};
    std::string below = {};
};

inline const std::set<std::string> secrets{"LEAK-PORTO",    "LEAK-ROOM",   "LEAK-PERSON",
                                           "LEAK-PASSPORT", "LEAK-REPORT", "LEAK-LETTER",
                                           "LEAK-NAME",     "LEAK-TOKEN"};

inline const std::vector<Somebody>& everybody()
{
    static const std::set<std::string> all{"signed-in", "secretariat",      "chair", "focal-point",
                                           "delegate",  "interpreter",      "door",  "press",
                                           "observer",  "category-manager", "member"};
    static const std::set<std::string> of_lyon{"LEAK-ROOM",   "LEAK-PERSON", "LEAK-PASSPORT",
                                               "LEAK-REPORT", "LEAK-LETTER", "LEAK-NAME"};
    static const std::vector<Somebody> people{
        {"anybody", {}},
        {"guest", {"signed-in"}},
        {"secretary", all, "secretariat", "", "lyon-2030", of_lyon},
        {"category-secretary",
         {"signed-in", "category-manager", "door", "member"},
         "secretariat",
         "category=vip"},
        {"chair", {"signed-in", "chair", "member"}, "chair"},
        {"chair-of-a-body", {"signed-in", "chair", "member"}, "chair", "body=forum-of-rivers"},
        {"focal-point",
         {"signed-in", "focal-point", "delegate", "member"},
         "focal-point",
         "delegation=accra"},
        {"foreign-focal-point",
         {"signed-in", "focal-point", "delegate", "member"},
         "focal-point",
         "delegation=quito"},
        {"delegate", {"signed-in", "delegate", "member"}, "delegate", "delegation=accra"},
        {"interpreter", {"signed-in", "interpreter", "member"}, "interpreter"},
        {"door", {"signed-in", "door", "member"}, "door", "", "lyon-2030", {"LEAK-PERSON"}},
        {"category-door", {"signed-in", "door", "member"}, "door", "category=vip"},
        {"press", {"signed-in", "press", "member"}, "press"},
        {"observer", {"signed-in", "observer", "member"}, "observer"},
        {"foreign-secretary", {"signed-in"}, "secretariat", "", "porto-2031", {"LEAK-PORTO"}},
        {.name = "token-of-the-door",
         .opens = {"door", "member"},
         .role = "door",
         .reads = {"LEAK-PERSON"},
         .token_of = "door"},
        // Cut down to a role that its owner does not hold, whatever else that role could do.
        {.name = "token-of-no-role", .opens = {}, .role = "door", .token_of = "secretary"},
        {.name = "token-for-rooms",
         .opens = {"secretariat"},
         .reads = {"LEAK-ROOM"},
         .token_of = "secretary",
         .below = "/lyon-2030/sheets/rooms"},
    };
    return people;
}

inline std::string address_of_mail(const Somebody& one) { return one.name + "@people.example"; }

inline std::map<std::string, std::string>& tokens()
{
    static std::map<std::string, std::string> all;
    return all;
}

inline Sent as(const Somebody& one, std::string accept = "text/html")
{
    if (!one.token_of.empty())
        return {.as = As::anyone,
                .accept = std::move(accept),
                .headers = {{"Authorization", "Bearer " + tokens().at(one.name)}}};
    if (one.name == "anybody")
        return {.as = As::anyone, .accept = std::move(accept)};
    return {.as = As::anyone, .who = address_of_mail(one), .accept = std::move(accept)};
}

// Of what is no business of theirs, whatever they may open.
inline std::vector<std::string> leaked(const Somebody& one, const Shown& shown)
{
    std::vector<std::string> words;
    for (const auto& secret : secrets)
        if (one.reads.count(secret) == 0 && shown.holds(secret))
            words.push_back(secret);
    return words;
}

}  // namespace sala
