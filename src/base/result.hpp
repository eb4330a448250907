// SPDX-License-Identifier: Apache-2.0
//
// What a rule answers: a value, or a Refusal that says no in a kind sentence.
//
// A Refusal is the forum's "no" and a value. A Fault, the world failing (disk, network), is an
// exception. A Bug is an assertion.

#pragma once

#include "base/sentence.hpp"

#include <cassert>
#include <stdexcept>
#include <utility>
#include <variant>

namespace sala {

struct Refusal {
    enum Kind { invalid, forbidden, missing, conflict, stale, busy, too_many };

    Kind kind;
    std::string field;  // the form field it stands beside; empty when it concerns the whole
    std::string code;   // stable, kebab-case, for programs
    Sentence sentence;  // for people

    bool operator==(const Refusal&) const = default;
};

inline Refusal invalid(std::string field, std::string code, std::string sentence,
                       Arguments arguments = {})
{
    return {Refusal::invalid, std::move(field), std::move(code),
            tr(std::move(sentence), std::move(arguments))};
}
inline Refusal forbidden(std::string code, std::string sentence, Arguments arguments = {})
{
    return {Refusal::forbidden, {}, std::move(code), tr(std::move(sentence), std::move(arguments))};
}
inline Refusal missing(std::string code, std::string sentence, Arguments arguments = {})
{
    return {Refusal::missing, {}, std::move(code), tr(std::move(sentence), std::move(arguments))};
}
inline Refusal conflict(std::string code, std::string sentence, Arguments arguments = {})
{
    return {Refusal::conflict, {}, std::move(code), tr(std::move(sentence), std::move(arguments))};
}
inline Refusal stale(std::string code, std::string sentence, Arguments arguments = {})
{
    return {Refusal::stale, {}, std::move(code), tr(std::move(sentence), std::move(arguments))};
}
inline Refusal busy(std::string code, std::string sentence, Arguments arguments = {})
{
    return {Refusal::busy, {}, std::move(code), tr(std::move(sentence), std::move(arguments))};
}

inline Refusal too_many(std::string code, std::string sentence, Arguments arguments = {})
{
    return {Refusal::too_many, {}, std::move(code), tr(std::move(sentence), std::move(arguments))};
}

template <class Value>
class [[nodiscard]] Result {
public:
    Result(Value value) : held_(std::in_place_index<0>, std::move(value)) {}
    Result(Refusal refusal) : held_(std::in_place_index<1>, std::move(refusal)) {}

    explicit operator bool() const { return held_.index() == 0; }

    const Value& operator*() const& { return value(); }
    Value&& operator*() && { return std::get<0>(std::move(held_)); }
    const Value* operator->() const { return &value(); }

    const Value& value() const
    {
        assert(held_.index() == 0);
        return std::get<0>(held_);
    }
    const Refusal& refusal() const
    {
        assert(held_.index() == 1);
        return std::get<1>(held_);
    }

private:
    std::variant<Value, Refusal> held_;
};

struct Nothing {
    bool operator==(const Nothing&) const = default;
};
using Allowed = Result<Nothing>;  // a rule with no value: allowed() or a Refusal

inline Allowed allowed() { return Nothing{}; }

// The world failed: disk full, store gone. `what()` is for the log, never for a visitor.
struct Fault : std::runtime_error {
    using std::runtime_error::runtime_error;
};

}  // namespace sala
