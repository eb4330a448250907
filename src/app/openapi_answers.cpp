// SPDX-License-Identifier: Apache-2.0

#include "app/openapi_answers.hpp"

#include "base/embedded.hpp"
#include "base/result.hpp"

namespace sala::app {

static const Json& held()
{
    static const Json answers = [] {
        const auto file = embedded_file("templates/app/answers.json");
        auto read = file ? Json::read(*file) : std::nullopt;
        if (!read)
            throw Fault("what verbs answer is not described");
        return *std::move(read);
    }();
    return answers;
}

const Json& answers_of(const std::string& verb) { return held()["verbs"][verb]; }

const Json::Object& shared_answer_schemas() { return held()["schemas"].members(); }

const Json& answer_schema(std::string_view reference)
{
    return held()["schemas"][reference.substr(reference.rfind('/') + 1)];
}

}  // namespace sala::app
