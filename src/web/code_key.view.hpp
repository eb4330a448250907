// SPDX-License-Identifier: Apache-2.0
//
// The key of an app's codes as its owner takes it over: scanned, typed, or opened on the telephone.

#pragma once

#include "document/qr_code.hpp"
#include "web/code.hpp"
#include "web/html.hpp"

namespace sala::web {

inline Html key_to_take(const Desk& desk, const std::string& key)
{
    const auto& reader = desk.reader();
    const auto address = code_address(key, "Sala", desk.visitor().name);
    return html(reader, "<p>",
                tr("Scan this with the app, type the key into it, or open the link on the "
                   "telephone itself."),
                "</p><p>",
                Html::trusted(document::qr_svg(document::qr_code(address),
                                               reader.say(tr("QR code for the app")))),
                "</p><p><code>", in_groups(key), "</code></p><p><a href=\"", address, "\">",
                tr("Open it in the app"), "</a></p>");
}

}  // namespace sala::web
