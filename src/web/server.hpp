// SPDX-License-Identifier: Apache-2.0
//
// HTTP/1.1 and TLS. Bytes in, Request out to the handler on a worker, Reply back.
//
// Few I/O threads never block; handlers run on a bounded pool. When its queue is full, requests
// that the `sheddable` rule names are answered 503 first.

#pragma once

#include "live/hub.hpp"
#include "web/http.hpp"

#include <chrono>
#include <functional>
#include <memory>
#include <string>

namespace sala::web {

struct ServerOptions {
    std::string host = "127.0.0.1";
    std::uint16_t port = 8080;  // 0: any free port, see Server::port()
    std::string tls_certificate;  // PEM file; both or neither
    std::string tls_key;
    int workers = 2;
    std::size_t queue_max = 256;         // waiting requests; beyond half, sheddable ones get 503
    std::size_t connections_max = 10'000;
    std::size_t header_bytes_max = 16 * 1024;       // 431
    std::size_t body_bytes_max = 32 * 1024 * 1024;  // 413
    std::chrono::seconds sender_time_max{30};       // 408
    std::chrono::seconds idle_time_max{60};         // keep-alive
};

using Handler = std::function<Reply(const Request&)>;

class Server {
public:
    // Listens at once. Throws Fault with a sentence when the port is taken or a file is unreadable.
    Server(ServerOptions options, Handler handler, std::function<bool(const Request&)> sheddable,
           live::Hub& hub);
    ~Server();

    std::uint16_t port() const;
    void run();   // until stop(); blocks
    void stop();  // from any thread or signal handler; open requests get 1 s, streams are closed

private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

}  // namespace sala::web
