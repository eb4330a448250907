// SPDX-License-Identifier: Apache-2.0
//
// A role that somebody was given at a forum, by whom and when, and that it was taken away.

#pragma once

#include "base/id.hpp"
#include "base/instant.hpp"
#include "base/result.hpp"
#include "forum/roles.hpp"

#include <cstdint>
#include <optional>
#include <string>

namespace sala::forum {

struct Delegation;  // who comes together under one name: a row of delegation

// One row, written once. Built by `granted`, so that no role stands without what it needs.
class Grant {
public:
    struct Given {
        std::int64_t forum = 0;
        Id<web::Login> to;
        std::string role;
        web::Limits limits = {};  // "delegation", "body" or "category", by number
        Id<web::Login> by;        // empty: the server itself
        Instant at;
    };

    // Refuses: no-such-role; role-needs-delegation; role-not-so-limited.
    static Result<Grant> granted(Id<Grant> id, Given given);

    Id<Grant> id() const { return id_; }
    const Given& given() const { return given_; }
    std::optional<std::int64_t> limit(std::string_view what) const;

    // Whether both give the same person the same thing.
    bool gives_the_same(const Given& other) const
    {
        return given_.to == other.to && given_.role == other.role && given_.limits == other.limits;
    }

private:
    Grant(Id<Grant> id, Given given) : id_(id), given_(std::move(given)) {}

    Id<Grant> id_;
    Given given_;
};

// A role is taken away, at once.
struct Withdrawal {
    std::int64_t forum = 0;
    Id<Grant> grant;
    Id<web::Login> by;
    Instant at;
};

// Nobody takes their own role away: they could not give it back, and nobody would know why.
Allowed may_withdraw(Id<web::Login> holder, Id<web::Login> by);

}  // namespace sala::forum
