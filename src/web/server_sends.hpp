// SPDX-License-Identifier: Apache-2.0
//
// Something small for many sockets with one call of the kernel. A call for each costs more than the
// sending: of eleven microseconds four are the way in and out. See io_uring(7); where the kernel
// does not offer that (containers often forbid it), each is sent by itself. Only server*.cpp
// include this file.

#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <string_view>

namespace sala::web {

struct Parcel {
    int socket = -1;         // -1: nothing to send
    std::string_view bytes;  // not empty, unless there is nothing to send
    long taken = 0;          // bytes, or a number of errno, negative; -EAGAIN: the socket is full
};

// Belongs to one thread: the one that sends first.
class Sends {
public:
    static constexpr std::size_t parcels_max = 64;

    enum How { together, one_by_one };

    explicit Sends(How how = together);
    ~Sends();

    // Never waits for a reader. At most parcels_max.
    void send(std::span<Parcel> parcels);

private:
    struct Ring;
    bool send_together(std::span<Parcel> parcels);

    std::unique_ptr<Ring> ring_;
    How how_;
    bool was_tried_ = false;
};

}  // namespace sala::web
