// SPDX-License-Identifier: Apache-2.0

#include "web/server_sends.hpp"

#include <doctest/doctest.h>

#include <array>
#include <cerrno>
#include <string>
#include <vector>

#include <fcntl.h>
#include <sys/socket.h>
#include <unistd.h>

using sala::web::Parcel;
using sala::web::Sends;

namespace {

// Two ends of one line; what is said at `here` is heard at `there`.
struct Ends {
    Ends()
    {
        std::array<int, 2> both{};
        REQUIRE(::socketpair(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK, 0, both.data()) == 0);
        here = both[0];
        there = both[1];
    }
    ~Ends()
    {
        ::close(here);
        hang_up();
    }
    Ends(const Ends&) = delete;
    Ends& operator=(const Ends&) = delete;

    void hang_up()
    {
        if (there >= 0)
            ::close(there);
        there = -1;
    }
    std::string heard() const
    {
        std::string bytes(4096, '\0');
        const auto got = ::recv(there, bytes.data(), bytes.size(), 0);
        bytes.resize(got > 0 ? static_cast<std::size_t>(got) : 0);
        return bytes;
    }
    void fill() const
    {
        const std::string much(64UL * 1024, 'x');
        while (::send(here, much.data(), much.size(), MSG_DONTWAIT) > 0) {
        }
    }

    int here = -1;
    int there = -1;
};

}  // namespace

TEST_CASE("what is for many goes to each of them, with one call of the kernel or one by one")
{
    for (const auto how : {Sends::together, Sends::one_by_one}) {
        CAPTURE(how);
        Sends sends(how);
        std::array<Ends, Sends::parcels_max> lines;
        for (int round = 0; round < 3; ++round) {
            std::vector<std::string> words;
            std::vector<Parcel> parcels;
            for (std::size_t i = 0; i < lines.size(); ++i)
                words.push_back("word " + std::to_string(i) + " of round " + std::to_string(round));
            for (std::size_t i = 0; i < lines.size(); ++i)
                parcels.push_back({.socket = lines[i].here, .bytes = words[i]});
            sends.send(parcels);
            for (std::size_t i = 0; i < lines.size(); ++i) {
                CHECK(parcels[i].taken == static_cast<long>(words[i].size()));
                CHECK(lines[i].heard() == words[i]);
            }
        }
    }
}

TEST_CASE("who has gone, who does not read and who gets nothing hold up nobody")
{
    for (const auto how : {Sends::together, Sends::one_by_one}) {
        CAPTURE(how);
        Sends sends(how);
        Ends gone;
        Ends full;
        Ends well;
        gone.hang_up();
        full.fill();
        std::array<Parcel, 4> parcels{Parcel{.socket = gone.here, .bytes = "a"},
                                      Parcel{.socket = full.here, .bytes = "b"}, Parcel{},
                                      Parcel{.socket = well.here, .bytes = "c"}};
        sends.send(parcels);
        CHECK(parcels[0].taken == -EPIPE);
        CHECK(parcels[1].taken == -EAGAIN);
        CHECK(parcels[2].taken == 0);
        CHECK(parcels[3].taken == 1);
        CHECK(well.heard() == "c");
    }
}
