// SPDX-License-Identifier: Apache-2.0

#include "bilateral/timetable_letters.hpp"

#include "bilateral/doing.hpp"
#include "bilateral/entry.view.hpp"
#include "forum/hearing.hpp"
#include "mail/harmless.hpp"
#include "mail/outbox.hpp"

#include <algorithm>
#include <map>

namespace sala::bilateral {

// One line for everything that differs for this delegation.
static std::string lines_for(const web::Reader& reader, const std::vector<Known>& all,
                             const std::vector<Difference>& differences, std::int64_t delegation)
{
    std::string lines;
    for (const auto& one : differences) {
        const auto& entry = one.is ? *one.is : *one.was;
        if (!entry.is_with(delegation))
            continue;
        const auto said =
            mail::harmless({{"name", counterparts(reader, all, entry, delegation)},
                            {"was", one.was ? entry_place(reader, *one.was) : std::string{}},
                            {"is", one.is ? entry_place(reader, *one.is) : std::string{}}});
        // One of several does not come: the others stay where they were.
        const bool stays =
            one.was && one.is && entry_place(reader, *one.was) == entry_place(reader, *one.is);
        lines += "- " +
                 reader.say(!one.was || stays ? tr("{name}: {is}", said)
                            : !one.is         ? tr("{name}: no longer at {was}", said)
                                              : tr("{name}: {is}, no longer {was}", said)) +
                 "\n";
    }
    return lines;
}

// Letters about earlier timetables that nobody has read yet, and of which the oldest of each role
// tells; 0: from before that was noted.
struct StillWaiting {
    std::vector<Id<mail::Letter>> letters;
    std::map<std::int64_t, int> oldest;  // by role
};

static StillWaiting still_waiting(store::Session& session, std::int64_t forum)
{
    StillWaiting waiting;
    for (const auto& [letter, grant, number] :
         session.select<std::int64_t, std::int64_t, std::optional<std::int64_t>>(
             "SELECT l.id, f.role_grant, t.number FROM letter l JOIN letter_for_role f ON f.letter "
             "= l.id JOIN letter_act a ON a.letter = l.id AND a.number = (SELECT MAX(n.number) "
             "FROM letter_act n WHERE n.letter = l.id) LEFT JOIN timetable_letter t ON t.letter = "
             "l.id WHERE l.forum = :forum AND l.reason = 'timetable_letter' AND a.what = "
             "'prepared' ORDER BY l.id",
             forum)) {
        waiting.letters.emplace_back(letter);
        waiting.oldest.try_emplace(grant, static_cast<int>(number.value_or(0)));
    }
    return waiting;
}

static forum::News news_of(const web::Desk& desk, const forum::Forum& forum,
                           const std::vector<Known>& all, const Known& whose,
                           const std::vector<Difference>& differences, bool is_final)
{
    const auto subject = [&forum, is_final](const web::Reader& reader) {
        const auto where = mail::harmless({{"forum", forum.title.words(reader.language)}});
        return reader.say(is_final ? tr("Your bilateral meetings at {forum}", where)
                                   : tr("Your bilateral meetings at {forum}, preliminary", where));
    };
    const auto day = desk.absolute(forum.address() + "/delegations/" + whose.key + "/day");
    return {subject,
            [&, subject, day](const web::Reader& reader) {
                return forum::as_line(reader, subject(reader)) +
                       lines_for(reader, all, differences, whose.number) + "\n" +
                       reader.say(tr("Your day: {address}", {{"address", day}}));
            },
            "timetable_letter"};
}

// Whoever speaks for the delegation, by the timetable of which they were told last.
static std::map<int, std::vector<forum::KeptGrant>>
speakers_by_what_they_know(const std::vector<forum::KeptGrant>& speakers, const Known& whose,
                           const StillWaiting& waiting, int newest)
{
    std::map<int, std::vector<forum::KeptGrant>> by_number;
    for (const auto& speaker : speakers) {
        if (speaker.delegation->number != whose.number)
            continue;
        const auto found = waiting.oldest.find(speaker.id.number());
        by_number[found == waiting.oldest.end() ? newest : std::max(0, found->second - 1)]
            .push_back(speaker);
    }
    return by_number;
}

void tell_concerned(web::Desk& desk, const forum::Forum& forum, const std::vector<Known>& all,
                    const Released& before, const Released& released)
{
    const auto speakers = speakers_at(desk.session(), forum.id);
    const auto waiting = still_waiting(desk.session(), forum.id);
    for (const auto letter : waiting.letters)
        static_cast<void>(mail::drop(desk.session(), letter, "", desk.now()));
    std::map<int, Released> told{{before.number, before}};
    for (const auto& known : all)
        for (const auto& [number, to] :
             speakers_by_what_they_know(speakers, known, waiting, before.number)) {
            if (!told.contains(number))
                told[number] = release_numbered(desk.session(), forum.id, number);
            const auto differing = differences(told[number], released);
            if (lines_for(desk.reader(), all, differing, known.number).empty())
                continue;
            for (const auto letter :
                 forum::tell(desk, forum, to,
                             news_of(desk, forum, all, known, differing, released.is_final)))
                desk.session().run("INSERT INTO timetable_letter (letter, forum, number) VALUES "
                                   "(:letter, :forum, :number)",
                                   letter, forum.id, released.number);
        }
}

void look_again(web::Desk& desk, const forum::Forum& forum, const std::vector<Known>& all,
                const Released& before, const Released& released)
{
    const auto differing = differences(before, released);
    const bool is_for_all = before.number == 0 || before.is_final != released.is_final;
    for (const auto& known : all)
        if (is_for_all ||
            std::any_of(differing.begin(), differing.end(), [&](const Difference& one) {
                return (one.was && one.was->is_with(known.number)) ||
                       (one.is && one.is->is_with(known.number));
            }))
            desk.again(forum::topic_of_delegation(forum.slug, known.key));
}

}  // namespace sala::bilateral
