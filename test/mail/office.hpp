// SPDX-License-Identifier: Apache-2.0
//
// A store, a postman and a clock that stands still; the mail server may be absent.

#pragma once

#include "mail/outbox.hpp"
#include "mail/postman.hpp"
#include "mail/smtp_server.hpp"
#include "stage_store.hpp"

#include <doctest/doctest.h>

#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace sala::test {

constexpr Instant morning{1'670'000'000'000};

// An outbox with its postman.
struct Office {
    explicit Office(std::string smtp = "", mail::SmtpOptions options = {},
                    mail::Postman::WriteAwaited write_awaited = {})
        : store(fresh_store()),
          postman(*store, with(std::move(options), std::move(smtp)), std::move(write_awaited))
    {
    }

    static mail::SmtpOptions with(mail::SmtpOptions options, std::string smtp)
    {
        options.address = std::move(smtp);
        options.from = {"secretariat@forum.example", "Secretariat"};
        options.in_the_clear = true;
        return options;
    }

    Id<mail::Letter> prepared(std::string subject = "Your meeting", std::int64_t forum = 7)
    {
        Id<mail::Letter> id;
        store->write([&](store::Session& session) {
            id = mail::prepare(session, letter(std::move(subject), forum), morning, numbering);
            return true;
        });
        return id;
    }
    Id<mail::Letter> approved(std::string subject = "Your meeting")
    {
        const auto id = prepared(std::move(subject));
        CHECK(approves(id) == "");
        return id;
    }
    static mail::Letter letter(std::string subject, std::int64_t forum)
    {
        return {.forum = forum,
                .to_address = "somchai@bangkok.example",
                .to_name = "สมชาย",
                .subject = std::move(subject),
                .body = "See you.\n.\nThe secretariat\n",
                .language = Language::thai(),
                .reason = "invitation"};
    }

    std::string approves(Id<mail::Letter> id, Instant now = morning)
    {
        return changes(
            [&](store::Session& session) { return mail::approve(session, id, "Dara", now); });
    }
    std::string drops(Id<mail::Letter> id)
    {
        return changes(
            [&](store::Session& session) { return mail::drop(session, id, "Dara", morning); });
    }
    template <class Change>
    std::string changes(Change change)
    {
        std::string code;
        store->write([&](store::Session& session) {
            const auto may = change(session);
            code = may ? "" : may.refusal().code;
            return code.empty();
        });
        return code;
    }

    mail::Kept one(Id<mail::Letter> id)
    {
        std::optional<mail::Kept> found;
        store->read([&](store::Session& session) { found = mail::find(session, id); });
        REQUIRE(found);
        return *found;
    }
    std::vector<std::string> acts(Id<mail::Letter> id)
    {
        std::vector<std::string> all;
        store->read([&](store::Session& session) {
            for (const auto& [what] : session.select<std::string>(
                     "SELECT what FROM letter_act WHERE letter = :letter ORDER BY number", id))
                all.push_back(what);
        });
        return all;
    }

    std::unique_ptr<store::Store> store;
    Numbering numbering{1};
    mail::Postman postman;
};

}  // namespace sala::test
