// SPDX-License-Identifier: Apache-2.0
//
// From a Reply to the bytes of its HTTP message: not modified, compressed, without body for HEAD.

#pragma once

#include "base/sentence.hpp"
#include "web/http.hpp"

#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace sala::web {

struct Answer {
    int status = 200;
    std::string head;  // ends with the empty line; small bodies are already behind it
    std::string body;
    std::shared_ptr<const std::string> shared;  // instead of `body` when set
    std::size_t body_bytes = 0;                 // for the log
    bool keep_alive = true;
    std::string stream;  // the topic, when the body is a stream of events

    std::string_view rest() const { return shared ? std::string_view(*shared) : body; }
};

struct Terms {
    bool keep_alive = true;
    bool head_only = false;  // HEAD
    bool old = false;        // HTTP/1.0 must be told that the connection stays
};

// Throws Fault when a header of the reply would break the message (a line break inside).
Answer answer_to(const Request& request, Reply reply, const Terms& terms);

// Calls `make`, which may still change the terms, and turns an exception into 500 with an incident
// number, which is logged.
Answer answer_safely(const Request& request, const Terms& terms,
                     const std::function<Reply(const Request&)>& make);

// A plain sentence, for what is refused before anything of the request is known.
Reply plain_reply(int status, std::string sentence);

// No, before any page is reached: a small page in the reader's language with a way back, or a
// problem for programs.
Reply refusal_reply(const Request& request, int status, const std::string& code,
                    const Sentence& sentence);

// RFC 9110, 13.1.2: compares weakly; `if_none_match` is a list or "*".
bool etag_matches(std::string_view if_none_match, std::string_view etag);

}  // namespace sala::web
