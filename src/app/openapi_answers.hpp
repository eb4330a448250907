// SPDX-License-Identifier: Apache-2.0
//
// What each verb answers when all is well, for the description of the API.
//
// templates/answers.json holds it: for each verb its media types, and of JSON the schema. It is
// written from what the tests saw (bin/test --accept), and every answer that a test sees is
// compared with it, so that it cannot say what is not so.

#pragma once

#include "base/json.hpp"

#include <string>
#include <string_view>

namespace sala::app {

// Media type -> schema; nothing (null) for a verb that answers by leading elsewhere only.
const Json& answers_of(const std::string& verb);

// The parts that several answers share, for the description's list of schemas.
const Json::Object& shared_answer_schemas();
// Of one that is named as the description names it: "#/components/schemas/Text".
const Json& answer_schema(std::string_view reference);

}  // namespace sala::app
