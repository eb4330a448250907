// SPDX-License-Identifier: Apache-2.0

#include "web/form.hpp"

#include "base/json.hpp"
#include "script/normal.hpp"
#include "script/yes_or_no.hpp"
#include "web/multipart.hpp"

#include <algorithm>
#include <charconv>

namespace sala::web {

namespace {

constexpr std::size_t text_bytes_max = 64UL * 1024;
constexpr std::size_t name_bytes_max = 200;
constexpr std::size_t json_bytes_max =
    2UL * 1024 * 1024;  // read, it takes some thirty times as much

Refusal not_utf8(const std::string& field)
{
    return invalid(field, "not-utf8",
                   "This text is not UTF-8. Please type it again or paste it as plain text.");
}

Refusal too_many_fields()
{
    return invalid({}, "too-many-fields", "This form was sent with more than 1,000 fields.");
}

Allowed take(Form& form, std::string name, const std::string& value)
{
    if (name.size() > name_bytes_max)
        return invalid({}, "field-name-too-long",
                       "A field of this form has a name that is too long.");
    if (!script::is_utf8(name))
        return not_utf8({});
    if (value.size() > text_bytes_max)
        return invalid(name, "text-too-long",
                       "This text is longer than 64 KiB. Please shorten it.");
    if (!script::is_utf8(value))
        return not_utf8(name);
    if (form.values().size() >= pairs_max)
        return too_many_fields();
    form.set(std::move(name), script::clean(value));
    return allowed();
}

Result<Form> read_urlencoded(std::string_view body)
{
    Form form;
    auto pairs = read_pairs(body);
    // Reading stops there, and what stands behind it must not be lost in silence.
    if (pairs.size() > pairs_max)
        return too_many_fields();
    for (auto& [name, value] : pairs)
        if (auto taken = take(form, std::move(name), value); !taken)
            return taken.refusal();
    return form;
}

Result<Form> read_json(std::string_view body)
{
    if (body.size() > json_bytes_max)
        return invalid({}, "json-too-long", "The JSON is longer than 2 MiB. Send files as a form.");
    const auto json = Json::read(body);
    if (!json || !json->is_object())
        return invalid({}, "not-json", "The body is not a JSON object.");
    Form form;
    for (const auto& [name, value] : json->members()) {
        const auto words = value.is_string() ? value.string() : value.write();
        if (value.is_null() || words == "false")
            continue;
        if (auto taken = take(form, name, words); !taken)
            return taken.refusal();
    }
    return form;
}

Result<Form> read_parts(std::string_view type, std::string_view body)
{
    const auto parts = read_multipart(type, body);
    if (!parts)
        return parts.refusal();
    Form form;
    for (const auto& part : *parts) {
        if (part.file_name) {
            if (!part.file_name->empty() || !part.body.empty())
                form.add(part.name,
                         Upload{script::is_utf8(*part.file_name) ? *part.file_name : "file",
                                part.type, std::string(part.body)});
        } else if (auto taken = take(form, part.name, std::string(part.body)); !taken) {
            return taken.refusal();
        }
    }
    return form;
}

std::size_t characters(std::string_view text)
{
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
        return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
    }));
}

std::optional<Refusal> check_text(const Field& field, const std::string& value)
{
    if (const auto length = characters(value); static_cast<std::int64_t>(length) > field.high)
        return invalid(field.name, "too-long", "This has {length} characters; at most {limit} fit.",
                       {{"length", std::to_string(length)}, {"limit", std::to_string(field.high)}});
    return std::nullopt;
}

std::optional<Refusal> check_number(const Field& field, const Form& form)
{
    const auto value = form.number(field.name);
    if (!value)
        return invalid(field.name, "not-a-number", "Please give a whole number, such as 7.");
    if (*value < field.low || *value > field.high)
        return invalid(field.name, "out-of-range", "Please give a number from {low} to {high}.",
                       {{"low", std::to_string(field.low)}, {"high", std::to_string(field.high)}});
    return std::nullopt;
}

std::optional<Refusal> check_file(const Field& field, const Form& form)
{
    std::int64_t bytes = 0;
    for (const auto& upload : form.uploads(field.name))
        bytes += static_cast<std::int64_t>(upload.bytes.size());
    if (!form.upload(field.name) && field.required)
        return invalid(field.name, "no-file", "Please choose a file.");
    if (bytes > field.high)
        return invalid(field.name, "file-too-large", "This file is larger than {limit} MiB.",
                       {{"limit", std::to_string(field.high / (1024L * 1024))}});
    return std::nullopt;
}

std::optional<Refusal> check_field(const Field& field, const Form& form)
{
    if (field.kind == Field::file)
        return check_file(field, form);
    const auto& value = form[field.name];
    if (value.empty()) {
        if (field.required && field.kind != Field::tick)
            return invalid(field.name, "required", "Please fill this in.");
        return std::nullopt;
    }
    if (field.kind == Field::number)
        return check_number(field, form);
    if (field.kind == Field::tick && !script::yes_or_no(value))
        return invalid(field.name, "not-yes-or-no",
                       "“{value}” is neither yes nor no. Write yes or no.", {{"value", value}});
    if (field.kind == Field::choice &&
        std::none_of(field.choices.begin(), field.choices.end(),
                     [&](const auto& one) { return one.first == value; }))
        return invalid(field.name, "not-a-choice", "“{value}” is not one of the choices.",
                       {{"value", value}});
    return check_text(field, value);
}

}  // namespace

Field text(std::string name, Sentence label)
{
    return {Field::text, std::move(name), std::move(label)};
}
Field lines(std::string name, Sentence label)
{
    return Field{Field::lines, std::move(name), std::move(label)}.at_most(20'000);
}
Field number(std::string name, Sentence label)
{
    return Field{Field::number, std::move(name), std::move(label)}.at_most(100'000);
}
Field choice(std::string name, Sentence label,
             std::vector<std::pair<std::string, Sentence>> choices)
{
    return Field{Field::choice, std::move(name), std::move(label)}.one_of(std::move(choices));
}
Field tick(std::string name, Sentence label)
{
    return Field{Field::tick, std::move(name), std::move(label)}.optional();
}
Field file(std::string name, Sentence label)
{
    return Field{Field::file, std::move(name), std::move(label)}.at_most(32L * 1024 * 1024);
}
Field secret(std::string name, Sentence label)
{
    return {Field::secret, std::move(name), std::move(label)};
}
Field hidden(std::string name) { return Field{Field::hidden, std::move(name), {}}.optional(); }

const std::string& Form::operator[](std::string_view name) const
{
    static const std::string nothing;
    const auto found = values_.find(name);
    return found == values_.end() ? nothing : found->second;
}

bool Form::has(std::string_view name) const { return values_.find(name) != values_.end(); }

bool Form::ticked(std::string_view name) const
{
    return script::yes_or_no((*this)[name]).value_or(false);
}

std::optional<std::int64_t> Form::number(std::string_view name) const
{
    const auto& value = (*this)[name];
    std::int64_t read = 0;
    const auto [end, failed] = std::from_chars(value.data(), value.data() + value.size(), read);
    if (value.empty() || failed != std::errc{} || end != value.data() + value.size())
        return std::nullopt;
    return read;
}

const Upload* Form::upload(std::string_view name) const
{
    const auto& all = uploads(name);
    return all.empty() ? nullptr : &all.front();
}

const std::vector<Upload>& Form::uploads(std::string_view name) const
{
    static const std::vector<Upload> none;
    const auto found = uploads_.find(name);
    return found == uploads_.end() ? none : found->second;
}

Result<Form> read_form(const Request& request)
{
    const auto type = request.header("Content-Type");
    if (request.body.empty())
        return Form{};
    if (type.starts_with("multipart/form-data"))
        return read_parts(type, request.body);
    if (type.starts_with("application/json"))
        return read_json(request.body);
    if (type.starts_with("application/x-www-form-urlencoded"))
        return read_urlencoded(request.body);
    return invalid({}, "unknown-body", "The body is neither a form nor JSON.");
}

Form read_to_show_again(const Request& request)
{
    Form form;
    if (!request.header("Content-Type").starts_with("application/x-www-form-urlencoded"))
        return form;
    for (auto& [name, value] : read_pairs(request.body))
        if (script::is_utf8(name) && script::is_utf8(value) && form.values().size() < pairs_max)
            form.set(std::move(name), script::clean(value));
    return form;
}

std::vector<Refusal> check_form(const std::vector<Field>& fields, const Form& form)
{
    std::vector<Refusal> refusals;
    for (const auto& field : fields)
        if (auto refusal = check_field(field, form))
            refusals.push_back(std::move(*refusal));
    return refusals;
}

}  // namespace sala::web
