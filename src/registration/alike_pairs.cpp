// SPDX-License-Identifier: Apache-2.0

#include "registration/alike_pairs.hpp"

#include "script/near_sounds.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <span>

namespace sala::registration {

namespace {

using People = std::vector<Id<Registration>>;

constexpr int same_words = 100;
constexpr int same_sound = 95;
// More rows of people who share a passport or the words of a name are not looked at in one go.
constexpr int rows_max = 3'000;

// Collects pairs, each once and as it was found first, which is at its best.
class Pairs {
public:
    explicit Pairs(std::size_t at_most) : at_most_(at_most) {}

    bool full() const { return pairs_.size() >= at_most_; }
    void among(const People& people, int score, bool papers = false)
    {
        for (std::size_t i = 0; i < people.size(); ++i)
            for (std::size_t j = i + 1; j < people.size() && !full(); ++j)
                add(people[i], people[j], score, papers);
    }
    void between(const People& some, const People& others, int score)
    {
        for (const auto& one : some)
            for (const auto& other : others)
                if (!full())
                    add(one, other, score, false);
    }
    std::vector<Pair> taken() && { return std::move(pairs_); }

private:
    void add(Id<Registration> one, Id<Registration> other, int score, bool papers)
    {
        if (one == other)
            return;
        if (other < one)
            std::swap(one, other);
        if (seen_.emplace(one, other).second)
            pairs_.push_back({one, other, score, papers});
    }

    std::size_t at_most_;
    std::vector<Pair> pairs_;
    std::set<std::pair<Id<Registration>, Id<Registration>>> seen_;
};

// Who shares a passport, then who has the same words in a name.
void add_same(store::Session& session, std::int64_t forum, Pairs& pairs)
{
    std::string sharing;
    People people;
    bool papers = false;
    for (const auto& [by_papers, key, registration] :
         session.select<std::int64_t, std::string, std::int64_t>(
             fmt::format(
                 "SELECT s.papers, s.shared, s.registration FROM (SELECT 1 AS papers, p.passport "
                 "AS shared, p.registration FROM registration_person p JOIN registration_now n ON "
                 "n.forum = p.forum AND n.registration = p.registration AND n.merged = 0 WHERE "
                 "p.forum = :forum AND p.passport <> '' AND p.passport IN (SELECT o.passport FROM "
                 "registration_person o WHERE o.forum = :forum AND o.passport <> '' GROUP BY "
                 "o.passport HAVING COUNT(*) > 1) UNION ALL SELECT 0, h.words, h.registration FROM "
                 "registration_heard h WHERE h.forum = :forum AND h.words <> '' AND h.words IN "
                 "(SELECT g.words FROM registration_heard g WHERE g.forum = :forum GROUP BY "
                 "g.words "
                 "HAVING MIN(g.registration) < MAX(g.registration))) s ORDER BY s.papers DESC, "
                 "s.shared, s.registration LIMIT {}",
                 rows_max),
             forum)) {
        if (key != sharing || papers != (by_papers == 1)) {
            pairs.among(people, same_words, papers);
            people.clear();
            sharing = key;
            papers = by_papers == 1;
        }
        people.emplace_back(registration);
    }
    pairs.among(people, same_words, papers);
}

// Every sound of the forum once, and how many people at least have it.
struct Sounds {
    std::vector<std::string> all;
    std::vector<std::size_t> shared;  // places of those that several people have
    std::vector<std::int64_t> people;
};

Sounds sounds_at(store::Session& session, std::int64_t forum)
{
    // One person has at most a name in each of three scripts.
    constexpr std::int64_t names_each = 3;
    constexpr std::size_t heard_from = 4;
    Sounds sounds;
    const store::Value values[] = {forum};
    constexpr auto integer = store::Kind::integer;
    const store::Kind kinds[] = {store::Kind::text, integer, integer, integer};
    session.each_kinds(
        "SELECT sound, MIN(registration), MAX(registration), COUNT(*) FROM registration_heard "
        "WHERE forum = :forum GROUP BY sound ORDER BY sound",
        values, kinds, [&](std::span<const store::ValueView> row) {
            const auto sound = std::get<std::string_view>(row[0]);
            if (sound.size() < heard_from)
                return;
            if (std::get<std::int64_t>(row[1]) < std::get<std::int64_t>(row[2]))
                sounds.shared.push_back(sounds.all.size());
            sounds.all.emplace_back(sound);
            const auto rows = std::get<std::int64_t>(row[3]);
            sounds.people.push_back((rows + names_each - 1) / names_each);
        });
    return sounds;
}

std::map<std::string, People> people_who_sound(store::Session& session, std::int64_t forum,
                                               const std::set<std::string>& sounds)
{
    std::vector<store::Value> values{forum};
    std::string places = "''";
    for (const auto& sound : sounds) {
        places += fmt::format(", :sound_{}", values.size());
        values.emplace_back(sound);
    }
    std::map<std::string, People> people;
    const store::Kind kinds[] = {store::Kind::text, store::Kind::integer};
    session.each_kinds(
        fmt::format("SELECT DISTINCT sound, registration FROM registration_heard WHERE forum = "
                    ":forum AND sound <> '' AND sound IN ({}) ORDER BY sound, registration",
                    places),
        values, kinds, [&](std::span<const store::ValueView> row) {
            people[std::string(std::get<std::string_view>(row[0]))].emplace_back(
                std::get<std::int64_t>(row[1]));
        });
    return people;
}

}  // namespace

std::vector<Pair> pairs_alike(store::Session& session, std::int64_t forum, std::size_t at_most)
{
    Pairs pairs(at_most);
    add_same(session, forum, pairs);
    const auto sounds = sounds_at(session, forum);
    // Two scripts may say the same of the same people, so twice as many are asked for.
    auto wanted = static_cast<std::int64_t>(2 * at_most);
    std::set<std::string> asked;
    std::vector<std::size_t> shared;
    for (const auto place : sounds.shared) {
        if (wanted <= 0)
            break;
        const auto people = std::max<std::int64_t>(sounds.people[place], 2);
        wanted -= people * (people - 1) / 2;
        shared.push_back(place);
        asked.insert(sounds.all[place]);
    }
    std::vector<script::NearSounds> near;
    if (wanted > 0) {
        near = script::near_sounds(sounds.all);
        near.resize(std::min(near.size(), static_cast<std::size_t>(wanted)));
        for (const auto& one : near)
            asked.insert({sounds.all[one.one], sounds.all[one.other]});
    }
    auto people = people_who_sound(session, forum, asked);
    for (const auto place : shared)
        pairs.among(people[sounds.all[place]], same_sound);
    for (const auto& one : near)
        pairs.between(people[sounds.all[one.one]], people[sounds.all[one.other]], one.score);
    return std::move(pairs).taken();
}

}  // namespace sala::registration
