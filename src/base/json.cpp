// SPDX-License-Identifier: Apache-2.0

#include "base/json.hpp"

#include <boost/json.hpp>

namespace sala {

namespace {

Json from(const boost::json::value& value)
{
    using boost::json::kind;
    switch (value.kind()) {
    case kind::null:
        return nullptr;
    case kind::bool_:
        return value.get_bool();
    case kind::int64:
        return value.get_int64();
    case kind::uint64:
        return static_cast<double>(value.get_uint64());
    case kind::double_:
        return value.get_double();
    case kind::string:
        return std::string_view(value.get_string());
    case kind::array: {
        Json::Array items;
        for (const auto& item : value.get_array())
            items.push_back(from(item));
        return items;
    }
    case kind::object: {
        Json::Object members;
        for (const auto& member : value.get_object())
            members.emplace_back(std::string(member.key()), from(member.value()));
        return members;
    }
    }
    return nullptr;
}

void write_string(std::string& out, std::string_view text)
{
    constexpr std::string_view hex = "0123456789abcdef";
    out.push_back('"');
    for (const char c : text) {
        switch (c) {
        case '"':
            out.append("\\\"");
            break;
        case '\\':
            out.append("\\\\");
            break;
        case '\n':
            out.append("\\n");
            break;
        case '\r':
            out.append("\\r");
            break;
        case '\t':
            out.append("\\t");
            break;
        // Inside a <script type="application/ld+json"> a bare "<" could close the element.
        case '<':
            out.append("\\u003c");
            break;
        default:
            if (static_cast<unsigned char>(c) < 0x20) {
                out.append("\\u00");
                out.push_back(hex[static_cast<unsigned char>(c) >> 4]);
                out.push_back(hex[static_cast<unsigned char>(c) & 15]);
            } else {
                out.push_back(c);
            }
        }
    }
    out.push_back('"');
}

void write_to(std::string& out, const Json& json);

struct Writer {
    std::string& out;

    void operator()(std::monostate) const { out.append("null"); }
    void operator()(bool value) const { out.append(value ? "true" : "false"); }
    void operator()(std::int64_t value) const { out.append(std::to_string(value)); }
    void operator()(double value) const
    {
        out.append(boost::json::serialize(boost::json::value(value)));
    }
    void operator()(const std::string& value) const { write_string(out, value); }
    void operator()(const Json::Array& items) const
    {
        out.push_back('[');
        for (std::size_t i = 0; i < items.size(); ++i) {
            if (i > 0)
                out.push_back(',');
            write_to(out, items[i]);
        }
        out.push_back(']');
    }
    void operator()(const Json::Object& members) const
    {
        out.push_back('{');
        for (std::size_t i = 0; i < members.size(); ++i) {
            if (i > 0)
                out.push_back(',');
            write_string(out, members[i].first);
            out.push_back(':');
            write_to(out, members[i].second);
        }
        out.push_back('}');
    }
};

void write_to(std::string& out, const Json& json) { std::visit(Writer{out}, json.value()); }

}  // namespace

Json::Json(const Json&) = default;
Json::Json(Json&&) noexcept = default;
Json& Json::operator=(const Json&) = default;
Json& Json::operator=(Json&&) noexcept = default;
Json::~Json() = default;

std::optional<Json> Json::read(std::string_view text)
{
    boost::json::error_code failed;
    const auto value = boost::json::parse(text, failed);
    if (failed)
        return std::nullopt;
    return from(value);
}

std::string Json::write() const
{
    std::string out;
    write_to(out, *this);
    return out;
}

const std::string& Json::string() const
{
    static const std::string nothing;
    const auto* held = std::get_if<std::string>(&value_);
    return held ? *held : nothing;
}

std::int64_t Json::integer() const
{
    const auto* held = std::get_if<std::int64_t>(&value_);
    return held ? *held : 0;
}

double Json::real() const
{
    const auto* held = std::get_if<double>(&value_);
    return held ? *held : static_cast<double>(integer());
}

bool Json::boolean() const
{
    const auto* held = std::get_if<bool>(&value_);
    return held && *held;
}

const Json::Array& Json::items() const
{
    static const Array nothing;
    const auto* held = std::get_if<Array>(&value_);
    return held ? *held : nothing;
}

const Json::Object& Json::members() const
{
    static const Object nothing;
    const auto* held = std::get_if<Object>(&value_);
    return held ? *held : nothing;
}

const Json& Json::operator[](std::string_view member) const
{
    static const Json nothing;
    for (const auto& [name, value] : members())
        if (name == member)
            return value;
    return nothing;
}

void Json::set(std::string member, Json value)
{
    if (!is_object())
        value_ = Object{};
    auto& members = std::get<Object>(value_);
    for (auto& [name, held] : members)
        if (name == member) {
            held = std::move(value);
            return;
        }
    members.emplace_back(std::move(member), std::move(value));
}

void Json::push(Json value)
{
    if (!is_array())
        value_ = Array{};
    std::get<Array>(value_).push_back(std::move(value));
}

}  // namespace sala
