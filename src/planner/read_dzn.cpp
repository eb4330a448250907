// SPDX-License-Identifier: Apache-2.0

#include "planner/read_dzn.hpp"

#include <algorithm>
#include <cctype>
#include <charconv>
#include <map>
#include <numeric>

namespace sala::planner {
namespace {

// Every value of such a file is a list of lists of integers: 5 is {{5}}, [1, 2] is {{1, 2}},
// [{1}, {2, 3}] and [|1 | 2, 3|] are lists of rows.
using Rows = std::vector<std::vector<int>>;

std::string without_comments(std::string_view text)
{
    std::string kept;
    bool comment = false;
    for (const char c : text) {
        comment = c == '%' || (comment && c != '\n');
        if (!comment)
            kept += c;
    }
    return kept;
}

// 3..7 is a range. Nothing when it is no number.
bool read_numbers(std::string_view words, std::vector<int>& into)
{
    const char* at = words.data();
    const char* const end = at + words.size();
    const auto pass = [&] {
        while (at < end && (std::isspace(static_cast<unsigned char>(*at)) || *at == ','))
            ++at;
    };
    for (pass(); at < end; pass()) {
        int first = 0;
        auto read = std::from_chars(at, end, first);
        if (read.ec != std::errc{})
            return false;
        at = read.ptr;
        int last = first;
        if (end - at > 2 && at[0] == '.' && at[1] == '.') {
            read = std::from_chars(at + 2, end, last);
            if (read.ec != std::errc{} || last - first > 1'000'000)
                return false;
            at = read.ptr;
        }
        for (int n = first; n <= last; ++n)
            into.push_back(n);
    }
    return true;
}

bool read_rows(std::string_view value, Rows& rows)
{
    const bool of_sets = value.find('{') != std::string_view::npos;
    const bool of_rows = value.find('|') != std::string_view::npos;
    const auto ends_row = [&](char c) { return of_sets ? c == '}' : of_rows && c == '|'; };
    std::string words;
    bool inside = !of_sets;
    for (const char c : value) {
        if (ends_row(c)) {
            rows.emplace_back();
            if (!read_numbers(words, rows.back()))
                return false;
            words.clear();
            inside = !of_sets;
        } else if (c == '{') {
            inside = true;
        } else if (inside && c != '[' && c != ']') {
            words += c;
        }
    }
    if (!of_sets && !of_rows) {
        rows.emplace_back();
        return read_numbers(words, rows.back());
    }
    if (of_rows)
        std::erase_if(rows, [](const auto& row) { return row.empty(); });
    return true;
}

Refusal not_understood(const std::string& name)
{
    return invalid(name, "not-understood",
                   "The value of {name} is not what such a file holds: whole numbers, in lists or "
                   "sets.",
                   {{"name", name}});
}

class Reader {
public:
    Result<Problem> read(std::string_view text, int fairness)
    {
        if (auto refusal = split(without_comments(text)))
            return *refusal;
        for (const char* name : {"nBusiness", "nMeetings", "nTables", "nTotalSlots"})
            if (values_[name].empty() || values_[name][0].size() != 1)
                return invalid(name, "value-missing", "{name} is missing, or not one number.",
                               {{"name", name}});
        const int slots = number("nTotalSlots", 0);
        if (slots < 1 || slots > slots_max)
            return invalid("nTotalSlots", "too-many-slots",
                           "A timetable has 1 to {most} slots, and this one has {slots}.",
                           {{"most", std::to_string(slots_max)}, {"slots", std::to_string(slots)}});
        problem_.fairness = fairness;
        problem_.layers = {"breaks"};
        for (int t = 1; t <= slots; ++t)
            problem_.slot_names.push_back(std::to_string(t));
        problem_.rooms.push_back({.name = "hall", .desks = number("nTables", 0)});
        if (auto refusal = read_parties())
            return *refusal;
        if (auto refusal = read_meetings())
            return *refusal;
        if (const auto checked = check(problem_); !checked)
            return checked.refusal();
        return std::move(problem_);
    }

private:
    std::optional<Refusal> split(const std::string& text)
    {
        std::size_t at = 0;
        while (true) {
            const auto sign = text.find('=', at);
            if (sign == std::string::npos)
                break;
            const auto end = std::min(text.find(';', sign), text.size());
            auto name = text.substr(at, sign - at);
            std::erase_if(name, [](unsigned char c) { return std::isspace(c); });
            auto& rows = values_[name];
            rows.clear();
            if (!read_rows(std::string_view(text).substr(sign + 1, end - sign - 1), rows))
                return not_understood(name);
            at = std::min(end + 1, text.size());
        }
        return std::nullopt;
    }

    int number(const char* name, int otherwise)
    {
        const auto& rows = values_[name];
        return rows.empty() || rows[0].empty() ? otherwise : rows[0][0];
    }

    std::optional<Refusal> read_parties()
    {
        const auto count = number("nBusiness", 0);
        const auto& forbidden = values_["forbidden"];
        if (count < 0 || count > 1'000'000 ||
            (!forbidden.empty() && forbidden.size() != static_cast<std::size_t>(count)))
            return not_understood("forbidden");
        for (int p = 0; p < count; ++p) {
            Party party{.name = std::to_string(p + 1)};
            if (!forbidden.empty())
                for (const int t : forbidden[static_cast<std::size_t>(p)])
                    if (t > 0 && t <= problem_.slots())  // 0 is a dummy
                        party.away |= slot(t - 1);
            problem_.parties.push_back(party);
        }
        return std::nullopt;
    }

    std::optional<Refusal> read_meetings()
    {
        const auto& requested = values_["requested"];
        const auto count = static_cast<std::size_t>(number("nMeetings", 0));
        if (requested.size() != count)
            return not_understood("requested");
        const int morning =
            std::clamp(number("nMorningSlots", problem_.slots()), 0, problem_.slots());
        const auto& fixed = values_["fixed"];
        const auto& before = values_["precedences"];
        if ((!before.empty() && before.size() != count) ||
            (!fixed.empty() && fixed[0].size() != count))
            return not_understood(before.size() != count ? "precedences" : "fixed");
        for (std::size_t m = 0; m < count; ++m) {
            if (requested[m].size() != 3)
                return not_understood("requested");
            Meeting meeting{.name = std::to_string(m + 1)};
            meeting.parties = {requested[m][0] - 1, requested[m][1] - 1};
            if (requested[m][2] == 1)
                meeting.allowed = slots_before(morning);
            else if (requested[m][2] == 2)
                meeting.allowed = slots_between(morning, problem_.slots());
            if (!fixed.empty() && fixed[0][m] > 0)
                meeting.pinned = fixed[0][m] - 1;
            if (!before.empty())
                for (const int other : before[m])
                    if (other > 0)
                        meeting.after.push_back(other - 1);
            problem_.meetings.push_back(std::move(meeting));
        }
        return std::nullopt;
    }

    std::map<std::string, Rows> values_;
    Problem problem_;
};

}  // namespace

Result<Problem> read_dzn(std::string_view text, int fairness)
{
    return Reader().read(text, fairness);
}

}  // namespace sala::planner
