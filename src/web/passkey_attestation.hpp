// SPDX-License-Identifier: Apache-2.0
//
// What a device says of a passkey that it has just made (W3C Web Authentication, 6.5.4), taken
// apart.

#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace sala::web {

struct Attestation {
    std::string format;
    std::string authenticator_data;  // bytes
    std::string statement;           // CBOR
    std::size_t statements = 0;      // how many pairs the statement has
};

// Whether reading these bytes as CBOR makes no more room than they take themselves. A list says how
// many items it has before they come, and whoever reads it makes room for all of them at once: nine
// bytes may ask for all the memory there is. So this is asked before anything is read, here or by
// libfido2. Nothing at all is sound.
bool is_sound_cbor(std::string_view bytes);

// Nothing when the bytes are not exactly one object of CBOR.
std::optional<Attestation> read_attestation(std::string_view bytes);

}  // namespace sala::web
