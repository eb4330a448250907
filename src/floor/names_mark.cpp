// SPDX-License-Identifier: Apache-2.0

#include "floor/names_mark.hpp"

#include "base/fnv.hpp"

namespace sala::floor {

namespace {

class Marking {
public:
    void add(std::string_view words)
    {
        mark_ = fnv("\xff", fnv(words, mark_));  // behind each a byte that no text has
    }
    void add(const Text& text)
    {
        for (const auto& [language, wording] : text.wordings()) {
            add(language.tag());
            add(wording.shown());
        }
    }
    void add(std::int64_t number) { add(std::to_string(number)); }
    std::uint64_t mark() const { return mark_; }

private:
    std::uint64_t mark_ = fnv_begin;
};

void add_delegations(Marking& marking, const Names& names)
{
    for (const auto& one : names.delegations()) {
        marking.add(one.id);
        marking.add(one.name);
        marking.add(one.country_code);
        marking.add(one.country);
    }
}

// What the programme says of a speech and no release keeps for it: who, how long, for which group.
void add_planned(Marking& marking, const Names& names)
{
    for (const auto& one : names.planned()) {
        for (const auto number : {one.id, one.delegation, one.person, one.post, one.seconds})
            marking.add(number);
        marking.add(one.on_behalf);
        marking.add(one.level);
    }
    for (const auto& one : names.members())
        for (const auto number :
             {one.delegation, one.person, one.post, std::int64_t{one.is_head ? 1 : 0}})
            marking.add(number);
}

// Chairs, messages, groups, reasons, topics, questions: where a name may be left out later.
void add_words(Marking& marking, const Hall& hall)
{
    for (const auto& act : hall.acts)
        marking.add(act.step.words);
    for (const auto& [delegation, said] : hall.inscribed) {
        marking.add(said.topic);
        marking.add(said.on_behalf);
    }
    if (hall.poll)
        marking.add(hall.poll->question);
    if (hall.decided)
        marking.add(hall.decided->question);
}

}  // namespace

std::uint64_t names_mark(const Hall& hall)
{
    Marking marking;
    // Titles and topics are those of the release.
    marking.add(hall.forum.release);
    marking.add(std::int64_t{hall.cancelled ? 1 : 0});
    add_delegations(marking, hall.names);
    for (const auto& [id, person] : hall.names.persons()) {
        marking.add(person.honorific);
        marking.add(person.name);
    }
    for (const auto& [id, title] : hall.names.posts())
        marking.add(title);
    add_planned(marking, hall.names);
    add_words(marking, hall);
    return marking.mark();
}

}  // namespace sala::floor
