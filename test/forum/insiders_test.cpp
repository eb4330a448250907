// SPDX-License-Identifier: Apache-2.0
//
// Who shares what a delegation keeps to itself, whoever gives and takes roles in whatever order.

#include "forum/insiders.hpp"

#include <doctest/doctest.h>

using namespace sala;
using namespace sala::forum;

namespace {

const Id<web::Login> office{1};
const Id<web::Login> kofi{2};
const Id<web::Login> yaw{3};
const Id<web::Login> stranger{4};

SpeakingRole given(int number, Id<web::Login> to, Id<web::Login> by, int until = 0)
{
    return {Id<Grant>{number}, to, by, Instant{number * 10}, Instant{until * 10}};
}

SpeakingRole let_in(SpeakingRole role, Id<web::Login> by)
{
    role.let_in = SpeakingRole::LetIn::by_somebody;
    role.let_in_by = by;
    return role;
}

}  // namespace

TEST_CASE("whom the secretariat makes beside others is none of them until one lets them in")
{
    const std::vector roles{given(1, kofi, office), given(2, stranger, office)};
    CHECK(Insiders{roles}.has(kofi));
    CHECK_FALSE(Insiders{roles}.has(stranger));
    const Insiders after{{roles[0], let_in(roles[1], kofi)}};
    CHECK(after.has(kofi));
    CHECK(after.has(stranger));
}

TEST_CASE("whoever shares the role shares the rest, also when they lay it down with it")
{
    const Insiders shared{{given(1, kofi, office), given(2, yaw, kofi)}};
    CHECK(shared.has(yaw));
    const Insiders handed_over{{given(1, kofi, office, 2), given(2, yaw, kofi)}};
    CHECK(handed_over.has(yaw));
    CHECK(handed_over.has(kofi));  // what he said is read by Yaw
}

TEST_CASE("whom an ended role gave one shares nothing, nor whom a stranger shares with")
{
    const Insiders ended{
        {given(1, kofi, office, 2), given(2, stranger, office), given(3, yaw, kofi)}};
    CHECK(ended.has(stranger));
    CHECK_FALSE(ended.has(yaw));
    const Insiders shared{
        {given(1, kofi, office), given(2, stranger, office), given(3, yaw, stranger)}};
    CHECK_FALSE(shared.has(yaw));
}

TEST_CASE("once nobody of them stands, whoever is left begins anew, without what they said")
{
    const Insiders left{{given(1, kofi, office, 3), given(2, stranger, office)}};
    CHECK(left.has(stranger));
    CHECK_FALSE(left.has(kofi));
    const Insiders nobody{{given(1, kofi, office, 3), given(2, stranger, office, 4)}};
    CHECK_FALSE(nobody.has(kofi));
    CHECK_FALSE(nobody.has(stranger));
    CHECK_FALSE(Insiders{}.has(kofi));
}

TEST_CASE("whoever read it before anybody was asked goes on reading it")
{
    auto first = given(1, kofi, office);
    auto second = given(2, yaw, office);
    first.let_in = second.let_in = SpeakingRole::LetIn::before_anybody_was_asked;
    const Insiders all{{first, second, given(3, stranger, office)}};
    CHECK(all.has(kofi));
    CHECK(all.has(yaw));
    CHECK_FALSE(all.has(stranger));
}

TEST_CASE("what was said in confidence is read by those to whom it was said, and what came since")
{
    const std::vector roles{given(1, kofi, office, 3), given(2, stranger, office)};
    const Insiders after{roles};
    CHECK_FALSE(after.read(office, Instant{29}));
    CHECK(after.read(office, Instant{30}));
    CHECK_FALSE(after.read(kofi, Instant{20}));
    // Kofi is back, and alone again: his own he reads, and all but what was said to the stranger.
    const Insiders back{
        {given(1, kofi, office, 3), given(2, stranger, office, 5), given(4, kofi, office)}};
    CHECK(back.read(kofi, Instant{20}));
    CHECK_FALSE(back.read(office, Instant{40}));
    CHECK(back.read(office, Instant{50}));
    // A stranger who came and went beside him changes nothing.
    const Insiders beside{
        {given(1, kofi, office, 6), given(2, stranger, office, 3), given(4, yaw, kofi)}};
    CHECK(beside.read(office, Instant{10}));
}
