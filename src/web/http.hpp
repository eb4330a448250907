// SPDX-License-Identifier: Apache-2.0
//
// A request and its reply as plain values: what the server hands in and what the router hands out.

#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace sala::web {

using Header = std::pair<std::string, std::string>;

struct Request {
    std::string method;  // "GET", "POST", ...
    std::string target;  // path and query as sent, such as "/phnom-penh-2022?by=topic"
    std::vector<Header> headers;
    std::string body;
    std::string peer;       // address of the other end, without port (web/peer.hpp)
    bool secure = false;    // came over TLS
    bool loopback = false;  // both ends on this machine, and no proxy without TLS before it

    // The header's value, or empty. Names compare without case.
    std::string_view header(std::string_view name) const;
};

struct Reply {
    int status = 200;
    std::string type = "text/html; charset=utf-8";
    std::vector<Header> headers;
    std::string body;

    // A body that many requests share (assets, cached pages); used instead of `body` when set.
    std::shared_ptr<const std::string> shared;
    // The same, already compressed with gzip; sent to those who accept it.
    std::shared_ptr<const std::string> shared_gzip;

    // Not a page but a stream of events: the server hands the socket to the hub under this name.
    std::string stream;

    std::string_view header(std::string_view name) const;
    Reply& with(std::string name, std::string value);
};

}  // namespace sala::web
