// SPDX-License-Identifier: Apache-2.0
//
// Before a letter goes to many, the secretariat reads it as one of them will, and sees who gets it,
// who does not and why.

#include "registration/circular.view.hpp"

namespace sala::registration {

static Result<web::Reply> show(web::Desk& desk, const forum::Forum& forum);

web::Verb show_circular()
{
    return {.path = "GET /{forum}/circulars/{circular}",
            .allow = web::secretariat,
            .query = {{"recipient", "Whose letter is shown, such as invitation-12."},
                      {"from", "How many recipients to leave out before the first."}},
            .run = web::on<forum::Forum>(show)};
}

// Who is chosen, or who is written to instead of them. Nobody is chosen: the first who gets one,
// and the first who gets one for others, because theirs is another letter.
static std::vector<Reached> chosen_of(const Recipients& recipients, const std::string& key)
{
    const auto& all = recipients.all;
    const auto first = [&](const auto& wanted) {
        const auto found = std::find_if(all.begin(), all.end(), wanted);
        return found == all.end() ? std::vector<Reached>{} : std::vector<Reached>{*found};
    };
    if (const auto asked = first([&](const Reached& one) { return one.key == key; });
        !asked.empty())
        return asked.front().gets == Reached::through_focal_point
                   ? first([&](const Reached& one) { return one.is_for(asked.front()); })
                   : asked;
    auto chosen =
        first([](const Reached& one) { return one.is_written_to() && !one.for_others(); });
    for (const auto& other :
         first([](const Reached& one) { return one.is_written_to() && one.for_others(); }))
        chosen.push_back(other);
    return chosen.empty() && !all.empty() ? std::vector<Reached>{all.front()} : chosen;
}

static Json recipient_json(const Circular& circular, const Recipients& recipients,
                           const Recipient& one)
{
    auto json = Json::object({{"recipient", one.key},
                              {"name", one.name},
                              {"address", one.address},
                              {"gets", one.gets == Reached::to_be_written},
                              {"language", one.language.tag()},
                              {"letter_state", one.letter ? one.letter->state : std::string{}}});
    const auto words = circular_words(circular, recipients, one, one.language);
    json.set("subject", words.subject);
    json.set("body", words.body);
    return json;
}

Result<web::Reply> show(web::Desk& desk, const forum::Forum& forum)
{
    const auto kept = circular_numbered(desk.session(), forum.id, desk.at("circular"));
    if (!kept)
        return kept.refusal();
    const auto& circular = kept->circular;
    const auto recipients = recipients_of(desk.session(), forum, circular);
    const web::Pages pages{forum.address() + "/circulars/" + circular.id().word(),
                           {},
                           static_cast<std::int64_t>(recipients.all.size()),
                           from_of(desk),
                           recipients_a_page};
    const auto shown = by_name(desk.session(), recipients, shown_of(recipients, pages));
    if (desk.wants(web::Format::html))
        return desk.show(circular_page(
            desk, circular, recipients, shown,
            by_name(desk.session(), recipients, chosen_of(recipients, desk.query("recipient"))),
            pages));
    auto list = Json::array();
    for (const auto& one : shown)
        list.push(recipient_json(circular, recipients, one));
    return desk.show(Json::object({{"to_be_written", recipients.to_be_written()},
                                   {"waiting", recipients.waiting()},
                                   {"found", pages.found},
                                   {"next", next_json(pages)},
                                   {"recipients", list}}));
}

}  // namespace sala::registration
