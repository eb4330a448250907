// SPDX-License-Identifier: Apache-2.0
//
// JSON as a plain value, so that nouns, views and the store share one without seeing the library.
//
// Objects keep the order in which their members were given. Ids and other numbers over 53 bits are
// given as strings.

#pragma once

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace sala {

class Json {
public:
    using Member = std::pair<std::string, Json>;
    using Array = std::vector<Json>;
    using Object = std::vector<Member>;

    // Copied and taken down in one place: inline they would be compiled in each of many files
    // again.
    Json(const Json&);
    Json(Json&&) noexcept;
    Json& operator=(const Json&);
    Json& operator=(Json&&) noexcept;
    ~Json();

    Json() = default;
    Json(std::nullptr_t) {}
    Json(bool value) : value_(value) {}
    Json(int value) : value_(std::int64_t{value}) {}
    Json(std::int64_t value) : value_(value) {}
    Json(std::size_t value) : value_(static_cast<std::int64_t>(value)) {}
    Json(double value) : value_(value) {}
    Json(const char* value) : value_(std::string(value)) {}
    Json(std::string_view value) : value_(std::string(value)) {}
    Json(std::string value) : value_(std::move(value)) {}
    Json(Array values) : value_(std::move(values)) {}
    Json(Object members) : value_(std::move(members)) {}

    static Json object(std::initializer_list<Member> members = {}) { return Json(Object(members)); }
    static Json array(std::initializer_list<Json> values = {}) { return Json(Array(values)); }

    // Nothing when the text is not JSON, nested deeper than 32, or not UTF-8.
    static std::optional<Json> read(std::string_view text);
    std::string write() const;

    bool is_null() const { return std::holds_alternative<std::monostate>(value_); }
    bool is_string() const { return std::holds_alternative<std::string>(value_); }
    bool is_array() const { return std::holds_alternative<Array>(value_); }
    bool is_object() const { return std::holds_alternative<Object>(value_); }

    // Reading is forgiving: what is absent or of another kind is empty, zero or false.
    const std::string& string() const;
    std::int64_t integer() const;
    double real() const;
    bool boolean() const;
    const Array& items() const;
    const Object& members() const;
    const Json& operator[](std::string_view member) const;

    void set(std::string member, Json value);
    void push(Json value);

    bool operator==(const Json&) const = default;

    using Value =
        std::variant<std::monostate, bool, std::int64_t, double, std::string, Array, Object>;
    const Value& value() const { return value_; }

private:
    Value value_;
};

}  // namespace sala
