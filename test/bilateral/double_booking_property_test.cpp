// SPDX-License-Identifier: Apache-2.0
//
// Drawn by chance and done at once through the router, as from many devices: asks, accepts (each of
// them twice), refusals, moves, pins, plans. Whatever comes first, nobody is in two places.

#include "planning_desk.hpp"

#include <rapidcheck.h>

#include <atomic>
#include <thread>

using namespace sala;
using namespace sala::bilateral;

namespace {

enum class What { accept, withdraw, move, pin, plan };

struct Deed {
    What what = What::accept;
    int meeting = 0;
    int slot = 0;
    int desk = 0;
};

void showValue(const Deed& deed, std::ostream& out)
{
    out << static_cast<int>(deed.what) << '/' << deed.meeting << '/' << deed.slot << '/'
        << deed.desk;
}

rc::Gen<Deed> any_deed()
{
    return rc::gen::build<Deed>(
        rc::gen::set(&Deed::what, rc::gen::element(What::accept, What::accept, What::withdraw,
                                                   What::move, What::move, What::move, What::move,
                                                   What::move, What::pin, What::plan)),
        rc::gen::set(&Deed::meeting, rc::gen::inRange(0, 6)),
        rc::gen::set(&Deed::slot, rc::gen::inRange(0, 4)),
        rc::gen::set(&Deed::desk, rc::gen::inRange(1, 3)));
}

struct Couple {
    std::string host;
    std::string guest;
};
const std::array<Couple, 6> couples{{{"accra", "quito"},
                                     {"accra", "lyon"},
                                     {"accra", "bank"},
                                     {"quito", "lyon"},
                                     {"quito", "bank"},
                                     {"lyon", "bank"}}};

// A forum in which several hands do what was drawn for them.
class ManyHands : public PlanningDesk {
public:
    ManyHands()
    {
        numbers.resize(couples.size());
        const auto times = get(accra + "/times.json", {.who = kofi}).json();
        for (const auto& slot : times["slots"].items())
            begins_.push_back(slot["begins"].string());
        row_ = desks_row();
    }

    // Each couple that has no meeting on its way asks for one, of one or two slots. The first four
    // agree at once; the others wait for many hands.
    void ask_for_all(int long_ones)
    {
        for (std::size_t n = 0; n < couples.size(); ++n) {
            const auto& [host, guest] = couples[n];
            const auto is = numbers[n].empty()
                                ? std::string("withdrawn")
                                : meeting(home(host), numbers[n], who(host))["status"].string();
            if (is == "withdrawn") {
                const auto asked = post(home(host) + "/meetings/new",
                                        {{"with", guest},
                                         {"slots", (long_ones >> n) % 2 != 0 ? "2" : "1"},
                                         {"with_heads", n % 2 == 0 ? "yes" : ""}},
                                        by(who(host)));
                REQUIRE(asked.status == 303);
                numbers[n] = asked.location.substr(asked.location.rfind('/') + 1);
            }
            if (n < 4 && is != "accepted")
                does(home(guest), numbers[n], who(guest), "accept");
        }
    }

    void do_all(const std::vector<Deed>& deeds)
    {
        for (const auto& deed : deeds) {
            const auto shown = one(deed);
            if (shown.status >= 500)
                ++faults;
            else if (shown.status == 303)
                ++done[static_cast<std::size_t>(deed.what)];
            // At every moment, not only when all are done.
            twice += bookings_twice();
        }
    }

    std::atomic<int> faults = 0;
    std::atomic<int> twice = 0;
    std::array<std::atomic<int>, 5> done{};  // by what it was

private:
    // Who speaks for a delegation; where nobody does, the secretariat.
    static std::string who(const std::string& key)
    {
        return key == "accra" ? kofi : key == "quito" ? luz : std::string{};
    }
    static std::string home(const std::string& key) { return "/lyon-2030/delegations/" + key; }

    Shown one(const Deed& deed)
    {
        const auto n = static_cast<std::size_t>(deed.meeting);
        const auto& number = numbers[n];
        const auto guest = home(couples[n].guest);
        const Fields draft{{"meeting", number}, {"version", version()}};
        const auto with = [&](Fields more) {
            more.insert(more.end(), draft.begin(), draft.end());
            return more;
        };
        if (deed.what == What::accept)
            return does(guest, number, who(couples[n].guest), "accept");
        if (deed.what == What::withdraw)
            return does(guest, number, who(couples[n].guest), "withdraw");
        if (deed.what == What::move)
            return post(plan + "/move",
                        with({{"begins", begins_[static_cast<std::size_t>(deed.slot)]},
                              {"at", row_ + "/" + std::to_string(deed.desk)}}));
        if (deed.what == What::pin)
            return post(plan + "/pin", with({{"pinned", deed.desk == 1 ? "yes" : "no"}}));
        const auto asked = post(plan, {{"how", "anew"}, {"seconds", "5"}});
        Planning planning(
            store(), [this] { return now(); }, [](const std::vector<std::string>&) {});
        planning.run_all(200);
        return asked;
    }

    std::vector<std::string> begins_;
    std::string row_;
};

}  // namespace

TEST_CASE("whatever many accept, take back, move, pin and plan at once, nobody is in two places")
{
    ManyHands desk;
    std::int64_t placed = 0;
    CHECK(rc::check([&] {
        desk.ask_for_all(*rc::gen::inRange(0, 64));
        const auto hands = *rc::gen::container<std::vector<std::vector<Deed>>>(
            4, rc::gen::container<std::vector<Deed>>(4, any_deed()));
        std::vector<std::thread> threads;
        // The first hand has two devices: everything it does arrives twice.
        threads.emplace_back([&] { desk.do_all(hands.front()); });
        for (const auto& deeds : hands)
            threads.emplace_back([&] { desk.do_all(deeds); });
        for (auto& thread : threads)
            thread.join();
        RC_ASSERT(desk.faults == 0);
        RC_ASSERT(desk.count("SELECT COUNT(*) FROM (SELECT meeting FROM meeting_act WHERE step = "
                             "'accept' GROUP BY forum, meeting HAVING COUNT(*) > 1) AS twice") ==
                  0);
        RC_ASSERT(desk.twice == 0);
        placed += desk.count("SELECT COUNT(*) FROM plan_place");
    }));
    // Each of them was done, so there was something that could have been taken twice.
    for (const auto& times : desk.done)
        CHECK(times > 0);
    // The last hands may have taken every meeting out again.
    CHECK(placed > 0);
}
