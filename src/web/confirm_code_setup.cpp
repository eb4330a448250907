// SPDX-License-Identifier: Apache-2.0
//
// The first code fits: from now on it is asked for when this person signs in. They see their
// recovery codes, now and never again.

#include "web/code.hpp"
#include "web/login_secrets.hpp"
#include "web/login_session.hpp"
#include "web/passkey_desk.hpp"
#include "web/session_cookie.hpp"
#include "web/sign_in_attempts.hpp"
#include "web/sign_in_page.view.hpp"
#include "web/verb.hpp"

namespace sala::web {

static Result<Reply> confirm(Desk& desk, const Form& form);

Verb confirm_code_setup()
{
    return {.path = "POST /login/mine/code",
            .allow = signed_in,
            .form = {secret("code", tr("The code that your app shows now")).at_most(40)},
            .run = simply(confirm)};
}

// The one page that follows a change: no address could show these a second time.
static Reply recovery_page(const Desk& desk, const std::vector<std::string>& codes)
{
    const auto& reader = desk.reader();
    if (desk.wants(Format::json)) {
        auto list = Json::array();
        for (const auto& code : codes)
            list.push(code);
        return desk.show(Json::object({{"recovery_codes", list}}));
    }
    return desk.show(door_page(
        desk, tr("Keep these recovery codes"),
        html(reader, "<p>",
             tr("Each opens your login once when the telephone is not at hand. Print them or write "
                "them down now: they are not shown again."),
             "</p>\n<ul class=\"list\">\n",
             each(codes,
                  [&](const std::string& code) {
                      return html(reader, "<li><code>", code, "</code></li>\n");
                  }),
             "</ul>\n<p><a class=\"button\" href=\"/login/mine\">", tr("I have kept them"),
             "</a></p>\n")));
}

Result<Reply> confirm(Desk& desk, const Form& form)
{
    if (const auto may = may_change_second_step(desk); !may)
        return may.refusal();
    const auto login = desk.visitor().login;
    const auto who = login.word();
    const Attempt attempt{"code", who, desk.request().peer};
    if (const auto may = may_try(desk.session(), attempt, desk.now()); !may)
        return may.refusal();
    const auto codes = confirm_code_key(desk.session(), login, form["code"], desk.now());
    if (!codes) {
        note_attempt(desk.session(), attempt, desk.now(), *desk.house().numbering);
        desk.keep_even_refused();
        return codes.refusal();
    }
    strengthen_session(desk.session(), cookie_of(desk.request(), session_cookie));
    end_sessions_of(desk.session(), login, desk.now(), cookie_of(desk.request(), session_cookie));
    return recovery_page(desk, *codes).with("Cache-Control", "no-store");
}

}  // namespace sala::web
