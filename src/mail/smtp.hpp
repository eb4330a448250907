// SPDX-License-Identifier: Apache-2.0
//
// Handing one message to the mail server.

#pragma once

#include "mail/message.hpp"

#include <atomic>
#include <chrono>
#include <string>

namespace sala::mail {

struct SmtpOptions {
    std::string address;  // smtp://host:587 or smtps://host; empty: nothing is ever sent
    std::string user;     // may be empty
    std::string password;
    Sender from;
    // smtp:// insists on STARTTLS unless this is set; only for a mail server on this machine.
    bool in_the_clear = false;
    std::chrono::milliseconds connect_time_max = std::chrono::seconds{10};
    std::chrono::milliseconds time_max = std::chrono::seconds{60};  // for one message
};

struct Delivery {
    enum Outcome {
        sent,
        later,  // not now: the line broke, the other side is busy, the password is wrong
        never   // the other side refused this letter for good (5xx)
    };
    Outcome outcome;
    std::string answer;  // the server's last line or our own sentence; ASCII, at most 500 bytes

    bool operator==(const Delivery&) const = default;
};

// Blocks until done; gives up soon after `stopping` becomes true.
Delivery deliver(const SmtpOptions& options, const std::string& to, const std::string& message,
                 const std::atomic<bool>& stopping);

}  // namespace sala::mail
