// SPDX-License-Identifier: Apache-2.0

#include "web/server.hpp"

#include "base/result.hpp"
#include "web/connection.hpp"
#include "web/server_lane.hpp"
#include "web/server_premises.hpp"
#include "web/tls.hpp"

#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ip/v6_only.hpp>
#include <boost/asio/posix/stream_descriptor.hpp>
#include <boost/asio/post.hpp>
#include <fmt/format.h>

#include <sched.h>
#include <sys/eventfd.h>
#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <thread>
#include <vector>

namespace sala::web {

namespace net = boost::asio;
using net::ip::tcp;
using Error = boost::system::error_code;

namespace {

// Beyond these many above the maximum not even a "no" is said.
constexpr std::size_t turned_away_max = 64;
constexpr auto pause_without_descriptors = std::chrono::milliseconds{100};

// Every visitor is a descriptor, and the soft limit is often 1,024. Answers the limit we have now.
std::size_t raise_descriptor_limit()
{
    rlimit limit{};
    if (getrlimit(RLIMIT_NOFILE, &limit) != 0)
        return 1024;
    limit.rlim_cur = limit.rlim_max;
    setrlimit(RLIMIT_NOFILE, &limit);
    getrlimit(RLIMIT_NOFILE, &limit);
    return static_cast<std::size_t>(limit.rlim_cur);
}

std::string without_brackets(const std::string& host)
{
    return host.starts_with('[') && host.ends_with(']') ? host.substr(1, host.size() - 2) : host;
}

std::string place(const ServerOptions& options)
{
    const bool bare_v6 =
        options.host.find(':') != std::string::npos && !options.host.starts_with('[');
    return fmt::format("{}:{}", bare_v6 ? "[" + options.host + "]" : options.host, options.port);
}

// That this program may use.
int processors()
{
    cpu_set_t mine;
    return ::sched_getaffinity(0, sizeof mine, &mine) == 0 ? std::max(CPU_COUNT(&mine), 1) : 1;
}

std::string why_not(const ServerOptions& options, const Error& error)
{
    if (error == net::error::address_in_use)
        return fmt::format("{} is taken: another program already listens there. Stop it or choose "
                           "another port.",
                           place(options));
    if (error == net::error::access_denied)
        return fmt::format(
            "{} may not be used: ports below 1024 need special rights. Choose a port "
            "from 1024 up.",
            place(options));
    if (error == boost::system::errc::address_not_available)
        return fmt::format("{} cannot be used: this machine does not have that address.",
                           place(options));
    return fmt::format("Sala cannot listen at {}: {}.", place(options), error.message());
}

}  // namespace

struct Server::Inside {
    Inside(const ServerOptions& options, Handler handler, Sort sort, live::Hub& hub, AtOnce at_once)
        : tls(tls_context(options.tls_certificate, options.tls_key)),
          premises{.options = options,
                   .handler = std::move(handler),
                   .sort = std::move(sort),
                   .at_once = std::move(at_once),
                   .hub = hub,
                   .log = AccessLog(options.log_file, options.log_json),
                   .pool = Pool({.workers = options.workers,
                                 .processors = processors(),
                                 .waiting_max = options.queue_max})}
    {
        const auto descriptors = raise_descriptor_limit();
        connections_max = std::min(options.connections_max,
                                   descriptors > 256 ? descriptors - 128 : descriptors / 2);
        for (int i = 0; i < std::clamp(options.io_threads, 1, processors()); ++i)
            lanes.push_back(std::make_unique<Lane>(premises));
        auto& first = lanes.front()->context();
        acceptor = std::make_unique<tcp::acceptor>(first);
        pause = std::make_unique<net::steady_timer>(first);
        bell_writes = eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC);
        if (bell_writes < 0)
            throw Fault("Sala cannot start: no file descriptor is left.");
        bell = std::make_unique<net::posix::stream_descriptor>(first, bell_writes);
        listen();
    }

    // Handlers that still run hold connections, and connections hold sockets of their lane.
    ~Inside() { premises.pool.join(); }

    void listen()
    {
        const auto& options = premises.options;
        Error error;
        tcp::resolver resolver(lanes.front()->context());
        const auto found =
            resolver.resolve(without_brackets(options.host), std::to_string(options.port),
                             tcp::resolver::passive, error);
        if (error || found.empty())
            throw Fault(fmt::format("Sala cannot listen at {}: no such address is known here.",
                                    place(options)));
        const tcp::endpoint endpoint = *found.begin();
        acceptor->open(endpoint.protocol(), error);
        if (!error)
            acceptor->set_option(tcp::acceptor::reuse_address(true), error);
        if (!error && endpoint.address().is_v6() && endpoint.address().is_unspecified())
            acceptor->set_option(net::ip::v6_only(false), error);
        if (!error)
            acceptor->bind(endpoint, error);
        if (!error)
            acceptor->listen(net::socket_base::max_listen_connections, error);
        if (error)
            throw Fault(why_not(options, error));
        port = acceptor->local_endpoint().port();
    }

    void accept()
    {
        auto& lane = *lanes[next_lane++ % lanes.size()];
        acceptor->async_accept(lane.context(), [this, &lane](Error error, tcp::socket socket) {
            if (!acceptor->is_open())
                return;
            if (!error) {
                take(lane, std::move(socket));
                return accept();
            }
            // Out of descriptors: the visitor waits in the kernel's queue until somebody leaves.
            pause->expires_after(pause_without_descriptors);
            pause->async_wait([this](Error cancelled) {
                if (!cancelled && acceptor->is_open())
                    accept();
            });
        });
    }

    void take(Lane& lane, tcp::socket socket)
    {
        const auto there = premises.connections.load();
        if (there >= connections_max + turned_away_max)
            return;
        auto connection = std::make_shared<Connection>(
            premises, lane,
            std::make_unique<Line>(std::move(socket), tls ? tls->native_handle() : nullptr));
        net::post(lane.context(), [connection, many = there >= connections_max] {
            if (many)
                connection->turn_away();
            else
                connection->begin();
        });
    }

    void wait_for_bell()
    {
        bell->async_wait(net::posix::stream_descriptor::wait_read, [this](Error error) {
            if (error)
                return;
            premises.stopping = true;
            Error ignored;
            acceptor->close(ignored);
            pause->cancel();
            for (auto& lane : lanes)
                lane->wrap_up();
        });
    }

    std::unique_ptr<net::ssl::context> tls;
    Premises premises;
    std::vector<std::unique_ptr<Lane>> lanes;
    std::unique_ptr<tcp::acceptor> acceptor;
    std::unique_ptr<net::steady_timer> pause;
    std::unique_ptr<net::posix::stream_descriptor> bell;
    int bell_writes = -1;
    std::size_t connections_max = 0;
    std::size_t next_lane = 0;
    std::uint16_t port = 0;
};

Server::Server(const ServerOptions& options, Handler handler, Sort sort, live::Hub& hub,
               AtOnce at_once)
    : inside_(std::make_unique<Inside>(options, std::move(handler), std::move(sort), hub,
                                       std::move(at_once)))
{
}

Server::~Server() = default;

std::uint16_t Server::port() const { return inside_->port; }

void Server::run()
{
    auto& inside = *inside_;
    inside.accept();
    inside.wait_for_bell();
    inside.premises.pool.start();
    std::vector<std::thread> others;
    for (std::size_t i = 1; i < inside.lanes.size(); ++i)
        others.emplace_back([&lane = *inside.lanes[i]] { lane.run(); });
    inside.lanes.front()->run();
    for (auto& thread : others)
        thread.join();
    inside.premises.pool.close();
    inside.premises.log.flush();
}

void Server::stop()
{
    // Only what a signal handler may do: one write.
    const std::uint64_t ring = 1;
    [[maybe_unused]] const auto written = ::write(inside_->bell_writes, &ring, sizeof ring);
}

}  // namespace sala::web
