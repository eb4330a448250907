// SPDX-License-Identifier: Apache-2.0

#include "document/pdf_pages.hpp"

#include "base/result.hpp"
#include "document/utf8.hpp"
#include "document/wall_clock.hpp"

#include <cairo-pdf.h>

namespace sala::document {

static cairo_status_t append(void* text, const unsigned char* bytes, unsigned int size)
{
    static_cast<std::string*>(text)->append(reinterpret_cast<const char*>(bytes), size);
    return CAIRO_STATUS_SUCCESS;
}

PdfPages::PdfPages(double width, double height, const std::string& title, const std::string& author,
                   Instant created)
    : surface_(cairo_pdf_surface_create_for_stream(append, &bytes_, width, height)),
      cairo_(cairo_create(surface_))
{
    const auto set = [&](cairo_pdf_metadata_t what, const std::string& value) {
        cairo_pdf_surface_set_metadata(surface_, what, mended_utf8(value).c_str());
    };
    const auto at = iso_date_time(created, 0);
    set(CAIRO_PDF_METADATA_TITLE, title);
    set(CAIRO_PDF_METADATA_AUTHOR, author);
    set(CAIRO_PDF_METADATA_CREATOR, "Sala");
    set(CAIRO_PDF_METADATA_CREATE_DATE, at);
    set(CAIRO_PDF_METADATA_MOD_DATE, at);
}

PdfPages::~PdfPages()
{
    cairo_destroy(cairo_);
    cairo_surface_destroy(surface_);
}

void PdfPages::next_page() { cairo_show_page(cairo_); }

std::string PdfPages::finished()
{
    cairo_surface_finish(surface_);
    if (cairo_surface_status(surface_) != CAIRO_STATUS_SUCCESS)
        throw Fault(std::string("cairo cannot write a PDF: ") +
                    cairo_status_to_string(cairo_surface_status(surface_)));
    return std::move(bytes_);
}

}  // namespace sala::document
