// SPDX-License-Identifier: Apache-2.0
//
// Public pages that have been shown before, for everybody who is not signed in.
//
// A page is good until somebody commits a change anywhere; then all are forgotten. At most 64 MiB.

#pragma once

#include "base/language.hpp"
#include "web/http.hpp"

#include <cstdint>
#include <map>
#include <mutex>
#include <optional>
#include <string>

namespace sala::web {

class PageCache {
public:
    std::optional<Reply> find(const Request& request, const Language& language,
                              std::int64_t generation);
    // Keeps a successful reply that was read at `generation`.
    void keep(const Request& request, const Language& language, std::int64_t generation,
              const Reply& reply);

private:
    static constexpr std::size_t bytes_max = 64UL * 1024 * 1024;
    static std::string key_of(const Request& request, const Language& language);

    std::mutex mutex_;
    std::map<std::string, Reply, std::less<>> pages_;
    std::size_t bytes_ = 0;
    std::int64_t generation_ = -1;
};

}  // namespace sala::web
