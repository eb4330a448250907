// SPDX-License-Identifier: Apache-2.0
//
// One row of any sheet as a form, and back: the fields are called as the columns of the sheet on
// disk are, title_en, title_th_corrected, room, so that who knows the one knows the other.

#pragma once

#include "sheet/row_store.hpp"
#include "web/form.hpp"

#include <string>
#include <vector>

namespace sala::forum {

// What was typed, as a row, and everything that is wrong with it by itself, one Refusal a column.
// What refers to other rows is checked against the store: see reference_refusals().
struct TypedRow {
    sheet::Row row;
    std::vector<Refusal> refusals;
};

// Fields that were not sent keep what `was` holds. A list of references comes as words ("topics"),
// or as ticks named "topics.green-cities" beside a field "topics.ticks".
TypedRow read_row_form(const sheet::Sheet& sheet, const sheet::Row& was, const web::Form& form);

// The fields of a row as the form shows them.
web::Form form_of(const sheet::Sheet& sheet, const sheet::Row& row);

// A row without anything in it, and one that was typed and is not there yet.
sheet::Row empty_row(const sheet::Sheet& sheet, std::string key);

// The languages a form has fields for: English, Thai, those of the forum, those of the row.
std::vector<Language> form_languages(const std::string& forum_languages, const sheet::Row& row);

// What a row is called in a list: its name, else its title, else nothing.
const Text& name_of(const sheet::Sheet& sheet, const sheet::Row& row);

// What two people made of one row: `mine` wherever it differs from what both began with, else
// `theirs`. Of a text each language, and what was printed and meant in it, counts by itself.
sheet::Row both_changes(const sheet::Row& base, const sheet::Row& mine, const sheet::Row& theirs);

// Whether `mine` changed texts alone, and none of the wordings that `theirs` changed: an editor who
// writes Thai and one who writes English are in nobody's way.
bool are_apart(const sheet::Row& base, const sheet::Row& mine, const sheet::Row& theirs);

}  // namespace sala::forum
