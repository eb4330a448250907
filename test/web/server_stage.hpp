// SPDX-License-Identifier: Apache-2.0
//
// A server on a free port of this machine, open as long as the test runs.

#pragma once

#include "live/hub.hpp"
#include "web/server.hpp"
#include "web/wire.hpp"

#include <thread>

namespace sala::test {

struct Opened {
    explicit Opened(web::Handler handler, web::ServerOptions options = {}, web::Sort sort = {},
                    web::AtOnce at_once = {})
        : server(any_port(std::move(options)), std::move(handler), std::move(sort), hub,
                 std::move(at_once)),
          port(server.port()),
          thread([this] { server.run(); })
    {
    }
    ~Opened() { shut(); }

    void shut()
    {
        server.stop();
        if (thread.joinable())
            thread.join();
    }

    std::string ask(std::string_view request) { return Wire(port).say(request).hear_answer(); }

    static web::ServerOptions any_port(web::ServerOptions options)
    {
        options.port = 0;
        return options;
    }

    live::Hub hub;
    web::Server server;
    std::uint16_t port;
    std::thread thread;
};

inline web::Reply text(std::string body)
{
    web::Reply reply;
    reply.type = "text/plain";
    reply.body = std::move(body);
    return reply;
}

// Answers with what the handler was given.
inline web::Reply echo(const web::Request& request)
{
    return text(request.method + " " + request.target + " [" + request.body + "]");
}

}  // namespace sala::test
