// SPDX-License-Identifier: Apache-2.0
//
// What another provider says of somebody is believed only when it is signed with its key, meant for
// us, of this journey and of now.

#include "web/id_token.hpp"
#include "web/provider_wire.hpp"

#include <doctest/doctest.h>

#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/evp.h>
#include <openssl/rsa.h>
#include <sodium.h>

#include <memory>

using namespace sala;

namespace {

std::string base64(std::string_view bytes)
{
    std::string text(
        sodium_base64_encoded_len(bytes.size(), sodium_base64_VARIANT_URLSAFE_NO_PADDING), '\0');
    sodium_bin2base64(text.data(), text.size(),
                      reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(),
                      sodium_base64_VARIANT_URLSAFE_NO_PADDING);
    text.pop_back();
    return text;
}

// A provider with a key of its own.
class Provider {
public:
    Provider() : key_(EVP_RSA_gen(2048), EVP_PKEY_free) {}

    Json keys() const
    {
        const auto number = [&](const char* name) {
            BIGNUM* value = nullptr;
            EVP_PKEY_get_bn_param(key_.get(), name, &value);
            std::string bytes(static_cast<std::size_t>(BN_num_bytes(value)), '\0');
            BN_bn2bin(value, reinterpret_cast<unsigned char*>(bytes.data()));
            BN_free(value);
            return base64(bytes);
        };
        return Json::object(
            {{"keys", Json::array({Json::object({{"kty", "RSA"},
                                                 {"kid", "one"},
                                                 {"n", number(OSSL_PKEY_PARAM_RSA_N)},
                                                 {"e", number(OSSL_PKEY_PARAM_RSA_E)}})})}});
    }
    std::string sign(const Json& claims, const std::string& algorithm = "RS256") const
    {
        const auto head = Json::object({{"alg", algorithm}, {"kid", "one"}});
        const auto words = base64(head.write()) + "." + base64(claims.write());
        auto* context = EVP_MD_CTX_new();
        std::size_t size = 0;
        const auto* bytes = reinterpret_cast<const unsigned char*>(words.data());
        EVP_DigestSignInit(context, nullptr, EVP_sha256(), nullptr, key_.get());
        EVP_DigestSign(context, nullptr, &size, bytes, words.size());
        std::string signature(size, '\0');
        EVP_DigestSign(context, reinterpret_cast<unsigned char*>(signature.data()), &size, bytes,
                       words.size());
        EVP_MD_CTX_free(context);
        return words + "." + base64(signature);
    }

private:
    std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)> key_;
};

const Provider& provider()
{
    static const Provider one;
    return one;
}

Json claims()
{
    return Json::object({{"iss", "https://login.example"},
                         {"aud", "sala"},
                         {"sub", "42"},
                         {"nonce", "n"},
                         {"iat", 1'000'000},
                         {"exp", 1'000'600}});
}

constexpr Instant now{1'000'100'000};
const web::Expected expected{"https://login.example", "sala", "n"};

}  // namespace

TEST_CASE("what the provider signed is read, and nothing else")
{
    const auto keys = provider().keys();
    const auto token = provider().sign(claims());
    REQUIRE(web::claims_of(token, keys));
    CHECK(*web::claims_of(token, keys) == claims());
    CHECK_FALSE(web::claims_of(Provider().sign(claims()), keys));
    CHECK_FALSE(web::claims_of(provider().sign(claims(), "HS256"), keys));
    CHECK_FALSE(web::claims_of(provider().sign(claims(), "none"), keys));
    auto other = claims();
    other.set("sub", "1");
    const auto first = token.find('.');
    const auto second = token.find('.', first + 1);
    CHECK_FALSE(web::claims_of(
        token.substr(0, first + 1) + base64(other.write()) + token.substr(second), keys));
    CHECK_FALSE(
        web::claims_of(base64("{\"alg\":\"none\"}") + "." + base64(claims().write()) + ".", keys));
    for (const auto* broken : {"", ".", "..", "a.b.c", "é.é.é"})
        CHECK_FALSE(web::claims_of(broken, keys));
    CHECK_FALSE(web::claims_of(token, Json::object()));
}

TEST_CASE("what is not meant for us, not of this journey or not of now is not believed")
{
    const auto wrong = [](const char* name, Json value) {
        auto all = claims();
        all.set(name, std::move(value));
        return web::wrong_with(all, expected, now) != nullptr;
    };
    CHECK(web::wrong_with(claims(), expected, now) == nullptr);
    CHECK(wrong("iss", "https://evil.example"));
    CHECK(wrong("aud", "another"));
    CHECK(wrong("aud", Json::array({"sala", "another"})));
    CHECK_FALSE(wrong("aud", Json::array({"sala"})));
    CHECK(wrong("nonce", "m"));
    CHECK(wrong("nonce", Json()));
    CHECK(wrong("exp", 1'000'000));
    CHECK(wrong("exp", Json()));
    CHECK(wrong("iat", 1'000'900));
    CHECK(wrong("sub", ""));
}

TEST_CASE("only addresses over TLS, or of this machine, are asked")
{
    for (const auto* yes : {"https://login.example/keys", "http://127.0.0.1:3000/keys",
                            "http://localhost/keys", "http://[::1]:3000/"})
        CHECK(web::may_be_asked(yes));
    for (const auto* no :
         {"", "http://login.example/keys", "file:///etc/passwd", "gopher://127.0.0.1/",
          "http://169.254.169.254/latest", "https://user@login.example/", "/keys",
          "http://127.0.0.1.evil.example/", "http://localhost.evil.example/"}) {
        CAPTURE(std::string(no));
        CHECK_FALSE(web::may_be_asked(no));
    }
}

TEST_CASE("RFC 7636, appendix B: what is shown of a verifier")
{
    CHECK(web::proof_of("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk") ==
          "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM");
}
