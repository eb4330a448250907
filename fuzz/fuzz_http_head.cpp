// SPDX-License-Identifier: Apache-2.0
//
// Any bytes sent to the server have one end and one reading, however they are cut into packets.
// The first byte of the input says how large the pieces are.

#include "fuzz/must.hpp"
#include "web/server_head.hpp"

using namespace sala::web;
using sala::fuzz::must;

static void keeps_its_promises(const Head& head)
{
    must(!head.method.empty(), "a head has a method");
    must(head.target.starts_with('/') || (head.target == "*" && head.method == "OPTIONS"),
         "the address begins with a slash");
    must(head.target.size() <= target_bytes_max + 1, "the address is short enough");
    must(head.headers.size() <= fields_max, "the fields are few enough");
    must(!head.chunked || head.length == 0, "a chunked body states no length");
    for (const auto& [name, value] : head.headers)
        must(!name.empty() &&
                 (name + value).find_first_of(std::string_view("\r\n\0", 3)) == std::string::npos,
             "no field holds a line end");
}

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size)
{
    if (size == 0)
        return 0;
    const std::size_t piece = 1 + data[0];
    const auto bytes = sala::fuzz::text_of(data + 1, size - 1);

    HeadEnd at_once;
    const auto found = at_once.look(bytes);
    HeadEnd in_pieces;
    auto found_in_pieces = HeadEnd::more;
    for (std::size_t have = piece; found_in_pieces == HeadEnd::more; have += piece) {
        found_in_pieces = in_pieces.look(bytes.substr(0, have));
        if (have >= bytes.size())
            break;
    }
    must(found == found_in_pieces, "a head is the same in one piece and in many");
    if (found != HeadEnd::whole)
        return 0;
    must(at_once.length() == in_pieces.length(), "a head ends at the same byte however it arrives");

    const auto read = read_head(bytes.substr(0, at_once.length()));
    if (const auto* head = std::get_if<Head>(&read))
        keeps_its_promises(*head);
    else
        must(std::get<HeadRefusal>(read).status >= 400, "a refusal has a status");
    return 0;
}
