// SPDX-License-Identifier: Apache-2.0
//
// Reading and writing on a connection, whether it is plain or TLS. Only connection*.cpp include it.

#pragma once

#include "web/connection.hpp"

#include <boost/asio/write.hpp>

#include <chrono>
#include <utility>

namespace sala::web {

// How long the other side may take to notice that we are done.
constexpr auto farewell_time_max = std::chrono::seconds{2};

template <class Buffers, class Then>
void Connection::read_some(Buffers buffers, Then then)
{
    if (tls_)
        tls_->async_read_some(buffers, std::move(then));
    else
        socket_.async_read_some(buffers, std::move(then));
}

template <class Buffers, class Then>
void Connection::write_some(Buffers buffers, Then then)
{
    if (tls_)
        tls_->async_write_some(buffers, std::move(then));
    else
        socket_.async_write_some(buffers, std::move(then));
}

template <class Buffers, class Then>
void Connection::write_all(const Buffers& buffers, Then then)
{
    if (tls_)
        boost::asio::async_write(*tls_, buffers, std::move(then));
    else
        boost::asio::async_write(socket_, buffers, std::move(then));
}

}  // namespace sala::web
