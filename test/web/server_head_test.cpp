// SPDX-License-Identifier: Apache-2.0

#include "web/server_head.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

using namespace sala::web;

namespace {

// The head with these lines after "GET / HTTP/1.1", and the status it is refused with; 0: accepted.
int refused(const std::string& lines, const std::string& first = "GET / HTTP/1.1")
{
    const auto read = read_head(first + "\r\n" + lines + "\r\n");
    const auto* no = std::get_if<HeadRefusal>(&read);
    return no ? no->status : 0;
}

Head accepted(const std::string& bytes)
{
    auto read = read_head(bytes);
    REQUIRE(std::holds_alternative<Head>(read));
    return std::get<Head>(read);
}

}  // namespace

TEST_CASE("a head is read into method, address, fields and framing")
{
    const auto head =
        accepted("POST /a?b=c HTTP/1.1\r\nHost: sala\r\nX-Empty:\r\nX-Two:  a b \t\r\n"
                 "Content-Length: 12\r\nExpect: 100-continue\r\nConnection: TE, close\r\n\r\n");

    CHECK(head.method == "POST");
    CHECK(head.target == "/a?b=c");
    CHECK(head.headers == std::vector<Header>{{"Host", "sala"},
                                              {"X-Empty", ""},
                                              {"X-Two", "a b"},
                                              {"Content-Length", "12"},
                                              {"Expect", "100-continue"},
                                              {"Connection", "TE, close"}});
    CHECK(head.length == 12);
    CHECK_FALSE(head.chunked);
    CHECK_FALSE(head.keep_alive);
    CHECK(head.expects_continue);
}

TEST_CASE("whatever two programs could read in two ways is refused")
{
    CHECK(refused("Host: a\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n") == 400);
    CHECK(refused("Host: a\r\nTransfer-Encoding: chunked\r\nContent-Length: 5\r\n") == 400);
    CHECK(refused("Host: a\r\nContent-Length: 5\r\nContent-Length: 6\r\n") == 400);
    CHECK(refused("Host: a\r\nContent-Length: 5\r\nContent-Length: 5\r\n") == 400);
    CHECK(refused("Host: a\r\nContent-Length: 5, 5\r\n") == 400);
    CHECK(refused("Host: a\r\nContent-Length: +5\r\n") == 400);
    CHECK(refused("Host: a\r\nContent-Length: -5\r\n") == 400);
    CHECK(refused("Host: a\r\nContent-Length: 0x5\r\n") == 400);
    CHECK(refused("Host: a\r\nContent-Length:\r\n") == 400);
    CHECK(refused("Host: a\r\nContent-Length: 99999999999999999999\r\n") == 400);
    CHECK(refused("Host: a\r\nTransfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n") ==
          400);
    CHECK(refused("Host: a\r\nTransfer-Encoding: gzip, chunked\r\n") == 501);
    CHECK(refused("Host: a\r\nTransfer-Encoding: identity\r\n") == 501);
    CHECK(refused("Transfer-Encoding: chunked\r\n", "POST / HTTP/1.0") == 400);
    CHECK(refused("Host: a\r\nX: 1\r\n 2\r\n") == 400);
    CHECK(refused(" Host: a\r\n") == 400);
    CHECK(refused("Host: a\r\nContent-Length : 5\r\n") == 400);
    CHECK(refused("Host: a\r\nX: a\rb\r\n") == 400);
    CHECK(refused(std::string("Host: a\r\nX: a\0b\r\n", 18)) == 400);
    CHECK(refused("Host: a\r\n: nameless\r\n") == 400);
    CHECK(refused("Host: a\r\nno colon\r\n") == 400);
}

TEST_CASE("a request has exactly one Host; only HTTP/1.0 may have none")
{
    CHECK(refused("") == 400);
    CHECK(refused("Host: a\r\nHost: a\r\n") == 400);
    CHECK(refused("Host: a, b\r\n") == 400);
    CHECK(refused("", "GET / HTTP/1.0") == 0);
    CHECK(refused("Host: a\r\n") == 0);
}

TEST_CASE("the first line is three words")
{
    CHECK(refused("Host: a\r\n", "GET /") == 400);
    CHECK(refused("Host: a\r\n", "GET  / HTTP/1.1") == 400);
    CHECK(refused("Host: a\r\n", "GET / x HTTP/1.1") == 400);
    CHECK(refused("Host: a\r\n", " GET / HTTP/1.1") == 400);
    CHECK(refused("Host: a\r\n", "G\"ET / HTTP/1.1") == 400);
    CHECK(refused("Host: a\r\n", "GET a HTTP/1.1") == 400);
    CHECK(refused("Host: a\r\n", "CONNECT a:443 HTTP/1.1") == 400);
    CHECK(refused("Host: a\r\n", "GET * HTTP/1.1") == 400);
    CHECK(refused("Host: a\r\n", "OPTIONS * HTTP/1.1") == 0);
    CHECK(refused("", "PRI * HTTP/2.0") == 505);
    CHECK(refused("Host: a\r\n", "GET / http/1.1") == 505);
    CHECK(refused("Host: a\r\n", "GET /" + std::string(target_bytes_max, 'a') + " HTTP/1.1") ==
          414);
    CHECK(refused("Host: a\r\n", "GET /" + std::string(target_bytes_max - 1, 'a') + " HTTP/1.1") ==
          0);
}

TEST_CASE("a whole address, as a proxy is sent, keeps only its path")
{
    CHECK(accepted("GET http://x/a?b HTTP/1.1\r\nHost: x\r\n\r\n").target == "/a?b");
    CHECK(accepted("GET HTTPS://x HTTP/1.1\r\nHost: x\r\n\r\n").target == "/");
    CHECK(accepted("GET http://x?q HTTP/1.1\r\nHost: x\r\n\r\n").target == "/?q");
}

TEST_CASE("a hundred fields are enough")
{
    std::string lines = "Host: a\r\n";
    for (int i = 0; i < 99; ++i)
        lines += "X: y\r\n";

    CHECK(refused(lines) == 0);
    CHECK(refused(lines + "X: y\r\n") == 431);
}

TEST_CASE("connections stay open unless one side says otherwise")
{
    CHECK(accepted("GET / HTTP/1.1\r\nHost: x\r\n\r\n").keep_alive);
    CHECK_FALSE(accepted("GET / HTTP/1.1\r\nHost: x\r\nConnection: Close\r\n\r\n").keep_alive);
    CHECK_FALSE(accepted("GET / HTTP/1.0\r\n\r\n").keep_alive);
    CHECK(accepted("GET / HTTP/1.0\r\nConnection: Keep-Alive\r\n\r\n").keep_alive);
}

TEST_CASE("the end of a head is the same however it was cut on its way")
{
    const std::string bytes = "GET / HTTP/1.1\r\nHost: x\r\n\r\nGET /next";

    rc::check([&] {
        const auto steps = *rc::gen::container<std::vector<int>>(rc::gen::inRange(1, 9));
        HeadEnd end;
        std::size_t arrived = 0;
        auto found = HeadEnd::more;
        for (std::size_t i = 0; found == HeadEnd::more && arrived < bytes.size(); ++i) {
            arrived = std::min(bytes.size(), arrived + (i < steps.size() ? steps[i] : 1));
            found = end.look(std::string_view(bytes).substr(0, arrived));
        }
        RC_ASSERT(found == HeadEnd::whole);
        RC_ASSERT(end.length() == bytes.find("GET /next"));
    });
}

TEST_CASE("a line feed alone ends nothing")
{
    for (const std::string bytes : {"GET / HTTP/1.1\nHost: x\r\n\r\n", "GET / HTTP/1.1\r\n\n", "\n",
                                    "GET / HTTP/1.1\r\nHost: x\r\n\n"})
        CHECK(HeadEnd{}.look(bytes) == HeadEnd::broken);
}

TEST_CASE("no bytes whatever make the reader do anything but answer")
{
    rc::check([](const std::string& noise) {
        const auto read = read_head(noise + "\r\n\r\n");
        if (const auto* no = std::get_if<HeadRefusal>(&read))
            RC_ASSERT(no->status >= 400);
    });
}
