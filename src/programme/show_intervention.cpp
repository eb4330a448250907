// SPDX-License-Identifier: Apache-2.0
//
// Anybody looks at one intervention: who speaks, when, on which topics, and which questions the
// speaker is asked to answer.

#include "forum/forum_store.hpp"
#include "programme/show_intervention.view.hpp"

namespace sala::programme {

using forum::Forum;

static Result<web::Reply> show(web::Desk& desk, const Forum& forum);

web::Verb show_intervention()
{
    return {.path = "GET /{forum}/interventions/{intervention}",
            .allow = web::anyone,
            .run = web::on<Forum>(show),
            .summary = "One intervention of the released programme."};
}

Result<web::Reply> show(web::Desk& desk, const Forum& forum)
{
    const auto programme = released_programme(desk.session(), forum.id);
    const auto found = programme ? programme->intervention(desk.at("intervention")) : std::nullopt;
    if (!found)
        return missing("no-such-intervention", "This programme has no such intervention.");
    if (desk.wants(web::Format::json))
        return desk.show(intervention_json(*programme, *found->sitting, *found->intervention));
    const auto& reader = desk.reader();
    const auto& one = *found->intervention;
    const InterventionPage page{*programme, *found,
                                questions_of(desk.session(), forum.id, found->sitting->edition),
                                delegates_of(desk.session(), forum.id, one.speaker.delegation_key),
                                claims_about(desk.session(), forum.id, "interventions:" + one.key)};
    return desk.show(web::Page{
        .title = (one.title.empty() ? short_name(one.speaker) : one.title).words(reader.language) +
                 ", " + found->sitting->title.words(reader.language),
        .body = intervention_page(reader, forum.address(), page),
        .frame = forum::forum_frame(desk, forum, "programme")});
}

}  // namespace sala::programme
