// SPDX-License-Identifier: Apache-2.0
//
// What happened with one person: each step, what was asked for after the last day, and what was
// answered, with who did it and why.

#pragma once

#include "forum/moment.view.hpp"
#include "registration/particular.hpp"
#include "registration/registration_acts.hpp"
#include "web/html.hpp"
#include "web/login_name.hpp"

#include <algorithm>

namespace sala::registration {

using web::each;
using web::html;
using web::when;

inline Sentence step_name(Step step)
{
    switch (step) {
    case Step::submit:
        return tr("sent in");
    case Step::give_back:
        return tr("sent back");
    case Step::approve:
        return tr("approved");
    case Step::wait:
        return tr("put on the waiting list");
    case Step::refuse:
        return tr("refused");
    case Step::withdraw:
        return tr("withdrawn");
    case Step::change:
        return tr("changed, so to be decided again");
    case Step::reconsider:
        return tr("taken up again");
    }
    return {};
}

// One line of what happened; of two at the same time the later one comes first.
struct ToldLine {
    Instant at;
    web::Html words;
};

inline web::Html told_words(const web::Reader& reader, const Sentence& what, const std::string& by,
                            bool on_behalf, const std::string& reason)
{
    return html(
        reader, what,
        when(!by.empty(), [&] { return html(reader, ", ", web::said_login(reader, by)); }),
        when(on_behalf, [&] { return html(reader, ", ", tr("on behalf of the delegation")); }),
        when(!reason.empty(), [&] { return html(reader, ": ", reason); }));
}

inline Sentence how_name(WishAnswer::How how)
{
    switch (how) {
    case WishAnswer::made:
        return tr("the change that was asked for was made");
    case WishAnswer::left:
        return tr("the change that was asked for was not made");
    case WishAnswer::joined:
        return tr("the change that was asked for was joined with a later one");
    case WishAnswer::called_off:
        return tr("the change that was asked for was called off");
    }
    return {};
}

// What was asked for by the names of its fields; a question is a question.
inline std::string wanted_fields(const web::Reader& reader, const Json& wanted)
{
    std::string names;
    for (const auto& column : all_particulars())
        if (wanted[column.name].is_string())
            names += (names.empty() ? "" : ", ") + reader.say(column.label);
    for (const auto& [name, words] : wanted.members())
        if (name.starts_with("q-")) {
            names += (names.empty() ? "" : ", ") + reader.say(tr("an answer"));
            break;
        }
    return names;
}

inline std::vector<ToldLine> told_lines(const web::Reader& reader, const std::vector<Told>& acts,
                                        const std::vector<AskedFor>& wishes)
{
    std::vector<ToldLine> lines;
    lines.reserve(acts.size());
    for (const auto& told : acts)
        lines.push_back({told.act.at, told_words(reader, step_name(told.act.step), told.by,
                                                 told.act.on_behalf, told.act.reason)});
    for (const auto& one : wishes) {
        if (one.answer)
            lines.push_back(
                {one.answer->at, told_words(reader, how_name(one.answer->how), one.answered_by,
                                            false, one.answer->reason)});
        lines.push_back({one.wish.at, told_words(reader, tr("a change was asked for"), one.by,
                                                 false, wanted_fields(reader, one.wish.wanted))});
    }
    std::stable_sort(lines.begin(), lines.end(),
                     [](const ToldLine& one, const ToldLine& other) { return one.at > other.at; });
    return lines;
}

inline web::Html told_list(const web::Reader& reader, const std::vector<Told>& acts,
                           const std::vector<AskedFor>& wishes = {})
{
    return when(!acts.empty() || !wishes.empty(), [&] {
        return html(reader, "<h2 class=\"h3\">", tr("What happened"),
                    "</h2>\n<ul class=\"acts day-acts\">",
                    each(told_lines(reader, acts, wishes),
                         [&](const ToldLine& line) {
                             return html(reader, "<li>", forum::moment(reader, line.at), " <span>",
                                         line.words, "</span></li>\n");
                         }),
                    "</ul>\n");
    });
}

}  // namespace sala::registration
