// SPDX-License-Identifier: Apache-2.0
//
// Every login of the server, for its secretariat: how it is secured, and what to do when somebody
// has lost a telephone.

#pragma once

#include "web/login_name.hpp"
#include "web/own_login.view.hpp"
#include "web/search.view.hpp"

namespace sala::web {

struct LoginLine {
    Id<Login> login;
    std::string name;
    std::string address;
    bool has_password = false;
    bool has_code = false;
    std::int64_t passkeys = 0;
    bool secretary = false;  // of the whole server
    std::int64_t sessions = 0;
    Instant last;  // when somebody signed in with it last; empty: never
};

inline constexpr std::size_t logins_a_page = 100;

struct AllLogins {
    std::vector<LoginLine> lines;  // of this page
    Pages pages;
    bool gives_code = false;
};

inline Html login_row(const Desk& desk, const LoginLine& line)
{
    const auto& reader = desk.reader();
    return html(
        reader, "<tr><th scope=\"row\">",
        line.name.empty() ? html(reader, tr("Somebody"))
                          : html(reader, said_login(reader, line.name)),
        " <small class=\"soft\">", line.address, "</small>",
        when(line.secretary,
             [&] {
                 return html(reader, "<br><span class=\"chip\" data-is=\"agreed\">",
                             tr("secretary of the server"), "</span>");
             }),
        "</th><td data-th=\"", tr("Password"), "\">", line.has_password ? tr("set") : tr("none"),
        "</td><td data-th=\"", tr("Code"), "\">",
        line.has_code ? tr("asked for") : tr("not asked for"), "</td><td data-th=\"",
        tr("Passkeys"), "\">", line.passkeys, "</td><td data-th=\"", tr("Signed in last"), "\">",
        line.last ? html(reader, moment_of(reader, line.last)) : html(reader, tr("never")),
        "</td><td>",
        when(line.login != desk.visitor().login,
             [&] {
                 return html(reader, "<a href=\"/login/all/", line.login.word(),
                             "/lost-device\" aria-label=\"",
                             tr("Device lost: {name}", {{"name", said_login(reader, line.name)}}),
                             "\">", tr("Device lost"), "</a> <a href=\"/login/all/",
                             line.login.word(), "/erase\" aria-label=\"",
                             tr("Erase {name}", {{"name", said_login(reader, line.name)}}), "\">",
                             tr("Erase"), "</a>", when(line.secretary, [&] {
                                 return html(
                                     reader, " <form method=\"post\" action=\"/login/all/",
                                     line.login.word(), "/no-secretary\">", csrf_field(desk),
                                     "<button type=\"submit\" data-kind=\"end\" aria-label=\"",
                                     tr("Take the role away: {name}",
                                        {{"name", said_login(reader, line.name)}}),
                                     "\">", tr("Take the role away"), "</button></form>");
                             }));
             }),
        "</td></tr>\n");
}

inline std::vector<Field> fields_of_secretary()
{
    return {text("address", tr("E-mail address")).at_most(254),
            text("name", tr("Name")).optional().at_most(200)};
}

inline Html secretary_form(const Desk& desk)
{
    const auto& reader = desk.reader();
    return html(reader, "<form class=\"card stack\" method=\"post\" action=\"", desk.address(),
                "/secretaries\">\n", csrf_field(desk), "<h2 class=\"h3\">",
                tr("A secretary of the server"), "</h2>\n<p>",
                tr("May do everything at every forum. For one forum, give a role there instead."),
                "</p>\n", refused_note(desk), fields_of(desk, fields_of_secretary()),
                "<p><button type=\"submit\" data-kind=\"plain\">", tr("Give the role"),
                "</button></p>\n</form>\n");
}

inline Html setting_form(const Desk& desk, bool gives_code)
{
    const auto& reader = desk.reader();
    return html(
        reader, "<form class=\"card stack\" method=\"post\" action=\"/login/all\">\n",
        csrf_field(desk), "<h2 class=\"h3\">", tr("The secretariat and codes"), "</h2>\n<p>",
        gives_code ? tr("Who belongs to a secretariat signs in with a code as well. Without "
                        "one their role sleeps.")
                   : tr("Who belongs to a secretariat may sign in without a code."),
        "</p>\n<input type=\"hidden\" name=\"gives_code\" value=\"",
        gives_code ? std::string("no") : std::string("yes"), "\">\n<p><button type=\"submit\">",
        gives_code ? tr("Ask for no code") : tr("Ask the secretariat for a code"),
        "</button></p>\n</form>\n");
}

inline Page lost_device_page(const Desk& desk, const std::string& name)
{
    const auto& reader = desk.reader();
    const auto title = tr("Device lost: {name}", {{"name", said_login(reader, name)}});
    return {.title = reader.say(title),
            .body = html(
                reader,
                "<div class=\"narrow\">\n<form class=\"card stack\" method=\"post\" action=\"",
                desk.address(), "\">\n", csrf_field(desk), refused_note(desk), "<h1>", title,
                "</h1>\n<p>",
                tr("They are signed out everywhere, their links and tokens end, and password, "
                   "codes and passkeys are gone until they set them up again. A letter tells them "
                   "how. It stays on record that you did it."),
                "</p>\n<p class=\"row\"><button type=\"submit\" data-kind=\"end\">",
                tr("Take all of it away"), "</button> <a href=\"/login/all\">",
                tr("Leave it as it is"), "</a></p>\n</form>\n</div>\n")};
}

inline Page all_logins_page(const Desk& desk, const AllLogins& all)
{
    const auto& reader = desk.reader();
    return {.title = reader.say(tr("Logins")),
            .body = html(
                reader, "<h1>", tr("Logins"), "</h1>\n<p class=\"lede\">",
                tr("Who can sign in here. What each may do is said at each forum."),
                "</p>\n<div class=\"beside\">\n<div class=\"stack\">\n",
                search_of(reader, all.pages, tr("Name or address")),
                "<table class=\"fold\"><thead><tr><th scope=\"col\">", tr("Who"),
                "</th><th scope=\"col\">", tr("Password"), "</th><th scope=\"col\">", tr("Code"),
                "</th><th scope=\"col\">", tr("Passkeys"), "</th><th scope=\"col\">",
                tr("Signed in last"), "</th><th scope=\"col\"><span class=\"unseen\">",
                tr("Change"), "</span></th></tr></thead>\n<tbody>",
                each(all.lines, [&](const LoginLine& line) { return login_row(desk, line); }),
                "</tbody></table>\n", pages_of(reader, all.pages), "<p class=\"soft\">",
                tr("“Device lost” signs somebody out everywhere, ends their links and tokens and "
                   "takes password, codes and passkeys away until they set them up again. A letter "
                   "tells them how. It stays on record."),
                "</p>\n</div>\n<div class=\"stack\">\n", setting_form(desk, all.gives_code),
                secretary_form(desk), "</div>\n</div>\n")};
}

}  // namespace sala::web
