// SPDX-License-Identifier: Apache-2.0
//
// The rules of the floor and the moments of inscription as a form: its fields, the form filled with
// what holds, and what a filled form says.

#pragma once

#include "floor/hall.hpp"
#include "web/form.hpp"

namespace sala::floor {

std::vector<web::Field> fields_of_rules();
web::Form filled_rules(const Rules& rules);
// As the sheet of the forum holds them; read_rules() says what is wrong with them.
// The English name of the country at which a rotation begins: a country of the delegations here, or
// that of a city of theirs; empty for none. Refuses no-such-name.
Result<std::string> rotation_begins(const Hall& hall, const std::string& words);

Json rules_in(const Hall& hall, const web::Form& form);

// "2030-05-01 09:00" on the forum's clock; empty for no moment. Refuses not-a-moment, of `field`.
Result<Instant> moment_in(const Hall& hall, const std::string& field, const std::string& words);

}  // namespace sala::floor
