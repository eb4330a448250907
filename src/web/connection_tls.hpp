// SPDX-License-Identifier: Apache-2.0
//
// One side of a TLS conversation, ours: what came over the socket is opened, what goes is sealed.
// OpenSSL reads the socket itself and seals into one string, so a whole page leaves with one call
// of the kernel, and a conversation that rests keeps no buffers. It never waits; who waits is the
// line. Only connection*.cpp include this file.

#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

#include <openssl/ssl.h>

namespace sala::web {

class Tls {
public:
    enum Step { done, wants_more, ended, broken };

    // `context` outlives this. Throws Fault when OpenSSL has no memory for it.
    explicit Tls(SSL_CTX* context);
    Tls(const Tls&) = delete;  // OpenSSL knows its address
    Tls& operator=(const Tls&) = delete;

    // Reads of `socket`, which must not be closed meanwhile; done when both have agreed on keys.
    Step greet(int socket);
    // Reads at most `size` bytes, and says how many. May leave something of the protocol to send.
    Step read(int socket, char* into, std::size_t size, std::size_t& bytes);
    // Whether bytes have come that read() has not handed out yet.
    bool holds_more() const;

    // These add to what is to be sent; false: the conversation is broken.
    bool seal(std::string_view words);
    void say_goodbye();

    std::string_view to_send() const { return std::string_view(sealed_).substr(sent_); }
    void was_sent(std::size_t bytes);

private:
    struct Free {
        void operator()(SSL* conversation) const { SSL_free(conversation); }
    };
    static BIO_METHOD* wire();
    Step step_of(int result);

    int socket_ = -1;  // while OpenSSL may read of it
    std::string sealed_;
    std::size_t sent_ = 0;
    std::unique_ptr<SSL, Free> conversation_;
};

}  // namespace sala::web
