// SPDX-License-Identifier: Apache-2.0
//
// The record as Akoma Ntoso.

#pragma once

#include "floor/record.hpp"

namespace sala::floor {

// An akomaNtoso debateReport (OASIS Akoma Ntoso 1.0, namespace 3.0), in the profile of the United
// Nations: what was said stands in the texts, this is who said it when.
std::string akoma_ntoso(const Hall& hall, const Record& record, const web::Reader& reader,
                        Instant now);

}  // namespace sala::floor
