// SPDX-License-Identifier: Apache-2.0

#include "web/passkey_proof.hpp"

#include "base/json.hpp"
#include "web/passkey_attestation.hpp"

#include <fido.h>
#include <fido/eddsa.h>
#include <fido/es256.h>
#include <fido/rs256.h>
#include <openssl/sha.h>

#include <memory>
#include <optional>

namespace sala::web {

namespace {

// Authenticator data (6.1): hash of the domain, flags, counter, and what follows.
constexpr std::size_t flags_at = SHA256_DIGEST_LENGTH;
constexpr std::size_t counter_at = flags_at + 1;
constexpr std::size_t authenticator_bytes_min = counter_at + 4;
// Of a new one: the kind of the device and the length of the name, then the name and the key.
constexpr std::size_t name_length_at = authenticator_bytes_min + 16;
constexpr std::size_t name_at = name_length_at + 2;
constexpr unsigned char was_there = 0x01;
constexpr unsigned char was_verified = 0x04;
constexpr unsigned char holds_key = 0x40;
constexpr std::size_t credential_bytes_max = 1023;

struct Free {
    void operator()(fido_cred_t* made) const { fido_cred_free(&made); }
    void operator()(fido_assert_t* proof) const { fido_assert_free(&proof); }
    void operator()(es256_pk_t* key) const { es256_pk_free(&key); }
    void operator()(eddsa_pk_t* key) const { eddsa_pk_free(&key); }
    void operator()(rs256_pk_t* key) const { rs256_pk_free(&key); }
};
template <class Thing>
using Owned = std::unique_ptr<Thing, Free>;

const unsigned char* bytes_of(std::string_view words)
{
    return reinterpret_cast<const unsigned char*>(words.data());
}

std::string words_of(const unsigned char* bytes, std::size_t size)
{
    return bytes ? std::string(reinterpret_cast<const char*>(bytes), size) : std::string{};
}

std::string sha256(std::string_view words)
{
    unsigned char hash[SHA256_DIGEST_LENGTH];
    SHA256(bytes_of(words), words.size(), hash);
    return words_of(hash, sizeof hash);
}

Refusal unreadable()
{
    return invalid({}, "passkey-unreadable",
                   "What the device sent cannot be read. Please try again.");
}

// 7.1 and 7.2: what the browser says it was asked, and by which page.
Allowed client_fits(const PasskeyPlace& place, std::string_view client_data, std::string_view type)
{
    const auto client = Json::read(client_data);
    if (!client || (*client)["type"].string() != type)
        return unreadable();
    const auto& origin = (*client)["origin"].string();
    if (is_of(place, origin) && !(*client)["crossOrigin"].boolean())
        return allowed();
    return forbidden("passkey-wrong-origin",
                     "The device was asked by a page of another address. Open this server by its "
                     "own address and try again.");
}

Allowed authenticator_fits(const PasskeyPlace& place, std::string_view data)
{
    if (data.size() < authenticator_bytes_min)
        return unreadable();
    if (data.substr(0, flags_at) != sha256(place.domain))
        return forbidden("passkey-wrong-domain", "This passkey was made for another server.");
    const auto flags = static_cast<unsigned char>(data[flags_at]);
    if ((flags & was_there) != 0 && (flags & was_verified) != 0)
        return allowed();
    return forbidden("passkey-unverified",
                     "The device did not check that it is you. Set a PIN, a finger or a face up "
                     "on it and try again.");
}

// What follows the name of a new passkey: its key, and perhaps extensions. Nothing when it is cut
// off.
std::optional<std::string_view> key_in(std::string_view data)
{
    if (data.size() < name_at)
        return std::nullopt;
    const auto byte = [&](std::size_t at) {
        return std::size_t{static_cast<unsigned char>(data[at])};
    };
    const auto key_at = name_at + byte(name_length_at) * 256 + byte(name_length_at + 1);
    return key_at < data.size() ? std::optional(data.substr(key_at)) : std::nullopt;
}

// No statement is asked for, because it would tell devices apart; what signs itself may say so.
bool statement_fits(fido_cred_t* made, const Attestation& attestation)
{
    if (attestation.format == "none")
        return attestation.statements == 0;
    return attestation.format == "packed" && fido_cred_set_fmt(made, "packed") == FIDO_OK &&
           fido_cred_set_attstmt(made, bytes_of(attestation.statement),
                                 attestation.statement.size()) == FIDO_OK &&
           (fido_cred_x5c_len(made) == 0 ? fido_cred_verify_self(made) : fido_cred_verify(made)) ==
               FIDO_OK;
}

Owned<fido_cred_t> read_credential(const PasskeyPlace& place, std::string_view client_data,
                                   std::string_view data, int algorithm)
{
    Owned<fido_cred_t> made(fido_cred_new());
    if (!made)
        throw Fault("no memory for a passkey");
    const auto hash = sha256(client_data);
    const bool fits =
        fido_cred_set_type(made.get(), algorithm) == FIDO_OK &&
        fido_cred_set_rp(made.get(), place.domain.c_str(), nullptr) == FIDO_OK &&
        fido_cred_set_uv(made.get(), FIDO_OPT_TRUE) == FIDO_OK &&
        fido_cred_set_clientdata_hash(made.get(), bytes_of(hash), hash.size()) == FIDO_OK &&
        fido_cred_set_authdata_raw(made.get(), bytes_of(data), data.size()) == FIDO_OK;
    return fits ? std::move(made) : nullptr;
}

// Verifies with a key of one kind; a key that cannot be read verifies nothing.
template <class Key, class Read>
bool verifies(const fido_assert_t* proof, int algorithm, Owned<Key> key, Read read,
              std::string_view bytes)
{
    return key && read(key.get(), bytes.data(), bytes.size()) == FIDO_OK &&
           fido_assert_verify(proof, 0, algorithm, key.get()) == FIDO_OK;
}

bool signed_with(const fido_assert_t* proof, int algorithm, std::string_view key)
{
    switch (algorithm) {
    case COSE_ES256:
        return verifies(proof, algorithm, Owned<es256_pk_t>(es256_pk_new()), es256_pk_from_ptr,
                        key);
    case COSE_EDDSA:
        return verifies(proof, algorithm, Owned<eddsa_pk_t>(eddsa_pk_new()), eddsa_pk_from_ptr,
                        key);
    case COSE_RS256:
        return verifies(proof, algorithm, Owned<rs256_pk_t>(rs256_pk_new()), rs256_pk_from_ptr,
                        key);
    default:
        return false;
    }
}

}  // namespace

const std::vector<int>& passkey_algorithms()
{
    static const std::vector<int> taken{COSE_ES256, COSE_EDDSA, COSE_RS256};
    return taken;
}

std::string challenge_in(std::string_view client_data)
{
    const auto client = Json::read(client_data);
    return client ? (*client)["challenge"].string() : std::string{};
}

Result<MadePasskey> made_passkey(const PasskeyPlace& place, std::string_view client_data,
                                 std::string_view attestation)
{
    if (const auto fits = client_fits(place, client_data, "webauthn.create"); !fits)
        return fits.refusal();
    const auto read = read_attestation(attestation);
    if (!read)
        return unreadable();
    const auto& data = read->authenticator_data;
    if (const auto fits = authenticator_fits(place, data); !fits)
        return fits.refusal();
    const auto key = key_in(data);
    if ((static_cast<unsigned char>(data[flags_at]) & holds_key) == 0 || !key ||
        !is_sound_cbor(*key))
        return unreadable();
    for (const int algorithm : passkey_algorithms()) {
        const auto made = read_credential(place, client_data, data, algorithm);
        if (!made)
            continue;
        auto credential = words_of(fido_cred_id_ptr(made.get()), fido_cred_id_len(made.get()));
        if (credential.empty() || credential.size() > credential_bytes_max ||
            !statement_fits(made.get(), *read))
            return wrong_passkey();
        return MadePasskey{
            std::move(credential), algorithm,
            words_of(fido_cred_pubkey_ptr(made.get()), fido_cred_pubkey_len(made.get())),
            fido_cred_sigcount(made.get())};
    }
    return unreadable();
}

Result<std::uint32_t> signed_by_passkey(const PasskeyPlace& place, const PasskeyClient& client,
                                        std::string_view signature, int algorithm,
                                        std::string_view key)
{
    if (const auto fits = client_fits(place, client.data, "webauthn.get"); !fits)
        return fits.refusal();
    const auto& data = client.authenticator_data;
    if (const auto fits = authenticator_fits(place, data); !fits)
        return fits.refusal();
    if (!is_sound_cbor(std::string_view(data).substr(authenticator_bytes_min)))
        return unreadable();
    const Owned<fido_assert_t> proof(fido_assert_new());
    if (!proof)
        throw Fault("no memory for a proof");
    const auto hash = sha256(client.data);
    const bool reads =
        fido_assert_set_clientdata_hash(proof.get(), bytes_of(hash), hash.size()) == FIDO_OK &&
        fido_assert_set_rp(proof.get(), place.domain.c_str()) == FIDO_OK &&
        fido_assert_set_up(proof.get(), FIDO_OPT_TRUE) == FIDO_OK &&
        fido_assert_set_uv(proof.get(), FIDO_OPT_TRUE) == FIDO_OK &&
        fido_assert_set_count(proof.get(), 1) == FIDO_OK &&
        fido_assert_set_authdata_raw(proof.get(), 0, bytes_of(data), data.size()) == FIDO_OK &&
        fido_assert_set_sig(proof.get(), 0, bytes_of(signature), signature.size()) == FIDO_OK;
    if (!reads || !signed_with(proof.get(), algorithm, key))
        return wrong_passkey();
    return fido_assert_sigcount(proof.get(), 0);
}

Refusal wrong_passkey()
{
    return forbidden("passkey-wrong",
                     "This passkey opens nothing here. Use another one, or another way to sign "
                     "in.");
}

}  // namespace sala::web
