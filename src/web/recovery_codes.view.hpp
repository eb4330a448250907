// SPDX-License-Identifier: Apache-2.0
//
// The codes on paper that open a login when the telephone is not at hand. It is the one page that
// follows a change: no address could show them a second time.

#pragma once

#include "web/sign_in_page.view.hpp"

namespace sala::web {

inline Page recovery_codes_page(const Desk& desk, const std::vector<std::string>& codes)
{
    const auto& reader = desk.reader();
    return door_page(
        desk, tr("Keep these recovery codes"),
        html(reader, "<p>",
             tr("Each opens your login once when the telephone is not at hand. Print them or write "
                "them down now: they are not shown again."),
             "</p>\n<ul class=\"list\">\n",
             each(codes,
                  [&](const std::string& code) {
                      return html(reader, "<li><code>", code, "</code></li>\n");
                  }),
             "</ul>\n<p><a class=\"button\" href=\"/login/mine\">", tr("I have kept them"),
             "</a></p>\n"));
}

// Never kept by a browser or on the way.
inline Reply recovery_codes_once(const Desk& desk, const std::vector<std::string>& codes)
{
    auto list = Json::array();
    for (const auto& code : codes)
        list.push(code);
    const auto shown = desk.wants(Format::json)
                           ? desk.show(Json::object({{"recovery_codes", list}}))
                           : desk.show(recovery_codes_page(desk, codes));
    return Reply(shown).with("Cache-Control", "no-store");
}

}  // namespace sala::web
