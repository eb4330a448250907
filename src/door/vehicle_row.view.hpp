// SPDX-License-Identifier: Apache-2.0
//
// A vehicle as lists show it, to the secretariat and to its delegation alike.

#pragma once

#include "door/badges.view.hpp"

namespace sala::door {

inline std::vector<web::Field> fields_of_plate()
{
    return {web::text("plate", tr("Number plate")).at_most(40),
            web::text("remark", tr("What it is"))
                .optional()
                .at_most(80)
                .hinted(tr("Such as: black van, driver waits at gate 2."))};
}

inline Sentence state_name(VehiclePass::State state)
{
    switch (state) {
    case VehiclePass::waiting:
        return tr("waits for a pass");
    case VehiclePass::given:
        return tr("has a pass");
    case VehiclePass::ended:
        return tr("ended");
    }
    return {};
}

inline web::Html state_chip(const web::Reader& reader, VehiclePass::State state)
{
    const std::string is = state == VehiclePass::given   ? "agreed"
                           : state == VehiclePass::ended ? "cancelled"
                                                         : "proposed";
    return html(reader, "<span class=\"chip\" data-is=\"", is, "\">", state_name(state), "</span>");
}

// After the forum the plate is forgotten, and the act stays.
inline std::string plate_words(const web::Reader& reader, const VehiclePass& pass)
{
    return pass.plate.empty() ? reader.say(tr("Forgotten")) : pass.plate;
}

inline web::Html vehicle_button(const web::Desk& desk, const std::string& address, const char* kind,
                                const Sentence& words, const std::string& plate)
{
    const auto& reader = desk.reader();
    return html(reader, "<form method=\"post\" action=\"", address, "\">", web::csrf_field(desk),
                "<button type=\"submit\" data-kind=\"", std::string(kind), "\" aria-label=\"",
                words, ": ", plate, "\">", words, "</button></form>");
}

// The same passes in four forms, for the printer that is there.
inline web::Html pass_papers(const web::Reader& reader, const std::string& address)
{
    const auto link = [&](const char* query, const Sentence& words) {
        const auto* joined = address.find('?') == std::string::npos ? "?" : "&";
        return html(reader, "<a href=\"", address, std::string(joined), std::string(query), "\">",
                    words, "</a> ");
    };
    return html(reader, link("size=a6", tr("A6")), link("size=a6&cut=yes", tr("A6, four to cut")),
                link("size=id1", tr("Card")), link("size=id1&cut=yes", tr("Cards, ten to cut")));
}

inline Json vehicle_json(const std::vector<forum::Part>& delegations, const VehiclePass& pass)
{
    const auto* part = registration::part_of(delegations, pass.delegation.number());
    return Json::object({{"id", pass.id.word()},
                         {"plate", pass.plate},
                         {"remark", pass.remark},
                         {"delegation", part ? part->key : ""},
                         {"state", std::string(word(pass.state))},
                         {"at", pass.at.milliseconds()}});
}

}  // namespace sala::door
