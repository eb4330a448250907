// SPDX-License-Identifier: Apache-2.0
//
// The certificate of a venue: a client that trusts its authority reaches this server and no other.

#include "stage.hpp"

#include "web/venue_certificate.hpp"

#include <doctest/doctest.h>
#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

#include <memory>

using namespace sala;
using namespace std::chrono_literals;

namespace {

const Instant now{1'900'000'000'000};

std::shared_ptr<X509> read(const std::string& pem)
{
    BIO* bytes = BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size()));
    X509* certificate = PEM_read_bio_X509(bytes, nullptr, nullptr, nullptr);
    BIO_free(bytes);
    return {certificate, X509_free};
}

// As a browser would judge at that time: 0 is good, else OpenSSL's number of what is wrong.
int judged(const web::VenueCertificate& trusted, const std::string& shown, const char* host,
           const char* address, Instant at)
{
    X509_STORE* store = X509_STORE_new();
    const auto authority = read(trusted.authority);
    X509_STORE_add_cert(store, authority.get());
    const auto server = read(shown);
    X509_STORE_CTX* context = X509_STORE_CTX_new();
    X509_STORE_CTX_init(context, store, server.get(), nullptr);
    auto* wanted = X509_STORE_CTX_get0_param(context);
    if (host)
        X509_VERIFY_PARAM_set1_host(wanted, host, 0);
    if (address)
        X509_VERIFY_PARAM_set1_ip_asc(wanted, address);
    X509_VERIFY_PARAM_set_time(wanted, at.milliseconds() / 1000);
    X509_VERIFY_PARAM_set_purpose(wanted, X509_PURPOSE_SSL_SERVER);
    X509_verify_cert(context);
    const int wrong = X509_STORE_CTX_get_error(context);
    X509_STORE_CTX_free(context);
    X509_STORE_free(store);
    return wrong;
}

}  // namespace

TEST_CASE(
    "who trusts the venue's authority reaches the server by each of its names, while it lasts")
{
    const auto made = web::make_venue_certificate({"sala.venue.lan", "192.168.1.10"}, 60, now);
    REQUIRE(made);
    CHECK(judged(*made, made->chain, "sala.venue.lan", nullptr, now) == X509_V_OK);
    CHECK(judged(*made, made->chain, nullptr, "192.168.1.10", now) == X509_V_OK);
    CHECK(judged(*made, made->chain, "bank.example", nullptr, now) == X509_V_ERR_HOSTNAME_MISMATCH);
    CHECK(judged(*made, made->chain, "sala.venue.lan", nullptr, now + 24h * 61) ==
          X509_V_ERR_CERT_HAS_EXPIRED);
    const auto another = web::make_venue_certificate({"sala.venue.lan"}, 60, now);
    CHECK(judged(*another, made->chain, "sala.venue.lan", nullptr, now) != X509_V_OK);
    CHECK(made->authority.find("PRIVATE") == std::string::npos);
    CHECK(made->chain.find("PRIVATE") == std::string::npos);
    CHECK(web::fingerprint_of(made->authority).size() == 95);
}

TEST_CASE("a name that is longer than a subject may be is proved all the same")
{
    for (const std::size_t size : {57, 58, 64, 65, 253}) {
        CAPTURE(size);
        std::string host;
        while (host.size() < size)
            host += host.size() % 50 == 49 ? '.' : 'a';
        host.back() = 'z';
        const auto made = web::make_venue_certificate({host}, 60, now);
        REQUIRE(made);
        CHECK(judged(*made, made->chain, host.c_str(), nullptr, now) == X509_V_OK);
        const auto other = "b" + host.substr(1);
        CHECK(judged(*made, made->chain, other.c_str(), nullptr, now) ==
              X509_V_ERR_HOSTNAME_MISMATCH);
    }
}

TEST_CASE("what is no host, and too long a time, is refused")
{
    const auto refusal = [](const std::vector<std::string>& hosts, int days = 60) {
        const auto made = web::make_venue_certificate(hosts, days, now);
        return made ? std::string{} : made.refusal().code;
    };
    CHECK(refusal({}) == "no-hosts");
    for (const auto* host : {"", "https://a", "a:8443", "a,DNS:bank.example", "A", "1.2.3", "a b",
                             "999.1.1.1", ".a", "-a", "a\n"}) {
        CAPTURE(host);
        CHECK(refusal({host}) == "not-a-host");
    }
    CHECK(refusal({"a.lan"}, 0) == "too-many-days");
    CHECK(refusal({"a.lan"}, 398) == "too-many-days");
    CHECK(refusal({"192.168.1.10"}) == "");
}

TEST_CASE("the page to install it from shows the fingerprint, and nothing when there is none")
{
    Stage stage;
    const Sent anybody{.as = As::anyone};
    CHECK(stage.get("/about/certificate", anybody).holds("There is nothing to install"));
    const auto in_the_clear =
        stage.get("/about/certificate", {.as = As::anyone, .loopback = false});
    CHECK(in_the_clear.holds("this connection is not encrypted"));
    CHECK_FALSE(in_the_clear.holds("Browsers trust it"));
    web::House told;
    told.public_url = "https://forum.example";
    Stage over_tls(std::move(told));
    CHECK(over_tls.get("/about/certificate", {.as = As::anyone, .loopback = false})
              .holds("<a href=\"https://forum.example/about/certificate\">"));
    CHECK(stage.get("/about/certificate/authority", anybody).status == 404);
    const auto made = web::make_venue_certificate({"sala.venue.lan"}, 60, now);
    stage.store().write([&](store::Session& session) {
        web::keep_venue_authority(session, made->authority, 1, stage.now());
        return true;
    });
    CHECK(stage.get("/about/certificate", anybody).holds(web::fingerprint_of(made->authority)));
    const auto file = stage.get("/about/certificate/authority", anybody);
    CHECK(file.body == made->authority);
    CHECK(file.type == "application/x-x509-ca-cert");
}
