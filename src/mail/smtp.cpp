// SPDX-License-Identifier: Apache-2.0

#include "mail/smtp.hpp"

#include <curl/curl.h>

#include <algorithm>
#include <cstring>
#include <memory>
#include <string_view>

namespace sala::mail {

namespace {

constexpr std::size_t answer_bytes_max = 500;

struct Sending {
    std::string_view rest;
    std::string last_line;         // of the server
    std::string complaint;         // its last line that was a no
    bool named_recipient = false;  // from here on a no is about the letter, not about us
    const std::atomic<bool>& stopping;
};

std::size_t give(char* to, std::size_t size, std::size_t count, void* context)
{
    auto& sending = *static_cast<Sending*>(context);
    const auto bytes = std::min(size * count, sending.rest.size());
    std::memcpy(to, sending.rest.data(), bytes);
    sending.rest.remove_prefix(bytes);
    return bytes;
}

std::size_t ignore(char*, std::size_t size, std::size_t count, void*) { return size * count; }

int overhear(CURL*, curl_infotype kind, char* bytes, std::size_t size, void* context)
{
    auto& sending = *static_cast<Sending*>(context);
    const std::string_view line(bytes, size);
    if (kind == CURLINFO_HEADER_OUT && line.starts_with("RCPT"))
        sending.named_recipient = true;
    if (kind == CURLINFO_HEADER_IN)
        sending.last_line = line;
    if (kind == CURLINFO_HEADER_IN && (line.starts_with('4') || line.starts_with('5')))
        sending.complaint = line;
    return 0;
}

int go_on(void* context, curl_off_t, curl_off_t, curl_off_t, curl_off_t)
{
    return static_cast<Sending*>(context)->stopping ? 1 : 0;
}

// What strangers send goes into the store and onto a page: only plain characters of it.
std::string plain(std::string_view text)
{
    std::string out;
    for (const char c : text.substr(0, answer_bytes_max))
        out += c >= 0x20 && c < 0x7f ? c : (c == '\r' || c == '\n' ? ' ' : '?');
    out.erase(out.find_last_not_of(' ') + 1);
    return out;
}

struct Close {
    void operator()(CURL* curl) const { curl_easy_cleanup(curl); }
    void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};

void prepare(CURL* curl, const SmtpOptions& options, Sending& sending)
{
    curl_easy_setopt(curl, CURLOPT_URL, options.address.c_str());
    curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
    curl_easy_setopt(curl, CURLOPT_PROXY, "");  // a proxy for pages is not one for mail
    curl_easy_setopt(curl, CURLOPT_USE_SSL,
                     static_cast<long>(options.in_the_clear ? CURLUSESSL_NONE : CURLUSESSL_ALL));
    if (!options.user.empty()) {
        curl_easy_setopt(curl, CURLOPT_USERNAME, options.user.c_str());
        curl_easy_setopt(curl, CURLOPT_PASSWORD, options.password.c_str());
    }
    curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT_MS,
                     static_cast<long>(options.connect_time_max.count()));
    curl_easy_setopt(curl, CURLOPT_TIMEOUT_MS, static_cast<long>(options.time_max.count()));
    curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(curl, CURLOPT_UPLOAD, 1L);
    curl_easy_setopt(curl, CURLOPT_READFUNCTION, give);
    curl_easy_setopt(curl, CURLOPT_READDATA, &sending);
    curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, ignore);
    curl_easy_setopt(curl, CURLOPT_VERBOSE, 1L);
    curl_easy_setopt(curl, CURLOPT_DEBUGFUNCTION, overhear);
    curl_easy_setopt(curl, CURLOPT_DEBUGDATA, &sending);
    curl_easy_setopt(curl, CURLOPT_NOPROGRESS, 0L);
    curl_easy_setopt(curl, CURLOPT_XFERINFOFUNCTION, go_on);
    curl_easy_setopt(curl, CURLOPT_XFERINFODATA, &sending);
}

// A 5xx to the greeting, the password or the sender says that our settings are wrong: that can be
// mended. Only from the recipient on it is final.
Delivery judged(CURLcode code, const Sending& sending)
{
    if (code == CURLE_OK)
        return {Delivery::sent, plain(sending.last_line)};
    if (sending.complaint.empty())
        return {Delivery::later, plain(curl_easy_strerror(code))};
    const bool final = sending.named_recipient && sending.complaint.starts_with('5');
    return {final ? Delivery::never : Delivery::later, plain(sending.complaint)};
}

}  // namespace

Delivery deliver(const SmtpOptions& options, const std::string& to, const std::string& message,
                 const std::atomic<bool>& stopping)
{
    static const auto started = curl_global_init(CURL_GLOBAL_DEFAULT);
    const std::unique_ptr<CURL, Close> curl(started == CURLE_OK ? curl_easy_init() : nullptr);
    if (!curl)
        return {Delivery::later, "The mail library cannot start."};
    Sending sending{.rest = message, .stopping = stopping};
    prepare(curl.get(), options, sending);
    const auto from = "<" + options.from.address + ">";
    const std::unique_ptr<curl_slist, Close> recipients(
        curl_slist_append(nullptr, ("<" + to + ">").c_str()));
    curl_easy_setopt(curl.get(), CURLOPT_MAIL_FROM, from.c_str());
    curl_easy_setopt(curl.get(), CURLOPT_MAIL_RCPT, recipients.get());
    const auto code = curl_easy_perform(curl.get());
    return judged(code, sending);
}

}  // namespace sala::mail
