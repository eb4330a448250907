// SPDX-License-Identifier: Apache-2.0
//
// What a row of this forum was, also when it has been taken away.

#pragma once

#include "forum/row_desk.hpp"

namespace sala::forum {

struct RowHistory {
    const sheet::Sheet* sheet = nullptr;
    std::int64_t row = 0;
    std::string key;
    std::optional<sheet::StoredRow> stored;  // nothing: it was taken away
    std::vector<sheet::Revision> revisions;  // newest first, never empty

    // A forum is not taken back, only what its settings became since it was opened.
    bool can_be_undone() const
    {
        const auto& last = revisions.front();
        const bool opens =
            !last.was || (last.origin == sheet::Origin::import && last.at == revisions.back().at);
        return sheet->scope != sheet::Sheet::itself || !opens;
    }

    // What the row was after the change of this number, if that is something else than it is now:
    // any row of its history that it may become again. What an import passed through on its way
    // never stood.
    const sheet::Revision* earlier(std::int64_t number) const
    {
        const sheet::Revision* next = nullptr;
        for (const auto& one : revisions) {
            const bool passed = next && next->origin == sheet::Origin::import && next->at == one.at;
            if (one.id == number && stored && one.became && !passed)
                return *one.became != stored->row ? &one : nullptr;
            next = &one;
        }
        return nullptr;
    }
};

// Of the address {sheet} and {key}; missing when this forum never had such a row.
Result<RowHistory> row_history_at(web::Desk& desk, const Forum& forum);
// Of the forum's own row.
RowHistory settings_history(web::Desk& desk, const Forum& forum);

struct RemovedRow {
    std::string key;
    Text name;
    Instant at;
};

// The rows of a sheet that were taken away and have not come back, newest first, at most 20.
std::vector<RemovedRow> removed_rows(store::Session& session, const sheet::Sheet& sheet,
                                     std::int64_t forum);

}  // namespace sala::forum
