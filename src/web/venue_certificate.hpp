// SPDX-License-Identifier: Apache-2.0
//
// A certificate for a venue without a public name: telephones give the camera and go on without
// network only over TLS that they trust. An authority is made for this one server, signs one
// certificate and is thrown away; only what proves it stays.

#pragma once

#include "base/instant.hpp"
#include "base/result.hpp"
#include "store/session.hpp"

#include <optional>
#include <string>
#include <vector>

namespace sala::web {

struct VenueCertificate {
    std::string authority;  // PEM; what telephones install
    std::string chain;      // PEM; the server's own, then the authority's
    std::string key;        // PEM; the server's
};

// For names such as sala.venue.example and addresses such as 192.168.1.10, and for nothing else:
// the authority can vouch for no other server. Refuses: no-hosts; not-a-host; too-many-days (397).
Result<VenueCertificate> make_venue_certificate(const std::vector<std::string>& hosts, int days,
                                                Instant now);

// The authority that this server shows for installing; the newest that was made.
void keep_venue_authority(store::Session& session, const std::string& pem, std::int64_t id,
                          Instant now);
std::optional<std::string> venue_authority(store::Session& session);
// Its fingerprint, SHA-256 in pairs, to be compared by eye; empty when it is no certificate.
std::string fingerprint_of(const std::string& pem);

}  // namespace sala::web
