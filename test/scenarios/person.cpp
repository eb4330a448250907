// SPDX-License-Identifier: Apache-2.0

#include "scenarios/person.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace sala::scenarios {

namespace {

const std::string html = "text/html";
const std::string json = "application/json";

// "rooms, row 2, capacity: not-a-number"
std::string problem_words(const Json& problem)
{
    auto words = problem["sheet"].string();
    if (problem["row"].integer() > 0)
        words += fmt::format(", row {}", problem["row"].integer());
    if (!problem["column"].string().empty())
        words += ", " + problem["column"].string();
    return words + ": " + problem["code"].string();
}

Fields sent_fields(const PageForm& form, const Button& button)
{
    Fields fields;
    for (const auto& field : form.fields)
        if (field.type != "file" && field.ticked)
            fields.emplace_back(field.name, field.value);
    if (!button.name.empty())
        fields.emplace_back(button.name, button.value);
    return fields;
}

void write(Field& field, int line, const std::string& value)
{
    if (field.type == "checkbox")
        throw Wrong{line, "“" + field.name + "” is ticked or not; nothing is written there."};
    if (field.type == "select" && std::ranges::find(field.options, value) == field.options.end())
        throw Wrong{line, fmt::format("“{}” offers: {}.", field.name, joined(field.options, ", "))};
    field.value = value;
}

void tick(Field& field, int line)
{
    if (field.type != "checkbox")
        throw Wrong{line, "“" + field.name + "” cannot be ticked."};
    field.ticked = true;
}

}  // namespace

Answer Person::opens(const std::string& address)
{
    typed_.clear();
    attached_ = {};
    return answer(get(address, html), false, [&] { return get(address, json); });
}

Answer Person::downloads(const std::string& address)
{
    const auto shown = get(address, "*/*");
    if (shown.status == 200)
        download_ = {address.substr(address.rfind('/') + 1), shown.body};
    return {shown.status == 200 ? "kept" : fmt::format("{} {}", shown.status, shown.problem)};
}

void Person::changes(int line, const std::string& field, const std::string& value)
{
    typed_.push_back({line, field, [value](Field& one, int at) { write(one, at, value); }});
}

void Person::ticks(int line, const std::string& field) { typed_.push_back({line, field, tick}); }

Answer Person::presses(int line, const std::string& label)
{
    auto pressed = find(line, label);
    type_into(pressed.form);
    const auto reply = send(pressed, html);
    const auto came = answer(reply, true, [&] { return send(pressed, json); });
    attached_ = {};
    return came;
}

std::string Person::in_field(int line, const std::string& name) const
{
    for (auto form : page_.forms)
        if (const auto* field = form.field(name))
            return field->value;
    throw Wrong{line, "There is no field “" + name + "” on the page."};
}

Person::Pressed Person::find(int line, const std::string& label) const
{
    std::vector<Pressed> found;
    std::vector<std::string> others;
    for (const auto& form : page_.forms)
        for (const auto& button : form.buttons) {
            others.push_back(fmt::format("“{}” in {}", button.label, form.action));
            if (button.label == label)
                found.push_back({form, button});
        }
    if (found.size() != 1)
        throw Wrong{line, fmt::format("There are {} such buttons. The page has: {}.", found.size(),
                                      joined(others, ", "))};
    return found.front();
}

void Person::type_into(PageForm& form)
{
    for (const auto& typed : std::exchange(typed_, {})) {
        auto* field = form.field(typed.field);
        if (!field)
            throw Wrong{typed.line, "There is no field “" + typed.field + "” in this form."};
        typed.into(*field, typed.line);
    }
}

Shown Person::send(const Pressed& pressed, const std::string& accept)
{
    const auto& form = pressed.form;
    const auto fields = sent_fields(form, pressed.button);
    auto shown = form.takes_files ? stage_->upload(form.action, "file", attached_.name,
                                                   attached_.bytes, fields, with_cookies(accept))
                                  : stage_->post(form.action, fields, with_cookies(accept));
    keep_cookie(shown);
    return shown;
}

Shown Person::get(const std::string& address, const std::string& accept)
{
    auto shown = stage_->get(address.substr(0, address.find('#')), with_cookies(accept));
    keep_cookie(shown);
    return shown;
}

Sent Person::with_cookies(const std::string& accept) const
{
    std::vector<std::string> cookies;
    for (const auto& [name, value] : cookies_)
        cookies.push_back(name + "=" + value);
    Sent sent{.as = As::anyone, .language = language_, .accept = accept};
    if (!cookies.empty())
        sent.headers.emplace_back("Cookie", joined(cookies, "; "));
    return sent;
}

void Person::keep_cookie(const Shown& shown)
{
    const auto set = shown.header("Set-Cookie");
    const auto equals = set.find('=');
    if (equals == std::string_view::npos)
        return;
    const auto end = std::min(set.find(';'), set.size());
    cookies_[std::string(set.substr(0, equals))] = set.substr(equals + 1, end - equals - 1);
}

Answer Person::answer(const Shown& shown, bool after_post, const std::function<Shown()>& as_program)
{
    page_ = read_page(shown.body);
    if (shown.status == 200)
        return {"shown"};
    if (shown.status != 303)
        return refused(shown, as_program());
    if (shown.location.starts_with("/login?next=")) {
        const auto to_program = as_program().status;
        return {to_program == 401 ? "sign in first"
                                  : fmt::format("sign in first, but {} for programs", to_program)};
    }
    const auto next = get(shown.location, html);
    page_ = read_page(next.body);
    if (next.status != 200)
        return {fmt::format("led to {}, which is {}", shown.location, next.status)};
    return {after_post ? "saved" : "led to " + shown.location};
}

Answer Person::refused(const Shown& shown, const Shown& to_program) const
{
    if (shown.status != to_program.status)
        return {fmt::format("{}, but {} for programs", shown.status, to_program.status)};
    if (!to_program.problem.empty())
        return {fmt::format("{} {}", shown.status, to_program.problem)};
    Answer answer{fmt::format("{} problems:", shown.status)};
    const auto reply = to_program.json();
    for (const auto& problem : reply["problems"].items())
        answer.problems.push_back(problem_words(problem));
    return answer;
}

}  // namespace sala::scenarios
