// SPDX-License-Identifier: Apache-2.0
//
// Carries the approved letters to the mail server, one after the other, and comes back later when
// it is closed: after 1 and 5 minutes, half an hour, 2 and 8 hours, and then gives up.
//
// Without a mail server nothing is sent and nothing is noted; the letters stay in the outbox.

#pragma once

#include "base/instant.hpp"
#include "mail/smtp.hpp"
#include "store/store.hpp"

#include <atomic>
#include <condition_variable>
#include <cstddef>
#include <functional>
#include <mutex>
#include <thread>

namespace sala::mail {

class Postman {
public:
    // Writes the letters that somebody waits for, who was answered before they were written;
    // answers whether there were any.
    using WriteAwaited = std::function<bool(store::Store&)>;

    // The store must outlive the postman.
    Postman(store::Store& store, SmtpOptions options, WriteAwaited write_awaited = {});
    ~Postman();  // stops

    bool has_mail_server() const { return !options_.address.empty(); }

    // Everything that is due at `now`, or what comes before a letter that somebody waits for: the
    // next round begins with it. Answers how many letters were tried.
    std::size_t run_once(Instant now);

    void start();  // a thread that looks after every commit and whenever a letter is due
    void stop();   // a letter on its way is interrupted and tried again later

private:
    void work();
    bool write_awaited();

    store::Store& store_;
    const SmtpOptions options_;
    const WriteAwaited write_awaited_;
    std::atomic<bool> stopping_{false};
    std::mutex mutex_;
    std::condition_variable woken_;
    std::thread thread_;
};

}  // namespace sala::mail
