// SPDX-License-Identifier: Apache-2.0
//
// A program asks what it can ask for: the description of every address, made from the verbs.

#include "web/verb.hpp"

namespace sala::web {

static Result<Reply> describe(Desk& desk);

Verb describe_api()
{
    return {.path = "GET /api/openapi",
            .allow = anyone,
            .run = simply(describe),
            .summary = "This description, as OpenAPI 3.1."};
}

Result<Reply> describe(Desk& desk)
{
    return desk.send("application/json", desk.house().describe_api());
}

}  // namespace sala::web
