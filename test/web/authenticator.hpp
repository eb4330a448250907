// SPDX-License-Identifier: Apache-2.0
//
// A device that holds a passkey, as the tests have one: it makes a key, writes what W3C Web
// Authentication says a device writes, and signs it with OpenSSL. `Bent` makes it lie.

#pragma once

#include "jar.hpp"

#include "web/base64.hpp"

#include <openssl/core_names.h>
#include <openssl/evp.h>
#include <openssl/sha.h>

#include <memory>
#include <optional>

namespace sala {

// What a device or a browser may get wrong, or a thief may make up.
struct Bent {
    std::string origin = "https://forum.example.org";
    std::string domain = "forum.example.org";
    std::optional<std::string> challenge = {};
    std::optional<std::string> type = {};
    unsigned char flags = 0x05;  // somebody was there, and it was they
    bool framed = false;         // by a page of somebody else
    std::string format = "none";
    bool spoils_signature = false;
    std::optional<std::uint32_t> counter = {};
};

class Authenticator {
public:
    enum Kind { es256, eddsa, rs256 };

    explicit Authenticator(Kind kind = es256, std::string credential = "credential of a test")
        : kind_(kind),
          credential_(std::move(credential))
    {
        auto* made = kind == es256 ? EVP_PKEY_Q_keygen(nullptr, nullptr, "EC", "P-256")
                     : kind == eddsa
                         ? EVP_PKEY_Q_keygen(nullptr, nullptr, "ED25519")
                         : EVP_PKEY_Q_keygen(nullptr, nullptr, "RSA", std::size_t{2048});
        key_.reset(made);
    }

    // The fields of the form that adds it.
    Fields makes(const Json& asked, const Bent& bent = {})
    {
        owner_ = asked["owner"].string();
        const auto client = client_data(asked, "webauthn.create", bent);
        auto data = head(bent, 0x40) + std::string(16, '\0') + big_endian(credential_.size(), 2) +
                    credential_ + public_key();
        std::string statement = "\xA0";
        if (bent.format == "packed")
            statement = std::string("\xA2\x63") + "alg\x26\x63sig" +
                        cbor_bytes(signature(data + sha256(client), bent));
        const auto attestation = std::string("\xA3\x63") + "fmt" +
                                 static_cast<char>(0x60 + bent.format.size()) + bent.format +
                                 "\x67"
                                 "attStmt" +
                                 statement +
                                 "\x68"
                                 "authData" +
                                 cbor_bytes(data);
        return {{"client_data", web::to_base64url(client)},
                {"attestation", web::to_base64url(attestation)}};
    }

    // The fields of the form that signs in.
    Fields signs(const Json& asked, const Bent& bent = {})
    {
        ++counter_;
        const auto client = client_data(asked, "webauthn.get", bent);
        const auto data = head(bent, 0);
        return {{"credential", web::to_base64url(credential_)},
                {"owner", owner_},
                {"client_data", web::to_base64url(client)},
                {"authenticator_data", web::to_base64url(data)},
                {"signature", web::to_base64url(signature(data + sha256(client), bent))}};
    }

    const std::string& owner() const { return owner_; }

private:
    struct Free {
        void operator()(EVP_PKEY* key) const { EVP_PKEY_free(key); }
        void operator()(EVP_MD_CTX* context) const { EVP_MD_CTX_free(context); }
    };

    static std::string sha256(const std::string& words)
    {
        unsigned char hash[SHA256_DIGEST_LENGTH];
        SHA256(reinterpret_cast<const unsigned char*>(words.data()), words.size(), hash);
        return {reinterpret_cast<const char*>(hash), sizeof hash};
    }
    static std::string big_endian(std::size_t number, int bytes)
    {
        std::string written;
        for (int i = bytes - 1; i >= 0; --i)
            written.push_back(static_cast<char>(number >> (8 * i)));
        return written;
    }
    static std::string cbor_bytes(const std::string& bytes)
    {
        return "\x59" + big_endian(bytes.size(), 2) + bytes;
    }
    static std::string client_data(const Json& asked, const std::string& type, const Bent& bent)
    {
        return Json::object({{"type", bent.type.value_or(type)},
                             {"challenge", bent.challenge.value_or(asked["challenge"].string())},
                             {"origin", bent.origin},
                             {"crossOrigin", bent.framed}})
            .write();
    }
    std::string head(const Bent& bent, unsigned char more) const
    {
        return sha256(bent.domain) + static_cast<char>(bent.flags | more) +
               big_endian(bent.counter.value_or(counter_), 4);
    }
    // RFC 9052, 7: the key as COSE writes it.
    std::string public_key() const
    {
        unsigned char bytes[600];
        std::size_t size = sizeof bytes;
        if (kind_ == eddsa) {
            EVP_PKEY_get_raw_public_key(key_.get(), bytes, &size);
            return std::string("\xA4\x01\x01\x03\x27\x20\x06\x21") +
                   cbor_bytes({reinterpret_cast<const char*>(bytes), size});
        }
        if (kind_ == rs256) {
            BIGNUM* modulus = nullptr;
            EVP_PKEY_get_bn_param(key_.get(), OSSL_PKEY_PARAM_RSA_N, &modulus);
            size = static_cast<std::size_t>(BN_bn2bin(modulus, bytes));
            BN_free(modulus);
            return std::string("\xA4\x01\x03\x03\x39\x01\x00\x20", 8) +
                   cbor_bytes({reinterpret_cast<const char*>(bytes), size}) +
                   std::string("\x21\x43\x01\x00\x01", 5);
        }
        EVP_PKEY_get_octet_string_param(key_.get(), OSSL_PKEY_PARAM_PUB_KEY, bytes, sizeof bytes,
                                        &size);
        const std::string point(reinterpret_cast<const char*>(bytes), size);  // 4, x, y
        return std::string("\xA5\x01\x02\x03\x26\x20\x01\x21") + cbor_bytes(point.substr(1, 32)) +
               "\x22" + cbor_bytes(point.substr(33, 32));
    }
    std::string signature(const std::string& words, const Bent& bent) const
    {
        const std::unique_ptr<EVP_MD_CTX, Free> context(EVP_MD_CTX_new());
        std::string written(600, '\0');
        auto size = written.size();
        EVP_DigestSignInit(context.get(), nullptr, kind_ == eddsa ? nullptr : EVP_sha256(), nullptr,
                           key_.get());
        EVP_DigestSign(context.get(), reinterpret_cast<unsigned char*>(written.data()), &size,
                       reinterpret_cast<const unsigned char*>(words.data()), words.size());
        written.resize(size);
        if (bent.spoils_signature)
            written[written.size() - 1] ^= 1;
        return written;
    }

    Kind kind_;
    std::unique_ptr<EVP_PKEY, Free> key_;
    std::string credential_;
    std::string owner_;
    std::uint32_t counter_ = 0;
};

}  // namespace sala
