// SPDX-License-Identifier: Apache-2.0
//
// A code that somebody typed, of an app or from paper: few can be tried in a while, and a wrong one
// is counted although what was asked for is refused.

#pragma once

#include "web/desk.hpp"
#include "web/login_session.hpp"
#include "web/sign_in_attempts.hpp"

#include <type_traits>

namespace sala::web {

inline Attempt code_attempt(const Desk& desk, Id<Login> login)
{
    return {"code", login.word(), desk.request().peer};
}

// `try_code` says what the code opens, or why it does not. Refuses too-many-attempts, and whatever
// that refuses.
template <typename Try>
auto guess_code(Desk& desk, Id<Login> login, Try try_code) -> std::invoke_result_t<Try>
{
    const auto attempt = code_attempt(desk, login);
    if (const auto may = may_try(desk.session(), attempt, desk.now()); !may)
        return may.refusal();
    auto opened = try_code();
    if (!opened) {
        note_attempt(desk.session(), attempt, desk.now(), *desk.house().numbering);
        desk.keep_even_refused();
    }
    return opened;
}

}  // namespace sala::web
