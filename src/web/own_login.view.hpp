// SPDX-License-Identifier: Apache-2.0
//
// Somebody's own login: what it is secured with, where it is signed in, and what programs may do
// with it.

#pragma once

#include "script/calendar.hpp"
#include "web/api_token.hpp"
#include "web/field.view.hpp"
#include "web/frame.hpp"
#include "web/login_name.hpp"
#include "web/login_session.hpp"
#include "web/provider_accounts.hpp"
#include "web/unbroken_words.hpp"

namespace sala::web {

struct OwnLogin {
    std::string address;  // empty: gets no letters
    bool has_password = false;
    bool has_code = false;
    std::int64_t recovery_codes = 0;
    std::size_t passkeys = 0;
    std::vector<TiedAccount> accounts;
    std::vector<OpenSession> sessions;
    std::string this_session;  // hash
    std::vector<KeptToken> tokens;
};

// When it was, in UTC: a login belongs to no forum whose clock it could show.
inline std::string moment_of(const Reader& reader, Instant at)
{
    const auto clock = script::clock(at, script::Zone::utc());
    return script::render_day(
               clock.day, script::DateStyle::for_reader(reader.language, script::DateForm::brief)) +
           " " + script::render_clock(clock.hour, clock.minute, reader.language) + " UTC";
}

inline Sentence way_words(const std::string& way)
{
    if (way == "password")
        return tr("with the password");
    if (way == "letter")
        return tr("with a link by e-mail");
    if (way == "provider")
        return tr("with another provider");
    if (way == "passkey")
        return tr("with a passkey");
    return tr("with a link from the server");
}

// A password is asked for beside an address, so without one it would open nothing.
inline Html password_offered(const Reader& reader, const OwnLogin& own)
{
    if (own.address.empty())
        return html(
            reader, "<span class=\"soft\">",
            tr("A password needs an e-mail address. This login comes in with a link from the "
               "server."),
            "</span>");
    return html(reader, "<a href=\"/login/mine/password\">",
                own.has_password ? tr("Change the password") : tr("Set a password"), "</a>");
}

inline Html secured_with(const Reader& reader, const OwnLogin& own)
{
    return html(reader, "<dl class=\"facts\">\n<dt>", tr("E-mail address"), "</dt><dd>",
                own.address.empty() ? html(reader, tr("none")) : html(reader, own.address),
                "</dd>\n<dt>", tr("Password"), "</dt><dd>",
                own.has_password ? tr("set") : tr("none"), " ", password_offered(reader, own),
                "</dd>\n<dt>", tr("Code"), "</dt><dd>",
                own.has_code ? html(reader, tr_count("asked for; {count} recovery code left",
                                                     "asked for; {count} recovery codes left",
                                                     static_cast<std::size_t>(own.recovery_codes)))
                             : html(reader, tr("not asked for")),
                " <a href=\"/login/mine/code\">",
                own.has_code ? tr("About the code") : tr("Sign in with a code as well"),
                "</a></dd>\n<dt>", tr("Passkeys"), "</dt><dd>",
                own.passkeys == 0
                    ? html(reader, tr("none"))
                    : html(reader, tr_count("{count} passkey", "{count} passkeys", own.passkeys)),
                " <a href=\"/login/mine/passkeys\">",
                own.passkeys == 0 ? tr("Sign in with a passkey") : tr("Your passkeys"),
                "</a></dd>\n</dl>\n");
}

inline Html account_line(const Desk& desk, const TiedAccount& account)
{
    const auto& reader = desk.reader();
    return html(reader, "<li><p>", account.issuer, " <code>", account.subject,
                "</code></p><p class=\"soft\">",
                tr("since {moment}", {{"moment", moment_of(reader, account.at)}}),
                "</p><form method=\"post\" action=\"/login/mine/accounts/", account.name(),
                "/untie\">", csrf_field(desk), "<button type=\"submit\" data-kind=\"end\">",
                tr("Untie it"), "</button></form></li>\n");
}

inline Html tied_accounts(const Desk& desk, const OwnLogin& own)
{
    const auto& reader = desk.reader();
    return when(!own.accounts.empty(), [&] {
        return html(
            reader, "<h2>", tr("Accounts of another provider"), "</h2>\n<p class=\"soft\">",
            tr("Whoever comes in with one of these there comes in here. One that is untied "
               "is tied again when somebody comes back with it whose address the provider "
               "says is yours."),
            "</p>\n<ul class=\"list\">\n",
            each(own.accounts, [&](const TiedAccount& one) { return account_line(desk, one); }),
            "</ul>\n");
    });
}

inline Html session_line(const Desk& desk, const OwnLogin& own, const OpenSession& one)
{
    const auto& reader = desk.reader();
    const bool here = one.hash == own.this_session;
    return html(reader, "<li><p>",
                here ? html(reader, "<span class=\"chip\" data-is=\"agreed\">", tr("this browser"),
                            "</span> ")
                     : Html{},
                one.device.empty() ? html(reader, tr("A browser that says nothing of itself"))
                                   : html(reader, one.device),
                "</p><p class=\"soft\">", unbroken(reader, moment_of(reader, one.started_at)), ", ",
                way_words(one.way),
                when(!one.peer.empty(), [&] { return html(reader, ", ", one.peer); }), "</p>",
                when(!here,
                     [&] {
                         return html(reader, "<form method=\"post\" action=\"/login/mine/sessions/",
                                     one.hash, "/end\">", csrf_field(desk),
                                     "<button type=\"submit\" data-kind=\"end\">",
                                     tr("Sign it out"), "</button></form>");
                     }),
                "</li>\n");
}

inline Html token_line(const Desk& desk, const KeptToken& token)
{
    const auto& reader = desk.reader();
    return html(reader, "<li><p><strong>", token.scope.name, "</strong> ",
                token.over ? html(reader, "<span class=\"chip\">", tr("over"), "</span>") : Html{},
                "</p><p class=\"soft\">",
                token.scope.below.empty() ? html(reader, tr("every address"))
                                          : html(reader, token.scope.below),
                ", ",
                token.scope.role.empty() ? html(reader, tr("every role"))
                                         : html(reader, token.scope.role),
                ", ", token.scope.reads_only ? tr("reads only") : tr("may change things"), ", ",
                tr("until {moment}", {{"moment", moment_of(reader, token.expires_at)}}), "</p>",
                when(!token.over,
                     [&] {
                         return html(reader, "<form method=\"post\" action=\"/login/mine/tokens/",
                                     token.id.word(), "/end\">", csrf_field(desk),
                                     "<button type=\"submit\" data-kind=\"end\">", tr("End it"),
                                     "</button></form>");
                     }),
                "</li>\n");
}

inline Page own_login_page(const Desk& desk, const OwnLogin& own)
{
    const auto& reader = desk.reader();
    return {.title = reader.say(tr("Your login")),
            .body =
                html(reader, "<div class=\"stack\">\n<h1>", tr("Your login"),
                     "</h1>\n<p class=\"lede\">", said_login(reader, desk.visitor().name),
                     " <a href=\"/login/mine/name\">", tr("Change the name"), "</a></p>\n",
                     secured_with(reader, own), tied_accounts(desk, own), "<h2>",
                     tr("Where you are signed in"), "</h2>\n<ul class=\"list\">\n",
                     each(own.sessions,
                          [&](const OpenSession& one) { return session_line(desk, own, one); }),
                     "</ul>\n<h2>", tr("Tokens of programs"), "</h2>\n",
                     when(!own.tokens.empty(),
                          [&] {
                              return html(
                                  reader, "<ul class=\"list\">\n",
                                  each(own.tokens,
                                       [&](const KeptToken& one) { return token_line(desk, one); }),
                                  "</ul>\n");
                          }),
                     "<p><a href=\"/login/mine/tokens\">", tr("Make a token for a program"),
                     "</a></p>\n<ul class=\"list\">\n<li><a href=\"/about/privacy\">",
                     tr("What is kept about you"), "</a></li>\n",
                     when(desk.may(secretariat),
                          [&] {
                              return html(reader, "<li><a href=\"/login/all\">", tr("Logins"),
                                          "</a></li>\n<li><a href=\"/login/all/acts\">",
                                          tr("What was done"), "</a></li>\n");
                          }),
                     "<li><a href=\"/login/out\">", tr("Sign out"), "</a></li>\n</ul>\n</div>\n")};
}

}  // namespace sala::web
