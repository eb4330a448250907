// SPDX-License-Identifier: Apache-2.0

#include "base/result.hpp"
#include "web/server_stage.hpp"

#include <boost/asio.hpp>
#include <boost/asio/ssl.hpp>
#include <doctest/doctest.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509.h>

#include <cstdio>
#include <filesystem>
#include <fstream>

using namespace sala;
using namespace sala::test;
namespace net = boost::asio;

namespace {

// A certificate that nobody trusts, made for one test.
struct Papers {
    Papers()
        : folder(std::filesystem::temp_directory_path() / ("sala-tls-" + std::to_string(getpid()))),
          certificate((folder / "cert.pem").string()),
          key((folder / "key.pem").string())
    {
        std::filesystem::create_directories(folder);
        EVP_PKEY* pair = EVP_EC_gen("P-256");
        X509* paper = X509_new();
        ASN1_INTEGER_set(X509_get_serialNumber(paper), 1);
        X509_gmtime_adj(X509_getm_notBefore(paper), 0);
        X509_gmtime_adj(X509_getm_notAfter(paper), 3600);
        X509_set_pubkey(paper, pair);
        X509_sign(paper, pair, EVP_sha256());
        std::FILE* out = std::fopen(certificate.c_str(), "w");
        PEM_write_X509(out, paper);
        std::fclose(out);
        out = std::fopen(key.c_str(), "w");
        PEM_write_PrivateKey(out, pair, nullptr, nullptr, 0, nullptr, nullptr);
        std::fclose(out);
        X509_free(paper);
        EVP_PKEY_free(pair);
    }
    ~Papers() { std::filesystem::remove_all(folder); }

    web::ServerOptions options() const { return {.tls_certificate = certificate, .tls_key = key}; }

    std::filesystem::path folder;
    std::string certificate;
    std::string key;
};

struct SafeWire {
    // `room`: bytes the kernel keeps for a reader who does not read; 0: as many as it likes.
    explicit SafeWire(std::uint16_t port, int newest = TLS1_3_VERSION, int room = 0)
        : context(net::ssl::context::tls_client),
          line(io, context)
    {
        // Of the line, not of the context: the line took over the context's settings when it began.
        SSL_set_security_level(line.native_handle(), 0);
        SSL_set_max_proto_version(line.native_handle(), newest);
        line.next_layer().open(net::ip::tcp::v4());
        if (room > 0)
            line.next_layer().set_option(net::socket_base::receive_buffer_size(room));
        line.next_layer().connect({net::ip::address_v4::loopback(), port});
        line.handshake(net::ssl::stream_base::client);
    }
    void say(const std::string& bytes) { net::write(line, net::buffer(bytes)); }
    std::string hear(std::size_t bytes)
    {
        std::string heard(bytes, '\0');
        boost::system::error_code error;
        heard.resize(net::read(line, net::buffer(heard), error));
        return heard;
    }
    std::string hear_until(const std::string& mark)
    {
        std::string heard;
        boost::system::error_code error;
        net::read_until(line, net::dynamic_buffer(heard), mark, error);
        return heard;
    }

    net::io_context io;
    net::ssl::context context;
    net::ssl::stream<net::ip::tcp::socket> line;
};

web::Reply streaming(const web::Request&)
{
    web::Reply reply;
    reply.stream = "hall";
    return reply;
}

}  // namespace

TEST_CASE("over TLS pages come as they do in the clear, and handlers know that it is safe")
{
    Papers papers;
    std::string large(1'000'000, 'x');
    std::atomic<bool> secure{false};
    Opened sala(
        [&](const web::Request& request) {
            secure = request.secure;
            return request.target == "/large" ? text(large) : echo(request);
        },
        papers.options());
    SafeWire wire(sala.port);

    wire.say("POST /a HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\nhi");
    const auto heard = wire.hear_until("[hi]");
    CHECK(heard.ends_with("POST /a [hi]"));
    CHECK(header_of(heard, "Strict-Transport-Security") == "max-age=31536000");
    CHECK(secure);
    wire.say("GET /large HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
    CHECK(body_of(wire.hear(2'000'000)) == large);
}

TEST_CASE("events stream over TLS, and stopping ends them")
{
    Papers papers;
    Opened sala(streaming, papers.options());
    SafeWire wire(sala.port);

    wire.say("GET /live HTTP/1.1\r\nHost: a\r\n\r\n");
    CHECK(wire.hear_until("retry: 3000\n\n").starts_with("HTTP/1.1 200"));
    REQUIRE(comes_true([&] { return sala.hub.watchers() == 1; }));
    for (int i = 0; i < 3; ++i)
        sala.hub.publish("hall", "tick", std::to_string(i));
    const auto ticks = wire.hear_until("data: 2\n\n");
    CHECK(ticks.find("event: tick\ndata: 0\n\n") != std::string::npos);
    CHECK(ticks.find("event: tick\ndata: 1\n\n") != std::string::npos);
    CHECK(ticks.ends_with("event: tick\ndata: 2\n\n"));
    sala.shut();
    CHECK(wire.hear(10) == "");
}

TEST_CASE("over TLS questions may come many in a piece or in pieces of a byte")
{
    Papers papers;
    Opened sala(echo, papers.options());
    SafeWire wire(sala.port);

    std::string many;
    for (int i = 0; i < 100; ++i)
        many += "GET /" + std::to_string(i) + " HTTP/1.1\r\nHost: a\r\n\r\n";
    wire.say(many);
    auto heard = wire.hear_until("GET /99 []");
    CHECK(heard.find("GET /0 []") < heard.find("GET /98 []"));
    for (const char letter : std::string("GET /slow HTTP/1.1\r\nHost: a\r\n\r\n"))
        wire.say(std::string(1, letter));
    CHECK(wire.hear_until("GET /slow []").find("HTTP/1.1 200") != std::string::npos);
}

TEST_CASE("large bodies arrive whole over TLS in both directions, also when the reader is slow")
{
    Papers papers;
    // More than the kernel keeps for a reader, so that it is taken in parts.
    constexpr int times = 6;
    Opened sala(
        [](const web::Request& request) {
            std::string much;
            for (int i = 0; i < times; ++i)
                much += request.body;
            return text(much);
        },
        papers.options());
    SafeWire wire(sala.port, TLS1_3_VERSION, 4096);
    std::string large;
    for (int i = 0; large.size() < 3'000'000; ++i)
        large += std::to_string(i);

    wire.say("POST / HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Length: " +
             std::to_string(large.size()) + "\r\n\r\n" + large);
    std::string heard;
    while (true) {
        const auto some = wire.hear(70'000);
        heard += some;
        if (some.size() < 70'000)
            break;
        std::this_thread::sleep_for(std::chrono::milliseconds{1});
    }
    const auto body = body_of(heard);
    REQUIRE(body.size() == times * large.size());
    for (std::size_t i = 0; i < times; ++i)
        CHECK(body.compare(i * large.size(), large.size(), large) == 0);
}

TEST_CASE("over TLS a reader who does not read or breaks off is let go, the others hear everything")
{
    Papers papers;
    Opened sala(streaming, papers.options());
    const std::string ask = "GET /live HTTP/1.1\r\nHost: a\r\n\r\n";
    SafeWire slow(sala.port, TLS1_3_VERSION, 4096);
    SafeWire quick(sala.port);
    slow.say(ask);
    quick.say(ask);
    slow.hear_until("retry: 3000\n\n");
    quick.hear_until("retry: 3000\n\n");
    {
        SafeWire gone(sala.port);
        gone.say(ask);
        gone.hear_until("retry: 3000\n\n");
        REQUIRE(comes_true([&] { return sala.hub.watchers() == 3; }));
    }
    CHECK(comes_true([&] { return sala.hub.watchers() == 2; }));

    const std::string long_word(10'000, 'x');
    int told = 0;
    for (; sala.hub.watchers() == 2 && told < 5000; ++told) {
        sala.hub.publish("hall", "word", long_word);
        CHECK(quick.hear_until(long_word + "\n\n").find(long_word) != std::string::npos);
    }
    CHECK(sala.hub.watchers() == 1);
    sala.hub.publish("hall", "word", "end");
    CHECK(quick.hear_until("data: end\n\n").ends_with("data: end\n\n"));
}

TEST_CASE("TLS older than 1.2 is not spoken, plain text gets no page")
{
    Papers papers;
    Opened sala(echo, papers.options());

    CHECK_THROWS_AS(SafeWire(sala.port, TLS1_1_VERSION), boost::system::system_error);
    CHECK(std::string(SSL_get_version(SafeWire(sala.port, TLS1_2_VERSION).line.native_handle())) ==
          "TLSv1.2");
    CHECK(std::string(SSL_get_version(SafeWire(sala.port).line.native_handle())) == "TLSv1.3");
    CHECK(Wire(sala.port).say("GET / HTTP/1.1\r\nHost: a\r\n\r\n").hear_all().find("200") ==
          std::string::npos);
    CHECK_NOTHROW(SafeWire(sala.port));
}

TEST_CASE("slow senders are cut over TLS too, before and after the handshake")
{
    Papers papers;
    auto options = papers.options();
    options.sender_time_max = std::chrono::milliseconds{300};
    Opened sala(echo, options);

    CHECK(Wire(sala.port).hear_all() == "");
    SafeWire wire(sala.port);
    wire.say("GET / HT");
    CHECK(status_of(wire.hear(2000)) == "408");
}

TEST_CASE("a certificate without its key is a sentence")
{
    Papers papers;
    live::Hub hub;
    std::ofstream(papers.folder / "bad.pem") << "not a key";
    auto options = Opened::any_port(papers.options());
    options.tls_key = (papers.folder / "bad.pem").string();

    CHECK_THROWS_WITH_AS(web::Server(options, echo, {}, hub),
                         doctest::Contains("cannot be read or does not belong to"), Fault);
}
