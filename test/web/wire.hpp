// SPDX-License-Identifier: Apache-2.0
//
// A visitor who speaks bytes: for tests of what browsers never send.

#pragma once

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <chrono>
#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>
#include <thread>

namespace sala::test {

class Wire {
public:
    explicit Wire(std::uint16_t port, int receive_buffer = 0)
        : socket_(::socket(AF_INET, SOCK_STREAM, 0))
    {
        if (receive_buffer > 0)
            setsockopt(socket_, SOL_SOCKET, SO_RCVBUF, &receive_buffer, sizeof receive_buffer);
        const timeval patience{.tv_sec = 20, .tv_usec = 0};
        setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(port);
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        if (connect(socket_, reinterpret_cast<sockaddr*>(&address), sizeof address) != 0)
            throw std::runtime_error("nobody listens");
    }
    ~Wire() { ::close(socket_); }
    Wire(const Wire&) = delete;
    Wire& operator=(const Wire&) = delete;

    int socket() const { return socket_; }

    Wire& say(std::string_view bytes)
    {
        while (!bytes.empty()) {
            const auto sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
            if (sent <= 0)
                break;  // the other side has heard enough
            bytes.remove_prefix(static_cast<std::size_t>(sent));
        }
        return *this;
    }

    // Everything until `mark` is there, the mark included; or until the other side closes.
    std::string hear_until(std::string_view mark)
    {
        std::size_t found = std::string::npos;
        while ((found = heard_.find(mark)) == std::string::npos && more()) {
        }
        return take(found == std::string::npos ? heard_.size() : found + mark.size());
    }

    // One whole answer with a Content-Length (or without a body).
    std::string hear_answer(bool with_body = true)
    {
        auto answer = hear_until("\r\n\r\n");
        const auto length = answer.find("Content-Length: ");
        if (!with_body || length == std::string::npos)
            return answer;
        const auto bytes = std::stoul(answer.substr(length + 16));
        while (heard_.size() < bytes && more()) {
        }
        return answer + take(bytes);
    }

    std::string hear_all()
    {
        while (more()) {
        }
        return take(heard_.size());
    }

private:
    bool more()
    {
        char bytes[16 * 1024];
        auto got = recv(socket_, bytes, sizeof bytes, 0);
        while (got < 0 && errno == EINTR)
            got = recv(socket_, bytes, sizeof bytes, 0);
        if (got < 0 && (errno == EAGAIN || errno == EWOULDBLOCK))
            throw std::runtime_error("the server neither answers nor closes; heard: " + heard_);
        if (got > 0)
            heard_.append(bytes, static_cast<std::size_t>(got));
        return got > 0;
    }

    std::string take(std::size_t bytes)
    {
        auto taken = heard_.substr(0, bytes);
        heard_.erase(0, bytes);
        return taken;
    }

    int socket_;
    std::string heard_;
};

inline std::string status_of(std::string_view answer)
{
    return std::string(answer.size() > 12 ? answer.substr(9, 3) : answer);
}

inline std::string body_of(std::string_view answer)
{
    const auto end = answer.find("\r\n\r\n");
    return std::string(end == std::string_view::npos ? "" : answer.substr(end + 4));
}

inline std::string header_of(std::string_view answer, const std::string& name)
{
    const auto head = answer.substr(0, answer.find("\r\n\r\n") + 2);
    const auto found = head.find("\r\n" + name + ": ");
    if (found == std::string_view::npos)
        return "";
    const auto value = head.substr(found + name.size() + 4);
    return std::string(value.substr(0, value.find("\r\n")));
}

// Waits for something that another thread does. False only when it never happens.
template <class Condition>
bool comes_true(Condition condition)
{
    for (int i = 0; i < 2000; ++i) {
        if (condition())
            return true;
        std::this_thread::sleep_for(std::chrono::milliseconds{10});
    }
    return false;
}

}  // namespace sala::test
