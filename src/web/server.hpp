// SPDX-License-Identifier: Apache-2.0
//
// HTTP/1.1 and TLS. Bytes in, Request out to the handler on a worker, Reply back.
//
// Few I/O threads never block; handlers run on a bounded pool. When its queue is full, public pages
// are answered 503 first. What is certain to be quick (health, assets, cached pages) may be
// answered at once on the I/O thread.
//
// The bytes are read strictly (server_head.hpp): what could be understood in two ways is 400.

#pragma once

#include "live/hub.hpp"
#include "web/http.hpp"

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace sala::web {

struct ServerOptions {
    std::string host = "127.0.0.1";  // address or name; "0.0.0.0" or "::" for the whole network
    std::uint16_t port = 8080;       // 0: any free port, see Server::port()
    std::string tls_certificate;     // PEM file with the chain; both or neither
    std::string tls_key;
    int io_threads = 2;                    // or as many as there are processors
    int workers = 8;                       // who make pages or wait for the disk
    std::size_t queue_max = 256;           // waiting requests; beyond half, public pages get 503
    std::size_t connections_max = 20'000;  // beyond: 503 and closed
    std::size_t header_bytes_max = 16UL * 1024;          // 431
    std::size_t body_bytes_max = 32UL * 1024 * 1024;     // 413
    std::size_t bodies_bytes_max = 256UL * 1024 * 1024;  // of all senders together; 503
    std::size_t small_body_bytes = 32UL * 1024;          // so much of a body is always taken
    std::size_t stream_bytes_max = 64UL * 1024;          // waiting for one reader; then dropped
    std::chrono::milliseconds sender_time_max = std::chrono::seconds{30};  // 408
    std::chrono::milliseconds idle_time_max = std::chrono::seconds{60};    // keep-alive
    std::string log_file;   // one line a request; empty: none, "-": standard error
    bool log_json = false;  // each line a JSON object
};

// How a GET waits while all workers are busy. Pages of those signed in come first. Streams wait as
// many as there are: whoever is told to come back would only ask again. Public pages come last and
// are refused first.
enum class Asks { page, stream, public_page };
using Sort = std::function<Asks(const Request&)>;

using Handler = std::function<Reply(const Request&)>;
// Called on the I/O thread before the pool: must not block, read the store or compress. Pages it
// answers should carry `shared` and `shared_gzip`. Nothing means: give it to the handler.
using AtOnce = std::function<std::optional<Reply>(const Request&)>;

class Server {
public:
    // Listens at once. Throws Fault with a sentence when the port is taken or a file is unreadable.
    // The hub must outlive the server. HEAD reaches the handlers as GET.
    // Without `sort` all are pages.
    Server(const ServerOptions& options, Handler handler, Sort sort, live::Hub& hub,
           AtOnce at_once = {});
    ~Server();  // waits for handlers that still run

    std::uint16_t port() const;
    void run();   // until stop(); blocks; once
    void stop();  // from any thread or signal handler; open requests get 1 s, streams are closed

private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

}  // namespace sala::web
