// SPDX-License-Identifier: Apache-2.0

#include "registration/seats.hpp"

#include "registration/unprintable.hpp"
#include "script/with_breaks.hpp"

#include <algorithm>
#include <map>
#include <sstream>

namespace sala::registration {

SeatPlan seat_plan(const std::vector<Registered>& people,
                   const std::vector<forum::Part>& delegations, std::size_t per_delegation,
                   std::size_t width, const web::Reader& reader)
{
    SeatPlan plan;
    std::map<std::int64_t, std::size_t> seated;
    int number = 0;
    for (const auto& one : people) {
        const auto delegation = one.registration.delegation().number();
        if (seated[delegation]++ >= per_delegation)
            continue;
        if (plan.rows.empty() || plan.rows.back().size() == std::max<std::size_t>(width, 1))
            plan.rows.emplace_back();
        plan.rows.back().push_back({++number, part_words(reader, delegations, delegation),
                                    person_words(reader, one.particulars)});
    }
    return plan;
}

// A name goes to the next line between its parts and nowhere else.
static std::string on_paper(const std::string& name)
{
    std::vector<std::string> parts;
    std::istringstream words(name);
    for (std::string part; words >> part;)
        parts.push_back(part);
    return script::with_breaks(name, parts);
}

document::Paper seat_paper(const SeatPlan& plan, const std::string& title, Instant at,
                           const web::Reader& reader)
{
    document::Paper paper;
    paper.title = title;
    paper.language = reader.language.tag();
    paper.created = at;
    paper.left_mm = 20;
    paper.body_pt = 13;
    paper.blocks.push_back(document::Title{script::with_breaks(title, {}), 18});
    paper.blocks.push_back(document::Space{6});
    for (const auto& row : plan.rows) {
        document::Table table{.header = false};
        std::vector<std::string> cells;
        cells.reserve(plan.rows.front().size());
        for (const auto& seat : row)
            cells.push_back(std::to_string(seat.number) + "\n" +
                            script::with_breaks(seat.delegation, {}) + "\n" + on_paper(seat.name));
        // Short last rows keep their seats as wide as the others.
        cells.resize(plan.rows.front().size());
        table.rows.push_back(std::move(cells));
        paper.blocks.push_back(std::move(table));
        paper.blocks.push_back(document::Space{4});
    }
    return paper;
}

document::NamePlates plates_of(const std::vector<Registered>& people,
                               const std::vector<forum::Part>& delegations, Instant at,
                               const web::Reader& reader)
{
    document::NamePlates sheet{
        .title = reader.say(tr("Name plates")), .language = reader.language.tag(), .created = at};
    for (const auto& one : people) {
        const auto& particulars = one.particulars;
        const auto name = particulars.name();
        document::NamePlate plate;
        for (const auto& language : web::interface_languages())
            if (name.in(language))
                plate.names.push_back(
                    on_paper(directory::whole_name(particulars.honorific(), name, language)));
        if (!particulars["name_own"].empty())
            plate.names.push_back(on_paper(particulars["name_own"]));
        plate.names = printable(plate.names);
        plate.delegation = script::with_breaks(
            part_words(reader, delegations, one.registration.delegation().number()), {});
        sheet.plates.push_back(std::move(plate));
    }
    return sheet;
}

}  // namespace sala::registration
