// SPDX-License-Identifier: Apache-2.0
//
// How far the planner is, and the form with which it is asked.

#pragma once

#include "bilateral/party.view.hpp"
#include "bilateral/planning.hpp"

namespace sala::bilateral {

inline std::string plan_address(const forum::Forum& forum)
{
    return forum.address() + "/bilaterals/plan";
}

inline Sentence run_status_name(RunStatus status)
{
    static const std::array names{
        tr("waits"),   tr("searching"),        tr("planned"),
        tr("stopped"), tr("there is no plan"), tr("the draft was changed meanwhile")};
    return names[static_cast<std::size_t>(status)];
}

// What the planner makes better at the moment, in the order in which it does.
inline Sentence layer_name(const std::string& layer)
{
    static const std::map<std::string, Sentence, std::less<>> names{
        {"must", tr("meetings that must be")},
        {"would-like", tr("meetings that can be")},
        {"moved", tr("meetings moved")},
        {"unfair", tr("fairness")},
        {"breaks", tr("breaks")},
        {"idle", tr("waiting")},
        {"desk-changes", tr("changes of the desk")},
        {"preferences", tr("wishes for a time of day")}};
    const auto found = names.find(layer);
    return found == names.end() ? tr("breaks") : found->second;
}

inline web::Html run_figures(const web::Reader& reader, const PlanRun& run, bool on)
{
    const auto figure = [&](const Sentence& label, std::int64_t value) {
        return html(reader, "<div><dt>", label, "</dt><dd>", value, "</dd></div>");
    };
    return html(
        reader, "<p><span class=\"chip\"",
        when(on, [&] { return html(reader, " data-is=\"now\""); }), ">",
        run_status_name(run.status), "</span></p>\n",
        when(!run.layer.empty(),
             [&] {
                 return html(
                     reader, "<p class=\"soft small\">",
                     tr("Counted here: {what}", {{"what", reader.say(layer_name(run.layer))}}),
                     "</p>\n");
             }),
        "<dl class=\"figures\">", figure(tr("best so far"), run.best),
        figure(tr("proved at least"), run.bound), figure(tr("gap"), run.gap()), "</dl>\n",
        when(run.proved,
             [&] { return html(reader, "<p>", tr("Proved: no timetable is better."), "</p>"); }),
        each(run.said,
             [&](const std::string& sentence) { return html(reader, "<p>", sentence, "</p>"); }));
}

inline std::vector<web::Field> fields_of_run()
{
    return {
        web::choice("how", tr("How"),
                    {{"anew", tr("Plan anew; pins stay")},
                     {"fewest-changes", tr("Change as little as possible of what is published")},
                     {"fill-gaps", tr("Fill gaps only; nobody is moved")}}),
        web::number("seconds", tr("Seconds it may take")).at_least(1).at_most(300)};
}

inline web::Html solver_part(const web::Desk& desk, const forum::Forum& forum,
                             const std::optional<PlanRun>& run)
{
    const auto& reader = desk.reader();
    const bool on = run && run->is_on(desk.now());
    return html(reader, "<section class=\"card\" id=\"solver\" data-live=\"plan:", forum.slug,
                "\"><h2 class=\"h3\">", tr("Planner"), "</h2>\n",
                run ? run_figures(reader, *run, on)
                    : html(reader, "<p>", tr("Nothing was planned yet."), "</p>\n"),
                on ? act_button(desk, plan_address(forum) + "/stop", {},
                                tr("Stop, keep the best so far"), "end")
                   : html(reader, "<form class=\"stack\" method=\"post\" action=\"",
                          plan_address(forum), "\">", web::csrf_field(desk),
                          web::fields_of(desk, fields_of_run()), "<p><button type=\"submit\">",
                          tr("Plan"), "</button></p></form>\n"),
                "</section>\n");
}

}  // namespace sala::bilateral
