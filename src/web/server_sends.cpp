// SPDX-License-Identifier: Apache-2.0

#include "web/server_sends.hpp"

#include <cerrno>
#include <utility>

#include <liburing.h>
#include <sys/socket.h>

namespace sala::web {

namespace {

constexpr int without_waiting = MSG_DONTWAIT | MSG_NOSIGNAL;

}  // namespace

struct Sends::Ring {
    io_uring ring{};
    ~Ring() { io_uring_queue_exit(&ring); }

    static std::unique_ptr<Ring> made()
    {
        // Linux 6.1: no other thread is interrupted for what this one waits for itself.
        constexpr unsigned mine = IORING_SETUP_SINGLE_ISSUER | IORING_SETUP_DEFER_TASKRUN;
        for (const auto flags : {mine, 0U}) {
            io_uring ring{};
            if (io_uring_queue_init(parcels_max, &ring, flags) == 0)
                return std::make_unique<Ring>(ring);
        }
        return nullptr;
    }
};

Sends::Sends(How how) : how_(how) {}
Sends::~Sends() = default;

void Sends::send(std::span<Parcel> parcels)
{
    if (send_together(parcels))
        return;
    for (auto& parcel : parcels) {
        if (parcel.socket < 0)
            continue;
        const auto sent =
            ::send(parcel.socket, parcel.bytes.data(), parcel.bytes.size(), without_waiting);
        parcel.taken = sent < 0 ? -errno : sent;
    }
}

bool Sends::send_together(std::span<Parcel> parcels)
{
    if (how_ == together && !std::exchange(was_tried_, true))
        ring_ = Ring::made();
    if (!ring_)
        return false;
    auto* const ring = &ring_->ring;
    unsigned untold = 0;
    for (auto& parcel : parcels) {
        auto* const entry = parcel.socket < 0 ? nullptr : io_uring_get_sqe(ring);
        if (!entry)
            continue;
        io_uring_prep_send(entry, parcel.socket, parcel.bytes.data(), parcel.bytes.size(),
                           without_waiting);
        io_uring_sqe_set_data(entry, &parcel);
        parcel.taken = -EIO;  // until the kernel says otherwise
        ++untold;
    }
    while (untold > 0) {
        const int result = io_uring_submit_and_wait(ring, untold);
        io_uring_cqe* told = nullptr;
        while (io_uring_peek_cqe(ring, &told) == 0) {
            static_cast<Parcel*>(io_uring_cqe_get_data(told))->taken = told->res;
            io_uring_cqe_seen(ring, told);
            --untold;
        }
        if (result < 0 && result != -EINTR) {
            ring_.reset();  // those of whom nothing is known are let go; the next go one by one
            break;
        }
    }
    return true;
}

}  // namespace sala::web
