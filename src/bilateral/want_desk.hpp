// SPDX-License-Identifier: Apache-2.0
//
// Where a delegation writes its needs, offers and practices: rows of three sheets, of which it sees
// its own.

#pragma once

#include "bilateral/party.hpp"
#include "forum/row_desk.hpp"

namespace sala::bilateral {

// {sheet} of an address: needs, offers or practices.
Result<const sheet::Sheet*> want_sheet_at(const web::Desk& desk);
// {key} of an address: a row of the delegation's own.
Result<forum::SheetRow> own_row_at(web::Desk& desk, const Party& party);

// A row without words, with the next free key of the delegation.
sheet::StoredRow blank_row(web::Desk& desk, const Party& party, const sheet::Sheet& sheet);

// What was typed, as the delegation's own, whatever the form says about whose it is. Sources are
// the secretariat's: what the form says about them is passed over.
web::Form as_own(const web::Form& form, const Party& party);

// The form of a row. To choose from are the delegation's own practices, the claims about it, its
// city or its organisation, and what the row points to already.
forum::RowPage own_page(web::Desk& desk, const Party& party, const sheet::Sheet& sheet,
                        const sheet::StoredRow& stored);

std::string want_address(const Party& party, const sheet::Sheet& sheet, const std::string& key);

}  // namespace sala::bilateral
