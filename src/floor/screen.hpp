// SPDX-License-Identifier: Apache-2.0
//
// A screen without a login, in the hall or for the video desk: what is asked of its address and
// what it is answered.

#pragma once

#include "floor/hall.view.hpp"
#include "floor/hall_json.hpp"

namespace sala::floor {

inline std::vector<web::Query> queries_of_screen()
{
    return {{.name = "language", .meaning = "In which language.", .words = {"en", "th"}}};
}

inline Reader reader_of_screen(const web::Desk& desk)
{
    auto reader = desk.reader();
    if (const auto asked = Language::named(desk.query("language")))
        reader.language = asked->is_thai() ? Language::thai() : Language::english();
    return reader;
}

// It holds a moment: whoever gets it later would see an old clock.
inline web::Reply screen(const web::Desk& desk, const Hall& hall, const std::string& audience)
{
    if (desk.wants(web::Format::json))
        return desk.show(to_json(hall, desk.now())).with("Cache-Control", "no-store");
    return desk
        .send("text/html; charset=utf-8",
              screen_document(reader_of_screen(desk), hall, audience, desk.now()).markup())
        .with("Cache-Control", "no-store");
}

}  // namespace sala::floor
