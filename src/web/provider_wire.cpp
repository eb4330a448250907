// SPDX-License-Identifier: Apache-2.0

#include "web/provider_wire.hpp"

#include "base/result.hpp"
#include "web/percent.hpp"

#include <curl/curl.h>
#include <spdlog/spdlog.h>

#include <algorithm>
#include <memory>

namespace sala::web {

namespace {

constexpr std::size_t answer_bytes_max = 256UL * 1024;
constexpr long milliseconds_max = 10'000;
constexpr long connecting_milliseconds_max = 2'000;

struct Close {
    void operator()(CURL* curl) const { curl_easy_cleanup(curl); }
};

std::size_t take(const char* bytes, std::size_t size, std::size_t count, void* into)
{
    auto& answer = *static_cast<std::string*>(into);
    if (answer.size() + size * count > answer_bytes_max)
        return 0;  // curl ends the transfer
    answer.append(bytes, size * count);
    return size * count;
}

std::unique_ptr<CURL, Close> asking(const std::string& address, std::string& answer)
{
    static const auto started = curl_global_init(CURL_GLOBAL_DEFAULT);
    std::unique_ptr<CURL, Close> curl(started == CURLE_OK ? curl_easy_init() : nullptr);
    if (!curl)
        throw Fault("libcurl does not start");
    curl_easy_setopt(curl.get(), CURLOPT_URL, address.c_str());
    curl_easy_setopt(curl.get(), CURLOPT_PROTOCOLS_STR, "http,https");
    curl_easy_setopt(curl.get(), CURLOPT_FOLLOWLOCATION, 0L);
    curl_easy_setopt(curl.get(), CURLOPT_TIMEOUT_MS, milliseconds_max);
    curl_easy_setopt(curl.get(), CURLOPT_CONNECTTIMEOUT_MS, connecting_milliseconds_max);
    curl_easy_setopt(curl.get(), CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(curl.get(), CURLOPT_WRITEFUNCTION, take);
    curl_easy_setopt(curl.get(), CURLOPT_WRITEDATA, &answer);
    return curl;
}

bool answered(CURL* curl, const std::string& address)
{
    const auto code = curl_easy_perform(curl);
    long status = 0;
    curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &status);
    if (code == CURLE_OK && status == 200)
        return true;
    spdlog::warn("the provider at {} answers {} ({})", address, status, curl_easy_strerror(code));
    return false;
}

}  // namespace

// Read by hand and strictly, so that no other reader of addresses finds another host in it.
bool may_be_asked(const std::string& address)
{
    const bool over_tls = address.starts_with("https://");
    if (!over_tls && !address.starts_with("http://"))
        return false;
    const auto from = address.find("://") + 3;
    const auto authority = address.substr(from, address.find_first_of("/?#", from) - from);
    const bool plain = std::all_of(address.begin(), address.end(), [](char c) {
        return static_cast<unsigned char>(c) > 0x20 && c != 0x7F && c != '\\';
    });
    if (!plain || authority.empty() || authority.find('@') != std::string::npos)
        return false;
    const auto end = authority.starts_with('[') ? authority.find(']') + 1 : authority.find(':');
    const auto host = authority.substr(0, end);
    return over_tls || host == "127.0.0.1" || host == "localhost" || host == "[::1]";
}

std::optional<std::string> ask(const std::string& address)
{
    if (!may_be_asked(address))
        return std::nullopt;
    std::string answer;
    const auto curl = asking(address, answer);
    if (!answered(curl.get(), address))
        return std::nullopt;
    return answer;
}

std::optional<std::string> ask_with(const std::string& address, const std::string& form,
                                    const ClientSecret& as)
{
    if (!may_be_asked(address))
        return std::nullopt;
    std::string answer;
    const auto curl = asking(address, answer);
    curl_easy_setopt(curl.get(), CURLOPT_POSTFIELDS, form.c_str());
    if (!as.secret.empty()) {
        // RFC 6749, 2.3.1: both are encoded as in a form before they become a header.
        curl_easy_setopt(curl.get(), CURLOPT_HTTPAUTH, CURLAUTH_BASIC);
        curl_easy_setopt(curl.get(), CURLOPT_USERNAME, percent_encoded(as.client).c_str());
        curl_easy_setopt(curl.get(), CURLOPT_PASSWORD, percent_encoded(as.secret).c_str());
    }
    if (!answered(curl.get(), address))
        return std::nullopt;
    return answer;
}

}  // namespace sala::web
