// SPDX-License-Identifier: Apache-2.0
//
// From where somebody comes: a proxy on this machine is believed about the last one it names, and
// nobody else about anything.

#include "web/peer.hpp"

#include "server_stage.hpp"

#include <doctest/doctest.h>

using namespace sala;
using namespace sala::test;

namespace {

std::string behind(const std::string& forwarded_for, const std::string& connected = "127.0.0.1")
{
    return web::peer_of({{"Host", "a"}, {"x-forwarded-for", forwarded_for}}, connected);
}

}  // namespace

TEST_CASE(
    "a proxy on this machine says for whom it speaks: the last address, which it wrote itself")
{
    CHECK(behind("203.0.113.5") == "203.0.113.5");
    CHECK(behind("6.6.6.6, 203.0.113.5") == "203.0.113.5");
    CHECK(behind("6.6.6.6,127.0.0.1 , 203.0.113.5:4711 ") == "203.0.113.5");
    CHECK(behind("2001:DB8:0:0::1") == "2001:db8::1");
    CHECK(behind("[2001:db8::1]:4711") == "2001:db8::1");
    CHECK(behind("203.0.113.5", "::1") == "203.0.113.5");
    CHECK(behind("203.0.113.5", "::ffff:127.0.0.1") == "203.0.113.5");
    CHECK(web::peer_of({{"X-Forwarded-For", "6.6.6.6"}, {"X-Forwarded-For", "203.0.113.5"}},
                       "127.0.0.1") == "203.0.113.5");
}

TEST_CASE("what is no address, or comes from elsewhere, changes nothing")
{
    for (const auto* words :
         {"", " ", ",", "203.0.113.5,", "unknown", "_hidden", "<script>", "203.0.113.5 6.6.6.6",
          "203.0.113", "203.0.113.5, evil", "[", "[]", "[2001:db8::1", "999.1.1.1", "::g"}) {
        CAPTURE(words);
        CHECK(behind(words) == "127.0.0.1");
    }
    for (const auto* connected : {"203.0.113.9", "2001:db8::9", "10.0.0.1", "192.168.1.1",
                                  "128.0.0.1", "::2", "::ffff:10.0.0.1"}) {
        CAPTURE(connected);
        CHECK(behind("127.0.0.1", connected) == connected);
        CHECK(behind("6.6.6.6", connected) == connected);
    }
    // Other words for it are nobody's.
    CHECK(web::peer_of({{"X-Real-IP", "6.6.6.6"}, {"Forwarded", "for=6.6.6.6"}}, "127.0.0.1") ==
          "127.0.0.1");
}

TEST_CASE("one subscriber is counted once, whichever of their addresses they use")
{
    CHECK(web::network_of("203.0.113.5") == "203.0.113.5");
    CHECK(web::network_of("::ffff:203.0.113.5") == "203.0.113.5");
    CHECK(web::network_of("2001:db8:0:7:1:2:3:4") == "2001:db8:0:7::");
    CHECK(web::network_of("2001:db8:0:7::9") == web::network_of("2001:db8:0:7:ffff::1"));
    CHECK(web::network_of("2001:db8:0:7::9") != web::network_of("2001:db8:0:8::9"));
    CHECK(web::network_of("") == "");
}

TEST_CASE("a request that comes through a proxy is its visitor's")
{
    Opened sala([](const web::Request& request) { return text(request.peer); });
    CHECK(sala.ask("GET / HTTP/1.1\r\nHost: a\r\n\r\n").ends_with("127.0.0.1"));
    CHECK(sala.ask("GET / HTTP/1.1\r\nHost: a\r\nX-Forwarded-Proto: https\r\n"
                   "X-Forwarded-For: 6.6.6.6, 203.0.113.5\r\n\r\n")
              .ends_with("\r\n203.0.113.5"));
    // The next request on the same connection is another visitor's.
    Wire wire(sala.port);
    CHECK(wire.say("GET / HTTP/1.1\r\nHost: a\r\nX-Forwarded-For: 203.0.113.5\r\n\r\n")
              .hear_answer()
              .ends_with("203.0.113.5"));
    CHECK(wire.say("GET / HTTP/1.1\r\nHost: a\r\nX-Forwarded-For: 203.0.113.6\r\n\r\n")
              .hear_answer()
              .ends_with("203.0.113.6"));
}
