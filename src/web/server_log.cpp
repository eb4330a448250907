// SPDX-License-Identifier: Apache-2.0

#include "web/server_log.hpp"

#include "base/result.hpp"

#include <fmt/format.h>
#include <spdlog/pattern_formatter.h>
#include <spdlog/sinks/basic_file_sink.h>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cctype>
#include <charconv>
#include <optional>

namespace sala::web {

namespace {

std::string decoded(std::string_view text)
{
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        unsigned char byte = 0;
        if (text[i] == '%' && i + 2 < text.size() &&
            std::from_chars(&text[i + 1], text.data() + i + 3, byte, 16).ptr ==
                text.data() + i + 3) {
            out += static_cast<char>(std::tolower(byte));
            i += 2;
        } else {
            out += static_cast<char>(std::tolower(static_cast<unsigned char>(text[i])));
        }
    }
    return out;
}

// Words that are harmless elsewhere. Whoever looks somebody up at a door types or scans what stands
// on the badge; what a provider sends back is what a journey began with.
bool is_secret_there(std::string_view word, const std::string& path)
{
    return (word == "q" && (path.ends_with("/door") || path.find("/door.") != std::string::npos)) ||
           (word == "state" && path.starts_with("/login/"));
}

bool names_a_secret(std::string_view name, std::string_view at)
{
    const auto word = decoded(name);
    if (is_secret_there(word, decoded(at)))
        return true;
    for (const std::string_view secret :
         {"token", "key", "code", "secret", "pass", "login", "link", "csrf", "signature", "otp"})
        if (word.find(secret) != std::string::npos)
            return true;
    return false;
}

void append_plain(std::string& out, std::string_view text)
{
    for (const char sign : text) {
        const auto c = static_cast<unsigned char>(sign);
        if (c <= ' ' || c >= 0x7f || c == '"' || c == '\\')
            out += fmt::format("%{:02X}", c);
        else
            out += sign;
    }
}

// Behind these words of an address stands what lets somebody in.
struct TokenPlace {
    std::size_t at = 0;
    std::string_view word;
};
std::optional<TokenPlace> where_a_token_follows(const std::string& path)
{
    for (const std::string_view word :
         {"/login/", "/invitation/", "/photos/", "/unsubscribe/", "/claim/", "/speeches/"})
        if (const auto at = path.find(word); at != std::string::npos)
            return TokenPlace{at, word};
    return std::nullopt;
}

void append_query(std::string& out, std::string_view query, std::string_view at)
{
    while (!query.empty()) {
        const auto field = query.substr(0, query.find('&'));
        const auto name = field.substr(0, field.find('='));
        const bool secret =
            names_a_secret(name, at) || where_a_token_follows(decoded(field)).has_value();
        append_plain(out, secret ? name : field);
        if (secret)
            out += "=***";
        query.remove_prefix(field.size());
        if (query.starts_with('&')) {
            out += '&';
            query.remove_prefix(1);
        }
    }
}

// Where visitors come from is no business of other people on this machine.
void make_file(const std::string& file)
{
    const int made = ::open(file.c_str(), O_CREAT | O_WRONLY | O_APPEND | O_CLOEXEC, 0640);
    if (made >= 0)
        ::close(made);
}

}  // namespace

std::string loggable_target(std::string_view target)
{
    const auto path = target.substr(0, target.find('?'));
    std::string out;
    const auto token = where_a_token_follows(decoded(path));
    if (!token)
        append_plain(out, path);
    else if (path.find('%') != std::string_view::npos)
        out = "/***";  // a disguised spelling: nothing of it is shown
    else {
        append_plain(out, path.substr(0, token->at));
        out += std::string(token->word) + "***";
    }
    if (path.size() < target.size()) {
        out += '?';
        append_query(out, target.substr(path.size() + 1), path);
    }
    return out;
}

AccessLog::AccessLog(const std::string& file, bool json) : json_(json)
{
    if (file.empty())
        return;
    try {
        spdlog::sink_ptr sink;
        if (file == "-")
            sink = std::make_shared<spdlog::sinks::stderr_sink_mt>();
        else {
            make_file(file);
            sink = std::make_shared<spdlog::sinks::basic_file_sink_mt>(file);
        }
        log_ = std::make_shared<spdlog::logger>("access", std::move(sink));
    } catch (const spdlog::spdlog_ex& error) {
        throw Fault(fmt::format("The access log {} cannot be written: {}.", file, error.what()));
    }
    log_->set_level(spdlog::level::info);
    log_->set_formatter(std::make_unique<spdlog::pattern_formatter>(
        json ? R"({"time":"%Y-%m-%dT%H:%M:%S.%eZ",%v})" : "%Y-%m-%dT%H:%M:%S.%eZ %v",
        spdlog::pattern_time_type::utc));
}

AccessLog::~AccessLog() = default;

void AccessLog::write(const Access& access)
{
    if (!log_)
        return;
    const auto method = access.method.empty() ? std::string_view("-") : access.method;
    const auto target = access.target.empty() ? std::string("-") : loggable_target(access.target);
    const double ms = static_cast<double>(access.took.count()) / 1000.0;
    if (json_)
        log_->info(R"("peer":"{}","method":"{}","target":"{}","status":{},"bytes":{},"ms":{:.3f})",
                   access.peer, method, target, access.status, access.bytes, ms);
    else
        log_->info("{} {} {} {} {} {:.3f}ms", access.peer, method, target, access.status,
                   access.bytes, ms);
}

void AccessLog::flush()
{
    if (log_)
        log_->flush();
}

}  // namespace sala::web
