// SPDX-License-Identifier: Apache-2.0
//
// Everybody at the forum reads what all delegations need and offer, topic by topic.

#include "bilateral/long_list.view.hpp"
#include "bilateral/want.view.hpp"

#include <algorithm>

namespace sala::bilateral {

static Result<web::Reply> show(web::Desk& desk, const forum::Forum& forum);

web::Verb show_needs_and_offers()
{
    return {.path = "GET /{forum}/needs-and-offers",
            .allow = forum::members,
            .query = {{.name = "from", .meaning = "How many to leave out before the first."}},
            .run = web::on<forum::Forum>(show)};
}

static web::Html wants_of_topic(const web::Reader& reader, const Sentence& title,
                                const std::vector<Want>& wants, const Topic& topic,
                                const std::vector<Known>& all)
{
    const auto one = [&](const Want& want) {
        return when(want.topic == topic.number, [&] {
            return html(reader, "<li><strong>", name_at(reader, all, want.delegation),
                        "</strong><br>", want.text, "<br>", want_marks(reader, want), "</li>\n");
        });
    };
    const auto list = each(wants, one);
    return html(reader, "<div><h3>", title, "</h3>\n",
                list.empty() ? html(reader, "<p class=\"soft\">", tr("Nothing yet."), "</p>")
                             : html(reader, "<ul class=\"list\">", list, "</ul>"),
                "</div>\n");
}

// Those on this page of the list: by topic, needs before offers.
static Wants on_page(const Wants& wants, const std::vector<Topic>& topics, const web::Pages& pages)
{
    Wants some;
    std::size_t at = 0;
    const auto add = [&](const std::vector<Want>& from, const Topic& topic, std::vector<Want>& to) {
        for (const auto& want : from)
            if (want.topic == topic.number) {
                if (at >= pages.from && at < pages.from + pages.a_page)
                    to.push_back(want);
                ++at;
            }
    };
    for (const auto& topic : topics) {
        add(wants.needs, topic, some.needs);
        add(wants.offers, topic, some.offers);
    }
    return some;
}

// A topic of which nothing is on this page, because all of it is on others, is left out.
static bool is_elsewhere(const Wants& some, const Topic& topic, const web::Pages& pages)
{
    const auto of_it = [&](const Want& want) { return want.topic == topic.number; };
    return !is_one_page(pages) && std::none_of(some.needs.begin(), some.needs.end(), of_it) &&
           std::none_of(some.offers.begin(), some.offers.end(), of_it);
}

static web::Html all_topics(const web::Reader& reader, const Wants& wants,
                            const std::vector<Topic>& topics, const std::vector<Known>& all,
                            const web::Pages& pages)
{
    const auto some = on_page(wants, topics, pages);
    const auto one = [&](const Topic& topic) {
        if (is_elsewhere(some, topic, pages))
            return web::Html{};
        return html(reader, "<section class=\"stack\" id=\"", topic.key, "\"><h2>", topic.title,
                    "</h2>\n<div class=\"beside even\">",
                    wants_of_topic(reader, tr("Needed"), some.needs, topic, all),
                    wants_of_topic(reader, tr("Offered"), some.offers, topic, all),
                    "</div></section>\n");
    };
    return html(reader, each(topics, one), pages_beneath(reader, pages));
}

Result<web::Reply> show(web::Desk& desk, const forum::Forum& forum)
{
    const auto all = known_at(desk.session(), forum.id);
    const auto topics = topics_at(desk.session(), forum.id);
    const auto wants = wants_at(desk.session(), forum.id);
    const auto as_json = [&](const Want& want) { return want_json(want, topics, all); };
    if (desk.wants(web::Format::json))
        return desk.show(Json::object({{"needs", forum::list_json(wants.needs, as_json)},
                                       {"offers", forum::list_json(wants.offers, as_json)}}));
    const auto& reader = desk.reader();
    const auto pages = pages_at(desk, wants.needs.size() + wants.offers.size());
    auto body = html(
        reader, "<h1>", tr("Needs and offers"), "</h1>\n<p class=\"lede\">",
        tr("What delegations look for and what they can give. Read by everybody who takes "
           "part, not by the public."),
        "</p>\n",
        wants.needs.empty() && wants.offers.empty()
            ? html(reader, "<div class=\"empty\"><h2>", tr("Nobody has written yet"), "</h2><p>",
                   tr("Each delegation writes its needs and offers on its page of bilateral "
                      "meetings; the secretariat may import them as sheets."),
                   "</p></div>\n")
            : all_topics(reader, wants, topics, all, pages));
    return desk.show(
        {.title = reader.say(tr("Needs and offers")) + ", " + forum.title.words(reader.language),
         .body = std::move(body),
         .frame = desk.may(web::secretariat)
                      ? forum::desk_frame(desk, forum, "bilaterals")
                      : forum::forum_frame(desk, forum, "needs-and-offers")});
}

}  // namespace sala::bilateral
