// SPDX-License-Identifier: Apache-2.0
//
// A name with a line break in it is nobody's name: what is typed or pasted into a text of one line
// is one line, before any verb meets it.

#pragma once

#include "web/form.hpp"

namespace sala::web {

// Texts of several lines, passwords and hidden marks stay as they were sent.
Form in_one_line(const std::vector<Field>& fields, Form form);

}  // namespace sala::web
