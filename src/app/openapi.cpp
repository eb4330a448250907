// SPDX-License-Identifier: Apache-2.0

#include "app/openapi.hpp"

#include "app/openapi_answers.hpp"
#include "app/openapi_rows.hpp"

#include <algorithm>

namespace sala::app {

namespace {

using web::Field;
using web::NamedVerb;

std::string words_of(const NamedVerb& verb)
{
    if (!verb.verb.summary.empty())
        return verb.verb.summary;
    auto words = verb.name;
    std::replace(words.begin(), words.end(), '_', ' ');
    words[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(words[0])));
    return words + ".";
}

std::string group_of(const NamedVerb& verb)
{
    const auto from = verb.file.find('/') + 1;
    return verb.file.substr(from, verb.file.find('/', from) - from);
}

Json parameter_of(const web::Query& query)
{
    auto schema = Json::object({{"type", "string"}});
    if (!query.words.empty()) {
        auto words = Json::array();
        for (const auto& word : query.words)
            words.push(word);
        schema.set("enum", std::move(words));
    }
    return Json::object({{"name", query.name},
                         {"in", "query"},
                         {"description", query.meaning},
                         {"required", query.required},
                         {"schema", std::move(schema)}});
}

Json parameters_of(const web::Verb& verb)
{
    const auto& path = verb.path;
    auto parameters = Json::array();
    for (auto open = path.find('{'); open != std::string::npos; open = path.find('{', open + 1))
        parameters.push(
            Json::object({{"name", path.substr(open + 1, path.find('}', open) - open - 1)},
                          {"in", "path"},
                          {"required", true},
                          {"schema", Json::object({{"type", "string"}})}}));
    for (const auto& query : verb.query)
        parameters.push(parameter_of(query));
    return parameters;
}

Json schema_of(const Field& field)
{
    auto schema = Json::object({{"title", field.label.english()}});
    if (const auto hint = field.hint.english(); !hint.empty())
        schema.set("description", hint);
    switch (field.kind) {
    case Field::number:
        schema.set("type", "integer");
        schema.set("minimum", field.low);
        schema.set("maximum", field.high);
        break;
    case Field::secret:
        schema.set("type", "string");
        schema.set("format", "password");
        schema.set("maxLength", field.high);
        break;
    case Field::tick:
        schema.set("type", "boolean");
        break;
    case Field::file:
        schema.set("type", "string");
        schema.set("contentMediaType", "application/octet-stream");
        break;
    case Field::choice: {
        auto words = Json::array();
        for (const auto& [value, label] : field.choices)
            words.push(value);
        schema.set("type", "string");
        schema.set("enum", std::move(words));
        break;
    }
    default:
        schema.set("type", "string");
        schema.set("maxLength", field.high);
    }
    return schema;
}

Json body_of(const NamedVerb& verb)
{
    auto properties = Json::object();
    auto required = Json::array();
    bool has_file = false;
    for (const auto& field : verb.verb.form) {
        properties.set(field.name, schema_of(field));
        if (field.required && field.kind != Field::tick)
            required.push(field.name);
        has_file = has_file || field.kind == Field::file;
    }
    auto schema = Json::object({{"type", "object"}, {"properties", std::move(properties)}});
    if (!required.items().empty())
        schema.set("required", std::move(required));
    if (verb.verb.any_fields)
        schema.set("additionalProperties", Json::object({{"type", "string"}}));
    if (auto row = row_taken_by(verb); !row.is_null())
        schema = std::move(row);
    const auto content = Json::object({{"schema", schema}});
    auto types = Json::object({{"multipart/form-data", content}});
    if (!has_file) {
        types.set("application/x-www-form-urlencoded", content);
        types.set("application/json", content);
    }
    return Json::object({{"content", std::move(types)}});
}

Json answer(const char* words, Json content)
{
    return Json::object({{"description", words}, {"content", std::move(content)}});
}

Json problem_content()
{
    return Json::object(
        {{"application/problem+json",
          Json::object({{"schema", Json::object({{"$ref", "#/components/schemas/Problem"}})}})}});
}

// What was seen of it in the tests, and the further representations that it declares.
Json content_of(const NamedVerb& verb)
{
    const auto words = Json::object({{"schema", Json::object({{"type", "string"}})}});
    auto content = Json::object();
    for (const auto& [type, schema] : answers_of(verb.name).members())
        content.set(type, Json::object({{"schema", schema}}));
    if (verb.verb.path.starts_with("GET "))
        for (const auto format : verb.verb.also) {
            const auto type = web::media_type(format);
            content.set(std::string(type.substr(0, type.find(';'))), words);
        }
    return content;
}

Json responses_of(const NamedVerb& verb)
{
    const bool reads = verb.verb.path.starts_with("GET ");
    auto responses = Json::object();
    if (auto content = content_of(verb); !content.members().empty())
        responses.set("200", answer(reads ? "What is there." : "Done; what has become of it.",
                                    std::move(content)));
    if (!reads || responses.members().empty())
        responses.set("303",
                      Json::object({{"description", reads ? "What was asked for is at Location."
                                                          : "Done; the page to look at next is in "
                                                            "Location."}}));
    if (!reads)
        responses.set("422", answer("Something in the form is not right; the fields say what.",
                                    problem_content()));
    if (!verb.verb.allow.is_public())
        responses.set("401", answer("Sign in first.", problem_content()));
    responses.set("404", answer("There is no such thing, or not for you.", problem_content()));
    return responses;
}

Json operation_of(const NamedVerb& verb)
{
    auto operation = Json::object({{"operationId", verb.name},
                                   {"summary", words_of(verb)},
                                   {"tags", Json::array({group_of(verb)})}});
    auto parameters = parameters_of(verb.verb);
    if (!parameters.items().empty())
        operation.set("parameters", std::move(parameters));
    if (!verb.verb.path.starts_with("GET "))
        operation.set("requestBody", body_of(verb));
    operation.set("responses", responses_of(verb));
    operation.set("security", verb.verb.allow.is_public()
                                  ? Json::array()
                                  : Json::array({Json::object({{"login", Json::array()}}),
                                                 Json::object({{"token", Json::array()}})}));
    return operation;
}

Json problem_schema()
{
    const auto words = Json::object({{"type", "string"}});
    return Json::object(
        {{"type", "object"},
         {"description", "A refusal (RFC 9457): a stable code and a sentence for people."},
         {"required", Json::array({"status", "code", "title"})},
         {"properties",
          Json::object(
              {{"type", words},
               {"status", Json::object({{"type", "integer"}})},
               {"code", words},
               {"title", words},
               {"fields", Json::object({{"type", "array"},
                                        {"items", Json::object({{"type", "object"}})}})}})}});
}

Json components()
{
    auto schemas = Json::object({{"Problem", problem_schema()}});
    for (const auto& [name, schema] : shared_answer_schemas())
        schemas.set(name, schema);
    for (auto& [name, schema] : row_schemas())
        schemas.set(name, std::move(schema));
    const auto cookie =
        Json::object({{"type", "apiKey"}, {"in", "cookie"}, {"name", "__Host-sala"}});
    const auto token = Json::object({{"type", "http"}, {"scheme", "bearer"}});
    return Json::object({{"securitySchemes", Json::object({{"login", cookie}, {"token", token}})},
                         {"schemas", std::move(schemas)}});
}

}  // namespace

Json describe_api(const std::vector<NamedVerb>& verbs, const std::string& version,
                  const std::string& public_url)
{
    auto paths = Json::object();
    std::vector<const NamedVerb*> sorted;
    sorted.reserve(verbs.size());
    for (const auto& verb : verbs)
        sorted.push_back(&verb);
    std::sort(sorted.begin(), sorted.end(), [](const NamedVerb* a, const NamedVerb* b) {
        return a->verb.path.substr(a->verb.path.find(' ')) <
               b->verb.path.substr(b->verb.path.find(' '));
    });
    auto tags = Json::array();
    std::vector<std::string> groups;
    for (const auto* verb : sorted) {
        const auto space = verb->verb.path.find(' ');
        auto method = verb->verb.path.substr(0, space);
        std::transform(method.begin(), method.end(), method.begin(),
                       [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
        const auto path = verb->verb.path.substr(space + 1);
        auto held = paths[path];
        held.set(method, operation_of(*verb));
        paths.set(path, std::move(held));
        if (std::find(groups.begin(), groups.end(), group_of(*verb)) == groups.end())
            groups.push_back(group_of(*verb));
    }
    std::sort(groups.begin(), groups.end());
    for (const auto& group : groups)
        tags.push(Json::object({{"name", group}, {"description", "Verbs of src/" + group + "."}}));
    return Json::object(
        {{"openapi", "3.1.0"},
         {"info",
          Json::object(
              {{"title", "Sala"},
               {"version", version},
               {"description",
                "A forum server for networks of cities. Every page is also JSON at the "
                "same address with the ending .json."},
               {"license", Json::object({{"name", "Apache-2.0"}, {"identifier", "Apache-2.0"}})}})},
         {"servers", Json::array({Json::object({{"url", public_url.empty() ? "/" : public_url}})})},
         {"tags", std::move(tags)},
         {"paths", std::move(paths)},
         {"components", components()}});
}

}  // namespace sala::app
