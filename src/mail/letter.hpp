// SPDX-License-Identifier: Apache-2.0
//
// A letter that Sala writes to one person. It lies in the outbox until somebody has read it.

#pragma once

#include "base/id.hpp"
#include "base/language.hpp"
#include "base/result.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace sala::mail {

struct Letter {
    std::int64_t forum = 0;  // number of the forum it is about; 0: the server itself
    std::string to_address;  // name@host, ASCII
    std::string to_name;     // may be empty
    std::string subject;     // one line
    std::string body;        // plain text, lines end with \n
    Language language = Language::english();
    std::string reason;  // the template's name, such as "declined_letter"
    // What {secret} in the body becomes when it leaves, such as a link that signs in. Pages never
    // show it, and it is forgotten as soon as the letter has left.
    std::string secret = {};

    bool operator==(const Letter&) const = default;
};

// Whether it can become a message at all: an address that is one, no line breaks where one line
// belongs (they would smuggle in headers), words in subject and body.
Allowed can_be_sent(const Letter& letter);

bool is_mail_address(std::string_view address);
// What is said of an address, typed into `field`, that is none.
Refusal no_mail_address(std::string field, std::string address);

}  // namespace sala::mail
