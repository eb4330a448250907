// SPDX-License-Identifier: Apache-2.0
//
// A promise of a reader, put to the test: when it is broken the fuzzer stops and keeps the input.

#pragma once

#include <cstdio>
#include <cstdlib>
#include <string_view>

namespace sala::fuzz {

inline void must(bool kept, std::string_view promise)
{
    if (kept)
        return;
    std::fprintf(stderr, "broken promise: %.*s\n", static_cast<int>(promise.size()),
                 promise.data());
    std::abort();
}

inline std::string_view text_of(const unsigned char* data, std::size_t size)
{
    return {reinterpret_cast<const char*>(data), size};
}

}  // namespace sala::fuzz
