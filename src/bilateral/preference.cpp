// SPDX-License-Identifier: Apache-2.0

#include "bilateral/preference.hpp"

#include <algorithm>
#include <array>

namespace sala::bilateral {

namespace {

constexpr std::array<std::pair<Word, std::string_view>, 4> words{
    std::pair{Word::must, "must"}, std::pair{Word::would_like, "would-like"},
    std::pair{Word::no, "no"}, std::pair{Word::none, "none"}};

}  // namespace

std::string_view word(Word word)
{
    return std::find_if(words.begin(), words.end(),
                        [&](const auto& one) { return one.first == word; })
        ->second;
}

std::optional<Word> word_named(std::string_view word)
{
    for (const auto& [value, name] : words)
        if (name == word)
            return value;
    return std::nullopt;
}

Result<Preference> Preference::stated(Preference given)
{
    if (given.of_whom == given.about)
        return invalid("about", "about-oneself",
                       "A delegation does not meet itself. Say this about another one.");
    return given;
}

void insert(store::Session& session, const Preference& preference)
{
    session.run("INSERT INTO meeting_preference (forum, id, of_whom, about, word, on_behalf, "
                "by_login, at) VALUES (:forum, :id, :of_whom, :about, :word, :on_behalf, :by, :at)",
                preference.forum, preference.id, preference.of_whom, preference.about,
                word(preference.word), preference.on_behalf, preference.by, preference.at);
}

// As those see it who share its no, which only they take back; or as all others do, for whom a no
// is nothing said.
std::map<std::int64_t, Word> shown_preferences(web::Desk& desk, const Party& party)
{
    std::map<std::int64_t, Word> all;
    for (
        const auto& [about, words_, on_behalf, by] :
        desk.session().select<std::int64_t, std::string, std::int64_t, std::optional<std::int64_t>>(
            "SELECT about, word, on_behalf, by_login FROM meeting_preference WHERE forum = :forum "
            "AND of_whom = :of_whom ORDER BY id",
            party.forum.id, party.self.number)) {
        const bool shared = !party.on_behalf && on_behalf == 0 &&
                            party.insiders.has(Id<web::Login>{by.value_or(0)});
        auto& stands = all.try_emplace(about, Word::none).first->second;
        const auto said = *word_named(words_);
        if (shared || stands != Word::no)
            stands = said == Word::no && !shared ? Word::none : said;
    }
    std::erase_if(all, [](const auto& one) { return one.second == Word::none; });
    return all;
}

bool must_not_meet(store::Session& session, const Party& party, std::int64_t about)
{
    for (const auto& [said, by] : session.select<std::string, std::optional<std::int64_t>>(
             "SELECT word, by_login FROM meeting_preference WHERE forum = :forum AND of_whom = "
             ":of_whom AND about = :about AND on_behalf = 0 ORDER BY id DESC",
             party.forum.id, party.self.number, about))
        if (party.insiders.has(Id<web::Login>{by.value_or(0)}))
            return said == "no";
    return false;
}

Wishes wishes_at(store::Session& session, std::int64_t forum)
{
    Wishes wishes;
    for (const auto& [of_whom, about, said] :
         session.select<std::int64_t, std::int64_t, std::string>(
             "SELECT p.of_whom, p.about, p.word FROM meeting_preference p WHERE p.forum = :forum "
             "AND p.word IN ('must', 'would-like') AND p.id = (SELECT MAX(n.id) FROM "
             "meeting_preference n WHERE n.forum = p.forum AND n.of_whom = p.of_whom AND n.about = "
             "p.about)",
             forum))
        wishes[{of_whom, about}] = *word_named(said);
    return wishes;
}

Result<std::vector<Preference>> stated_preferences(web::Desk& desk, const Party& party,
                                                   const web::Form& form)
{
    const auto shown = shown_preferences(desk, party);
    std::vector<Preference> all;
    for (const auto& [name, value] : form.values()) {
        if (!name.starts_with("about."))
            continue;
        const auto* other = find(party.all, std::string_view(name).substr(6));
        if (!other)
            return invalid(name, "no-such-delegation",
                           "There is no delegation “{key}” at this forum.",
                           {{"key", name.substr(6)}});
        const auto said = word_named(value);
        if (!said)
            return invalid(name, "no-such-preference",
                           "Say must, would-like, no, or none to take it back.");
        if (*said == Word::no && party.on_behalf)
            return Refusal{Refusal::forbidden, name, "no-is-its-own",
                           tr("A “no” is said by the delegation’s own focal point alone: nobody "
                              "else could see it or take it back.")};
        const auto found = shown.find(other->number);
        if (*said == (found == shown.end() ? Word::none : found->second) &&
            other->number != party.self.number)
            continue;
        auto preference = Preference::stated({party.forum.id, desk.next_id<Preference>(),
                                              party.self.number, other->number, *said,
                                              party.on_behalf, desk.visitor().login, desk.now()});
        if (!preference)
            return preference.refusal();
        all.push_back(*preference);
    }
    return all;
}

}  // namespace sala::bilateral
