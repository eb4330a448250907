// SPDX-License-Identifier: Apache-2.0
//
// Somebody gives the code of this moment and comes in. Each code is good once, and after a few
// wrong ones one begins again with the first step.

#include "web/code_guess.hpp"
#include "web/login_secrets.hpp"
#include "web/way_in.hpp"

namespace sala::web {

static Result<Reply> give(Desk& desk, const Form& form);

Verb give_code()
{
    return {.path = "POST /login/code",
            .allow = anyone,
            .form = {secret("code", tr("Code")).at_most(40)},
            .run = simply(give)};
}

Result<Reply> give(Desk& desk, const Form& form)
{
    if (const auto may = may_sign_in_here(desk); !may)
        return may.refusal();
    const auto half = half_way(desk.session(), desk.request(), desk.now());
    if (!half)
        return forbidden("sign-in-again",
                         "This took too long, or there were too many wrong codes. Please sign in "
                         "again.");
    // Beginning again and again gives nobody more attempts.
    const auto good = guess_code(desk, half->login, [&] {
        auto used = use_code(desk.session(), half->login, form["code"], desk.now());
        if (!used)
            note_wrong_code(desk.session(), desk.request());
        return used;
    });
    if (!good)
        return good.refusal();
    forget_attempts(desk.session(), code_attempt(desk, half->login));
    return come_in_with_code(desk, *half);
}

}  // namespace sala::web
