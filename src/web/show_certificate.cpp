// SPDX-License-Identifier: Apache-2.0
//
// Whoever stands at a door installs the venue's certificate on their telephone: how, step by step,
// with a code to come here and the fingerprint to compare.

#include "document/qr_code.hpp"
#include "web/frame.hpp"
#include "web/sign_in_page.view.hpp"
#include "web/venue_certificate.hpp"
#include "web/verb.hpp"
#include "web/way_in.hpp"

namespace sala::web {

static Result<Reply> show(Desk& desk);

Verb show_certificate()
{
    return {.path = "GET /about/certificate", .allow = anyone, .run = simply(show)};
}

static Html how_to_install(const Desk& desk, const std::string& pem)
{
    const auto& reader = desk.reader();
    const auto address = desk.absolute("/about/certificate");
    return html(
        reader, "<p><a class=\"button\" href=\"/about/certificate/authority\">",
        tr("Download the certificate"), "</a></p>\n<p>",
        tr("Compare this with what the secretariat has on paper, and install nothing when it "
           "differs:"),
        "</p>\n<p><code>", fingerprint_of(pem),
        "</code></p>\n<h2>iPhone, iPad</h2>\n<ol "
        "class=\"points\"><li>",
        tr("Open this page in Safari and download the certificate. Allow it."), "</li><li>",
        tr("Settings → General → VPN & Device Management: install the profile."), "</li><li>",
        tr("Settings → General → About → Certificate Trust Settings: switch it on."),
        "</li></ol>\n<h2>Android</h2>\n<ol class=\"points\"><li>", tr("Download the certificate."),
        "</li><li>",
        tr("Settings → Security → More → Install from storage → CA certificate: choose the file."),
        "</li></ol>\n<p>",
        tr("It vouches for this server alone and ends by itself. Take it off the telephone after "
           "the forum."),
        "</p>\n", when(address.starts_with("https://"), [&] {
            return html(reader, "<p>",
                        Html::trusted(document::qr_svg(document::qr_code(address),
                                                       reader.say(tr("QR code of this page")))),
                        "</p>\n");
        }));
}

// Over plain http on a network no browser trusts anything.
static Html nothing_to_install(const Desk& desk)
{
    const bool encrypted = static_cast<bool>(may_sign_in_here(desk));
    if (!encrypted && desk.house().public_url.starts_with("https://"))
        return signing_in_is_off(desk);
    return html(
        desk.reader(), "<div class=\"empty\"><h2>", tr("There is nothing to install"), "</h2><p>",
        encrypted
            ? tr("This server has no certificate of its own. Browsers trust it as it is, or it is "
                 "used on this machine alone.")
            : tr("This server has no certificate of its own, and this connection is not encrypted: "
                 "nobody can sign in here, and telephones give no camera. Whoever looks after the "
                 "server makes a certificate for this network with the command “sala "
                 "certificate”."),
        "</p></div>\n");
}

Result<Reply> show(Desk& desk)
{
    const auto& reader = desk.reader();
    const auto pem = venue_authority(desk.session());
    if (desk.wants(Format::json))
        return desk.show(
            Json::object({{"fingerprint", pem ? Json(fingerprint_of(*pem)) : Json()}}));
    return desk.show(
        {.title = reader.say(tr("The certificate of this venue")),
         .body = html(reader, "<div class=\"stack\">\n<h1>", tr("The certificate of this venue"),
                      "</h1>\n", pem ? how_to_install(desk, *pem) : nothing_to_install(desk),
                      "</div>\n")});
}

}  // namespace sala::web
