// SPDX-License-Identifier: Apache-2.0

#include "web/connection_line.hpp"

#include <cerrno>

#include <sys/socket.h>

namespace sala::web {

namespace net = boost::asio;
using net::ip::tcp;

namespace {

// More of a large answer is sealed when this has gone.
constexpr std::size_t sealed_at_once = 64UL * 1024;
constexpr std::size_t crumbs_bytes = 16UL * 1024;

net::ip::address unmapped(const net::ip::address& address)
{
    if (address.is_v6() && address.to_v6().is_v4_mapped())
        return net::ip::make_address_v4(net::ip::v4_mapped, address.to_v6());
    return address;
}

}  // namespace

Line::Line(Socket socket, SSL_CTX* tls) : socket_(std::move(socket))
{
    if (tls)
        tls_ = std::make_unique<Tls>(tls);
    Error ignored;
    socket_.set_option(tcp::no_delay(true), ignored);
}

std::string Line::peer() const
{
    Error error;
    return unmapped(socket_.remote_endpoint(error).address()).to_string();
}

bool Line::is_loopback() const
{
    Error error;
    const auto remote = unmapped(socket_.remote_endpoint(error).address());
    const auto local = unmapped(socket_.local_endpoint(error).address());
    return !error && remote.is_loopback() && local.is_loopback();
}

std::size_t Line::seal(const Parts& parts)
{
    std::size_t sealed = 0;
    for (const auto part : parts) {
        const auto some = part.substr(0, sealed_at_once - sealed);
        if (!tls_->seal(some))
            return 0;
        sealed += some.size();
    }
    return sealed;
}

Line::Error Line::send_sealed()
{
    while (!tls_->to_send().empty()) {
        const auto bytes = tls_->to_send();
        const auto sent = ::send(socket_.native_handle(), bytes.data(), bytes.size(),
                                 MSG_DONTWAIT | MSG_NOSIGNAL);
        if (sent < 0 && errno == EINTR)
            continue;
        if (sent < 0)
            return errno == EAGAIN ? Error{} : Error(errno, boost::system::system_category());
        tls_->was_sent(static_cast<std::size_t>(sent));
    }
    return {};
}

std::string_view Line::made_ready(std::string_view words)
{
    if (!tls_)
        return words;
    return tls_->seal(words) ? tls_->to_send() : std::string_view{};
}

std::string_view Line::left_of(std::string_view ready, std::size_t taken)
{
    if (!tls_)
        return ready.substr(taken);
    tls_->was_sent(taken);
    return tls_->to_send();
}

void Line::keep_little(std::size_t bytes)
{
    Error ignored;
    socket_.set_option(net::socket_base::send_buffer_size(static_cast<int>(bytes)), ignored);
    socket_.non_blocking(true, ignored);
}

void Line::cancel()
{
    Error ignored;
    socket_.cancel(ignored);
}

void Line::close()
{
    Error ignored;
    socket_.close(ignored);
}

// Read and thrown away: all that a lane's visitors say after the end goes into the same place.
net::mutable_buffer Line::crumbs()
{
    thread_local std::array<char, crumbs_bytes> bytes;
    return net::buffer(bytes);
}

}  // namespace sala::web
