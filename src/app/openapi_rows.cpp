// SPDX-License-Identifier: Apache-2.0

#include "app/openapi_rows.hpp"

#include "sheet/sheet.hpp"

namespace sala::app {

namespace {

using sheet::Column;
using sheet::Sheet;

std::string name_of(const Sheet& sheet)
{
    auto name = "RowOf" + sheet.name;
    name[5] = static_cast<char>(std::toupper(static_cast<unsigned char>(name[5])));
    return name;
}

Json reference_to(const Sheet& sheet)
{
    return Json::object({{"$ref", "#/components/schemas/" + name_of(sheet)}});
}

// Numbers and days are sent as words, as a form sends them; an empty word empties the cell.
Json schema_of(const Column& column)
{
    auto schema =
        Json::object({{"title", sheet::label_of(column.name).english()}, {"type", "string"}});
    switch (column.kind) {
    case Column::number:
        schema.set("pattern", "^[0-9]*$");
        break;
    case Column::day:
        schema.set("pattern", "^([0-9]{4}-[0-9]{2}-[0-9]{2})?$");
        break;
    case Column::time:
        schema.set("pattern", "^([0-9]{2}:[0-9]{2})?$");
        break;
    case Column::ref:
        schema.set("description", "A key of the sheet " + column.to + ".");
        break;
    case Column::refs:
        schema.set("description", "Keys of the sheet " + column.to + ", with spaces between them.");
        break;
    case Column::choice: {
        auto words = Json::array();
        for (const auto& word : column.words)
            words.push(word);
        if (!column.required)
            words.push("");
        schema.set("enum", std::move(words));
        break;
    }
    default:
        break;
    }
    return schema;
}

Json schema_of(const Sheet& sheet)
{
    const auto words = Json::object({{"type", "string"}});
    auto properties = Json::object(
        {{"key", words},
         {"version", Json::object({{"type", "string"},
                                   {"description", "The version that was read; who changes "
                                                   "another one is told (412)."}})}});
    auto patterns = Json::object();
    for (const auto& column : sheet.columns) {
        if (column.is_text())
            patterns.set("^" + column.name + "_[a-z]+(_corrected)?$",
                         Json::object({{"title", sheet::label_of(column.name).english()},
                                       {"type", "string"}}));
        else
            properties.set(column.name, schema_of(column));
    }
    auto schema = Json::object({{"type", "object"},
                                {"description", sheet.about.english()},
                                {"properties", std::move(properties)},
                                {"additionalProperties", words}});
    if (!patterns.members().empty())
        schema.set("patternProperties", std::move(patterns));
    return schema;
}

}  // namespace

std::vector<std::pair<std::string, Json>> row_schemas()
{
    std::vector<std::pair<std::string, Json>> schemas;
    for (const auto& sheet : sheet::all_sheets())
        schemas.emplace_back(name_of(sheet), schema_of(sheet));
    return schemas;
}

Json row_taken_by(const web::NamedVerb& verb)
{
    if (!verb.verb.any_fields)
        return {};
    if (verb.verb.path.ends_with("/settings"))
        return reference_to(sheet::sheet_named("forum"));
    if (verb.verb.path.find("/sheets/{sheet}") == std::string::npos)
        return {};
    auto rows = Json::array();
    for (const auto& sheet : sheet::all_sheets())
        if (sheet.scope != Sheet::itself)
            rows.push(reference_to(sheet));
    return Json::object({{"anyOf", std::move(rows)}});
}

}  // namespace sala::app
