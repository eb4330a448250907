// SPDX-License-Identifier: Apache-2.0
//
// Any form with files is read or refused. The first line of the input is the Content-Type.

#include "fuzz/must.hpp"
#include "web/multipart.hpp"

using sala::fuzz::must;

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size)
{
    const auto input = sala::fuzz::text_of(data, size);
    const auto line_end = std::min(input.find('\n'), input.size());
    const auto body = input.substr(std::min(line_end + 1, input.size()));

    const auto parts = sala::web::read_multipart(input.substr(0, line_end), body);
    if (!parts)
        return 0;
    must(parts->size() <= 1'000, "there are at most 1,000 parts");
    const auto* at = body.data();
    for (const auto& part : *parts) {
        must(part.body.data() >= at && part.body.data() + part.body.size() <= body.end(),
             "the parts lie in the body, one behind the other");
        at = part.body.data() + part.body.size();
    }
    return 0;
}
