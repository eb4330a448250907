// SPDX-License-Identifier: Apache-2.0
//
// How long a visitor may take, where the limits of server.hpp do not say so. Only connection*.cpp
// include this file.

#pragma once

#include <chrono>
#include <cstddef>

namespace sala::web {

// To notice that we are done.
constexpr auto farewell_time_max = std::chrono::seconds{2};

// Whoever sends a large file on a slow line gets a second more for each of these.
constexpr std::size_t bytes_a_second_min = 16UL * 1024;

}  // namespace sala::web
