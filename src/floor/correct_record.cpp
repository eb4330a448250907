// SPDX-License-Identifier: Apache-2.0
//
// The chair corrects how long somebody spoke. What was measured stays: the correction is an act
// with its reason beside it.

#include "floor/hall.hpp"

namespace sala::floor {

static Result<web::Reply> correct(web::Desk& desk, const Hall& seen, const web::Form& form);

web::Verb correct_record()
{
    return {.path = "POST /{forum}/sittings/{sitting}/record",
            .allow = forum::chairs,
            .form = {web::text("entry", tr("Speech")).at_most(20),
                     web::number("seconds", tr("Seconds spoken")).at_most(86'400),
                     web::text("words", tr("Why")).at_most(300),
                     web::number("version", tr("Version")).at_most(1'000'000'000)},
            .run = web::on<Hall>(correct)};
}

Result<web::Reply> correct(web::Desk& desk, const Hall& seen, const web::Form& form)
{
    if (const auto fresh = is_fresh(seen, *form.number("version")); !fresh)
        return fresh.refusal();
    auto hall = seen;
    Step step;
    step.what = What::correct;
    step.entry = form.number("entry").value_or(0);
    step.seconds = *form.number("seconds");
    step.words = form["words"];
    if (const auto done = take(desk, hall, std::move(step)); !done)
        return done.refusal();
    return desk.go(desk.address());
}

}  // namespace sala::floor
