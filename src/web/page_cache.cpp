// SPDX-License-Identifier: Apache-2.0

#include "web/page_cache.hpp"

#include <memory>

namespace sala::web {

std::string PageCache::key_of(const Request& request, const Language& language)
{
    // Where a login would be readable on the way, pages say that signing in is off.
    const bool in_the_clear = !request.secure && !request.loopback;
    return language.tag() + (in_the_clear ? " - " : " + ") + std::string(request.header("Accept")) +
           " " + request.target;
}

std::optional<Reply> PageCache::find(const Request& request, const Language& language,
                                     std::int64_t generation)
{
    const auto key = key_of(request, language);
    const std::lock_guard lock(mutex_);
    if (generation != generation_)
        return std::nullopt;
    const auto found = pages_.find(key);
    if (found == pages_.end())
        return std::nullopt;
    return found->second;
}

void PageCache::keep(const Request& request, const Language& language, std::int64_t generation,
                     const Reply& reply)
{
    // A cookie set for one visitor must never reach another, an odd address is not worth keeping,
    // and a page that changes with the clock says so itself. A stream is only the name of what is
    // watched: when everybody comes back at once, one of them asks the store for it.
    const auto lasts = reply.header("Cache-Control");
    if (reply.stream.empty() && (lasts.find("no-store") != std::string_view::npos ||
                                 lasts.find("no-cache") != std::string_view::npos))
        return;
    if (reply.status != 200 || !reply.header("Set-Cookie").empty() || request.target.size() > 500 ||
        request.header("Accept").size() > 300)
        return;
    auto kept = reply;
    if (!kept.shared) {
        kept.shared = std::make_shared<const std::string>(std::move(kept.body));
        kept.body.clear();
    }
    const auto size = kept.shared->size() + 1024;
    const std::lock_guard lock(mutex_);
    if (generation != generation_ || bytes_ + size > bytes_max) {
        pages_.clear();
        bytes_ = 0;
        generation_ = generation;
    }
    if (pages_.insert_or_assign(key_of(request, language), std::move(kept)).second)
        bytes_ += size;
}

}  // namespace sala::web
