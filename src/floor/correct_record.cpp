// SPDX-License-Identifier: Apache-2.0
//
// The chair corrects how long somebody spoke, or who it was. What was measured and who had the
// floor stay: the correction is an act with its reason beside it.

#include "floor/speakers.hpp"

namespace sala::floor {

static Result<web::Reply> correct(web::Desk& desk, const Hall& seen, const web::Form& form);

web::Verb correct_record()
{
    return {.path = "POST /{forum}/sittings/{sitting}/record",
            .allow = forum::chairs,
            .form = {web::text("entry", tr("Speech")).at_most(20),
                     web::number("seconds", tr("Seconds spoken")).optional().at_most(86'400),
                     web::text("speaker", tr("Who spoke"))
                         .optional()
                         .at_most(220)
                         .hinted(tr("DELEGATION/PERSON: a key and a number; 0 for nobody named.")),
                     web::text("words", tr("Why")).at_most(300),
                     web::number("version", tr("Version")).at_most(1'000'000'000)},
            .run = web::on<Hall>(correct)};
}

// "bangkok/12": who it was, of which delegation.
static Allowed read_speaker(web::Desk& desk, const Hall& hall, const std::string& words, Step& step)
{
    const auto slash = words.find('/');
    const auto* delegation = hall.names.delegation(std::string_view(words).substr(0, slash));
    web::Form number;
    number.set("person", slash == std::string::npos ? "0" : words.substr(slash + 1));
    if (!delegation || !number.number("person"))
        return invalid("speaker", "no-such-delegation", "There is no such delegation here.");
    const auto chosen =
        speaker_chosen(desk.session(), hall, delegation->id, *number.number("person"));
    if (!chosen)
        return chosen.refusal();
    step.what = What::correct_speaker;
    step.delegation = delegation->id;
    name_in(step, *chosen);
    return allowed();
}

Result<web::Reply> correct(web::Desk& desk, const Hall& seen, const web::Form& form)
{
    if (const auto fresh = is_fresh(seen, *form.number("version")); !fresh)
        return fresh.refusal();
    auto hall = seen;
    Step step;
    step.what = What::correct;
    step.entry = form.number("entry").value_or(0);
    step.words = form["words"];
    if (form["speaker"].empty() && !form.number("seconds"))
        return invalid("seconds", "nothing-to-correct", "Say how long it was, or who spoke.");
    step.seconds = form.number("seconds").value_or(0);
    if (!form["speaker"].empty())
        if (const auto read = read_speaker(desk, hall, form["speaker"], step); !read)
            return read.refusal();
    if (const auto done = take(desk, hall, std::move(step)); !done)
        return done.refusal();
    return desk.go(desk.address());
}

}  // namespace sala::floor
