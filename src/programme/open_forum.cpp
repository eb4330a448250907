// SPDX-License-Identifier: Apache-2.0

#include "programme/open_forum.hpp"

#include "forum/row_needed.hpp"
#include "forum/row_references.hpp"
#include "forum/search_index.hpp"
#include "programme/load_draft.hpp"
#include "programme/programme_store.hpp"
#include "programme/schedule_files.hpp"

namespace sala::programme {

namespace {

std::optional<sheet::Row> first_of(store::Session& session, std::int64_t forum, const char* name)
{
    const auto first = session.find<std::string>(
        "SELECT became FROM revision WHERE forum = :forum AND sheet = :sheet AND was = '' ORDER BY "
        "id LIMIT 1",
        forum, name);
    return first ? sheet::read_row_json(sheet::sheet_named(name), std::get<0>(*first))
                 : std::nullopt;
}

// A schedule opens a forum with one venue, which is called what the forum is called; what both were
// at first stays in their history, whatever they are called now.
bool was_opened_by_schedule(store::Session& session, std::int64_t forum)
{
    const auto itself = first_of(session, forum, "forum");
    const auto venue = first_of(session, forum, "venues");
    return itself && venue && venue->key == schedule_venue &&
           sheet::sheet_named("forum").text(*itself, "title") ==
               sheet::sheet_named("venues").text(*venue, "name");
}

std::optional<sheet::Problem> takes_over(store::Session& session, const sheet::FilesRead& read,
                                         const Opening& opening)
{
    if (!opening.schedule || !read.files.forum)
        return std::nullopt;
    const auto& slug = read.files.forum->row.key;
    const auto there = sheet::forum_id(session, slug);
    if (!there || was_opened_by_schedule(session, *there))
        return std::nullopt;
    return sheet::Problem{
        "forum", 0, "slug", "slug-taken",
        tr("There is a forum at /{value} already, and no schedule opened it. Give "
           "the schedule another acronym, or change that forum with sheets of its "
           "own.",
           {{"value", slug}})};
}

void release_first(store::Session& session, const Opening& opening, Opened& opened)
{
    const auto forum = opened.outcome.forum;
    const auto draft = load_draft(session, forum);
    opened.without_days = draft.days.empty();
    if (!opened.without_days)
        opened.released =
            keep_release(session, forum, draft, "Imported", "", opening.login, opening.at);
}

Opened opened_as_given(store::Session& session, const sheet::FilesRead& read, std::int64_t forum,
                       const Opening& opening)
{
    Opened opened{{}, read.problems, 0};
    if (!read.files.forum && forum == 0) {
        if (opened.problems.empty())
            opened.problems.push_back({"forum", 0, "", "no-forum",
                                       tr("These sheets do not say which forum they belong to: the "
                                          "sheet “forum” is missing or empty.")});
        return opened;
    }
    if (auto taken = takes_over(session, read, opening)) {
        opened.problems.push_back(*std::move(taken));
        return opened;
    }
    opened.outcome = sheet::import_files(session, read.files, forum,
                                         {opening.prune, opening.login, opening.at,
                                          opening.numbering, opening.keeper, opening.progress},
                                         opened.problems);
    if (opened.problems.empty() && opening.prune) {
        opened.problems = forum::broken_references(session, opened.outcome.forum);
        for (auto& lost : forum::lost_categories(session, opened.outcome.forum))
            opened.problems.push_back(std::move(lost));
        for (auto& taken : forum::taken_from_floors(session, opened.outcome.forum, opening.at))
            opened.problems.push_back(std::move(taken));
    }
    if (!opened.problems.empty())
        return opened;
    if (!opening.draft && !newest_release(session, opened.outcome.forum))
        release_first(session, opening, opened);
    // After the release, because only released sittings are found.
    if (opened.released != 0 || opened.outcome.changed_anything(opening.prune))
        forum::rebuild_search(session, opened.outcome.forum);
    return opened;
}

}  // namespace

Opened open_from_files(store::Session& session, const sheet::FilesRead& read, std::int64_t forum,
                       const Opening& opening)
{
    auto opened = opened_as_given(session, read, forum, opening);
    sheet::put_in_file_order(opened.problems, read);
    return opened;
}

}  // namespace sala::programme
