// SPDX-License-Identifier: Apache-2.0

#include "bilateral/timetable_letters.hpp"

#include "bilateral/doing.hpp"
#include "bilateral/entry.view.hpp"
#include "mail/harmless.hpp"

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

void tell_concerned(web::Desk& desk, const forum::Forum& forum, const std::vector<Known>& all,
                    const std::vector<Difference>& differences, bool is_final)
{
    const auto speakers = speakers_at(desk.session(), forum.id);
    const auto subject = [&](const web::Reader& reader) {
        const auto where = mail::harmless({{"forum", forum.title.words(reader.language)}});
        return reader.say(is_final ? tr("Your bilateral meetings at {forum}", where)
                                   : tr("Your bilateral meetings at {forum}, preliminary", where));
    };
    for (const auto& known : all) {
        if (lines_for(desk.reader(), all, differences, known.number).empty())
            continue;
        const auto day = desk.absolute(forum.address() + "/delegations/" + known.key + "/day");
        tell(desk, forum, speakers, known.number,
             {subject,
              [&](const web::Reader& reader) {
                  return forum::as_line(reader, subject(reader)) +
                         lines_for(reader, all, differences, known.number) + "\n" +
                         reader.say(tr("Your day: {address}", {{"address", day}}));
              },
              "timetable_letter"});
    }
}

}  // namespace sala::bilateral
