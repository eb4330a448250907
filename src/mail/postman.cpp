// SPDX-License-Identifier: Apache-2.0

#include "mail/postman.hpp"

#include "mail/standing.hpp"

#include <spdlog/spdlog.h>

#include <chrono>
#include <optional>
#include <vector>

namespace sala::mail {

namespace {

constexpr auto look_every = std::chrono::seconds{1};
constexpr auto rest_after_trouble = std::chrono::seconds{30};

Instant clock_now()
{
    return Instant{std::chrono::duration_cast<std::chrono::milliseconds>(
                       std::chrono::system_clock::now().time_since_epoch())
                       .count()};
}

}  // namespace

Postman::Postman(store::Store& store, SmtpOptions options, WriteAwaited write_awaited)
    : store_(store),
      options_(std::move(options)),
      write_awaited_(std::move(write_awaited))
{
}

Postman::~Postman() { stop(); }

std::size_t Postman::run_once(Instant now)
{
    if (!has_mail_server())
        return 0;
    write_awaited();
    std::vector<Kept> letters;
    store_.read([&](store::Session& session) { letters = due(session, now); });
    std::size_t tried = 0;
    for (auto& letter : letters) {
        if (stopping_ || (tried > 0 && write_awaited()))
            break;
        // Another copy of the program may have been quicker since we looked.
        bool ours = false;
        std::string unsubscribe;
        store_.write([&](store::Session& session) {
            letter.letter.secret = secret_of(session, letter.id);
            unsubscribe = unsubscribe_of(session, letter.id);
            return ours = take(session, letter.id, now);
        });
        if (!ours)
            continue;
        ++tried;
        Delivery delivery{Delivery::never, ""};
        try {
            delivery = deliver(
                options_, letter.letter.to_address,
                message_of(letter.letter, letter.id, letter.created_at, options_.from, unsubscribe),
                stopping_);
        } catch (const Fault& fault) {
            delivery.answer = fault.what();
        }
        store_.write([&](store::Session& session) {
            if (delivery.outcome == Delivery::sent)
                note_sent(session, letter.id, delivery.answer, now);
            else
                note_failed(session, letter.id, delivery.answer,
                            delivery.outcome == Delivery::never, now);
            return true;
        });
    }
    return tried;
}

bool Postman::write_awaited() { return write_awaited_ && write_awaited_(store_); }

void Postman::start()
{
    if (has_mail_server() && !thread_.joinable())
        thread_ = std::thread([this] { work(); });
}

void Postman::stop()
{
    {
        const std::lock_guard lock(mutex_);
        stopping_ = true;
    }
    woken_.notify_all();
    if (thread_.joinable())
        thread_.join();
}

// Looking costs a query, so it is done only after a commit or when the next letter is due.
void Postman::work()
{
    std::optional<std::int64_t> seen;
    std::optional<Instant> next;
    while (!stopping_) {
        auto pause = std::chrono::milliseconds{look_every};
        try {
            const auto generation = store_.generation();
            const auto now = clock_now();
            if (seen != generation || (next && *next <= now)) {
                const bool tried = run_once(now) > 0;
                store_.read([&](store::Session& session) { next = next_due(session, now); });
                seen = generation;
                if (tried && next && *next <= now)
                    continue;  // the round was full, or ended for somebody who waits
            }
        } catch (const std::exception& error) {
            spdlog::error("The postman could not look into the outbox: {}", error.what());
            pause = rest_after_trouble;
        }
        std::unique_lock lock(mutex_);
        if (woken_.wait_for(lock, pause, [this] { return stopping_.load(); }))
            return;
    }
}

}  // namespace sala::mail
