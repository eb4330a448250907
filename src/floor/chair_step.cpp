// SPDX-License-Identifier: Apache-2.0

#include "floor/chair_step.hpp"

#include "floor/as_planned.hpp"
#include "floor/filling.hpp"
#include "floor/held_rules.hpp"
#include "floor/speakers.hpp"

#include <charconv>

namespace sala::floor {

namespace {

struct Said {
    std::string word;
    std::vector<std::string> more;

    std::int64_t number(std::size_t place) const
    {
        std::int64_t number = 0;
        if (place < more.size())
            std::from_chars(more[place].data(), more[place].data() + more[place].size(), number);
        return number;
    }
};

Said split(std::string_view words)
{
    Said said;
    while (!words.empty()) {
        const auto space = words.find(' ');
        auto part = std::string(words.substr(0, space));
        words.remove_prefix(space == std::string_view::npos ? words.size() : space + 1);
        if (said.word.empty())
            said.word = std::move(part);
        else
            said.more.push_back(std::move(part));
    }
    return said;
}

Result<Step> entering(const Hall& hall, const Said& said, const web::Form& form, Step step)
{
    const auto kind = kind_named(said.more.empty() ? form["kind"] : said.more.front());
    if (!kind)
        return invalid("kind", "no-such-kind", "Say what the floor is wanted for.");
    step.kind = *kind;
    step.seconds = form.number("minutes").value_or(0) * 60;
    if (step.kind == Kind::chair)
        return step;
    if (step.kind == Kind::order) {
        const auto rank = rank_of(hall.rules, form["category"]);
        if (!rank)
            return rank.refusal();
        step.other = *rank;
    }
    const auto* delegation = hall.names.delegation(form["delegation"]);
    if (!delegation)
        return invalid("delegation", "no-such-delegation", "There is no such delegation here.");
    step.delegation = delegation->id;
    enter_as_planned(hall, step);
    return step;
}

// Whoever speaks is of the delegation that has the place.
Allowed choose_speaker(web::Desk& desk, const Hall& hall, Step& step)
{
    if (step.what != What::substitute && step.what != What::name)
        return allowed();
    const auto* entry = hall.floor.entry(step.entry);
    if (step.what == What::substitute && step.person == 0)
        return invalid("person", "no-such-speaker", "Say who speaks instead.");
    const auto chosen =
        speaker_chosen(desk.session(), hall, entry ? entry->delegation : 0, step.person);
    if (!chosen)
        return chosen.refusal();
    name_in(step, *chosen);
    return allowed();
}

}  // namespace

std::vector<web::Field> fields_of_step()
{
    return {web::text("step", tr("Step"))
                .at_most(60)
                .hinted(tr("A word, and numbers behind it: “give”, “move 12 3”, “add-time -60”.")),
            web::number("version", tr("Version")).at_most(1'000'000'000),
            web::text("words", tr("Reason or message")).optional().at_most(300),
            web::text("kind", tr("What for")).optional().at_most(20),
            web::text("delegation", tr("Delegation")).optional().at_most(200),
            web::text("category", tr("Category of the point of order")).optional().at_most(500),
            web::text("entry", tr("Speaker")).optional().at_most(20),
            web::text("entry-1", tr("One")).optional().at_most(20),
            web::text("entry-2", tr("The other")).optional().at_most(20),
            web::text("person", tr("Who")).optional().at_most(20),
            web::number("minutes", tr("Minutes")).optional().at_most(240)};
}

Result<Step> read_step(const Hall& hall, const web::Form& form)
{
    const auto said = split(form["step"]);
    if (said.word == "nothing")
        return invalid("step", "no-button", "Press the button of what you want to do.");
    const auto what = what_named(said.word);
    // Whoever corrects who spoke names a delegation, on the page of the record; rules have a page.
    if (!what || *what == What::correct_speaker || *what == What::rules)
        return invalid("step", "no-such-step", "The floor knows no such step.");
    Step step;
    step.what = *what;
    step.words = form["words"];
    switch (step.what) {
    case What::enter:
        return entering(hall, said, form, std::move(step));
    case What::add_time:
        step.seconds = said.number(0);
        return step;
    case What::swap:
        step.entry = said.more.empty() ? form.number("entry-1").value_or(0) : said.number(0);
        step.other = said.more.empty() ? form.number("entry-2").value_or(0) : said.number(1);
        return step;
    case What::correct:
        step.entry = said.number(0);
        step.seconds = said.number(1);
        return step;
    default:
        break;
    }
    step.entry = said.more.empty() ? form.number("entry").value_or(0) : said.number(0);
    step.other = said.number(1);
    if (step.what == What::substitute || step.what == What::name)
        step.person = form.number("person").value_or(0);
    // Numbers of others are nobody's business here: an order and minutes are computed, an undo
    // takes the last.
    if (step.what == What::order || step.what == What::message || step.what == What::hand_over ||
        step.what == What::allot)
        step.entry = 0;
    if (step.what == What::withdraw)
        step.other = 0;
    return step;
}

Allowed take_chair_step(web::Desk& desk, Hall& hall, const web::Form& form)
{
    if (form["step"] == "fill")
        return fill_list(desk, hall);
    if (form["step"] == "order")
        return put_in_order(desk, hall);
    auto read = read_step(hall, form);
    if (!read)
        return read.refusal();
    auto step = *std::move(read);
    if (const auto chosen = choose_speaker(desk, hall, step); !chosen)
        return chosen.refusal();
    if (step.what == What::close && hall.poll)
        return conflict("poll-open",
                        "A question is being decided by cards. Close the poll first, then the "
                        "sitting.");
    const auto what = step.what;
    const auto kind = step.kind;
    if (what == What::open && hall.is_called_off())
        return conflict("sitting-cancelled",
                        "The programme has this sitting as cancelled, so it cannot be opened. "
                        "Whoever keeps the programme can take the mark away.");
    if (what == What::open && hall.floor.phase() == Floor::Phase::before)
        settle_rules(desk, hall);
    if (what == What::open && is_untouched(hall))
        if (const auto filled = fill_list(desk, hall); !filled)
            return filled.refusal();
    if (const auto done = take(desk, hall, std::move(step)); !done)
        return done.refusal();
    if (what == What::enter && kind == Kind::chair)
        return take(desk, hall, {.what = What::give, .entry = hall.acts.back().id});
    return allowed();
}

}  // namespace sala::floor
