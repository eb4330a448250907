// SPDX-License-Identifier: Apache-2.0
//
// A delegation is invited, once; its letter may go out again and again, each time with a link of
// its own; and it answers. What was asked and answered is added; only whom it goes to can be put
// right.

#pragma once

#include "base/id.hpp"
#include "base/instant.hpp"
#include "base/result.hpp"
#include "forum/grant.hpp"
#include "mail/letter.hpp"

#include <chrono>
#include <optional>
#include <string>

namespace sala::registration {

// A link in a letter works this long, counted from when the letter was prepared.
constexpr std::chrono::hours invitation_link_lives{24 * 30};

struct Invitation {
    std::int64_t forum = 0;
    Id<Invitation> id;
    Id<forum::Delegation> delegation;
    Id<web::Login> by;
    Instant at;
    // Beside the act; empty once erased.
    std::string name;
    std::string address;
    Language language = Language::english();
};

// It went to somebody else, to a wrong address or in the wrong language.
struct Correction {
    std::int64_t forum = 0;
    Id<Correction> id;
    Id<Invitation> invitation;
    Id<web::Login> by;
    Instant at;
    bool new_address = false;
    // Beside the act.
    std::string name;
    std::string address;
    Language language = Language::english();
};

// What the delegation says. Built by answered(), so that none comes without a focal point.
struct Answer {
    struct Words {
        std::string head;  // who leads it, in its own words
        std::int64_t people = 0;
        std::string focal_name;
        std::string focal_address;
        std::string remark;

        bool operator==(const Words&) const = default;
    };

    std::int64_t forum = 0;
    Id<Answer> id;
    Id<Invitation> invitation;
    bool comes = false;
    Id<web::Login> by;  // empty: through the link of the letter
    Instant at;
    Words words;
};

// Refuses: focal-point-needed; not-a-mail-address.
inline Result<Answer> answered(Answer answer)
{
    if (!answer.comes) {
        answer.words.people = 0;
        answer.words.focal_name.clear();
        answer.words.focal_address.clear();
        return answer;
    }
    if (answer.words.focal_name.empty())
        return invalid("focal_name", "focal-point-needed",
                       "Please name the person we may turn to. They register everybody who comes.");
    if (!mail::is_mail_address(answer.words.focal_address))
        return mail::no_mail_address("focal_address", answer.words.focal_address);
    return answer;
}

}  // namespace sala::registration
