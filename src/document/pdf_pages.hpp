// SPDX-License-Identifier: Apache-2.0
//
// A PDF of pages of one size, being written: cairo's surface with its end. For the PDF writers.

#pragma once

#include "base/instant.hpp"

#include <string>

// NOLINTBEGIN(bugprone-reserved-identifier): cairo named them so
typedef struct _cairo cairo_t;
typedef struct _cairo_surface cairo_surface_t;
// NOLINTEND(bugprone-reserved-identifier)

namespace sala::document {

class PdfPages {
public:
    // Sizes in points. The title and the time are metadata.
    PdfPages(double width, double height, const std::string& title, const std::string& author,
             Instant created);
    ~PdfPages();
    PdfPages(const PdfPages&) = delete;
    PdfPages& operator=(const PdfPages&) = delete;

    cairo_t* cairo() const { return cairo_; }
    void next_page();
    // Ends the file. Throws Fault when cairo could not write it.
    std::string finished();

private:
    std::string bytes_;
    cairo_surface_t* surface_;
    cairo_t* cairo_;
};

}  // namespace sala::document
