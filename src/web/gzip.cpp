// SPDX-License-Identifier: Apache-2.0

#include "web/gzip.hpp"

#include "base/result.hpp"

#include <zlib.h>

#include <algorithm>
#include <cctype>

namespace sala::web {

namespace {

// Setting up a compressor costs 256 KiB of memory, so each thread keeps one.
class Compressor {
public:
    explicit Compressor(int level) : level_(level)
    {
        constexpr int gzip_window = 15 + 16;
        if (deflateInit2(&stream_, level, Z_DEFLATED, gzip_window, 8, Z_DEFAULT_STRATEGY) != Z_OK)
            throw Fault("zlib cannot start: out of memory");
    }
    ~Compressor() { deflateEnd(&stream_); }
    Compressor(const Compressor&) = delete;
    Compressor& operator=(const Compressor&) = delete;

    std::string compress(std::string_view bytes, int level)
    {
        deflateReset(&stream_);
        if (level != level_)
            deflateParams(&stream_, level_ = level, Z_DEFAULT_STRATEGY);
        std::string out(deflateBound(&stream_, bytes.size()), '\0');
        stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
        stream_.avail_in = static_cast<uInt>(bytes.size());
        stream_.next_out = reinterpret_cast<Bytef*>(out.data());
        stream_.avail_out = static_cast<uInt>(out.size());
        if (deflate(&stream_, Z_FINISH) != Z_STREAM_END)
            throw Fault("zlib could not compress");
        out.resize(out.size() - stream_.avail_out);
        return out;
    }

private:
    z_stream stream_{};
    int level_;
};

std::string lower_without_spaces(std::string_view text)
{
    std::string out;
    for (const char c : text)
        if (c != ' ' && c != '\t')
            out += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    return out;
}

// "q=0", "q=0.0" and so on.
bool is_zero(std::string_view parameters)
{
    const auto q = parameters.find("q=0");
    return q != std::string_view::npos &&
           parameters.find_first_of("123456789", q) == std::string_view::npos;
}

}  // namespace

std::string gzip(std::string_view bytes, int level)
{
    thread_local Compressor compressor(level);
    return compressor.compress(bytes, level);
}

bool accepts_gzip(std::string_view accept_encoding)
{
    const auto list = lower_without_spaces(accept_encoding);
    std::string_view rest = list;
    bool any = false;
    while (!rest.empty()) {
        const auto item = rest.substr(0, rest.find(','));
        const auto coding = item.substr(0, item.find(';'));
        const bool wanted = !is_zero(item.substr(coding.size()));
        if (coding == "gzip" || coding == "x-gzip")
            return wanted;
        any = any || (coding == "*" && wanted);
        rest.remove_prefix(std::min(item.size() + 1, rest.size()));
    }
    return any;
}

bool is_textual(std::string_view type)
{
    const auto word = lower_without_spaces(type.substr(0, type.find(';')));
    if (word == "text/event-stream")
        return false;
    return word.starts_with("text/") || word.ends_with("+json") || word.ends_with("+xml") ||
           word == "application/json" || word == "application/xml" ||
           word == "application/javascript" || word == "application/x-ndjson";
}

}  // namespace sala::web
