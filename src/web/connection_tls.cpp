// SPDX-License-Identifier: Apache-2.0

#include "web/connection_tls.hpp"

#include "base/result.hpp"

#include <cerrno>
#include <new>

#include <openssl/bio.h>
#include <openssl/err.h>
#include <sys/socket.h>

namespace sala::web {

// The two ends OpenSSL is given: our string to write to, the kernel to read from.
BIO_METHOD* Tls::wire()
{
    static BIO_METHOD* const method = [] {
        auto* made = BIO_meth_new(BIO_get_new_index() | BIO_TYPE_SOURCE_SINK, "sala");
        BIO_meth_set_write_ex(
            made, [](BIO* bio, const char* bytes, std::size_t size, std::size_t* written) {
                auto& tls = *static_cast<Tls*>(BIO_get_data(bio));
                try {
                    tls.sealed_.append(bytes, size);
                } catch (const std::bad_alloc&) {
                    return 0;  // an exception must not pass through OpenSSL
                }
                *written = size;
                return 1;
            });
        BIO_meth_set_read_ex(made, [](BIO* bio, char* into, std::size_t size, std::size_t* bytes) {
            const auto& tls = *static_cast<Tls*>(BIO_get_data(bio));
            BIO_clear_retry_flags(bio);
            const auto got = ::recv(tls.socket_, into, size, MSG_DONTWAIT);
            if (got > 0) {
                *bytes = static_cast<std::size_t>(got);
                return 1;
            }
            if (got < 0 && (errno == EAGAIN || errno == EINTR))
                BIO_set_retry_read(bio);
            return 0;
        });
        BIO_meth_set_ctrl(
            made, [](BIO*, int what, long, void*) { return what == BIO_CTRL_FLUSH ? 1L : 0L; });
        return made;
    }();
    return method;
}

Tls::Tls(SSL_CTX* context) : conversation_(SSL_new(context))
{
    BIO* const bio = conversation_ ? BIO_new(wire()) : nullptr;
    if (!bio)
        throw Fault("There is no memory for one more encrypted connection.");
    BIO_set_data(bio, this);
    BIO_set_init(bio, 1);
    SSL_set_bio(conversation_.get(), bio, bio);
    SSL_set_accept_state(conversation_.get());
    // Otherwise the head of a record and the rest of it are two calls of the kernel.
    SSL_set_read_ahead(conversation_.get(), 1);
}

Tls::Step Tls::greet(int socket)
{
    socket_ = socket;
    ERR_clear_error();
    return step_of(SSL_do_handshake(conversation_.get()));
}

Tls::Step Tls::read(int socket, char* into, std::size_t size, std::size_t& bytes)
{
    socket_ = socket;
    ERR_clear_error();
    return step_of(SSL_read_ex(conversation_.get(), into, size, &bytes));
}

Tls::Step Tls::step_of(int result)
{
    if (result > 0)
        return done;
    switch (SSL_get_error(conversation_.get(), result)) {
    case SSL_ERROR_WANT_READ:
        return wants_more;
    case SSL_ERROR_ZERO_RETURN:
        return ended;
    default:
        return broken;
    }
}

bool Tls::holds_more() const { return SSL_has_pending(conversation_.get()) == 1; }

bool Tls::seal(std::string_view words)
{
    constexpr std::size_t record = 16UL * 1024;
    constexpr std::size_t around_record = 64;
    sealed_.reserve(sealed_.size() + words.size() + (1 + words.size() / record) * around_record);
    std::size_t written = 0;
    ERR_clear_error();
    return words.empty() ||
           SSL_write_ex(conversation_.get(), words.data(), words.size(), &written) == 1;
}

void Tls::say_goodbye()
{
    ERR_clear_error();
    SSL_shutdown(conversation_.get());
}

void Tls::was_sent(std::size_t bytes)
{
    sent_ += bytes;
    if (sent_ < sealed_.size())
        return;
    sealed_ = std::string();  // thousands may rest for hours
    sent_ = 0;
}

}  // namespace sala::web
