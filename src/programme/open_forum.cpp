// SPDX-License-Identifier: Apache-2.0

#include "programme/open_forum.hpp"

#include "forum/row_references.hpp"
#include "forum/search_index.hpp"
#include "programme/load_draft.hpp"
#include "programme/programme_store.hpp"

namespace sala::programme {

namespace {

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
    opened.outcome = sheet::import_files(
        session, read.files, forum,
        {opening.prune, opening.login, opening.at, opening.numbering, opening.keeper},
        opened.problems);
    if (opened.problems.empty() && opening.prune) {
        opened.problems = forum::broken_references(session, opened.outcome.forum);
        for (auto& lost : forum::lost_categories(session, opened.outcome.forum))
            opened.problems.push_back(std::move(lost));
    }
    if (!opened.problems.empty())
        return opened;
    if (!opening.draft && !newest_release(session, opened.outcome.forum))
        opened.released =
            keep_release(session, opened.outcome.forum, load_draft(session, opened.outcome.forum),
                         "Imported", "", opening.login, opening.at);
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
