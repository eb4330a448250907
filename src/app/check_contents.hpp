// SPDX-License-Identifier: Apache-2.0
//
// What `sala check` looks for beyond the pages of a file and its references: whether what is kept
// can be read, and whether the records of what was done agree with what is stored.

#pragma once

#include "store/session.hpp"

#include <string>
#include <vector>

namespace sala::app {

// Each adds a sentence for everything that is wrong, and fits store::Check.

// Only what cannot be read at all: a text of a sheet, or a release. A store with such a thing fails
// for whoever opens a page that shows it.
void check_readable(store::Session& session, std::vector<std::string>& wrong);
// Texts in several languages are canonical JSON: equal texts are equal bytes.
void check_texts(store::Session& session, std::vector<std::string>& wrong);
// Every release can be read, because the public sees nothing else; its list of changes, from which
// calendars count, is what differs from the release before; and none is missing, whether between
// others or after somebody released it.
void check_releases(store::Session& session, std::vector<std::string>& wrong);
// What a forum's rows name is there, and on its list when it stands in the directory, so that its
// folder can be opened elsewhere.
void check_references(store::Session& session, std::vector<std::string>& wrong);
// A row has a history, and the version of its newest revision.
void check_versions(store::Session& session, std::vector<std::string>& wrong);
// A row is there, has the key and says what its newest revision says it became; one that was taken
// away is away. What rows of the directory say that no forum lists is not looked at. Where a row
// stands is sealed (store/tables_of_acts.hpp).
void check_rows(store::Session& session, std::vector<std::string>& wrong);
// A change made in a browser stands among the acts.
void check_acts(store::Session& session, std::vector<std::string>& wrong);

}  // namespace sala::app
