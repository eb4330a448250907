// SPDX-License-Identifier: Apache-2.0
//
// Which page an address means, and which addresses mean none.

#include "web/router.hpp"
#include "web/routes.hpp"

#include <doctest/doctest.h>

#include <type_traits>

using namespace sala;
using namespace sala::web;

namespace {

NamedVerb verb(const std::string& name, const std::string& path, const Permission& allow = anyone)
{
    return {name,
            "src/test/" + name + ".cpp",
            {.path = path, .allow = allow, .run = simply([](Desk&) -> Result<Reply> {
                                               return Reply{};
                                           })}};
}

// "name forum=a city=b" of the verb found, or nothing.
std::string meant(const Routes& routes, const std::string& method, const std::string& path)
{
    const auto found = routes.find(method, path);
    if (!found)
        return {};
    auto words = found->verb->name;
    for (const auto& [name, value] : found->parameters)
        words += " " + name + "=" + value;
    return words;
}

}  // namespace

TEST_CASE("a word of a path beats a parameter, wherever it was declared")
{
    const Routes routes({verb("page", "GET /{forum}/{page}"), verb("forum", "GET /{forum}"),
                         verb("about", "GET /about"), verb("cities", "GET /{forum}/cities"),
                         verb("templates", "GET /about/{page}"), verb("home", "GET /")});
    CHECK(meant(routes, "GET", "/") == "home");
    CHECK(meant(routes, "GET", "/about") == "about");
    CHECK(meant(routes, "GET", "/lyon") == "forum forum=lyon");
    CHECK(meant(routes, "GET", "/lyon/cities") == "cities forum=lyon");
    CHECK(meant(routes, "GET", "/lyon/rooms") == "page forum=lyon page=rooms");
    CHECK(meant(routes, "GET", "/about/cities") == "templates page=cities");
    CHECK(meant(routes, "GET", "/lyon/cities/accra") == "");
}

TEST_CASE("a method is part of the address")
{
    const Routes routes({verb("read", "GET /{forum}/desk"), verb("write", "POST /{forum}/desk")});
    CHECK(meant(routes, "GET", "/a/desk") == "read forum=a");
    CHECK(meant(routes, "POST", "/a/desk") == "write forum=a");
    CHECK(meant(routes, "PUT", "/a/desk") == "");
    CHECK(routes.methods_of("/a/desk") == std::vector<std::string>{"GET", "POST"});
    CHECK(routes.methods_of("/a") == std::vector<std::string>{});
}

TEST_CASE("an address is taken apart into plain words")
{
    CHECK(path_segments("/") == std::vector<std::string>{});
    CHECK(path_segments("/a/b%20c") == std::vector<std::string>{"a", "b c"});
    CHECK(path_segments("/%E0%B8%81") == std::vector<std::string>{"ก"});
    CHECK(path_segments("/a+b") == std::vector<std::string>{"a+b"});
}

TEST_CASE("an address that could mean another place, or nothing a store can hold, is refused")
{
    for (const auto* path :
         {"", "a", "//", "/a/", "/a//b", "/.", "/..", "/a/../b", "/%2e%2e/a", "/a%2Fb", "/a%00",
          "/%00", "/a%0Ab", "/a%7F", "/%FF", "/%C0%AF", "/%ED%A0%80"}) {
        CAPTURE(path);
        CHECK_FALSE(path_segments(path));
    }
}

TEST_CASE("two verbs cannot claim one address, and a path out of shape does not start")
{
    CHECK_THROWS_AS(Routes({verb("one", "GET /{forum}/a"), verb("two", "GET /{forum}/a")}),
                    std::logic_error);
    CHECK_THROWS_AS(Routes({verb("one", "/{forum}/a")}), std::logic_error);
    CHECK_THROWS_AS(Routes({verb("one", "GET a")}), std::logic_error);
    CHECK_NOTHROW(Routes({verb("one", "GET /{forum}/a"), verb("two", "POST /{forum}/a")}));
}

TEST_CASE("the list of routes is a line each: method, path, permission, file")
{
    CHECK(routes_listing({verb("show", "GET /{forum}"),
                          verb("change", "POST /{forum}", secretariat), verb("home", "GET /")}) ==
          "GET / anyone src/test/home.cpp\n"
          "GET /{forum} anyone src/test/show.cpp\n"
          "POST /{forum} secretariat src/test/change.cpp\n");
}

TEST_CASE("there is no verb that forgot to say who may")
{
    // Whoever leaves `allow` out writes no program: it has no value of its own.
    CHECK_FALSE(std::is_default_constructible_v<web::Permission>);
    CHECK_FALSE(std::is_default_constructible_v<web::Verb>);
}
