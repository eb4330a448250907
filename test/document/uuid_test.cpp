// SPDX-License-Identifier: Apache-2.0
//
// Identifiers that follow from names.

#include "document/uuid.hpp"

#include <doctest/doctest.h>

using namespace sala::document;

TEST_CASE("a name gives the identifier that other programs give it too")
{
    // Python: uuid.uuid5(uuid.NAMESPACE_DNS, "python.org"), from its documentation.
    CHECK(uuid5("6ba7b810-9dad-11d1-80b4-00c04fd430c8", "python.org") ==
          "886313e1-3b8a-5372-9b90-0c9aee199e5d");
    CHECK(uuid5(uuid_namespace_url, "a") != uuid5(uuid_namespace_url, "b"));
    CHECK(is_uuid(uuid5(uuid_namespace_url, "ศาลา")));
}

TEST_CASE("what is no UUID is told from what is")
{
    CHECK(is_uuid("886313E1-3b8a-5372-9b90-0c9aee199e5d"));
    CHECK_FALSE(is_uuid("886313e1-3b8a-5372-9b90-0c9aee199e5"));
    CHECK_FALSE(is_uuid("886313e1-3b8a-5372-9b90-0c9aee199e5g"));
    CHECK_FALSE(is_uuid("886313e1x3b8a-5372-9b90-0c9aee199e5d"));
    CHECK_FALSE(is_uuid(""));
}
