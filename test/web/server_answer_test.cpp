// SPDX-License-Identifier: Apache-2.0

#include "web/gzip.hpp"
#include "web/server_answer.hpp"
#include "web/wire.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>
#include <zlib.h>

using namespace sala::web;
using sala::test::body_of;
using sala::test::header_of;

namespace {

std::string unpacked(const std::string& bytes)
{
    std::string out(10'000'000, '\0');
    z_stream stream{};
    inflateInit2(&stream, 15 + 16);
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
    stream.avail_in = static_cast<uInt>(bytes.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    const auto ended = inflate(&stream, Z_FINISH);
    out.resize(out.size() - stream.avail_out);
    inflateEnd(&stream);
    return ended == Z_STREAM_END ? out : "not gzip";
}

Request asks(std::vector<Header> headers)
{
    Request request;
    request.method = "GET";
    request.target = "/";
    request.headers = std::move(headers);
    return request;
}

Reply page(std::size_t bytes)
{
    Reply reply;
    reply.body = std::string(bytes, 'x');
    return reply;
}

std::string sent(const Request& request, Reply reply, const Terms& terms = {})
{
    const auto answer = answer_to(request, std::move(reply), terms);
    return answer.head + std::string(answer.rest());
}

}  // namespace

TEST_CASE("text over 512 bytes is compressed for those who accept it, and caches are told")
{
    const auto small = sent(asks({{"Accept-Encoding", "gzip, br"}}), page(600));
    CHECK(header_of(small, "Content-Encoding") == "gzip");
    CHECK(header_of(small, "Vary") == "Accept-Encoding");
    CHECK(unpacked(body_of(small)) == std::string(600, 'x'));
    CHECK(header_of(small, "Content-Length") == std::to_string(body_of(small).size()));

    const auto plain = sent(asks({}), page(600));
    CHECK(header_of(plain, "Content-Encoding") == "");
    CHECK(header_of(plain, "Vary") == "Accept-Encoding");
    CHECK(body_of(plain) == std::string(600, 'x'));

    const auto tiny = sent(asks({{"Accept-Encoding", "gzip"}}), page(512));
    CHECK(header_of(tiny, "Content-Encoding") == "");
    CHECK(header_of(tiny, "Vary") == "");

    auto picture = page(600);
    picture.type = "image/png";
    CHECK(header_of(sent(asks({{"Accept-Encoding", "gzip"}}), picture), "Content-Encoding") == "");
}

TEST_CASE("what was compressed beforehand is sent as it is")
{
    auto reply = page(0);
    reply.type = "font/ttf";
    reply.shared = std::make_shared<const std::string>(std::string(20'000, 'a'));
    reply.shared_gzip = std::make_shared<const std::string>(gzip(std::string(20'000, 'a'), 9));

    const auto answer = answer_to(asks({{"Accept-Encoding", "gzip"}}), reply, {});
    CHECK(answer.head.find("Content-Encoding: gzip\r\n") != std::string::npos);
    CHECK(answer.head.ends_with(*reply.shared_gzip));
    const auto plain = answer_to(asks({}), reply, {});
    CHECK(plain.shared == reply.shared);
    CHECK(plain.body_bytes == 20'000);
}

TEST_CASE("a Vary of the page is kept and not said twice")
{
    CHECK(header_of(sent(asks({}), page(600).with("Vary", "Cookie").with("Vary", "Accept")),
                    "Vary") == "Cookie, Accept, Accept-Encoding");
    CHECK(header_of(sent(asks({}), page(600).with("vary", "accept-encoding, Cookie")), "Vary") ==
          "accept-encoding, Cookie");
}

TEST_CASE("who has the page already is told that nothing changed")
{
    auto reply = page(600).with("ETag", "\"7\"").with("Cache-Control", "private");
    const auto same = sent(asks({{"If-None-Match", "\"6\", W/\"7\""}}), reply);
    CHECK(same.starts_with("HTTP/1.1 304 Not Modified\r\n"));
    CHECK(header_of(same, "ETag") == "\"7\"");
    CHECK(header_of(same, "Cache-Control") == "private");
    CHECK(header_of(same, "Content-Length") == "");
    CHECK(body_of(same) == "");

    CHECK(sent(asks({{"If-None-Match", "\"8\""}}), reply).starts_with("HTTP/1.1 200"));
    auto post = asks({{"If-None-Match", "\"7\""}});
    post.method = "POST";
    CHECK(sent(post, reply).starts_with("HTTP/1.1 200"));
    reply.status = 404;
    CHECK(sent(asks({{"If-None-Match", "\"7\""}}), reply).starts_with("HTTP/1.1 404"));
}

TEST_CASE("compressed bytes carry a weak tag, which comes back and still matches")
{
    const auto reply = page(600).with("ETag", "\"7\"");
    const auto first = sent(asks({{"Accept-Encoding", "gzip"}}), reply);
    CHECK(header_of(first, "ETag") == "W/\"7\"");
    const auto again = sent(
        asks({{"Accept-Encoding", "gzip"}, {"If-None-Match", header_of(first, "ETag")}}), reply);
    CHECK(again.starts_with("HTTP/1.1 304"));
}

TEST_CASE("tags are compared as RFC 9110 says")
{
    CHECK(etag_matches("*", "\"a\""));
    CHECK(etag_matches("\"x,y\" , \"a\"", "\"a\""));
    CHECK(etag_matches("\"a\"", "W/\"a\""));
    CHECK_FALSE(etag_matches("*", ""));
    CHECK_FALSE(etag_matches("", "\"a\""));
    CHECK_FALSE(etag_matches("\"a", "\"a\""));
    CHECK_FALSE(etag_matches(", ,", "\"a\""));
    rc::check([](const std::string& noise) { etag_matches(noise, "\"a\""); });
}

TEST_CASE("Accept-Encoding is read with its weights")
{
    CHECK(accepts_gzip("gzip"));
    CHECK(accepts_gzip("br;q=1.0, GZIP;q=0.5"));
    CHECK(accepts_gzip("*"));
    CHECK_FALSE(accepts_gzip(""));
    CHECK_FALSE(accepts_gzip("br"));
    CHECK_FALSE(accepts_gzip("gzip;q=0"));
    CHECK_FALSE(accepts_gzip("*, gzip; q=0.000"));
    CHECK_FALSE(accepts_gzip("*;q=0"));
    CHECK_FALSE(accepts_gzip("notgzip"));
}

TEST_CASE("browsers are told to come over TLS again only where the TLS is ours")
{
    auto request = asks({{"X-Forwarded-Proto", "https"}});
    CHECK(header_of(sent(request, page(3)), "Strict-Transport-Security") == "");
    request.secure = true;
    CHECK(header_of(sent(request, page(3)), "Strict-Transport-Security") == "max-age=31536000");
}

TEST_CASE("a reply that cannot be made is an incident with a number, for people and programs")
{
    const auto fails = [](const Request&) -> Reply { throw std::runtime_error("within"); };
    const auto page = answer_safely(asks({}), {}, fails).head;
    CHECK(page.starts_with("HTTP/1.1 500"));
    CHECK(page.find("<h1>An incident</h1>") != std::string::npos);
    CHECK(page.find("within") == std::string::npos);
    const auto problem = answer_safely(asks({{"Accept", "application/json"}}), {}, fails).head;
    CHECK(header_of(problem, "Content-Type") == "application/problem+json");
    CHECK(problem.find("\"code\":\"incident\"") != std::string::npos);
}

TEST_CASE("headers that are the server's own cannot be given by a page")
{
    const auto answer =
        sent(asks({}), page(3).with("Content-Length", "99").with("Connection", "upgrade"));
    CHECK(header_of(answer, "Content-Length") == "3");
    CHECK(answer.find("upgrade") == std::string::npos);
}

TEST_CASE("any bytes come back from gzip")
{
    rc::check([](const std::string& bytes) { RC_ASSERT(unpacked(gzip(bytes)) == bytes); });
}
