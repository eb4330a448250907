// SPDX-License-Identifier: Apache-2.0
//
// Draws a line so that a search finds its words again. For the PDF writer alone.

#pragma once

#include "document/set_lines.hpp"

typedef struct _cairo cairo_t;  // NOLINT(bugprone-reserved-identifier): cairo named it so

namespace sala::document {

// With the beginning of the baseline at x and y, in points.
void show_line(cairo_t* cairo, const SetLine& line, double x, double y);

}  // namespace sala::document
