// SPDX-License-Identifier: Apache-2.0
//
// What is said of a person: read kindly, refused beside the field, compared column by column.

#include "registration/particulars.hpp"

#include <doctest/doctest.h>

using namespace sala;
using namespace sala::registration;

namespace {

Particulars someone()
{
    Particulars one;
    one.set("role", "head");
    one.set("name_en", "Ama Mensah");
    return one;
}

std::vector<std::string> codes(Particulars particulars)
{
    std::vector<std::string> all;
    for (const auto& refusal : mended(particulars, {"press"}))
        all.push_back(refusal.field + " " + refusal.code);
    return all;
}

}  // namespace

TEST_CASE("a person needs a part and a name; everything else can be told later")
{
    CHECK(codes(someone()).empty());
    CHECK(codes({}) == std::vector<std::string>{"role required", "name_en required"});
}

TEST_CASE("days and times are taken in Thai digits and with a point, and kept in one form")
{
    auto one = someone();
    one.set("arrives_on", "๒๐๓๐-๐๕-๐๖");
    one.set("arrives_at", "9.30");
    one.set("precedence", "๒");
    CHECK(mended(one, {}).empty());
    CHECK(one["arrives_on"] == "2030-05-06");
    CHECK(one["arrives_at"] == "09:30");
    CHECK(one["precedence"] == "2");
}

TEST_CASE("what cannot be is refused beside its field")
{
    auto one = someone();
    one.set("arrives_on", "2030-02-30");
    one.set("leaves_at", "noon");
    one.set("role", "king");
    one.set("category", "embassies");
    one.set("precedence", "first");
    CHECK(codes(one) == std::vector<std::string>{"role not-a-choice", "category not-a-choice",
                                                 "precedence not-a-number",
                                                 "arrives_on no-such-day", "leaves_at not-a-time"});
    auto other = someone();
    other.set("arrives_on", "2030-05-07");
    other.set("leaves_on", "2030-05-06");
    CHECK(codes(other) == std::vector<std::string>{"leaves_on leaves-before-arriving"});
}

TEST_CASE("a name, a post or a category matters; a flight, a diet or a bed does not")
{
    for (const auto* column : {"name_en", "name_th", "post_en", "role", "category", "rank"}) {
        CAPTURE(column);
        auto other = someone();
        other.set(column, "other");
        CHECK(any_matters(differing(someone(), other)));
    }
    for (const auto* column : {"arrives_flight", "diet", "room", "email", "on_list", "passport"}) {
        CAPTURE(column);
        auto other = someone();
        other.set(column, "other");
        CHECK(differing(someone(), other) == std::vector<std::string>{column});
        CHECK_FALSE(any_matters(differing(someone(), other)));
    }
}

TEST_CASE("a wish holds what would change, and taking it changes nothing else")
{
    auto wanted = someone();
    wanted.set("hotel", "Two Rivers");
    wanted.set("name_en", "");
    const auto json = part_json(wanted, differing(someone(), wanted));
    CHECK(with_json(someone(), json) == wanted);
    CHECK(with_json(someone(), Json::object({{"made_up", "x"}})) == someone());
}
