// SPDX-License-Identifier: Apache-2.0
//
// The head of a request: from bytes to method, address and fields, or to a refusal.
//
// Strict on purpose. A proxy and we must never disagree where a request ends (RFC 9112, 11.2), so
// whatever has two readings is refused: two lengths, a length beside a transfer coding, folded
// lines, bare line feeds, no or two Hosts.

#pragma once

#include "web/http.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace sala::web {

constexpr std::size_t target_bytes_max = 8UL * 1024;  // 414
constexpr std::size_t fields_max = 100;               // 431

struct Head {
    std::string method;
    std::string target;  // always path and query; an absolute address has lost its host
    std::vector<Header> headers;
    std::uint64_t length = 0;  // bytes of body; 0 when chunked
    bool chunked = false;
    bool old = false;  // HTTP/1.0
    bool keep_alive = true;
    bool expects_continue = false;
};

// Not spoken HTTP: the status to answer, and why, for whoever wrote the client.
struct HeadRefusal {
    int status;
    std::string sentence;
};

// `bytes` is one whole head with its closing empty line.
std::variant<Head, HeadRefusal> read_head(std::string_view bytes);

// Whether a proxy on this machine passes on what it did not get over TLS, or does not say. Such a
// visitor only seems to sit here. A field can take trust away and never gives any.
bool forwarded_in_the_clear(const std::vector<Header>& headers);

// Finds where a head ends while it arrives piece by piece; looks at every byte once.
class HeadEnd {
public:
    enum Found { more, whole, broken };  // broken: a line feed without its carriage return

    // `received` is everything since the head's first byte.
    Found look(std::string_view received);
    std::size_t length() const { return looked_; }  // when whole
    bool in_first_line() const { return line_ == 0; }
    void again() { looked_ = line_ = 0; }

private:
    std::size_t looked_ = 0;
    std::size_t line_ = 0;  // where the current line begins
};

}  // namespace sala::web
