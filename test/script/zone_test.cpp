// SPDX-License-Identifier: Apache-2.0

#include "script/zone.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <atomic>
#include <thread>

using namespace sala;
using namespace sala::script;

static Zone zone(std::string_view name)
{
    const auto found = Zone::named(name);
    REQUIRE(found);
    return *found;
}

TEST_CASE("the wall clock of Phnom Penh is seven hours ahead")
{
    const auto phnom_penh = zone("Asia/Phnom_Penh");
    const auto opening = instant_of({2022, 12, 2}, 9 * 60 + 8, phnom_penh);

    REQUIRE(opening);
    CHECK(opening->milliseconds() == 1669946880000);
    CHECK(clock(*opening, phnom_penh) == Clock{{2022, 12, 2}, 9, 8});
    CHECK(clock(*opening, Zone::utc()) == Clock{{2022, 12, 2}, 2, 8});
    CHECK(offset_minutes(*opening, phnom_penh) == 420);
    CHECK(offset_minutes(*opening, Zone::utc()) == 0);
}

TEST_CASE("after five in the afternoon UTC it is tomorrow in Bangkok")
{
    const auto evening = instant_of({2022, 12, 1}, 17 * 60, Zone::utc());

    REQUIRE(evening);
    CHECK(today_in(zone("Asia/Bangkok"), *evening) == Day{2022, 12, 2});
    CHECK(today_in(zone("America/New_York"), *evening) == Day{2022, 12, 1});
    CHECK(today_in(Zone::utc(), Instant{-1}) == Day{1969, 12, 31});
}

TEST_CASE("a sitting may end past midnight of its day")
{
    const auto bangkok = zone("Asia/Bangkok");
    const auto end = instant_of({2022, 12, 31}, 25 * 60 + 30, bangkok);

    REQUIRE(end);
    CHECK(clock(*end, bangkok) == Clock{{2023, 1, 1}, 1, 30});
    CHECK(instant_of({2022, 12, 31}, 48 * 60, bangkok).refusal().code == "not-a-time");
    CHECK(instant_of({2022, 12, 31}, -1, bangkok).refusal().code == "not-a-time");
    CHECK(instant_of({2022, 2, 30}, 0, bangkok).refusal().code == "no-such-day");
}

TEST_CASE("a time that the clock skips is refused, one that comes twice is the first unless said")
{
    const auto lyon = zone("Europe/Paris");

    CHECK(times_shown({2024, 3, 31}, 2 * 60 + 30, lyon) == 0);
    const auto skipped = instant_of({2024, 3, 31}, 2 * 60 + 30, lyon);
    REQUIRE_FALSE(skipped);
    CHECK(skipped.refusal().code == "no-such-time");
    CHECK(skipped.refusal().sentence.english() ==
          "On 2024-03-31 clocks in Europe/Paris are put forward and never show 02:30. "
          "Choose a time before or after that hour.");
    // The same hour, said as a time past midnight of the day before.
    CHECK(instant_of({2024, 3, 30}, 26 * 60 + 30, lyon).refusal().code == "no-such-time");

    CHECK(times_shown({2024, 10, 27}, 2 * 60 + 30, lyon) == 2);
    const auto first = instant_of({2024, 10, 27}, 2 * 60 + 30, lyon);
    const auto second = instant_of({2024, 10, 27}, 2 * 60 + 30, lyon, Twice::second);
    REQUIRE(first);
    REQUIRE(second);
    CHECK(*second - *first == std::chrono::hours{1});
    CHECK(offset_minutes(*first, lyon) == 120);
    CHECK(offset_minutes(*second, lyon) == 60);
    CHECK(clock(*first, lyon) == clock(*second, lyon));
    CHECK(times_shown({2024, 10, 27}, 12 * 60, lyon) == 1);
}

TEST_CASE("zones are known by their IANA names, and only those for people are offered")
{
    for (const auto* wrong : {"", "Bangkok", "asia/bangkok", "Asia/Atlantis", "../etc/passwd",
                              "posix/Asia/Bangkok", "EST"})
        CHECK_MESSAGE(Zone::named(wrong).refusal().code == "no-such-zone", wrong);
    const auto& names = zone_names();
    CHECK(std::is_sorted(names.begin(), names.end()));
    for (const auto* capital : {"Asia/Bangkok", "Asia/Phnom_Penh", "Asia/Vientiane", "Asia/Jakarta",
                                "Asia/Manila", "Asia/Singapore", "Asia/Kuala_Lumpur", "Asia/Brunei",
                                "Asia/Yangon", "Asia/Ho_Chi_Minh", "UTC"})
        CHECK_MESSAGE(std::binary_search(names.begin(), names.end(), capital), capital);
    CHECK(std::all_of(names.begin(), names.end(),
                      [](const std::string& name) { return Zone::named(name); }));
}

TEST_CASE("many threads may ask for zones and times at once")
{
    std::atomic<int> wrong = 0;
    std::vector<std::thread> threads;
    for (int number = 0; number < 8; ++number)
        threads.emplace_back([&wrong, number] {
            const auto& names = zone_names();
            for (std::size_t at = static_cast<std::size_t>(number); at < names.size(); at += 5) {
                const auto found = Zone::named(names[at]);
                const auto noon = found ? instant_of({2024, 6, 15}, 720, *found)
                                        : Result<Instant>(found.refusal());
                wrong += !noon || clock(*noon, *found) != Clock{{2024, 6, 15}, 12, 0};
            }
        });
    for (auto& thread : threads)
        thread.join();
    CHECK(wrong == 0);
}

TEST_CASE("a time is shown and read in either language")
{
    CHECK(render_clock(9, 8, Language::english()) == "09:08");
    CHECK(render_clock(9, 8, Language::thai()) == "09:08 น.");
    CHECK(render_clock(9, 8, Language::thai(), Digits::thai) == "๐๙:๐๘ น.");
    for (const auto* text : {"09:08", "9:08", "09.08 น.", "๐๙:๐๘ น.", "09:08น", " 9:08 "}) {
        REQUIRE_MESSAGE(read_clock(text), text);
        CHECK(*read_clock(text) == 548);
    }
    CHECK(*read_clock("24:00") == 1440);
    CHECK(*read_clock("25:30") == 1530);
    for (const auto* wrong :
         {"", "9", "9:8", "09:60", "30:00", "9:080", ":30", "nine", "-1:30", "9:-1", "+9:30"})
        CHECK_MESSAGE(read_clock(wrong).refusal().code == "not-a-time", wrong);
}
