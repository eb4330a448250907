// SPDX-License-Identifier: Apache-2.0
//
// The search box: words of every public page of a forum, in whatever script they are typed.
//
// The index is derived. Sittings and interventions come from the newest release, so that nobody
// finds what has not been released; everything else comes from the sheets as they stand. A forum
// without a release is indexed from its draft and found by the secretariat alone.

#pragma once

#include "base/text.hpp"
#include "sheet/sheet.hpp"
#include "store/session.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sala::forum {

// Writes the index of a forum anew, and of the forums that share rows of the directory with it. To
// be called after an import, after each edit of a sheet and after each release, in the same
// transaction.
void rebuild_search(store::Session& session, std::int64_t forum);
// The same after an edit of one sheet: only pages that show its rows, and in them only those that
// have changed. After a release: "sittings".
void rebuild_search(store::Session& session, std::int64_t forum, const sheet::Sheet& sheet);
// The same after an edit of one row that stays where it was: most often only its own page.
void rebuild_search(store::Session& session, std::int64_t forum, const sheet::Sheet& sheet,
                    const std::string& key);
// The same for all forums, after a restore; fits store::Rebuild.
void rebuild_all_searches(store::Session& session);

// Adds a sentence for each forum whose index is not what it would be if it were made now; fits
// store::Check.
void check_search(store::Session& session, std::vector<std::string>& wrong);

struct Hit {
    std::string forum;  // slug
    Text forum_title;
    std::string address;  // "/phnom-penh-2022/cities/bangkok"
    std::string kind;     // "city", "person", "sitting" ...
    Text title;
};

// At most this many are answered, the best first.
inline constexpr std::size_t hits_max = 60;

// Pages in which every word of the query is the beginning of a word; in titles first, whole words
// before beginnings. One statement, or none when the query has no words. `drafts`: also forums
// that have no release yet.
std::vector<Hit> search(store::Session& session, std::string_view query,
                        std::optional<std::int64_t> forum, bool drafts);

}  // namespace sala::forum
