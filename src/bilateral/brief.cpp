// SPDX-License-Identifier: Apache-2.0

#include "bilateral/brief.hpp"

#include "bilateral/commitments.view.hpp"
#include "bilateral/entry.view.hpp"
#include "bilateral/want.view.hpp"
#include "directory/whole_name.hpp"

namespace sala::bilateral {

Brief brief_of(web::Desk& desk, const Party& party, const TermsPage& page)
{
    Brief brief;
    brief.side = page.side;
    brief.topics = topics_at(desk.session(), party.forum.id);
    const auto published = newest_release(desk.session(), party.forum.id);
    if (!page.agreed)
        brief.when = desk.reader().say(tr("This meeting was called off."));
    else if (const auto* entry = published.of(page.meeting.id()))
        brief.when = entry_place(desk.reader(), *entry);
    const auto companies = companies_of(desk.session(), party.forum.id, page.meeting.id().number());
    const auto wants = wants_at(desk.session(), party.forum.id);
    const auto commitments = commitments_for(desk.session(), party.forum.id);
    for (const auto side : page.meeting.others(page.side)) {
        const auto with = page.meeting.delegation(side);
        Brief::Other other{side, {}, of(wants, with), {}, {}};
        if (const auto found = companies.find({page.meeting.id().number(), side});
            found != companies.end())
            other.company = found->second;
        other.past = past_terms(desk.session(), party.forum.id, party.self.number, with);
        for (const auto& one : commitments)
            if (one.is_named() && one.binds(with) && one.binds(party.self.number))
                other.commitments.push_back(one);
        brief.others.push_back(std::move(other));
    }
    return brief;
}

std::vector<std::string> how_to_address(const web::Reader& reader, const Head& head)
{
    const auto& language = reader.language;
    const auto post = head.post.words(language);
    const Arguments said{{"name", head.words(language)}, {"post", post}};
    std::vector<std::string> lines;
    if (directory::honorific_for(head.honorific, language).empty())
        lines.push_back(reader.say(
            tr("No honorific or rank is known: ask their focal point how to address them.")));
    else if (post.empty())
        lines.push_back(reader.say(tr("How to address them: {name}", said)));
    else
        lines.push_back(
            reader.say(tr("How to address them: {name}, or by the post, {post}", said)));
    for (const auto& [written, wording] : head.name.wordings())
        if (written != language && wording.shown() != head.name.words(language))
            lines.push_back(reader.say(
                tr("Also written: {name}",
                   {{"name", directory::whole_name(head.honorific, head.name, written)}})));
    if (const auto note = head.note.words(language); !note.empty())
        lines.push_back(note);
    return lines;
}

Json to_json(const Brief& brief, const Terms& terms, const std::vector<Known>& all,
             const Language& reader)
{
    const auto as_json = [&](const Want& want) { return want_json(want, brief.topics, all); };
    Wants wants;
    auto commitments = Json::array();
    for (const auto& other : brief.others) {
        for (const auto& need : other.wants.needs)
            wants.needs.push_back(need);
        for (const auto& offer : other.wants.offers)
            wants.offers.push_back(offer);
        for (const auto& one : other.commitments)
            commitments.push(commitment_json(one, all));
    }
    return Json::object({{"when", brief.when},
                         {"needs", forum::list_json(wants.needs, as_json)},
                         {"offers", forum::list_json(wants.offers, as_json)},
                         {"commitments", std::move(commitments)},
                         {"items", items_json(terms.items(), reader)}});
}

}  // namespace sala::bilateral
