// SPDX-License-Identifier: Apache-2.0

#include "registration/registration.hpp"

#include <utility>

namespace sala::registration {

namespace {

constexpr std::pair<Status, std::string_view> status_words[] = {
    {Status::draft, "draft"},        {Status::submitted, "submitted"},
    {Status::returned, "returned"},  {Status::approved, "approved"},
    {Status::waiting, "waiting"},    {Status::refused, "refused"},
    {Status::withdrawn, "withdrawn"}};

constexpr std::pair<Step, std::string_view> step_words[] = {
    {Step::submit, "submit"}, {Step::give_back, "give-back"},  {Step::approve, "approve"},
    {Step::wait, "wait"},     {Step::refuse, "refuse"},        {Step::withdraw, "withdraw"},
    {Step::change, "change"}, {Step::reconsider, "reconsider"}};

template <class Value, std::size_t N>
std::string_view word_in(const std::pair<Value, std::string_view> (&words)[N], Value wanted)
{
    for (const auto& [value, word] : words)
        if (value == wanted)
            return word;
    return {};
}

template <class Value, std::size_t N>
std::optional<Value> named_in(const std::pair<Value, std::string_view> (&words)[N],
                              std::string_view wanted)
{
    for (const auto& [value, word] : words)
        if (word == wanted)
            return value;
    return std::nullopt;
}

struct Way {
    Status from;
    Step step;
    Status to;
};

// Every way there is; what does not stand here does not happen.
constexpr Way ways[] = {
    {Status::draft, Step::submit, Status::submitted},
    {Status::draft, Step::withdraw, Status::withdrawn},
    {Status::submitted, Step::give_back, Status::returned},
    {Status::submitted, Step::approve, Status::approved},
    {Status::submitted, Step::wait, Status::waiting},
    {Status::submitted, Step::refuse, Status::refused},
    {Status::submitted, Step::withdraw, Status::withdrawn},
    {Status::returned, Step::submit, Status::submitted},
    {Status::returned, Step::withdraw, Status::withdrawn},
    {Status::approved, Step::give_back, Status::returned},
    {Status::approved, Step::refuse, Status::refused},
    {Status::approved, Step::withdraw, Status::withdrawn},
    {Status::approved, Step::change, Status::submitted},
    {Status::waiting, Step::give_back, Status::returned},
    {Status::waiting, Step::approve, Status::approved},
    {Status::waiting, Step::refuse, Status::refused},
    {Status::waiting, Step::withdraw, Status::withdrawn},
    {Status::refused, Step::reconsider, Status::submitted},
    {Status::withdrawn, Step::submit, Status::submitted},
};

// Why a step leads nowhere from there, and what would.
Refusal not_from_here(Status status)
{
    switch (status) {
    case Status::draft:
        return conflict(
            "not-from-here",
            "This registration has not been sent in yet. The delegation sends it in first.");
    case Status::submitted:
        return conflict(
            "not-from-here",
            "This registration has been sent in and is to be decided. It is not sent in or "
            "taken up a second time.");
    case Status::returned:
        return conflict("not-from-here",
                        "This registration was sent back. The delegation sends it in again first.");
    case Status::approved:
        return conflict("not-from-here",
                        "This registration is approved already. It can be sent back, refused or "
                        "withdrawn.");
    case Status::waiting:
        return conflict(
            "not-from-here",
            "This registration waits for a place already. It can be approved, sent back, "
            "refused or withdrawn.");
    case Status::refused:
        return conflict("not-from-here",
                        "This registration was refused. The secretariat can take it up again.");
    case Status::withdrawn:
        return conflict("not-from-here",
                        "This registration was withdrawn. The delegation can send it in again.");
    }
    return conflict("not-from-here", "This registration cannot become that.");
}

}  // namespace

std::string_view word(Status status) { return word_in(status_words, status); }
std::string_view word(Step step) { return word_in(step_words, step); }
std::optional<Status> status_named(std::string_view word) { return named_in(status_words, word); }
std::optional<Step> step_named(std::string_view word) { return named_in(step_words, word); }

Side side_of(Step step)
{
    switch (step) {
    case Step::submit:
    case Step::withdraw:
    case Step::change:
        return Side::delegation;
    case Step::give_back:
    case Step::approve:
    case Step::wait:
    case Step::refuse:
    case Step::reconsider:
        return Side::secretariat;
    }
    return Side::secretariat;
}

bool needs_reason(Step step) { return step == Step::give_back || step == Step::refuse; }

std::optional<Status> after(Status status, Step step)
{
    for (const auto& way : ways)
        if (way.from == status && way.step == step)
            return way.to;
    return std::nullopt;
}

Result<Act> Registration::taken(Id<Act> id, Wanted wanted) const
{
    const auto side = side_of(wanted.step);
    if (wanted.side == Side::delegation && side == Side::secretariat)
        return forbidden("not-yours-to-decide",
                         "The secretariat decides about this. You can change or withdraw it.");
    const auto becomes = after(status_, wanted.step);
    if (!becomes)
        return not_from_here(status_);
    if (needs_reason(wanted.step) && wanted.reason.empty())
        return invalid("reason", "reason-needed",
                       "Please say why, in a sentence the delegation can read.");
    if (wanted.step == Step::approve && !wanted.places.free())
        return conflict("category-full",
                        "Every place of this category is taken. Let this person wait, or give the "
                        "category more places.");
    return Act{forum_,      id,        id_,
               wanted.step, *becomes,  wanted.side == Side::secretariat && side == Side::delegation,
               wanted.by,   wanted.at, std::move(wanted.reason)};
}

Result<Edit> Registration::edited(Side side, bool matters, bool closed) const
{
    if (status_ == Status::refused || status_ == Status::withdrawn)
        return conflict("not-editable",
                        "This registration was refused or withdrawn, so nothing is changed in it.");
    const bool sent_in = status_ != Status::draft && status_ != Status::returned;
    if (side == Side::delegation && closed && sent_in)
        return Edit::asked_for;
    // What the secretariat writes itself, it has decided.
    if (side == Side::delegation && matters && status_ == Status::approved)
        return Edit::decided_again;
    return Edit::kept;
}

}  // namespace sala::registration
