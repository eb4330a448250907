// SPDX-License-Identifier: Apache-2.0

#include "web/server_head.hpp"

#include <boost/beast/core/string.hpp>

#include <algorithm>
#include <charconv>
#include <optional>

namespace sala::web {

namespace {

using boost::beast::iequals;

bool is_token_sign(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           std::string_view("!#$%&'*+-.^_`|~").find(c) != std::string_view::npos;
}

bool is_token(std::string_view text)
{
    return !text.empty() && std::all_of(text.begin(), text.end(), is_token_sign);
}

bool is_control(char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; }

std::string_view trimmed(std::string_view text)
{
    const auto first = text.find_first_not_of(" \t");
    if (first == std::string_view::npos)
        return {};
    return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

bool list_holds(std::string_view list, std::string_view word)
{
    while (!list.empty()) {
        const auto comma = std::min(list.find(','), list.size());
        if (iequals(trimmed(list.substr(0, comma)), word))
            return true;
        list.remove_prefix(std::min(comma + 1, list.size()));
    }
    return false;
}

// RFC 9112, 3.2: path and query, a whole address (as to a proxy), or "*" for the server itself.
bool read_target(std::string_view sent, Head& head)
{
    for (const std::string_view scheme : {"http://", "https://"})
        if (sent.size() >= scheme.size() && iequals(sent.substr(0, scheme.size()), scheme)) {
            sent.remove_prefix(scheme.size());
            const auto path = sent.find_first_of("/?");
            sent.remove_prefix(std::min(path, sent.size()));
            head.target = sent.starts_with('/') ? std::string(sent) : "/" + std::string(sent);
            return true;
        }
    head.target = sent;
    return sent.starts_with('/') || (sent == "*" && head.method == "OPTIONS");
}

class HeadReader {
public:
    std::variant<Head, HeadRefusal> read(std::string_view bytes)
    {
        bytes.remove_suffix(2);  // the empty line
        auto end = bytes.find("\r\n");
        if (auto no = first_line(bytes.substr(0, end)))
            return *no;
        bytes.remove_prefix(end + 2);
        while (!bytes.empty()) {
            end = bytes.find("\r\n");
            if (auto no = field(bytes.substr(0, end)))
                return *no;
            bytes.remove_prefix(end + 2);
        }
        if (auto no = framing())
            return *no;
        return std::move(head_);
    }

private:
    using No = std::optional<HeadRefusal>;

    No first_line(std::string_view line)
    {
        const auto space = line.find(' ');
        const auto last = line.rfind(' ');
        if (space == std::string_view::npos || last == space)
            return HeadRefusal{400, "The first line must be METHOD ADDRESS HTTP/1.1."};
        const auto target = line.substr(space + 1, last - space - 1);
        const auto version = line.substr(last + 1);
        if (target.size() > target_bytes_max)
            return HeadRefusal{414, "The address is longer than 8 KiB."};
        if (!is_token(line.substr(0, space)) || target.find(' ') != std::string_view::npos ||
            std::any_of(target.begin(), target.end(), is_control))
            return HeadRefusal{400, "The first line must be METHOD ADDRESS HTTP/1.1."};
        if (version != "HTTP/1.1" && version != "HTTP/1.0")
            return HeadRefusal{505, "This server speaks HTTP/1.1 and HTTP/1.0."};
        head_.old = version == "HTTP/1.0";
        head_.method = line.substr(0, space);
        if (!read_target(target, head_))
            return HeadRefusal{400, "The address must begin with a slash."};
        return std::nullopt;
    }

    No field(std::string_view line)
    {
        if (line.starts_with(' ') || line.starts_with('\t'))
            return HeadRefusal{400, "A header field must not be folded over several lines."};
        const auto colon = line.find(':');
        if (colon == std::string_view::npos || !is_token(line.substr(0, colon)))
            return HeadRefusal{400, "A header field must be a name, a colon and a value."};
        const auto value = trimmed(line.substr(colon + 1));
        if (std::any_of(value.begin(), value.end(),
                        [](char c) { return is_control(c) && c != '\t'; }))
            return HeadRefusal{400, "A header field must not hold control characters."};
        if (head_.headers.size() == fields_max)
            return HeadRefusal{431, "The request has more than 100 header fields."};
        head_.headers.emplace_back(line.substr(0, colon), value);
        return framing_field(line.substr(0, colon), value);
    }

    No framing_field(std::string_view name, std::string_view value)
    {
        if (iequals(name, "Host")) {
            if (hosts_++ > 0 || value.find_first_of(" \t,/") != std::string_view::npos)
                return HeadRefusal{400, "The request must have exactly one Host."};
        } else if (iequals(name, "Content-Length")) {
            return length(value);
        } else if (iequals(name, "Transfer-Encoding")) {
            if (head_.chunked)
                return HeadRefusal{400, "The request must have at most one Transfer-Encoding."};
            if (!iequals(value, "chunked"))
                return HeadRefusal{501, "The only Transfer-Encoding understood is chunked."};
            head_.chunked = true;
        } else if (iequals(name, "Connection")) {
            close_ = close_ || list_holds(value, "close");
            keep_ = keep_ || list_holds(value, "keep-alive");
        } else if (iequals(name, "Expect")) {
            if (!iequals(value, "100-continue"))
                return HeadRefusal{417, "The only expectation understood is 100-continue."};
            head_.expects_continue = true;
        }
        return std::nullopt;
    }

    No length(std::string_view value)
    {
        // RFC 9110, 8.6 would allow equal repetitions; nobody needs them, so none are.
        if (lengths_++ > 0)
            return HeadRefusal{400, "The request must have at most one Content-Length."};
        const auto [end, error] =
            std::from_chars(value.data(), value.data() + value.size(), head_.length);
        if (error != std::errc{} || end != value.data() + value.size() || value.size() > 18)
            return HeadRefusal{400, "Content-Length must be a number of bytes."};
        return std::nullopt;
    }

    No framing()
    {
        if (head_.chunked && lengths_ > 0)
            return HeadRefusal{400, "Content-Length and Transfer-Encoding exclude each other."};
        if (head_.chunked && head_.old)
            return HeadRefusal{400, "HTTP/1.0 knows no Transfer-Encoding."};
        if (hosts_ == 0 && !head_.old)
            return HeadRefusal{400, "The request must have exactly one Host."};
        head_.keep_alive = !close_ && (!head_.old || keep_);
        head_.expects_continue = head_.expects_continue && !head_.old;
        return std::nullopt;
    }

    Head head_;
    int hosts_ = 0;
    int lengths_ = 0;
    bool close_ = false;
    bool keep_ = false;
};

}  // namespace

std::variant<Head, HeadRefusal> read_head(std::string_view bytes)
{
    return HeadReader{}.read(bytes);
}

bool forwarded_in_the_clear(const std::vector<Header>& headers)
{
    bool forwarded = false;
    bool over_tls = false;
    for (const auto& [name, value] : headers) {
        for (const std::string_view said : {"Forwarded", "Via", "X-Forwarded-For", "X-Real-IP"})
            forwarded = forwarded || iequals(name, said);
        if (!iequals(name, "X-Forwarded-Proto"))
            continue;
        if (!iequals(value, "https"))
            return true;
        over_tls = true;
    }
    return forwarded && !over_tls;
}

HeadEnd::Found HeadEnd::look(std::string_view received)
{
    while (true) {
        const auto feed = received.find('\n', looked_);
        if (feed == std::string_view::npos) {
            looked_ = received.size();
            return more;
        }
        if (feed == line_ || received[feed - 1] != '\r')
            return broken;
        looked_ = feed + 1;
        if (feed - 1 == line_)
            return whole;
        line_ = feed + 1;
    }
}

}  // namespace sala::web
