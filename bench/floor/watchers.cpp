// SPDX-License-Identifier: Apache-2.0
//
// Thousands of watchers in one thread, so that the watching costs little beside what is watched.
// Told what to do line by line; answers each with a line; times are of CLOCK_MONOTONIC, in
// nanoseconds.
//   bench_watchers PORT plain|tls PATH
//   grow N    opens until N have heard an event          -> tries that were turned away
//   hear      forgets what was heard so far              -> ok
//   heard T   waits until each has heard an event since  -> milliseconds from T to each, sorted
//   storm     all break at once and come back at once    -> seconds until the last is back, turned
//   away
//
// Each asks for all there is when it comes, because whoever is up to date hears nothing. They come
// from several addresses of loopback, or there would not be ports enough for those who have just
// gone.

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <iostream>
#include <memory>
#include <random>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <openssl/ssl.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace {

using Nanoseconds = long long;

Nanoseconds now()
{
    return std::chrono::duration_cast<std::chrono::nanoseconds>(
               std::chrono::steady_clock::now().time_since_epoch())
        .count();
}

struct Options {
    std::uint16_t port;
    SSL_CTX* tls;  // null: plain
    std::string request;
};

struct Watcher {
    int socket = -1;
    SSL* tls = nullptr;
    bool has_asked = false;
    bool is_in = false;        // has heard an event since it came
    bool is_in_event = false;  // the last bytes were the middle of one
    Nanoseconds heard = 0;     // when the last event was there
    Nanoseconds again_at = 0;  // comes back then; 0: is here
};

class Hall {
public:
    explicit Hall(Options options) : options_(std::move(options)), waiting_(epoll_create1(0)) {}

    void grow(std::size_t count)
    {
        constexpr std::size_t at_once = 500;
        while (all_.size() < count) {
            const auto more = std::min(at_once, count - all_.size());
            for (std::size_t i = 0; i < more; ++i) {
                all_.push_back(std::make_unique<Watcher>());
                come(*all_.back());
            }
            until_all([](const Watcher& one) { return one.is_in; });
        }
    }

    void forget()
    {
        while (look(0) > 0) {
        }
        for (auto& one : all_)
            one->heard = 0;
    }

    std::vector<Nanoseconds> heard()
    {
        until_all([](const Watcher& one) { return one.heard > 0; });
        std::vector<Nanoseconds> times;
        for (const auto& one : all_)
            times.push_back(one->heard);
        std::sort(times.begin(), times.end());
        return times;
    }

    double storm()
    {
        const auto begin = now();
        for (auto& one : all_)
            leave(*one);
        for (auto& one : all_)
            come(*one);
        until_all([](const Watcher& one) { return one.is_in; });
        return static_cast<double>(now() - begin) / 1e9;
    }

    int turned_away() { return std::exchange(turned_away_, 0); }

private:
    void come(Watcher& one)
    {
        one = Watcher{};
        one.socket = ::socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0);
        if (one.socket < 0)
            throw std::runtime_error(std::string("no socket: ") + std::strerror(errno));
        sockaddr_in address{};
        address.sin_family = AF_INET;
        constexpr unsigned addresses = 8;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK + 1 + ++came_ % addresses);
        const int later = 1;
        setsockopt(one.socket, IPPROTO_IP, IP_BIND_ADDRESS_NO_PORT, &later, sizeof later);
        ::bind(one.socket, reinterpret_cast<sockaddr*>(&address), sizeof address);
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        address.sin_port = htons(options_.port);
        ::connect(one.socket, reinterpret_cast<sockaddr*>(&address), sizeof address);
        if (options_.tls) {
            one.tls = SSL_new(options_.tls);
            SSL_set_fd(one.tls, one.socket);
            SSL_set_connect_state(one.tls);
        }
        epoll_event event{.events = EPOLLIN | EPOLLOUT | EPOLLET, .data = {.ptr = &one}};
        epoll_ctl(waiting_, EPOLL_CTL_ADD, one.socket, &event);
    }

    void leave(Watcher& one)
    {
        SSL_free(one.tls);
        one.tls = nullptr;
        ::close(one.socket);
        one.socket = -1;
    }

    // As a browser does: a moment later, not all at the same.
    void comes_again(Watcher& one)
    {
        leave(one);
        one.is_in = false;
        ++turned_away_;
        one.again_at =
            now() + std::uniform_int_distribution<Nanoseconds>(100, 300)(chance_) * 1'000'000;
        away_.push_back(&one);
    }

    template <class Condition>
    void until_all(Condition condition)
    {
        constexpr Nanoseconds patience = 600'000'000'000;
        const auto begin = now();
        std::size_t done = 0;
        while (done < all_.size()) {
            look(20);
            const auto time = now();
            if (time - begin > patience)
                throw std::runtime_error("somebody never heard anything");
            std::vector<Watcher*> ready;
            std::erase_if(away_, [&](Watcher* one) {
                return one->again_at <= time && (ready.push_back(one), true);
            });
            for (auto* one : ready)
                come(*one);
            while (done < all_.size() && condition(*all_[done]))
                ++done;
        }
        // Who was there at the beginning may have gone meanwhile.
        if (!std::all_of(all_.begin(), all_.end(), [&](auto& one) { return condition(*one); }))
            until_all(condition);
    }

    int look(int milliseconds)
    {
        epoll_event events[512];
        const int count = epoll_wait(waiting_, events, 512, milliseconds);
        for (int i = 0; i < count; ++i) {
            auto& one = *static_cast<Watcher*>(events[i].data.ptr);
            if (one.socket >= 0 && !(ask(one) && read(one)))
                comes_again(one);
        }
        return count;
    }

    bool ask(Watcher& one)
    {
        if (one.has_asked)
            return true;
        const auto& words = options_.request;
        if (!one.tls) {
            const auto sent = ::send(one.socket, words.data(), words.size(), MSG_NOSIGNAL);
            one.has_asked = sent > 0;
            return sent > 0 || errno == EAGAIN || errno == ENOTCONN;
        }
        const int sent = SSL_write(one.tls, words.data(), static_cast<int>(words.size()));
        one.has_asked = sent > 0;
        return sent > 0 || waits(one, sent);
    }

    static bool waits(Watcher& one, int result)
    {
        const int why = SSL_get_error(one.tls, result);
        return why == SSL_ERROR_WANT_READ || why == SSL_ERROR_WANT_WRITE;
    }

    bool read(Watcher& one)
    {
        while (true) {
            const auto got = one.tls
                                 ? SSL_read(one.tls, bytes_, sizeof bytes_)
                                 : static_cast<int>(::recv(one.socket, bytes_, sizeof bytes_, 0));
            if (got <= 0)
                return one.tls ? waits(one, got)
                               : got < 0 && (errno == EAGAIN || errno == ENOTCONN);
            const std::string_view said(bytes_, static_cast<std::size_t>(got));
            // A server that is too busy says so, and would hear nothing more from a browser either.
            if (!one.is_in && said.starts_with("HTTP/1.1 ") && !said.starts_with("HTTP/1.1 200"))
                return false;
            one.is_in_event = one.is_in_event || said.find("\ndata:") != std::string_view::npos;
            if (!one.is_in_event || !said.ends_with("\n\n"))
                continue;
            one.is_in_event = false;
            one.is_in = true;
            one.heard = now();
        }
    }

    Options options_;
    int waiting_;
    std::vector<std::unique_ptr<Watcher>> all_;
    std::vector<Watcher*> away_;
    int turned_away_ = 0;
    unsigned came_ = 0;
    std::minstd_rand chance_{1};
    char bytes_[64 * 1024];
};

}  // namespace

int main(int count, char** words)
try {
    if (count != 4)
        return std::fprintf(stderr, "bench_watchers PORT plain|tls PATH\n"), 2;
    std::signal(SIGPIPE, SIG_IGN);  // who is gone is noticed where it is written
    SSL_CTX* tls = std::string_view(words[2]) == "tls" ? SSL_CTX_new(TLS_client_method()) : nullptr;
    Hall hall({static_cast<std::uint16_t>(std::atoi(words[1])), tls,
               std::string("GET ") + words[3] +
                   " HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\n\r\n"});
    std::string what;
    while (std::cin >> what) {
        if (what == "grow") {
            std::size_t most = 0;
            std::cin >> most;
            hall.grow(most);
            std::cout << hall.turned_away() << std::endl;
        } else if (what == "hear") {
            hall.forget();
            std::cout << "ok" << std::endl;
        } else if (what == "heard") {
            Nanoseconds begin = 0;
            std::cin >> begin;
            for (const auto time : hall.heard())
                std::cout << static_cast<double>(time - begin) / 1e6 << ' ';
            std::cout << std::endl;
        } else if (what == "storm") {
            const auto seconds = hall.storm();
            std::cout << seconds << ' ' << hall.turned_away() << std::endl;
        }
    }
    return 0;
} catch (const std::exception& error) {
    std::fprintf(stderr, "bench_watchers: %s\n", error.what());
    return 1;
}
