// SPDX-License-Identifier: Apache-2.0
//
// A small mail server on this machine that does what the test says.

#pragma once

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <atomic>
#include <cstdint>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace sala::test {

struct Received {
    std::string from;
    std::string to;
    std::string data;  // without the closing dot, dots unstuffed

    bool operator==(const Received&) const = default;
};

class SmtpServer {
public:
    // Says yes to everything; once, when it hears `command`, it gives `answer` instead. "HI" is the
    // greeting, "." the end of the data. An empty answer: it falls silent.
    explicit SmtpServer(std::string command = "", std::string answer = "")
        : command_(std::move(command)),
          answer_(std::move(answer))
    {
        listener_ = socket(AF_INET, SOCK_STREAM, 0);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        bind(listener_, reinterpret_cast<sockaddr*>(&address), sizeof address);
        socklen_t size = sizeof address;
        getsockname(listener_, reinterpret_cast<sockaddr*>(&address), &size);
        port_ = ntohs(address.sin_port);
        listen(listener_, 16);
        thread_ = std::thread([this] { work(); });
    }
    ~SmtpServer()
    {
        ending_ = true;
        thread_.join();
        close(listener_);
    }

    std::string address() const { return "smtp://127.0.0.1:" + std::to_string(port_); }
    std::vector<Received> received() const
    {
        const std::lock_guard lock(mutex_);
        return received_;
    }
    int visits() const { return visits_; }

private:
    void work()
    {
        while (!ending_)
            if (readable(listener_)) {
                const int line = accept(listener_, nullptr, nullptr);
                ++visits_;
                talk(line);
                close(line);
            }
    }

    bool readable(int descriptor) const
    {
        pollfd wanted{descriptor, POLLIN, 0};
        return poll(&wanted, 1, 20) > 0;
    }

    // The next line, without its end; false when the other side hung up.
    bool hear(int line, std::string& rest, std::string& heard)
    {
        std::size_t end = 0;
        while ((end = rest.find("\r\n")) == std::string::npos) {
            if (ending_)
                return false;
            if (!readable(line))
                continue;
            char bytes[4096];
            const auto got = recv(line, bytes, sizeof bytes, 0);
            if (got <= 0)
                return false;
            rest.append(bytes, static_cast<std::size_t>(got));
        }
        heard = rest.substr(0, end);
        rest.erase(0, end + 2);
        return true;
    }

    void say(int line, const std::string& command, const std::string& yes)
    {
        auto answer = yes;
        if (command == command_) {
            answer = answer_;
            command_.clear();
        }
        if (!answer.empty())
            answer += "\r\n";
        send(line, answer.data(), answer.size(), MSG_NOSIGNAL);
    }

    void talk(int line)
    {
        std::string rest;
        std::string heard;
        Received mail;
        say(line, "HI", "220 test ESMTP");
        while (hear(line, rest, heard)) {
            const auto command = heard.substr(0, heard.find_first_of(" :"));
            if (command == "MAIL")
                mail.from = heard;
            if (command == "RCPT")
                mail.to = heard;
            if (command == "QUIT")
                return say(line, command, "221 bye");
            say(line, command, command == "DATA" ? "354 go on" : "250 fine");
            if (command != "DATA")
                continue;
            mail.data.clear();
            while (hear(line, rest, heard) && heard != ".")
                mail.data += (heard.starts_with("..") ? heard.substr(1) : heard) + "\r\n";
            if (heard == ".") {
                const std::lock_guard lock(mutex_);
                received_.push_back(mail);
            }
            say(line, ".", "250 queued as 42");
        }
    }

    std::string command_;
    std::string answer_;
    int listener_ = -1;
    std::uint16_t port_ = 0;
    std::atomic<bool> ending_{false};
    std::atomic<int> visits_{0};
    mutable std::mutex mutex_;
    std::vector<Received> received_;
    std::thread thread_;
};

}  // namespace sala::test
