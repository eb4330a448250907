// SPDX-License-Identifier: Apache-2.0
//
// The access log: one line a request, readable or JSON, without anything secret in it.

#pragma once

#include <chrono>
#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

namespace spdlog {
class logger;
}

namespace sala::web {

struct Access {
    std::string_view method;  // empty when the request could not be read
    std::string_view target;
    int status;
    std::size_t bytes;  // of the body, as sent
    std::chrono::microseconds took;
    std::string_view peer;
};

class AccessLog {
public:
    // `file` is appended to; empty: no log, "-": standard error. Throws Fault.
    AccessLog(const std::string& file, bool json);
    ~AccessLog();

    void write(const Access& access);
    void flush();

private:
    std::shared_ptr<spdlog::logger> log_;
    bool json_;
};

// The address as it may be logged: what follows /login/ and the values of query fields that look
// like secrets become "***"; bytes that could forge a line are percent-encoded.
std::string loggable_target(std::string_view target);

}  // namespace sala::web
