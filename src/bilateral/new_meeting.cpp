// SPDX-License-Identifier: Apache-2.0
//
// A delegation chooses whom to ask for a meeting, and says what it would talk about.

#include "bilateral/doing.hpp"
#include "bilateral/meeting.view.hpp"

#include <algorithm>

namespace sala::bilateral {

static Result<web::Reply> show(web::Desk& desk, const Party& party);

web::Verb new_meeting()
{
    return {.path = "GET /{forum}/delegations/{delegation}/meetings/new",
            .allow = forum::focal_points,
            .query = {{.name = "with", .meaning = "The key of the delegation to ask."}},
            .run = web::on<Party>(show)};
}

// Further guests, folded away until somebody wants a meeting of several.
static web::Html several(const web::Desk& desk,
                         const std::vector<std::pair<std::string, Sentence>>& whom)
{
    const auto& reader = desk.reader();
    const auto ticked = [&](const std::string& key) {
        return desk.typed() && desk.typed()->ticked("also." + key);
    };
    const auto error = web::error_of(desk, "also");
    const bool open = !error.empty() || std::any_of(whom.begin(), whom.end(), [&](const auto& one) {
        return ticked(one.first);
    });
    return html(reader, "<details", when(open, [&] { return html(reader, " open"); }), "><summary>",
                tr("One meeting of several"), "</summary>\n<fieldset><legend>",
                tr("And together with"), "</legend>\n<p class=\"hint\">",
                tr("Each answers alone. Who declines stays away, the others meet."),
                "</p>\n<ul class=\"columns\">",
                each(whom,
                     [&](const auto& one) {
                         return html(
                             reader,
                             "<li><label class=\"tick\"><input type=\"checkbox\" name=\"also.",
                             one.first, "\" value=\"yes\"",
                             when(ticked(one.first), [&] { return html(reader, " checked"); }),
                             "> ", one.second, "</label></li>");
                     }),
                "</ul>", error, "</fieldset></details>\n");
}

// Those that the rules of the forum let it ask.
static std::vector<std::pair<std::string, Sentence>> whom_to_ask(web::Desk& desk,
                                                                 const Party& party)
{
    const auto rules = rules_at(desk.session(), party.forum.id);
    std::vector<std::pair<std::string, Sentence>> all;
    for (const auto& known : party.all)
        if (may_ask(rules, party.self, known))
            all.emplace_back(known.key, Sentence{known.words(desk.reader()), {}, {}, 0});
    return all;
}

Result<web::Reply> show(web::Desk& desk, const Party& party)
{
    const auto whom = whom_to_ask(desk, party);
    if (desk.wants(web::Format::json)) {
        auto list = Json::array();
        for (const auto& [key, name] : whom)
            list.push(key);
        return desk.show(Json::object({{"may_ask", list}}));
    }
    web::Form blank;
    blank.set("with", desk.query("with"));
    blank.set("slots", "1");
    if (!desk.typed())
        desk.comes_back(&blank, {});
    const auto& reader = desk.reader();
    auto fields = fields_of_ask();
    const std::vector first{web::choice("with", tr("With whom"), whom)};
    fields.erase(fields.begin(), fields.begin() + 2);
    const auto form =
        html(reader, "<form class=\"stack\" method=\"post\" action=\"", desk.address(), "\">\n",
             web::csrf_field(desk), web::fields_of(desk, first), several(desk, whom),
             web::fields_of(desk, fields),
             "<p class=\"row\"><button type=\"submit\" data-key=\"s\">", tr("Ask for this meeting"),
             "</button><a href=\"", party.address(), "\">", tr("Back"), "</a></p>\n</form>\n");
    const auto nobody =
        html(reader, "<div class=\"empty\"><h2>", tr("There is nobody to ask"), "</h2><p>",
             tr("By the rules of this forum you are asked, or all others are of your country. "
                "The secretariat may change the rules."),
             "</p></div>\n");
    auto body = html(reader, party_crumbs(desk, party, html(reader, tr("Ask for a meeting"))),
                     "<h1>", tr("Ask for a meeting"), "</h1>\n", acts_in_place(reader, party),
                     web::refused_note(desk), whom.empty() ? nobody : form);
    return desk.show(party_page(desk, party, reader.say(tr("Ask for a meeting")), std::move(body)));
}

}  // namespace sala::bilateral
