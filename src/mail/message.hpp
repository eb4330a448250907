// SPDX-License-Identifier: Apache-2.0
//
// From a letter to the bytes of an e-mail: RFC 5322, MIME, UTF-8 in subject and text.

#pragma once

#include "base/instant.hpp"
#include "mail/letter.hpp"

#include <string>
#include <string_view>

namespace sala::mail {

struct Sender {
    std::string address;
    std::string name;  // may be empty

    bool operator==(const Sender&) const = default;
};

// The whole message with CRLF line ends. The Message-ID depends on `id` only, so a letter that was
// sent twice by accident is seen to be one. `unsubscribe`: an address of ours, or empty. Throws
// Fault when the letter cannot be sent.
std::string message_of(const Letter& letter, Id<Letter> id, Instant at, const Sender& from,
                       std::string_view unsubscribe = {});

// RFC 2047: printable ASCII as it is, everything else in base64 words of at most 75 characters.
std::string encoded_words(std::string_view text);

// RFC 2045, 6.7 and 6.8. Lines of at most 76 characters; quoted_printable turns \n into CRLF.
std::string quoted_printable(std::string_view text);
std::string base64_lines(std::string_view bytes);

}  // namespace sala::mail
