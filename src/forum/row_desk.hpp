// SPDX-License-Identifier: Apache-2.0
//
// The place where one row of a sheet is worked on: found, shown as a form, saved with a revision.
// The pages of rows, of new rows and of the forum's settings are all this place.

#pragma once

#include "forum/forum_store.hpp"
#include "forum/row_form.hpp"
#include "forum/row_references.hpp"

namespace sala::forum {

// The sheet of the address. Missing when there is none, or when it is the forum's own row, which
// has its page under settings.
Result<const sheet::Sheet*> sheet_at(const web::Desk& desk);

struct SheetRow {
    const sheet::Sheet* sheet = nullptr;
    sheet::StoredRow stored;
};

// The row of the address, within the forum; missing when the forum has none.
Result<SheetRow> row_at(web::Desk& desk, const Forum& forum);
// The forum's own row.
SheetRow settings_row(web::Desk& desk, const Forum& forum);

// Everything a form shows.
struct RowPage {
    const sheet::Sheet* sheet = nullptr;
    std::string action;       // where the form is sent
    std::string back;         // where one goes who changes nothing
    sheet::StoredRow stored;  // version 0: not there yet
    web::Form values;
    std::vector<Refusal> refusals;
    std::vector<Language> languages;
    RowChoices choices;
    bool saved = false;
    std::optional<Refusal> of_others = {};  // other forums list it, so it is not ours to change

    bool is_new() const { return stored.version == 0; }
};

// Somebody else saved while this form was open: what they wrote, and both changes put together.
struct Meanwhile {
    sheet::Revision theirs;
    std::vector<std::string> columns;  // in which both differ
    sheet::Row mine;
};

RowPage row_page(web::Desk& desk, const Forum& forum, const sheet::Sheet& sheet,
                 const sheet::StoredRow& stored);
// Nothing when nobody did.
std::optional<Meanwhile> meanwhile(web::Desk& desk, RowPage& page);

// A page's reply, or the comparison when somebody saved meanwhile.
Result<web::Reply> show_row(web::Desk& desk, const Forum& forum, const SheetRow& row,
                            const std::string& action, const std::string& back);

// Keeps what was typed, when it is right and nobody was faster. `done` is where one goes next.
Result<web::Reply> save_row(web::Desk& desk, const Forum& forum, const SheetRow& row,
                            const web::Form& form, const std::string& done);

// Who changes what, for the revision.
sheet::Change change_of(const web::Desk& desk, const Forum& forum, sheet::Origin origin);
// After every change: what is found by searching, and the pages that watch.
void changed(web::Desk& desk, const Forum& forum, const sheet::Sheet& sheet);
// The same when one row changed and stays where it was.
void changed(web::Desk& desk, const Forum& forum, const sheet::Sheet& sheet,
             const std::string& key);

}  // namespace sala::forum
