// SPDX-License-Identifier: Apache-2.0

#include "web/id_token.hpp"

#include "web/base64.hpp"

#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/evp.h>
#include <openssl/param_build.h>
#include <openssl/sha.h>
#include <sodium.h>

#include <algorithm>
#include <memory>

namespace sala::web {

namespace {

constexpr std::int64_t leeway_seconds = 60;
constexpr int key_bits_min = 2048;

struct Free {
    void operator()(EVP_PKEY* key) const { EVP_PKEY_free(key); }
    void operator()(EVP_PKEY_CTX* context) const { EVP_PKEY_CTX_free(context); }
    void operator()(EVP_MD_CTX* context) const { EVP_MD_CTX_free(context); }
    void operator()(BIGNUM* number) const { BN_free(number); }
    void operator()(OSSL_PARAM_BLD* builder) const { OSSL_PARAM_BLD_free(builder); }
    void operator()(OSSL_PARAM* parameters) const { OSSL_PARAM_free(parameters); }
};
template <class Thing>
using Owned = std::unique_ptr<Thing, Free>;

Owned<BIGNUM> number_of(const Json& words)
{
    const auto bytes = from_base64url(words.string());
    if (!bytes)
        return nullptr;
    return Owned<BIGNUM>(BN_bin2bn(reinterpret_cast<const unsigned char*>(bytes->data()),
                                   static_cast<int>(bytes->size()), nullptr));
}

Owned<EVP_PKEY> key_of(const Json& jwk)
{
    const auto modulus = number_of(jwk["n"]);
    const auto exponent = number_of(jwk["e"]);
    if (jwk["kty"].string() != "RSA" || !modulus || !exponent ||
        BN_num_bits(modulus.get()) < key_bits_min)
        return nullptr;
    const Owned<OSSL_PARAM_BLD> builder(OSSL_PARAM_BLD_new());
    OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_N, modulus.get());
    OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_E, exponent.get());
    const Owned<OSSL_PARAM> parameters(OSSL_PARAM_BLD_to_param(builder.get()));
    const Owned<EVP_PKEY_CTX> context(EVP_PKEY_CTX_new_from_name(nullptr, "RSA", nullptr));
    EVP_PKEY* key = nullptr;
    if (!context || EVP_PKEY_fromdata_init(context.get()) != 1 ||
        EVP_PKEY_fromdata(context.get(), &key, EVP_PKEY_PUBLIC_KEY, parameters.get()) != 1)
        return nullptr;
    return Owned<EVP_PKEY>(key);
}

bool signed_by(EVP_PKEY* key, std::string_view words, std::string_view signature)
{
    const Owned<EVP_MD_CTX> context(EVP_MD_CTX_new());
    return context &&
           EVP_DigestVerifyInit(context.get(), nullptr, EVP_sha256(), nullptr, key) == 1 &&
           EVP_DigestVerify(context.get(), reinterpret_cast<const unsigned char*>(signature.data()),
                            signature.size(), reinterpret_cast<const unsigned char*>(words.data()),
                            words.size()) == 1;
}

bool is_for(const Json& audience, const std::string& client)
{
    if (audience.is_string())
        return audience.string() == client;
    const auto& all = audience.items();
    // A token for several is for us only when it was given to us; we never asked for one.
    return all.size() == 1 && all.front().string() == client;
}

}  // namespace

std::optional<Json> claims_of(std::string_view token, const Json& keys)
{
    const auto first = token.find('.');
    const auto second = token.find('.', first == std::string_view::npos ? first : first + 1);
    if (second == std::string_view::npos)
        return std::nullopt;
    const auto head_bytes = from_base64url(token.substr(0, first));
    const auto signature = from_base64url(token.substr(second + 1));
    const auto head = head_bytes ? Json::read(*head_bytes) : std::nullopt;
    if (!head || !signature || (*head)["alg"].string() != "RS256")
        return std::nullopt;
    for (const auto& jwk : keys["keys"].items()) {
        if (!(*head)["kid"].is_null() && (*head)["kid"].string() != jwk["kid"].string())
            continue;
        const auto key = key_of(jwk);
        if (!key || !signed_by(key.get(), token.substr(0, second), *signature))
            continue;
        const auto claims = from_base64url(token.substr(first + 1, second - first - 1));
        return claims ? Json::read(*claims) : std::nullopt;
    }
    return std::nullopt;
}

const char* wrong_with(const Json& claims, const Expected& expected, Instant now)
{
    const auto seconds = now.milliseconds() / 1000;
    if (claims["iss"].string() != expected.issuer)
        return "another issuer";
    if (!is_for(claims["aud"], expected.client))
        return "meant for somebody else";
    if (claims["exp"].integer() + leeway_seconds < seconds)
        return "too old";
    if (claims["iat"].integer() - leeway_seconds > seconds)
        return "of the future";
    if (expected.nonce.empty() || claims["nonce"].string() != expected.nonce)
        return "of another journey";
    if (claims["sub"].string().empty())
        return "of nobody";
    return nullptr;
}

std::string proof_of(std::string_view verifier)
{
    unsigned char hash[SHA256_DIGEST_LENGTH];
    SHA256(reinterpret_cast<const unsigned char*>(verifier.data()), verifier.size(), hash);
    return to_base64url({reinterpret_cast<const char*>(hash), sizeof hash});
}

}  // namespace sala::web
