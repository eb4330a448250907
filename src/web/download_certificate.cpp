// SPDX-License-Identifier: Apache-2.0
//
// The certificate of the venue's authority, for telephones to install.

#include "web/venue_certificate.hpp"
#include "web/verb.hpp"

namespace sala::web {

static Result<Reply> download(Desk& desk);

Verb download_certificate()
{
    return {.path = "GET /about/certificate/authority", .allow = anyone, .run = simply(download)};
}

Result<Reply> download(Desk& desk)
{
    const auto pem = venue_authority(desk.session());
    if (!pem)
        return missing("no-venue-certificate", "This server has no certificate of its own.");
    return desk.download("application/x-x509-ca-cert", "sala-venue.crt", *pem);
}

}  // namespace sala::web
