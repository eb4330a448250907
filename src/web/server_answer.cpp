// SPDX-License-Identifier: Apache-2.0

#include "web/server_answer.hpp"

#include "base/result.hpp"
#include "web/asked.hpp"
#include "web/frame.hpp"
#include "web/gzip.hpp"
#include "web/problem.hpp"

#include <boost/beast/core/string.hpp>
#include <boost/beast/http/rfc7230.hpp>
#include <boost/beast/http/status.hpp>
#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <ctime>

namespace sala::web {

namespace {

using boost::beast::iequals;

constexpr std::size_t gzip_bytes_min = 512;          // below, a packet is a packet
constexpr std::size_t one_piece_bytes = 8UL * 1024;  // up to here head and body are sent as one

// RFC 9110, 5.6.7, always in English. Made once a second.
const std::string& date_now()
{
    thread_local std::time_t made_at = 0;
    thread_local std::string made;
    const auto now = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
    if (now != made_at) {
        std::tm parts{};
        gmtime_r(&now, &parts);
        char text[64];
        made.assign(text, std::strftime(text, sizeof text, "%a, %d %b %Y %H:%M:%S GMT", &parts));
        made_at = now;
    }
    return made;
}

bool is_ours(std::string_view name)
{
    for (const std::string_view ours : {"Content-Length", "Connection", "Date", "Transfer-Encoding",
                                        "Content-Type", "Vary", "ETag"})
        if (iequals(name, ours))
            return true;
    return false;
}

void append_header(std::string& out, std::string_view name, std::string_view value)
{
    const auto breaks = [](char c) { return c == '\r' || c == '\n' || c == '\0'; };
    if (name.empty() || std::any_of(name.begin(), name.end(), breaks) ||
        std::any_of(value.begin(), value.end(), breaks))
        throw Fault("a reply's header would break the message: " + std::string(name));
    out.append(name).append(": ").append(value).append("\r\n");
}

void append_vary(std::string& out, const Reply& reply, bool by_encoding)
{
    std::string vary;
    for (const auto& [name, value] : reply.headers)
        if (iequals(name, "Vary"))
            vary += (vary.empty() ? "" : ", ") + value;
    if (by_encoding && vary != "*" &&
        !boost::beast::http::token_list(vary).exists("accept-encoding"))
        vary += vary.empty() ? "Accept-Encoding" : ", Accept-Encoding";
    if (!vary.empty())
        append_header(out, "Vary", vary);
}

std::string_view body_of(const Reply& reply)
{
    return reply.shared ? std::string_view(*reply.shared) : reply.body;
}

class Writer {
public:
    Writer(const Request& request, Reply reply, const Terms& terms)
        : request_(request),
          reply_(std::move(reply)),
          terms_(terms)
    {
    }

    Answer write()
    {
        choose_body();
        answer_.status = reply_.status;
        answer_.keep_alive = terms_.keep_alive && !streams();
        answer_.head.reserve(512);
        const auto reason = boost::beast::http::obsolete_reason(
            static_cast<boost::beast::http::status>(reply_.status));
        answer_.head = fmt::format("HTTP/1.1 {} {}\r\n", reply_.status,
                                   std::string_view(reason.data(), reason.size()));
        write_headers();
        if (!terms_.head_only)
            answer_.stream = reply_.stream;
        write_body();
        return std::move(answer_);
    }

private:
    bool bodiless() const { return reply_.status == 204 || reply_.status == 304; }
    bool streams() const { return !reply_.stream.empty(); }

    void choose_body()
    {
        if (streams()) {
            reply_.type = "text/event-stream";
            // Made once for many it may be kept here; on its way nobody keeps a stream.
            std::erase_if(reply_.headers,
                          [](const Header& header) { return header.first == "Cache-Control"; });
            reply_.with("Cache-Control", "no-cache").with("X-Accel-Buffering", "no");
            return;
        }
        const auto etag = reply_.header("ETag");
        if (reply_.status == 200 && request_.method == "GET" &&
            etag_matches(request_.header("If-None-Match"), etag))
            reply_.status = 304;
        const bool may_shrink = body_of(reply_).size() > gzip_bytes_min &&
                                reply_.header("Content-Encoding").empty() &&
                                (reply_.shared_gzip || is_textual(reply_.type));
        by_encoding_ = may_shrink;
        if (may_shrink && accepts_gzip(request_.header("Accept-Encoding")))
            shrink();
    }

    void shrink()
    {
        shrunk_ = true;
        if (bodiless())
            return;
        if (reply_.shared_gzip)
            reply_.shared = reply_.shared_gzip;
        else
            reply_.body = gzip(body_of(reply_)), reply_.shared = nullptr;
    }

    void write_headers()
    {
        auto& out = answer_.head;
        append_header(out, "Date", date_now());
        if (!reply_.type.empty() && !bodiless())
            append_header(out, "Content-Type", reply_.type);
        // Only where the TLS is ours: what a proxy speaks is the proxy's to promise.
        if (request_.secure)
            append_header(out, "Strict-Transport-Security", "max-age=31536000");
        for (const auto& [name, value] : reply_.headers)
            if (!is_ours(name))
                append_header(out, name, value);
        if (const auto etag = reply_.header("ETag"); !etag.empty())
            // Compressed it is not the same bytes, so the tag may only be compared weakly.
            append_header(out, "ETag",
                          shrunk_ && !etag.starts_with("W/") ? "W/" + std::string(etag)
                                                             : std::string(etag));
        append_vary(out, reply_, by_encoding_);
        if (shrunk_ && !bodiless())
            append_header(out, "Content-Encoding", "gzip");
        if (!answer_.keep_alive)
            append_header(out, "Connection", "close");
        else if (terms_.old)
            append_header(out, "Connection", "keep-alive");
    }

    void write_body()
    {
        auto& out = answer_.head;
        const auto body = body_of(reply_);
        if (!bodiless() && !streams())
            append_header(out, "Content-Length", std::to_string(body.size()));
        out += "\r\n";
        if (terms_.head_only || bodiless() || streams())
            return;
        answer_.body_bytes = body.size();
        if (body.size() <= one_piece_bytes)
            out += body;
        else if (reply_.shared)
            answer_.shared = std::move(reply_.shared);
        else
            answer_.body = std::move(reply_.body);
    }

    const Request& request_;
    Reply reply_;
    Terms terms_;
    Answer answer_;
    bool by_encoding_ = false;
    bool shrunk_ = false;
};

// Short enough to be read out on the telephone, and different after a restart.
std::string next_incident()
{
    static std::atomic<std::uint32_t> count{static_cast<std::uint32_t>(
        std::chrono::system_clock::now().time_since_epoch() / std::chrono::seconds{1})};
    return fmt::format("{:08x}", count++);
}

}  // namespace

Answer answer_to(const Request& request, Reply reply, const Terms& terms)
{
    return Writer(request, std::move(reply), terms).write();
}

Answer answer_safely(const Request& request, const Terms& terms,
                     const std::function<Reply(const Request&)>& make)
{
    std::string what;
    try {
        return answer_to(request, make(request), terms);
    } catch (const std::exception& error) {
        what = error.what();
    } catch (...) {
        what = "something that is not an exception";
    }
    const auto incident = next_incident();
    spdlog::error("incident {}: {}", incident, what);
    return answer_to(request,
                     refusal_reply(request, 500, "incident",
                                   tr("Something went wrong on our side. If you report it, please "
                                      "name incident {number}.",
                                      {{"number", incident}})),
                     terms);
}

Reply refusal_reply(const Request& request, int status, const std::string& code,
                    const Sentence& sentence)
{
    const auto asked_for = asked(request);
    const Reader reader{asked_for.language, "UTC"};
    Reply reply;
    if (asked_for.format == Format::html) {
        const auto title = status == 500   ? tr("An incident")
                           : status == 503 ? tr("Not at the moment")
                                           : tr("Not possible");
        // What was asked for can be asked again; a form is found at its own address.
        const auto& back = request.method == "GET" ? request.target : asked_for.path;
        reply.status = status;
        reply.body = bare_document(reader, title, sentence, leads_here(back) ? back : "/").markup();
    } else {
        reply = problem(reader, status, {Refusal{Refusal::busy, {}, code, sentence}});
    }
    reply.with("Cache-Control", "no-store");
    finish(reply, false);
    if (status == 503)
        reply.with("Retry-After", "2");
    return reply;
}

Reply plain_reply(int status, std::string sentence)
{
    Reply reply;
    reply.status = status;
    reply.type = "text/plain; charset=utf-8";
    reply.body = std::move(sentence) + "\n";
    reply.with("Cache-Control", "no-store");
    if (status == 503)
        reply.with("Retry-After", "2");
    return reply;
}

bool etag_matches(std::string_view if_none_match, std::string_view etag)
{
    if (etag.empty() || if_none_match.empty())
        return false;
    const auto strong = [](std::string_view tag) {
        return tag.starts_with("W/") ? tag.substr(2) : tag;
    };
    while (!if_none_match.empty()) {
        const auto first = if_none_match.find_first_not_of(" \t,");
        if (first == std::string_view::npos)
            return false;
        if_none_match.remove_prefix(first);
        if (if_none_match.starts_with('*'))
            return true;
        const auto open = if_none_match.find('"');
        const auto close =
            if_none_match.find('"', open == std::string_view::npos ? open : open + 1);
        if (close == std::string_view::npos)
            return false;
        if (strong(if_none_match.substr(0, close + 1)) == strong(etag))
            return true;
        if_none_match.remove_prefix(close + 1);
    }
    return false;
}

}  // namespace sala::web
