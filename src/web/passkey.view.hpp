// SPDX-License-Identifier: Apache-2.0
//
// Passkeys on the screen: those that somebody has, the form that adds one, and the page that signs
// in with one. What a script of the browser must do stands in `data-passkey` (docs/look.md).

#pragma once

#include "web/assets.hpp"
#include "web/own_login.view.hpp"
#include "web/passkey_desk.hpp"
#include "web/sign_in_page.view.hpp"

namespace sala::web {

// What a device answers, all base64url.
constexpr std::int64_t passkey_letters_max = 40'000;

inline std::vector<Field> fields_of_new_passkey()
{
    return {text("name", tr("What you call it"))
                .at_most(60)
                .hinted(tr("Such as: my telephone, or the key on my ring.")),
            hidden("client_data").at_most(passkey_letters_max),
            hidden("attestation").at_most(passkey_letters_max)};
}

inline std::vector<Field> fields_of_passkey_sign_in()
{
    std::vector<Field> fields;
    for (const auto* name :
         {"credential", "owner", "client_data", "authenticator_data", "signature"})
        fields.push_back(hidden(name).at_most(passkey_letters_max));
    return fields;
}

// The sentences that the script shows, each when it is its turn; and what is needed without one.
inline Html passkey_words(const Reader& reader)
{
    const auto note = [&](const char* when_said, const Sentence& words) {
        return html(reader,
                    "<p class=\"note\" data-is=\"conflict\" role=\"alert\" hidden data-says=\"",
                    std::string(when_said), "\">", words, "</p>\n");
    };
    return html(
        reader, "<p class=\"note\" data-says=\"needs-script\">",
        tr("A passkey needs a script of this page, and this browser runs none. All other ways to "
           "sign in work without."),
        "</p>\n",
        note("no-passkeys", tr("This browser knows no passkeys. Use a newer one, or another way to "
                               "sign in.")),
        note("not-done", tr("Nothing was done: the device was not used in time, or you stopped "
                            "it. Try again when you are ready.")),
        note("known", tr("This device holds a passkey of yours already.")),
        note("wrong-address", tr("Passkeys work only at this server's own address. Open it "
                                 "there.")),
        note("no-answer", tr("The server did not answer. Check the connection and try again.")));
}

inline Html passkey_script(const Reader& reader)
{
    return html(reader, "<script defer src=\"", asset_address("passkey.js"), "\"></script>\n");
}

inline Html hidden_answers(const Reader& reader, const std::vector<Field>& fields)
{
    return each(fields, [&](const Field& field) {
        return when(field.kind == Field::hidden, [&] {
            return html(reader, "<input type=\"hidden\" name=\"", field.name, "\" value=\"\">");
        });
    });
}

inline Html passkey_line(const Desk& desk, const Passkey& one)
{
    const auto& reader = desk.reader();
    return html(
        reader, "<li><p><strong>", one.name, "</strong>",
        when(one.copied,
             [&] {
                 return html(reader, " <span class=\"chip\" data-is=\"conflict\">",
                             tr("opens nothing"), "</span>");
             }),
        "</p><p class=\"soft\">",
        tr("added {moment}", {{"moment", moment_of(reader, one.created_at)}}), "; ",
        one.used_at ? tr("used last {moment}", {{"moment", moment_of(reader, *one.used_at)}})
                    : tr("not used yet"),
        "</p>",
        when(one.copied,
             [&] {
                 return html(reader, "<p>",
                             tr("It has counted fewer signatures than before, so there may be a "
                                "copy of it. Remove it and add a new one."),
                             "</p>");
             }),
        "<form method=\"post\" action=\"/login/mine/passkeys/", one.id.word(), "/remove\">",
        csrf_field(desk), "<button type=\"submit\" data-kind=\"end\" aria-label=\"",
        tr("Remove it: {name}", {{"name", one.name}}), "\">", tr("Remove it"),
        "</button></form></li>\n");
}

inline Html new_passkey_form(const Desk& desk)
{
    const auto& reader = desk.reader();
    const auto fields = fields_of_new_passkey();
    return html(reader,
                "<form class=\"stack\" method=\"post\" action=\"/login/mine/passkeys\" "
                "data-passkey=\"/login/mine/passkeys/begin\">\n",
                csrf_field(desk), hidden_answers(reader, fields), refused_note(desk),
                passkey_words(reader), fields_of(desk, fields),
                "<p><button type=\"submit\" hidden data-press=\"passkey\">", tr("Add a passkey"),
                "</button></p>\n</form>\n", passkey_script(reader));
}

inline Page passkeys_page(const Desk& desk, const std::vector<Passkey>& passkeys,
                          const Allowed& may_add)
{
    const auto& reader = desk.reader();
    return door_page(
        desk, tr("Your passkeys"),
        html(reader, "<p>",
             tr("A passkey signs you in with your finger, your face or the PIN of your device. "
                "There is nothing to type and nothing that could be stolen here, and it counts as "
                "a code, too."),
             "</p>\n",
             passkeys.empty()
                 ? html(reader, "<p class=\"soft\">", tr("You have none yet."), "</p>\n")
                 : html(reader, "<ul class=\"list\">\n",
                        each(passkeys, [&](const Passkey& one) { return passkey_line(desk, one); }),
                        "</ul>\n"),
             may_add ? new_passkey_form(desk)
                     : html(reader, refused_note(desk), "<p class=\"note\">",
                            may_add.refusal().sentence, "</p>\n"),
             "<p><a href=\"/login/mine\">", tr("Your login"), "</a></p>\n"));
}

inline Html passkey_sign_in_form(const Desk& desk)
{
    const auto& reader = desk.reader();
    return html(reader,
                "<form class=\"stack\" method=\"post\" action=\"/login/passkey\" "
                "data-passkey=\"/login/passkey/begin\">\n",
                hidden_answers(reader, fields_of_passkey_sign_in()), refused_note(desk), "<p>",
                tr("Your device asks for your finger, your face or its PIN."), "</p>\n",
                passkey_words(reader), "<p><button type=\"submit\" hidden data-press=\"passkey\">",
                tr("Sign in with a passkey"), "</button></p>\n</form>\n", passkey_script(reader));
}

}  // namespace sala::web
