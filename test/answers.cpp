// SPDX-License-Identifier: Apache-2.0

#include "answers.hpp"

#include "app/openapi_answers.hpp"
#include "base/result.hpp"
#include "web/asked.hpp"
#include "web/routes.hpp"

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <mutex>
#include <set>

#include <unistd.h>

namespace sala {

namespace {

std::string type_of(const Json& value)
{
    if (value.is_object())
        return "object";
    if (value.is_array())
        return "array";
    if (value.is_string())
        return "string";
    if (value.is_null())
        return "null";
    if (std::holds_alternative<bool>(value.value()))
        return "boolean";
    return std::holds_alternative<std::int64_t>(value.value()) ? "integer" : "number";
}

bool takes(const Json& types, const std::string& type)
{
    const auto is = [&](const Json& one) {
        return one.string() == type || (one.string() == "number" && type == "integer");
    };
    return types.is_array() ? std::any_of(types.items().begin(), types.items().end(), is)
                            : is(types);
}

std::string misfit(const Json& schema, const Json& value, const std::string& path);

std::string misfit_of_members(const Json& schema, const Json& value, const std::string& path)
{
    const auto& named = schema["properties"];
    const auto& other = schema["additionalProperties"];
    if (!named.is_object() && !other.is_object())
        return {};  // whatever it holds
    for (const auto& [name, member] : value.members()) {
        const auto& described = named[name].is_object() ? named[name] : other;
        if (!described.is_object())
            return path + "." + name + " (not described)";
        if (auto wrong = misfit(described, member, path + "." + name); !wrong.empty())
            return wrong;
    }
    for (const auto& name : schema["required"].items())
        if (std::none_of(value.members().begin(), value.members().end(),
                         [&](const auto& member) { return member.first == name.string(); }))
            return path + "." + name.string() + " (missing)";
    return {};
}

// The path of what is not as the schema says; nothing when all is. What is not described is wrong.
std::string misfit(const Json& schema, const Json& value, const std::string& path)
{
    if (schema.members().empty())
        return {};  // anything
    if (const auto& reference = schema["$ref"].string(); !reference.empty())
        return misfit(app::answer_schema(reference), value, path);
    if (const auto& choices = schema["anyOf"].items(); !choices.empty()) {
        std::string wrong;
        for (const auto& choice : choices)
            if (wrong = misfit(choice, value, path); wrong.empty())
                return {};
        return wrong;
    }
    if (!takes(schema["type"], type_of(value)))
        return path + " (" + type_of(value) + ")";
    for (std::size_t i = 0; i < value.items().size(); ++i)
        if (auto wrong =
                misfit(schema["items"], value.items()[i], path + "[" + std::to_string(i) + "]");
            !wrong.empty())
            return wrong;
    return value.is_object() ? misfit_of_members(schema, value, path) : std::string{};
}

// Which members there are and of which types: of answers that are alike in this, one is noted.
std::string shape_of(const Json& value)
{
    std::set<std::string> parts;
    for (const auto& item : value.items())
        parts.insert(shape_of(item));
    for (const auto& [name, member] : value.members())
        parts.insert(name + ":" + shape_of(member));
    auto shape = type_of(value) + "(";
    for (const auto& part : parts)
        shape += part + ",";
    return shape + ")";
}

void note(const char* folder, const std::string& verb, const std::string& type, const Json& answer)
{
    static std::mutex mutex;
    static std::set<std::string> seen;
    const std::lock_guard lock(mutex);
    if (!seen.insert(verb + type + shape_of(answer)).second)
        return;
    std::ofstream file(std::string(folder) + "/" + std::to_string(getpid()) + ".jsonl",
                       std::ios::app);
    file << Json::object({{"verb", verb}, {"type", type}, {"answer", answer}}).write() << '\n';
}

}  // namespace

void compare_with_description(const std::vector<web::NamedVerb>& verbs, const web::Request& request,
                              const web::Reply& reply)
{
    if (reply.status != 200 || request.method == "HEAD")
        return;
    static const web::Routes routes(verbs);
    const auto found = routes.find(request.method, web::asked(request).path);
    if (!found)
        return;
    const auto type = reply.stream.empty() ? reply.type.substr(0, reply.type.find(';'))
                                           : std::string("text/event-stream");
    const bool is_json = type == "application/json";
    const auto answer =
        is_json ? Json::read(reply.shared ? *reply.shared : reply.body).value_or(Json{}) : Json{};
    if (const auto* folder = std::getenv("SALA_ANSWERS")) {
        note(folder, found->verb->name, type, answer);
        return;
    }
    const auto& described = app::answers_of(found->verb->name)[type];
    auto wrong = described.is_null() ? type
                 : is_json           ? misfit(described, answer, "")
                                     : std::string{};
    if (!wrong.empty())
        throw Fault(found->verb->name + " answers what is not described: " + wrong +
                    ". If it should, bin/test --accept describes it.");
}

}  // namespace sala
