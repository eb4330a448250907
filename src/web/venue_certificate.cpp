// SPDX-License-Identifier: Apache-2.0

#include "web/venue_certificate.hpp"

#include <fmt/format.h>

#include <arpa/inet.h>
#include <array>
#include <memory>
#include <openssl/bio.h>
#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rand.h>
#include <openssl/x509v3.h>

namespace sala::web {

namespace {

constexpr int days_max = 397;  // browsers take no longer ones
constexpr std::size_t hosts_max = 20;
constexpr std::int64_t day_seconds = 24L * 60 * 60;

struct End {
    void operator()(EVP_PKEY* key) const { EVP_PKEY_free(key); }
    void operator()(X509* certificate) const { X509_free(certificate); }
    void operator()(BIO* bytes) const { BIO_free(bytes); }
    void operator()(X509_EXTENSION* extension) const { X509_EXTENSION_free(extension); }
};
using Key = std::unique_ptr<EVP_PKEY, End>;
using Certificate = std::unique_ptr<X509, End>;
using Bytes = std::unique_ptr<BIO, End>;

void must(bool done)
{
    if (!done)
        throw Fault("OpenSSL could not make the certificate.");
}

bool is_address(const std::string& host)
{
    return host.find_first_not_of("0123456789.") == std::string::npos;
}

// What is written into the certificate's own small language; nothing else gets there.
bool is_host(const std::string& host)
{
    if (host.empty() || host.size() > 253 || host.front() == '.' || host.front() == '-' ||
        host.back() == '.')
        return false;
    if (!is_address(host))
        return host.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789.-") ==
               std::string::npos;
    std::array<unsigned char, 16> read{};
    return inet_pton(AF_INET, host.c_str(), read.data()) == 1;
}

std::string names_of(const std::vector<std::string>& hosts)
{
    std::string names;
    for (const auto& host : hosts)
        names += (names.empty() ? "" : ",") + std::string(is_address(host) ? "IP:" : "DNS:") + host;
    return names;
}

// RFC 5280, 4.2.1.10: a kind that is not named would be free, so the other kind is shut.
std::string only_these(const std::vector<std::string>& hosts)
{
    std::string names;
    bool addresses = false;
    bool words = false;
    for (const auto& host : hosts) {
        (is_address(host) ? addresses : words) = true;
        names += (names.empty() ? "" : ",") + (is_address(host)
                                                   ? "permitted;IP:" + host + "/255.255.255.255"
                                                   : "permitted;DNS:" + host);
    }
    if (!words)
        names += ",permitted;DNS:nothing.invalid";
    if (!addresses)
        names += ",excluded;IP:0.0.0.0/0.0.0.0";
    return names + ",excluded;IP:0:0:0:0:0:0:0:0/0:0:0:0:0:0:0:0";
}

void extend(X509* certificate, X509* issuer, int what, const std::string& words)
{
    X509V3_CTX context;
    X509V3_set_ctx_nodb(&context);
    X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
    const std::unique_ptr<X509_EXTENSION, End> extension(
        X509V3_EXT_conf_nid(nullptr, &context, what, words.c_str()));
    must(extension && X509_add_ext(certificate, extension.get(), -1) == 1);
}

// RFC 5280 has room for 64 characters; the names that count stand whole beside it.
std::string common_name(const std::string& name)
{
    constexpr std::size_t characters_max = 64;
    return name.size() <= characters_max ? name : name.substr(0, characters_max - 3) + "...";
}

Certificate begun(EVP_PKEY* key, const std::string& subject, int days, Instant now)
{
    const auto name = common_name(subject);
    Certificate made(X509_new());
    must(made && X509_set_version(made.get(), X509_VERSION_3) == 1);
    std::array<unsigned char, 16> serial{};
    must(RAND_bytes(serial.data(), serial.size()) == 1);
    serial[0] &= 0x7F;  // positive (RFC 5280, 4.1.2.2)
    BIGNUM* number = BN_bin2bn(serial.data(), serial.size(), nullptr);
    const auto* kept = BN_to_ASN1_INTEGER(number, X509_get_serialNumber(made.get()));
    BN_free(number);
    must(kept != nullptr);
    const auto seconds = now.milliseconds() / 1000;
    // A telephone's clock may be behind.
    must(ASN1_TIME_set(X509_getm_notBefore(made.get()), seconds - day_seconds) != nullptr);
    must(ASN1_TIME_set(X509_getm_notAfter(made.get()), seconds + days * day_seconds) != nullptr);
    must(X509_set_pubkey(made.get(), key) == 1);
    must(X509_NAME_add_entry_by_txt(X509_get_subject_name(made.get()), "CN", MBSTRING_UTF8,
                                    reinterpret_cast<const unsigned char*>(name.c_str()), -1, -1,
                                    0) == 1);
    return made;
}

std::string words_in(BIO* bytes)
{
    char* data = nullptr;
    const auto size = BIO_get_mem_data(bytes, &data);
    return {data, static_cast<std::size_t>(size)};
}

std::string pem_of(X509* certificate)
{
    const Bytes bytes(BIO_new(BIO_s_mem()));
    must(bytes && PEM_write_bio_X509(bytes.get(), certificate) == 1);
    return words_in(bytes.get());
}

std::string pem_of(EVP_PKEY* key)
{
    const Bytes bytes(BIO_new(BIO_s_mem()));
    must(bytes && PEM_write_bio_PKCS8PrivateKey(bytes.get(), key, nullptr, nullptr, 0, nullptr,
                                                nullptr) == 1);
    return words_in(bytes.get());
}

}  // namespace

Result<VenueCertificate> make_venue_certificate(const std::vector<std::string>& hosts, int days,
                                                Instant now)
{
    if (hosts.empty() || hosts.size() > hosts_max)
        return invalid("hosts", "no-hosts",
                       "Name the host names and addresses of the server, at most twenty.");
    for (const auto& host : hosts)
        if (!is_host(host))
            return invalid("hosts", "not-a-host",
                           "“{host}” is no host name and no address such as 192.168.1.10. Write "
                           "it in small letters, without https:// and without a port.",
                           {{"host", host}});
    if (days < 1 || days > days_max)
        return invalid("days", "too-many-days",
                       "A certificate lasts between 1 and 397 days; browsers take no longer ones.");
    const Key authority_key(EVP_EC_gen("P-256"));
    const Key key(EVP_EC_gen("P-256"));
    must(authority_key && key);
    const auto authority = begun(authority_key.get(), "Sala at " + hosts.front(), days, now);
    must(X509_set_issuer_name(authority.get(), X509_get_subject_name(authority.get())) == 1);
    extend(authority.get(), authority.get(), NID_basic_constraints, "critical,CA:TRUE,pathlen:0");
    extend(authority.get(), authority.get(), NID_key_usage, "critical,keyCertSign");
    extend(authority.get(), authority.get(), NID_subject_key_identifier, "hash");
    extend(authority.get(), authority.get(), NID_name_constraints, "critical," + only_these(hosts));
    must(X509_sign(authority.get(), authority_key.get(), EVP_sha256()) != 0);

    const auto server = begun(key.get(), hosts.front(), days, now);
    must(X509_set_issuer_name(server.get(), X509_get_subject_name(authority.get())) == 1);
    extend(server.get(), authority.get(), NID_basic_constraints, "critical,CA:FALSE");
    extend(server.get(), authority.get(), NID_key_usage, "critical,digitalSignature");
    extend(server.get(), authority.get(), NID_ext_key_usage, "serverAuth");
    extend(server.get(), authority.get(), NID_authority_key_identifier, "keyid");
    extend(server.get(), authority.get(), NID_subject_alt_name, names_of(hosts));
    must(X509_sign(server.get(), authority_key.get(), EVP_sha256()) != 0);
    const auto pem = pem_of(authority.get());
    return VenueCertificate{pem, pem_of(server.get()) + pem, pem_of(key.get())};
}

void keep_venue_authority(store::Session& session, const std::string& pem, std::int64_t id,
                          Instant now)
{
    session.run("INSERT INTO server_setting (id, name, value, at) VALUES (:id, 'venue_authority', "
                ":pem, :now)",
                id, pem, now);
}

std::optional<std::string> venue_authority(store::Session& session)
{
    const auto row = session.find<std::string>(
        "SELECT value FROM server_setting WHERE name = 'venue_authority' ORDER BY id DESC LIMIT 1");
    return row ? std::optional(std::get<0>(*row)) : std::nullopt;
}

std::string fingerprint_of(const std::string& pem)
{
    const Bytes bytes(BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size())));
    const Certificate certificate(PEM_read_bio_X509(bytes.get(), nullptr, nullptr, nullptr));
    std::array<unsigned char, EVP_MAX_MD_SIZE> hash{};
    unsigned int size = 0;
    if (!certificate || X509_digest(certificate.get(), EVP_sha256(), hash.data(), &size) != 1)
        return {};
    std::string words;
    for (unsigned int i = 0; i < size; ++i)
        words += fmt::format("{}{:02X}", i == 0 ? "" : ":", hash.at(i));
    return words;
}

}  // namespace sala::web
