// SPDX-License-Identifier: Apache-2.0
//
// Names that sound alike in two writing systems are found, and names that do not are left alone.

#include "script/name_sound.hpp"

#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

using namespace sala::script;

TEST_CASE("a Thai name and its romanised form are alike, with and without honorific")
{
    const std::vector<std::pair<const char*, const char*>> same{
        {"นายชัชชาติ สิทธิพันธุ์", "Chadchart Sittipunt"},
        {"พลตำรวจเอก อัศวิน ขวัญเมือง", "Aswin Kwanmuang"},
        {"ศานนท์ หวังสร้างบุญ", "Sanon Wangsrangboon"},
    };
    for (const auto& [thai, latin] : same) {
        CAPTURE(thai);
        CAPTURE(name_sound(thai));
        CAPTURE(name_sound(latin));
        CHECK(likeness(thai, latin) >= 60);
        CHECK(likeness(thai, latin) == likeness(latin, thai));
    }
    for (const auto& [thai, own] : same)
        for (const auto& [other, latin] : same) {
            CAPTURE(thai);
            CAPTURE(latin);
            if (thai != other)
                CHECK(likeness(thai, latin) < 60);
        }
}

TEST_CASE("the same name is the same whatever its accents, case, order and honorific")
{
    CHECK(likeness("Dr Luz Torres", "TORRES Luz") == 100);
    CHECK(likeness("Võ Văn Thưởng", "Vo Van Thuong") == 100);
    CHECK(likeness("นาง อามา เมนซาห์", "อามา เมนซาห์") == 100);
    CHECK(likeness("Ama Mensah", "Ama Mensa") < 100);
}

TEST_CASE("names of few sounds, and scripts that are not compared, are like nobody")
{
    CHECK(likeness("Li", "Lu") == 0);
    CHECK(likeness("", "") == 0);
    CHECK(likeness("សុខ", "Chadchart Sittipunt") == 0);
}

TEST_CASE("what is known quickly of two names is never less than how alike they are")
{
    std::vector<std::string> names{"",           "Li", "Luz Torres", "TORRES Luz",
                                   "Ama Mensah", "សុខ", "Kwan",       "นายชัชชาติ สิทธิพันธุ์"};
    for (const auto* first : {"Chadchart", "Aswin", "Somchai", "Mensah", "Sanon"})
        for (const auto* last : {"Sittipunt", "Wangsrangboon", "Kwanmuang", "Sitthiphan", "Torres"})
            names.push_back(std::string(first) + " " + last);
    int below = 0;
    for (const auto& one : names)
        for (const auto& other : names) {
            CAPTURE(one);
            CAPTURE(other);
            const auto most = likeness_at_most(heard(one), heard(other));
            CHECK(most >= likeness(one, other));
            below += most < 80 ? 1 : 0;
        }
    // Else it would spare nothing.
    CHECK(below > 200);
}
