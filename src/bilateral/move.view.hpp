// SPDX-License-Identifier: Apache-2.0
//
// Where a meeting can go: every slot with a free desk, or with what is in the way, before anything
// is moved.

#pragma once

#include "bilateral/plan.view.hpp"

namespace sala::bilateral {

inline std::vector<web::Field> fields_of_move()
{
    return {web::hidden("meeting"),           web::hidden("version"),
            web::hidden("begins").optional(), web::hidden("desks").optional(),
            web::hidden("desk").optional(),   web::hidden("at").optional()};
}

// "5/2", as the form says it: the second of the desks of row 5.
inline std::string desk_word(std::int64_t desks, int desk)
{
    return std::to_string(desks) + "/" + std::to_string(desk);
}

// Every desk of the hall, those that are taken with who is there.
inline web::Html desk_options(const web::Reader& reader, const Timetable& timetable,
                              const Meeting& meeting, int slot)
{
    const auto* now = timetable.place_of(meeting.id());
    web::Html options;
    for (const auto& desks : timetable.desks)
        for (int desk = 1; desk <= desks.count; ++desk) {
            const auto words = timetable.desk_words(reader, {{}, slot, desks.number, desk, false});
            const auto taken = desk_taken(timetable, reader, meeting, slot, desks, desk);
            const bool here = now && now->desks == desks.number && now->desk == desk;
            options += html(
                reader, "<option value=\"", desk_word(desks.number, desk), "\"",
                when(taken.has_value(), [&] { return html(reader, " disabled"); }),
                when(here && !taken, [&] { return html(reader, " selected"); }), ">", words,
                when(taken.has_value(), [&] { return html(reader, " · ", *taken); }), "</option>");
        }
    return options;
}

// The desks of a slot that fits, and the button that moves there.
inline web::Html desk_choice(const web::Desk& desk, const PlanPage& page, const Meeting& meeting,
                             int slot)
{
    const auto& reader = desk.reader();
    const auto& timetable = page.timetable;
    const auto& when_ = timetable.slots[static_cast<std::size_t>(slot)];
    const auto time = slot_words(reader, when_);
    return html(reader, "<form class=\"row moves\" method=\"post\" action=\"", desk.address(),
                "\">", web::csrf_field(desk), "<input type=\"hidden\" name=\"meeting\" value=\"",
                meeting.id().word(), "\"><input type=\"hidden\" name=\"version\" value=\"",
                timetable.version, "\"><input type=\"hidden\" name=\"begins\" value=\"",
                when_.begins.milliseconds(), "\"><select name=\"at\" aria-label=\"",
                tr("Desk at {time}", {{"time", time}}), "\">",
                desk_options(reader, timetable, meeting, slot),
                "</select><button type=\"submit\" data-kind=\"plain\">",
                tr("Move to {time}", {{"time", time}}), "</button></form>");
}

inline web::Html slot_choice(const web::Desk& desk, const PlanPage& page, const Meeting& meeting,
                             int slot)
{
    const auto& reader = desk.reader();
    const auto& timetable = page.timetable;
    const auto& when_ = timetable.slots[static_cast<std::size_t>(slot)];
    const auto conflicts = conflicts_at(timetable, reader, meeting, slot);
    const auto* now = timetable.place_of(meeting.id());
    const auto head =
        html(reader, "<tr><th scope=\"row\">", slot_with_day(reader, when_),
             when(now && now->slot == slot,
                  [&] { return html(reader, " <small>", tr("is here"), "</small>"); }),
             "</th>");
    if (!conflicts.empty())
        return html(reader, head, "<td data-th=\"", tr("In the way"), "\"><ul>",
                    each(conflicts,
                         [&](const Sentence& why) { return html(reader, "<li>", why, "</li>"); }),
                    "</ul></td><td></td></tr>\n");
    return html(reader, head, "<td data-th=\"", tr("In the way"), "\">", tr("nothing"), "</td><td>",
                desk_choice(desk, page, meeting, slot), "</td></tr>\n");
}

inline web::Html pin_and_take_off(const web::Desk& desk, const forum::Forum& forum,
                                  const PlanPage& page, const Meeting& meeting)
{
    const auto* place = page.timetable.place_of(meeting.id());
    const auto version = std::to_string(page.timetable.version);
    return when(place != nullptr, [&] {
        return html(desk.reader(), "<div class=\"row\">",
                    act_button(desk, plan_address(forum) + "/pin",
                               {{"meeting", meeting.id().word()},
                                {"version", version},
                                {"pinned", place->pinned ? "no" : "yes"}},
                               place->pinned ? tr("Unpin") : tr("Pin to this slot"), "plain"),
                    act_button(desk, desk.address(),
                               {{"meeting", meeting.id().word()}, {"version", version}},
                               tr("Take it off the timetable"), "end"),
                    "</div>\n");
    });
}

inline web::Page move_page(const web::Desk& desk, const forum::Forum& forum, const PlanPage& page,
                           const Meeting& meeting)
{
    const auto& reader = desk.reader();
    web::Html rows;
    for (int slot = 0; slot < static_cast<int>(page.timetable.slots.size()); ++slot)
        rows += slot_choice(desk, page, meeting, slot);
    const auto title = words_of(reader, page.timetable.all, meeting.delegations(), " – ");
    auto body = html(reader, "<nav aria-label=\"", tr("Where you are"),
                     "\"><ol class=\"crumbs\"><li><a href=\"", plan_address(forum), "\">",
                     tr("Timetable of bilateral meetings"), "</a></li><li>", title,
                     "</li></ol></nav>\n<h1>", title, "</h1>\n<p class=\"lede\">",
                     manner_words(reader, meeting.manner()), "</p>\n", every_refusal(desk),
                     pin_and_take_off(desk, forum, page, meeting),
                     "<table class=\"fold\"><thead><tr><th scope=\"col\">", tr("Slot"),
                     "</th><th scope=\"col\">", tr("In the way"),
                     "</th><th scope=\"col\"><span class=\"unseen\">", tr("Move"),
                     "</span></th></tr></thead>\n<tbody>", rows, "</tbody></table>\n");
    return {.title = title,
            .body = std::move(body),
            .frame = forum::desk_frame(desk, forum, "bilaterals")};
}

// The agreed meeting of this number. Refuses no-such-meeting.
inline Result<const Meeting*> meeting_in(const Timetable& timetable, const std::string& number)
{
    for (const auto& meeting : timetable.meetings)
        if (meeting.id().word() == number)
            return &meeting;
    return missing("no-such-meeting", "There is no agreed meeting of this number.");
}

// Somebody was faster, though it may be at the same moment: the keys of the store said so.
inline Refusal changed_meanwhile()
{
    return stale("plan-changed-meanwhile",
                 "The timetable was changed after you opened this page. Look at it once more.");
}

// Refuses plan-changed-meanwhile when the draft is not the one that was looked at.
inline Allowed is_this_draft(const Timetable& timetable, const web::Form& form)
{
    if (form.number("version") != timetable.version)
        return changed_meanwhile();
    return allowed();
}

}  // namespace sala::bilateral
