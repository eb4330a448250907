// SPDX-License-Identifier: Apache-2.0

#include "door/badge_faces.hpp"

#include "registration/comes_from.hpp"
#include "registration/photo_store.hpp"
#include "registration/unprintable.hpp"
#include "script/calendar.hpp"
#include "script/with_breaks.hpp"

namespace sala::door {

namespace {

std::string with_breaks(const std::string& words) { return script::with_breaks(words, {}); }

// A name goes to the next line between its parts and nowhere else. The mark at the end says of one
// in a single part that somebody has looked (paper.hpp).
std::string name_with_breaks(const std::string& name)
{
    std::string words;
    for (const char c : name) {
        words += c;
        if (c == ' ')
            words += "\u200B";
    }
    return words + "\u200B";
}

// The same in the language that the reader of this page does not read.
std::string said_otherwise(const Sentence& sentence, const web::Reader& reader)
{
    for (const auto& language : web::interface_languages())
        if (language != reader.language)
            return web::Reader{language}.say(sentence);
    return {};
}

// A zone stays in one piece.
std::string zone_words(const std::vector<std::string>& zones)
{
    std::string words;
    for (const auto& zone : zones) {
        words += words.empty() ? "" : " · ";
        for (const char c : zone)
            words += c == ' ' ? "\u00A0" : std::string(1, c);
    }
    return words;
}

std::string other_words(const Text& text, const web::Reader& reader)
{
    for (const auto& language : web::interface_languages())
        if (language != reader.language)
            if (const auto* words = text.in(language))
                if (words->shown() != text.words(reader.language))
                    return words->shown();
    return {};
}

std::string place_and_date(const forum::Forum& forum, const web::Reader& reader)
{
    auto words = forum.city_name.words(reader.language);
    // Where the end is not given the beginning says enough, for there is little room.
    auto date = forum.date;
    if (date && date->is_range() && !date->last_day())
        if (const auto begins = script::PartialDate::single(date->start()))
            date = *begins;
    if (date)
        words += (words.empty() ? "" : ", ") +
                 script::render(*date, script::DateStyle::for_reader(reader.language));
    return words;
}

}  // namespace

Faces Faces::read(const web::Desk& desk, const forum::Forum& forum)
{
    auto& session = desk.session();
    return {forum,
            desk.reader(),
            registration::delegations_at(session, forum.id),
            registration::categories_at(session, forum.id),
            designs_at(session, forum.id),
            registration::signing_key(session, forum.id)};
}

document::Badge Faces::empty_face() const
{
    document::Badge face;
    face.forum = with_breaks(forum.title.words(reader.language));
    face.when = place_and_date(forum, reader);
    return face;
}

const Design& Faces::design_of(const registration::Registered& one) const
{
    const auto* part = registration::part_keyed(categories, one.particulars["category"]);
    return design_for(designs, part ? part->number : 0);
}

std::string Faces::category_of(const registration::Registered& one) const
{
    const auto* part = registration::part_keyed(categories, one.particulars["category"]);
    return part ? registration::part_words(reader, categories, part->number) : std::string{};
}

// As the reader calls them, then in the other languages, then in the person's own script; without
// those of which this machine has no letters, so that the romanised name stands alone.
static std::vector<std::string> printable_names(const registration::Registered& one,
                                                const web::Reader& reader)
{
    const auto& person = one.particulars;
    const auto name = person.name();
    const auto shown = name.for_reader(reader.language);
    std::vector<std::string> names{
        name_with_breaks(directory::whole_name(person.honorific(), name, reader.language))};
    for (const auto& language : web::interface_languages())
        if (name.in(language) && (!shown || shown->language != language))
            names.push_back(
                name_with_breaks(directory::whole_name(person.honorific(), name, language)));
    if (!person["name_own"].empty())
        names.push_back(person["name_own"]);
    return registration::printable(names);
}

document::Badge Faces::of_person(const registration::Registered& one, Id<Badge> badge,
                                 const std::string& photo) const
{
    const auto& person = one.particulars;
    const auto& design = design_of(one);
    auto face = empty_face();
    face.category = category_of(one);
    if (const auto* part = registration::part_keyed(categories, person["category"]))
        face.other_category = other_words(part->name, reader);
    else {
        const auto role = registration::role_name(person["role"]);
        face.category = reader.say(role);
        face.other_category = said_otherwise(role, reader);
    }
    auto names = printable_names(one, reader);
    face.name = std::move(names.front());
    face.other_names.assign(std::make_move_iterator(names.begin() + 1),
                            std::make_move_iterator(names.end()));
    face.post = with_breaks(person.post().words(reader.language));
    face.delegation = with_breaks(registration::comes_from(reader, delegations, one));
    face.zones = zone_words(design.zones);
    face.photo = design.photo ? photo : std::string{};
    face.code = badge_token(key, badge);
    face.number = short_code(face.code);
    face.colour = design.colour;
    return face;
}

document::Badge Faces::of_vehicle(const VehiclePass& pass) const
{
    auto face = empty_face();
    face.category = reader.say(tr("Vehicle"));
    face.other_category = said_otherwise(tr("Vehicle"), reader);
    face.name = name_with_breaks(pass.plate);
    face.post = with_breaks(pass.remark);
    face.delegation =
        with_breaks(registration::part_words(reader, delegations, pass.delegation.number()));
    face.code = vehicle_token(key, pass.id);
    face.number = short_code(face.code);
    face.colour = "grey";
    return face;
}

document::BadgeSheet sheet_for(const web::Desk& desk, std::string title)
{
    document::BadgeSheet sheet;
    sheet.size = desk.query("size") == "id1" ? document::BadgeSize::id1 : document::BadgeSize::a6;
    sheet.to_cut = desk.query("cut") == "yes";
    sheet.title = std::move(title);
    sheet.language = desk.reader().language.tag();
    sheet.created = desk.now();
    return sheet;
}

}  // namespace sala::door
