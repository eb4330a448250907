// SPDX-License-Identifier: Apache-2.0

#include "floor/order.hpp"

#include "base/fnv.hpp"
#include "script/collation.hpp"

#include <algorithm>
#include <compare>
#include <limits>

namespace sala::floor {

namespace {

// What one step of the order looks at.
struct Rank {
    std::int64_t number = 0;
    std::string words;  // compared when the numbers are the same

    auto operator<=>(const Rank&) const = default;
};

struct Line {
    Candidate candidate;
    std::vector<Rank> ranks;  // one a step, and the key at last
};

// Whoever did not ask for the floor comes after everybody who did.
constexpr auto never = std::numeric_limits<std::int64_t>::max();

class Ranks {
public:
    explicit Ranks(const Rules& rules) : rules_(rules), english_(Language::english()) {}

    Line line(Candidate candidate) const
    {
        Line line;
        for (const auto by : rules_.order)
            line.ranks.push_back(rank(candidate, by));
        // Cities of one country, and what no rule tells apart.
        line.ranks.push_back({0, english_.sort_key(candidate.country)});
        line.ranks.push_back({0, english_.sort_key(candidate.name)});
        line.ranks.push_back({0, candidate.key});
        line.candidate = std::move(candidate);
        return line;
    }

private:
    // Where a rule comes from stands above it. What a forum's own rule book says is data
    // (Rules::words) and stands above every list; which of these steps hold, and in which order, is
    // data as well.
    Rank rank(const Candidate& one, By by) const
    {
        switch (by) {
        // LDC5, information for speakers: observers may express their interest, "time permitting".
        case By::observers_last:
            return {one.seat == Seat::observer, {}};
        // General debate of the United Nations: Brazil first, the host second; others end with it.
        case By::host_first:
            return {!one.host, {}};
        case By::host_last:
            return {one.host, {}};
        case By::groups_first:
            return {!one.group, {}};
        case By::seat:
            return {static_cast<int>(one.seat), {}};
        // "Customary protocol order": heads of state and government, then ministers, then others.
        case By::level:
            return {static_cast<int>(one.level), {}};
        // Charter of ASEAN, article 31: "based on the alphabetical order of the English names of
        // Member States". Names as members write them: Lao PDR, Viet Nam.
        case By::alphabet:
            return {0, english_.sort_key(one.country)};
        case By::rotation:
            return {english_.less(one.country, rules_.rotates_from),
                    english_.sort_key(one.country)};
        case By::draw:
            return {static_cast<std::int64_t>(
                        lot_of(one.lot.empty() ? one.key : one.lot, rules_.drawn) >> 1),
                    {}};
        // General Assembly, rule 68: speakers are called "in the order in which they signify their
        // desire to speak".
        case By::inscription:
            return {one.inscribed ? one.inscribed.milliseconds() : never, {}};
        case By::programme:
            break;
        }
        return {one.number == 0 ? 1'000'000 : one.number, {}};
    }

    const Rules& rules_;
    const script::Collator english_;
};

Reason alphabetical(const Candidate& before, const Candidate& one)
{
    if (before.country == one.country)
        return {tr("{name} after {before}, both of {country}",
                   {{"name", one.name}, {"before", before.name}, {"country", one.country}})};
    return {tr("{country} after {before} in the English alphabet",
               {{"country", one.country}, {"before", before.country}})};
}

Reason of_level(const Candidate& before, const Candidate& one)
{
    return {tr("{level} after {before}"),
            {{"level", name_of(one.level)}, {"before", name_of(before.level)}}};
}

Reason why_after(const Candidate& before, const Candidate& one, By by)
{
    switch (by) {
    case By::observers_last:
        return {tr("Observers speak after all others, time permitting")};
    case By::host_first:
        return {tr("After the host, who speaks first")};
    case By::host_last:
        return {tr("The host speaks last")};
    case By::groups_first:
        return {tr("Statements on behalf of groups came before")};
    case By::seat:
        return {tr("{seat} after {before}"),
                {{"seat", name_of(one.seat)}, {"before", name_of(before.seat)}}};
    case By::level:
        return of_level(before, one);
    case By::alphabet:
        return alphabetical(before, one);
    case By::rotation:
        return {tr("{country} after {before} in the rotation",
                   {{"country", one.country}, {"before", before.country}})};
    case By::draw:
        return {tr("Drawn by lot after {before}", {{"before", before.name}})};
    case By::inscription:
        return {one.inscribed ? tr("Asked for the floor after {before}", {{"before", before.name}})
                              : tr("Did not ask for the floor; after all who did")};
    case By::programme:
        break;
    }
    return {tr("After {before} in the programme", {{"before", before.name}})};
}

Reason why(const Line& before, const Line& line, const Rules& rules)
{
    for (std::size_t i = 0; i < line.ranks.size(); ++i) {
        if (before.ranks[i] == line.ranks[i])
            continue;
        return i < rules.order.size() ? why_after(before.candidate, line.candidate, rules.order[i])
                                      : alphabetical(before.candidate, line.candidate);
    }
    return {tr("Entered twice")};
}

Reason why_first(const Line& line, const Rules& rules)
{
    const auto& one = line.candidate;
    for (const auto by : rules.order) {
        if (by == By::host_first && one.host)
            return {tr("The host speaks first")};
        if (by == By::groups_first && one.group)
            return {tr("Statements on behalf of groups come first")};
        if (by == By::rotation && !rules.rotates_from.empty())
            return {tr("The rotation begins at {name}", {{"name", rules.rotates_from}})};
        if (by == By::draw)
            return {tr("Drawn first by lot, number {number}",
                       {{"number", std::to_string(rules.drawn)}})};
        if (by == By::inscription && one.inscribed)
            return {tr("Asked for the floor first")};
    }
    return {tr("First by these rules")};
}

}  // namespace

Seat seat_named(std::string_view word)
{
    return word == "partner" ? Seat::partner : word == "observer" ? Seat::observer : Seat::member;
}

Level level_named(std::string_view word)
{
    constexpr std::array levels{
        std::pair{std::string_view("head-of-state"), Level::state},
        std::pair{std::string_view("head-of-government"), Level::government},
        std::pair{std::string_view("minister"), Level::minister},
        std::pair{std::string_view("head"), Level::head},
        std::pair{std::string_view("deputy"), Level::deputy},
        std::pair{std::string_view("representative"), Level::representative}};
    for (const auto& [known, level] : levels)
        if (known == word)
            return level;
    return Level::head;
}

Sentence name_of(Seat seat)
{
    return seat == Seat::member    ? tr("Member")
           : seat == Seat::partner ? tr("Partner")
                                   : tr("Observer");
}

Sentence name_of(Level level)
{
    switch (level) {
    case Level::state:
        return tr("Head of state");
    case Level::government:
        return tr("Head of government");
    case Level::minister:
        return tr("Minister");
    case Level::head:
        return tr("Head of a city");
    case Level::deputy:
        return tr("Deputy");
    case Level::representative:
        break;
    }
    return tr("Representative");
}

// FNV-1a and the finaliser of splitmix64: plain arithmetic that a sheet of paper can check.
std::uint64_t lot_of(std::string_view key, std::int64_t drawn)
{
    auto lot = fnv(key, fnv_begin ^ static_cast<std::uint64_t>(drawn));
    lot = (lot ^ (lot >> 30)) * 0xbf58476d1ce4e5b9ULL;
    lot = (lot ^ (lot >> 27)) * 0x94d049bb133111ebULL;
    return lot ^ (lot >> 31);
}

std::vector<Placed> ordered(std::vector<Candidate> candidates, const Rules& rules)
{
    const Ranks ranks(rules);
    std::vector<Line> lines;
    lines.reserve(candidates.size());
    for (auto& candidate : candidates)
        lines.push_back(ranks.line(std::move(candidate)));
    std::sort(lines.begin(), lines.end(),
              [](const Line& one, const Line& other) { return one.ranks < other.ranks; });
    std::vector<Placed> placed;
    placed.reserve(lines.size());
    for (std::size_t i = 0; i < lines.size(); ++i)
        placed.push_back({lines[i].candidate.key, i == 0 ? why_first(lines[0], rules)
                                                         : why(lines[i - 1], lines[i], rules)});
    return placed;
}

}  // namespace sala::floor
