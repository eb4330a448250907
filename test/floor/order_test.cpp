// SPDX-License-Identifier: Apache-2.0
//
// The order of speakers: what must hold for every list and every set of rules, and the orders that
// meetings really use.

#include "drawn_floors.hpp"

#include <set>

using namespace sala;
using namespace sala::floor;

namespace {

std::vector<std::string> keys(const std::vector<Placed>& placed)
{
    std::vector<std::string> all;
    for (const auto& one : placed)
        all.push_back(one.key);
    return all;
}

Candidate member(const std::string& country, Level level = Level::head)
{
    Candidate one;
    one.key = one.country = one.name = country;
    one.level = level;
    return one;
}

// The members of ASEAN since 2025, as their Charter names them.
std::vector<Candidate> eleven()
{
    std::vector<Candidate> all;
    for (const auto* country :
         {"Viet Nam", "Timor-Leste", "Thailand", "Singapore", "Philippines", "Myanmar", "Malaysia",
          "Lao PDR", "Indonesia", "Cambodia", "Brunei Darussalam"})
        all.push_back(member(country));
    return all;
}

std::vector<std::string> by(std::vector<By> order, const std::vector<Candidate>& candidates,
                            const std::string& from = {})
{
    auto rules = usual_rules(7);
    rules.order = std::move(order);
    rules.rotates_from = from;
    return keys(ordered(candidates, rules));
}

const Candidate& found(const std::vector<Candidate>& all, const std::string& key)
{
    return *std::find_if(all.begin(), all.end(), [&](auto& one) { return one.key == key; });
}

}  // namespace

TEST_CASE("a list has everybody once, and however they come in it is the same")
{
    CHECK(rc::check("a total order", [] {
        auto candidates = drawn_candidates();
        const auto rules = drawn_rules();
        const auto list = keys(ordered(candidates, rules));
        RC_ASSERT(std::set<std::string>(list.begin(), list.end()).size() == candidates.size());
        std::reverse(candidates.begin(), candidates.end());
        RC_ASSERT(keys(ordered(candidates, rules)) == list);
        std::rotate(candidates.begin(), candidates.begin() + candidates.size() / 2,
                    candidates.end());
        RC_ASSERT(keys(ordered(candidates, rules)) == list);
    }));
}

TEST_CASE("who leaves the list changes nobody else's order")
{
    CHECK(rc::check("independent of others", [] {
        auto candidates = drawn_candidates();
        const auto rules = drawn_rules();
        auto list = keys(ordered(candidates, rules));
        const auto gone = *rc::gen::inRange<std::size_t>(0, candidates.size());
        std::erase(list, candidates[gone].key);
        candidates.erase(candidates.begin() + static_cast<std::ptrdiff_t>(gone));
        RC_ASSERT(keys(ordered(candidates, rules)) == list);
    }));
}

TEST_CASE("the first rule holds for everybody, whatever comes after it")
{
    CHECK(rc::check("the first step is kept", [] {
        const auto candidates = drawn_candidates();
        auto rules = drawn_rules();
        rules.order.insert(rules.order.begin(), By::observers_last);
        const auto list = keys(ordered(candidates, rules));
        bool observers = false;
        for (const auto& key : list) {
            const bool observer = found(candidates, key).seat == Seat::observer;
            RC_ASSERT((observer || !observers));
            observers = observers || observer;
        }
        rules.order[0] = By::host_last;
        const auto hosts_last = keys(ordered(candidates, rules));
        bool hosts = false;
        for (const auto& key : hosts_last) {
            RC_ASSERT((found(candidates, key).host || !hosts));
            hosts = hosts || found(candidates, key).host;
        }
    }));
}

TEST_CASE("first come, first served: who did not ask comes after everybody who did, and reads why")
{
    int unasked = 0;
    CHECK(rc::check("who asked first", [&] {
        const auto candidates = drawn_candidates();
        auto rules = drawn_rules();
        rules.order = {By::inscription};
        const auto list = ordered(candidates, rules);
        Instant before{1};
        bool anybody_asked = false;
        for (const auto& one : list) {
            const auto at = found(candidates, one.key).inscribed;
            RC_ASSERT((!at || at.milliseconds() >= before.milliseconds()));
            before = at ? at : Instant{1000};
            if (&one == &list.front())
                RC_ASSERT((one.reason.sentence.english() == "Asked for the floor first") ==
                          bool(at));
            const bool first_unasked = !at && anybody_asked;
            RC_ASSERT((one.reason.sentence.english() ==
                       "Did not ask for the floor; after all who did") == first_unasked);
            unasked += first_unasked;
            anybody_asked = bool(at);
        }
    }));
    CHECK(unasked > 20);
}

TEST_CASE("every place has a reason, and it is the rule that tells two neighbours apart")
{
    CHECK(rc::check("reasons", [] {
        const auto candidates = drawn_candidates();
        const auto rules = drawn_rules();
        const auto list = ordered(candidates, rules);
        for (std::size_t i = 0; i < list.size(); ++i)
            RC_ASSERT(!list[i].reason.sentence.key.empty());
        // With nothing but a level, only a level or a name can be the reason.
        auto level = rules;
        level.order = {By::level};
        const auto by_level = ordered(candidates, level);
        for (std::size_t i = 1; i < by_level.size(); ++i) {
            const bool differs = found(candidates, by_level[i - 1].key).level !=
                                 found(candidates, by_level[i].key).level;
            RC_ASSERT((by_level[i].reason.said.size() == 2) == differs);
        }
    }));
}

TEST_CASE("a lot can be drawn again, and another number draws another order")
{
    auto rules = usual_rules(7);
    rules.order = {By::draw};
    rules.drawn = 20221202;
    const auto first = keys(ordered(eleven(), rules));
    CHECK(keys(ordered(eleven(), rules)) == first);
    std::set<std::vector<std::string>> orders;
    std::set<std::string> in_front;
    for (rules.drawn = 1; rules.drawn <= 100; ++rules.drawn) {
        const auto list = keys(ordered(eleven(), rules));
        orders.insert(list);
        in_front.insert(list.front());
    }
    CHECK(orders.size() == 100);
    CHECK(in_front.size() > 5);
}

TEST_CASE("the eleven members in the English alphabet, in rotation, host first and host last")
{
    const std::vector<std::string> alphabet{
        "Brunei Darussalam", "Cambodia",  "Indonesia", "Lao PDR",     "Malaysia", "Myanmar",
        "Philippines",       "Singapore", "Thailand",  "Timor-Leste", "Viet Nam"};
    CHECK(by({By::alphabet}, eleven()) == alphabet);

    auto rotated = alphabet;
    std::rotate(rotated.begin(), rotated.begin() + 6, rotated.end());
    CHECK(by({By::rotation}, eleven(), "Philippines") == rotated);

    auto with_host = eleven();
    with_host[9].host = true;
    CHECK(by({By::host_first, By::alphabet}, with_host).front() == "Cambodia");
    auto last = alphabet;
    last.erase(last.begin() + 1);
    last.push_back("Cambodia");
    CHECK(by({By::host_last, By::alphabet}, with_host) == last);
}

TEST_CASE("a head of state before a minister before a mayor, observers at the end whoever they are")
{
    std::vector<Candidate> all{member("Accra"), member("Lima", Level::minister),
                               member("Zagreb", Level::state), member("Basel", Level::state)};
    all[3].seat = Seat::observer;
    CHECK(by({By::observers_last, By::level, By::alphabet}, all) ==
          std::vector<std::string>{"Zagreb", "Lima", "Accra", "Basel"});
    auto rules = usual_rules(7);
    rules.order = {By::observers_last, By::level, By::alphabet};
    const auto list = ordered(all, rules);
    CHECK(list[1].reason.sentence.english() == "{level} after {before}");
    CHECK(list[1].reason.said == std::vector<std::pair<std::string, Sentence>>{
                                     {"level", tr("Minister")}, {"before", tr("Head of state")}});
    CHECK(list[3].reason.sentence.english() == "Observers speak after all others, time permitting");
}

TEST_CASE("every rule of order has a word of its own and is read back from it")
{
    std::set<std::string> words;
    for (int i = 0; i <= static_cast<int>(By::programme); ++i) {
        const auto by = static_cast<By>(i);
        CHECK(by_named(word(by)) == by);
        words.insert(word(by));
    }
    CHECK(words.size() == all_orders().size());
    CHECK(to_json(usual_rules(7, true))["order"].write() == R"(["programme"])");
}

TEST_CASE("a lot belongs to whoever it is drawn for, whenever they came")
{
    auto rules = usual_rules(7);
    rules.order = {By::draw};
    rules.drawn = 271828;
    auto drawn = eleven();
    for (auto& one : drawn)
        one.lot = one.country;
    const auto first = ordered(drawn, rules);
    // Everybody has withdrawn and come again, in another order.
    std::reverse(drawn.begin(), drawn.end());
    for (std::size_t i = 0; i < drawn.size(); ++i)
        drawn[i].key = std::to_string(9000 + i);
    const auto again = ordered(drawn, rules);
    for (std::size_t i = 0; i < first.size(); ++i)
        CHECK(found(drawn, again[i].key).lot == first[i].key);
}

TEST_CASE("rules are data: they are written and read back, and contradictions are refused")
{
    CHECK(rc::check("round trip", [] {
        auto rules = drawn_rules();
        std::erase(rules.order, By::host_last);
        if (rules.order.empty())
            rules.order.push_back(By::level);
        rules.budget_seconds = *rc::gen::inRange(0, 5000);
        rules.starts_at_once = *rc::gen::arbitrary<bool>();
        const auto again = read_rules(*Json::read(to_json(rules).write()), usual_rules(3));
        RC_ASSERT(static_cast<bool>(again));
        RC_ASSERT(*again == rules);
    }));
    const auto refused = [](const char* json) {
        return read_rules(*Json::read(json), usual_rules(7)).refusal().code;
    };
    CHECK(refused(R"({"order":["host-first","host-last"]})") == "order-contradicts");
    CHECK(refused(R"({"order":["beauty"]})") == "unknown-order");
    CHECK(refused(R"({"order":[]})") == "no-order");
    CHECK(refused(R"({"kinds":{"statement":{"seconds":5}}})") == "no-minutes");
}
