// SPDX-License-Identifier: Apache-2.0
//
// Feeds as feed readers expect them.

#include "document/feed.hpp"

#include "document/wall_clock.hpp"
#include "files.hpp"

#include <doctest/doctest.h>

using namespace sala;
using namespace sala::document;

TEST_CASE("a feed of releases is well-formed Atom and stays as it is")
{
    const auto at = [](std::string_view iso) { return moment_in(iso).value(); };
    const Feed feed{"https://forum.example/phnom-penh-2022/releases.atom",
                    "Phnom Penh 2022 <releases>",
                    "Programme & changes",
                    "https://forum.example/phnom-penh-2022/releases.atom",
                    "https://forum.example/phnom-penh-2022/releases",
                    "ASEAN Mayors Forum",
                    "th",
                    at("2022-11-21T03:04:05Z"),
                    {{"urn:uuid:886313e1-3b8a-5372-9b90-0c9aee199e5d",
                      "ฉบับที่ 2",
                      "https://forum.example/phnom-penh-2022/releases/2?a=1&b=2",
                      at("2022-11-20T00:00:00+07:00"),
                      at("2022-11-21T03:04:05Z"),
                      "3 changes",
                      {"programme"}},
                     {"urn:uuid:00b6d188-6e35-5955-8b7d-e53e1caca0fc",
                      "Imported",
                      "",
                      {},
                      at("2022-11-01T00:00:00Z"),
                      "",
                      {}}}};
    const auto xml = write_feed(feed);
    CHECK(xml == golden("feed.atom", xml));

    Folder folder;
    write_file(folder / "feed.xml", xml);
    CHECK(run("xmllint --nonet --noout " + (folder / "feed.xml")).exit == 0);
}
