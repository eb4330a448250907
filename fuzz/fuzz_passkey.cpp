// SPDX-License-Identifier: Apache-2.0
//
// What a device says of a passkey is read or refused. The first line of the input is what the
// browser says of it (JSON), the rest is the attestation object, or authenticator data.

#include "fuzz/must.hpp"
#include "web/passkey_attestation.hpp"
#include "web/passkey_proof.hpp"

#include <algorithm>

using sala::fuzz::must;

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size)
{
    const auto input = sala::fuzz::text_of(data, size);
    const auto line_end = std::min(input.find('\n'), input.size());
    const auto client = input.substr(0, line_end);
    const auto bytes = input.substr(std::min(line_end + 1, input.size()));
    const auto place = *sala::web::passkey_place("https://forum.example.org");

    if (const auto read = sala::web::read_attestation(bytes))
        must(read->authenticator_data.size() <= bytes.size(), "what is read was there");
    if (const auto made = sala::web::made_passkey(place, client, bytes))
        must(!made->credential.empty() && !made->key.empty(), "a passkey has a name and a key");
    const auto counter = sala::web::signed_by_passkey(
        place, {std::string(client), std::string(bytes)}, bytes, -7, std::string(64, '\1'));
    must(!counter, "nothing was signed with a key that is no point of the curve");
    return 0;
}
