// SPDX-License-Identifier: Apache-2.0
//
// Lyon 2030 with four delegations that meet: Accra and Quito, who have focal points (Kofi and Luz),
// Lyon, for which the secretariat acts, and the Bank, which is no city. Two topics, an hour and a
// half for meetings on the second day (four slots of twenty minutes), two desks.

#pragma once

#include "stage.hpp"

#include "mail/outbox.hpp"

#include <doctest/doctest.h>

#include <algorithm>

namespace sala {

inline const std::string kofi = "kofi@accra.example";
inline const std::string luz = "luz@quito.example";
inline const std::string accra = "/lyon-2030/delegations/accra";
inline const std::string quito = "/lyon-2030/delegations/quito";
inline const std::string lyon = "/lyon-2030/delegations/lyon";

inline Sent by(const std::string& who) { return {.who = who, .accept = "application/json"}; }

inline std::map<std::string, std::string> summit_files()
{
    auto files = lyon_files();
    files["delegations.csv"] = "key,city,country,name_en\naccra,accra,,Accra\nquito,quito,,Quito\n"
                               "lyon,lyon,,Lyon\nbank,,fr,Development Bank\n";
    files["topics.csv"] += "heat,rivers-1,2,Heat in cities,ความร้อนในเมือง\n";
    files["needs.csv"] = "key,delegation,topic,priority,flexible,text_en,text_th\n"
                         "accra-drains,accra,floods,1,yes,Drains that do not clog,ท่อที่ไม่อุดตัน\n";
    files["offers.csv"] = "key,delegation,topic,priority,flexible,text_en\n"
                          "quito-slopes,quito,floods,2,,Terraces on steep slopes\n";
    files["desks.csv"] = "key,room,count\nacer-desks,acer,2\n";
    files["interpreting.csv"] = "key,pair,count\nspanish,en-es,1\n";
    auto& sittings = files["sittings.csv"];
    const auto columns = static_cast<std::size_t>(
        std::count(sittings.begin(),
                   sittings.begin() + static_cast<std::ptrdiff_t>(sittings.find('\n')), ','));
    // key,day,part,room,edition,kind,start,minutes,speaker_minutes,certainty,clock,title_en,...
    std::string row = "pairs,day-2,morning,,,bilateral,09:00,95,,planned,source,Bilateral meetings";
    row.append(columns - static_cast<std::size_t>(std::count(row.begin(), row.end(), ',')), ',');
    sittings += row + "\n";
    return files;
}

// The same with its two days and its date elsewhere in time.
inline std::map<std::string, std::string> summit_files_at(const std::string& first,
                                                          const std::string& second)
{
    auto files = summit_files();
    for (auto& [name, words] : files)
        for (const auto& [was, is] :
             {std::pair<std::string, std::string>{"2030-05-06", first}, {"2030-05-07", second}})
            for (auto at = words.find(was); at != std::string::npos; at = words.find(was))
                words.replace(at, was.size(), is);
    return files;
}

class Summit : public Stage {
public:
    explicit Summit(const std::map<std::string, std::string>& files = summit_files())
        : Stage(Empty{})
    {
        const auto problems = opens(files);
        for (const auto& problem : problems)
            MESSAGE(problem);
        REQUIRE(problems.empty());
        gives(kofi, "focal-point", "delegation=accra");
        gives(luz, "focal-point", "delegation=quito");
        for (const auto& who : {kofi, luz})
            browser_of(who);  // they came in once, in English
    }

    // Asks for a meeting; answers its number.
    std::string asks(const std::string& whose, const std::string& with, const std::string& who,
                     Fields more = {})
    {
        more.insert(more.begin(), {{"with", with}, {"slots", "1"}});
        const auto asked = post(whose + "/meetings/new", more, by(who));
        CAPTURE(asked.body);
        REQUIRE(asked.status == 303);
        return asked.location.substr(asked.location.rfind('/') + 1);
    }

    Json meeting(const std::string& whose, const std::string& number, const std::string& who)
    {
        return get(whose + "/meetings/" + number + ".json", {.who = who}).json();
    }

    Shown does(const std::string& whose, const std::string& number, const std::string& who,
               const std::string& step, Fields more = {})
    {
        const auto turn = meeting(whose, number, who)["turn"].integer();
        return does_at(whose, number, who, step, turn, std::move(more));
    }
    Shown does_at(const std::string& whose, const std::string& number, const std::string& who,
                  const std::string& step, std::int64_t turn, Fields more = {})
    {
        more.insert(more.begin(), {{"step", step}, {"turn", std::to_string(turn)}});
        return post(whose + "/meetings/" + number, more, by(who));
    }

    // A meeting that both have agreed to.
    std::string agreed()
    {
        auto number = asks(accra, "quito", kofi);
        REQUIRE(does(quito, number, luz, "accept").status == 303);
        return number;
    }

    void thinks(const std::string& whose, const std::string& about, const std::string& word,
                const std::string& who)
    {
        REQUIRE(post(whose + "/preferences", {{"about." + about, word}}, by(who)).status == 303);
    }

    // From now on letters to them are in the language of this tag; empty: nobody knows which.
    void reads_in(const std::string& address, const std::string& language)
    {
        store().write([&](store::Session& session) {
            session.run("UPDATE login_session SET language = :language WHERE login IN (SELECT "
                        "a.login FROM login_address a WHERE a.address = :address)",
                        language, address);
            return true;
        });
    }

    // Somebody of the secretariat reads the letters that wait with this reason, and lets them
    // leave.
    void approves_all(const std::string& reason)
    {
        std::vector<std::string> waiting;
        store().read([&](store::Session& session) {
            for (const auto& kept : mail::list(session, forum_id()))
                if (kept.letter.reason == reason && kept.state == mail::LetterState::prepared)
                    waiting.push_back(kept.id.word());
        });
        for (const auto& letter : waiting)
            REQUIRE(post("/lyon-2030/outbox/" + letter, {{"what", "approve"}}).status == 303);
    }

    // "to: subject" of the letters with this reason, sorted.
    std::vector<std::string> letters(const std::string& reason)
    {
        std::vector<std::string> all;
        store().read([&](store::Session& session) {
            for (const auto& kept : mail::list(session, forum_id()))
                if (kept.letter.reason == reason && kept.state == mail::LetterState::prepared)
                    all.push_back(kept.letter.to_address + ": " + kept.letter.subject);
        });
        std::sort(all.begin(), all.end());
        return all;
    }
};

}  // namespace sala
