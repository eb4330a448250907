// SPDX-License-Identifier: Apache-2.0

#include "web/tls.hpp"

#include "base/result.hpp"

#include <openssl/ssl.h>

#include <string_view>

namespace sala::web {

namespace ssl = boost::asio::ssl;

namespace {

// RFC 7301: of what the client offers we only speak http/1.1; without it we go on unnamed.
int choose_protocol(SSL*, const unsigned char** out, unsigned char* out_length,
                    const unsigned char* offered, unsigned int offered_length, void*)
{
    constexpr std::string_view ours = "\x08http/1.1";
    unsigned char* chosen = nullptr;
    if (SSL_select_next_proto(&chosen, out_length,
                              reinterpret_cast<const unsigned char*>(ours.data()),
                              static_cast<unsigned int>(ours.size()), offered,
                              offered_length) != OPENSSL_NPN_NEGOTIATED)
        return SSL_TLSEXT_ERR_NOACK;
    *out = chosen;
    return SSL_TLSEXT_ERR_OK;
}

}  // namespace

std::unique_ptr<ssl::context> tls_context(const std::string& certificate_file,
                                          const std::string& key_file)
{
    if (certificate_file.empty() && key_file.empty())
        return nullptr;
    if (certificate_file.empty() || key_file.empty())
        throw Fault("TLS needs both a certificate and its key; only one of them was given.");
    auto context = std::make_unique<ssl::context>(ssl::context::tls_server);
    SSL_CTX_set_min_proto_version(context->native_handle(), TLS1_2_VERSION);
    // Without it an idle connection keeps 34 KiB of buffers.
    SSL_CTX_set_mode(context->native_handle(), SSL_MODE_RELEASE_BUFFERS);
    SSL_CTX_set_options(context->native_handle(), SSL_OP_NO_RENEGOTIATION | SSL_OP_NO_COMPRESSION |
                                                      SSL_OP_CIPHER_SERVER_PREFERENCE);
    SSL_CTX_set_alpn_select_cb(context->native_handle(), choose_protocol, nullptr);
    boost::system::error_code error;
    context->use_certificate_chain_file(certificate_file, error);
    if (error)
        throw Fault("The TLS certificate " + certificate_file + " cannot be read: " +
                    error.message() + ". It must be a PEM file with the certificate chain.");
    context->use_private_key_file(key_file, ssl::context::pem, error);
    if (error)
        throw Fault("The TLS key " + key_file + " cannot be read or does not belong to " +
                    certificate_file + ": " + error.message() + ".");
    return context;
}

}  // namespace sala::web
