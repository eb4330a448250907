// SPDX-License-Identifier: Apache-2.0
//
// The secretariat is asked whether somebody registered is really to be erased, and told what stays.

#include "registration/registration.view.hpp"

namespace sala::registration {

using web::html;

static Result<web::Reply> ask(web::Desk& desk, const forum::Forum& forum);

web::Verb ask_to_erase_registration()
{
    return {.path = "GET /{forum}/registrations/{registration}/erase",
            .allow = web::secretariat,
            .run = web::on<forum::Forum>(ask)};
}

static web::Page question(const web::Desk& desk, const forum::Forum& forum,
                          const std::string& address, const std::string& name)
{
    const auto& reader = desk.reader();
    return {.title = reader.say(tr("Erase {name}", {{"name", name}})),
            .body = html(reader,
                         "<div class=\"narrow\">\n<form class=\"card stack\" method=\"post\" "
                         "action=\"",
                         desk.address(), "\">\n", web::csrf_field(desk), web::refused_note(desk),
                         "<h1>", tr("Erase {name}", {{"name", name}}), "</h1>\n<p>",
                         tr("Everything that was entered about this person goes, with the photo; "
                            "their badges open no door any more. What was decided stays on record, "
                            "without the name. This cannot be undone."),
                         "</p>\n<p class=\"row\"><button type=\"submit\" data-kind=\"end\">",
                         tr("Erase this person"), "</button> <a href=\"", address, "\">",
                         tr("Keep them"), "</a></p>\n</form>\n</div>\n"),
            .frame = forum::desk_frame(desk, forum, "registrations")};
}

Result<web::Reply> ask(web::Desk& desk, const forum::Forum& forum)
{
    const auto one = registered(desk.session(), forum.id, desk.at("registration"));
    if (!one)
        return one.refusal();
    const auto name = person_words(desk.reader(), one->particulars);
    if (desk.wants(web::Format::json))
        return desk.show(Json::object({{"name", name}}));
    return desk.show(question(
        desk, forum, forum.address() + "/registrations/" + one->registration.id().word(), name));
}

}  // namespace sala::registration
