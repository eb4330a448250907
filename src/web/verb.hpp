// SPDX-License-Identifier: Apache-2.0
//
// A verb: everything that happens when someone does one thing. Its address, who may, what is asked,
// and the function that does it. It has no header, so only the router can call it.

#pragma once

#include "web/desk.hpp"

#include <any>
#include <functional>
#include <type_traits>

namespace sala::web {

using Run = std::function<Result<Reply>(Desk&, const Form&)>;
// A short look into the store, for work that is done before the write turn.
using Look = std::function<void(const std::function<void(store::Session&)>&)>;
struct BeforeTurn {
    const Request& request;
    const House& house;
    const Form& form;
    const Look& look;
};
// Work that takes long, such as reading a workbook or hashing a password: done before the write
// turn, with the store closed while it lasts. What it answers is desk.prepared<What>() in the verb;
// a Refusal is the answer to whoever asked, and no turn is taken for it.
using Prepare = std::function<std::any(const BeforeTurn&)>;

// A word behind the question mark of an address.
struct Query {
    std::string name;
    std::string meaning;                  // one English sentence, for the API's description
    std::vector<std::string> words = {};  // what it may be; anything when empty
    bool required = false;
};

struct Verb {
    std::string path;  // "POST /{forum}/releases"
    Permission allow;
    std::vector<Field> form = {};
    std::vector<Query> query = {};
    Run run;
    std::vector<Format> also = {};  // representations besides HTML and JSON
    bool any_fields = false;        // the fields depend on data, and run() checks them
    Prepare prepare = {};
    std::string summary = {};  // for the API's description; the verb's name when empty
};

struct NamedVerb {
    std::string name;  // "decline_meeting"
    std::string file;  // "src/bilateral/decline_meeting.cpp"
    Verb verb;
};

template <class Thing>
struct Of {};  // names the thing to load: load(Desk&, Of<Meeting>) of meeting_store.hpp

// Loads a Thing within the caller's scope, or answers that it is missing, before `work` runs.
template <class Thing, class Work>
Run on(Work work)
{
    return [work](Desk& desk, const Form& form) -> Result<Reply> {
        const auto thing = load(desk, Of<Thing>{});
        if (!thing)
            return thing.refusal();
        if constexpr (std::is_invocable_v<Work, Desk&, const Thing&, const Form&>)
            return work(desk, *thing, form);
        else
            return work(desk, *thing);
    };
}

// For what needs nothing loaded.
template <class Work>
Run simply(Work work)
{
    return [work](Desk& desk, const Form& form) -> Result<Reply> {
        if constexpr (std::is_invocable_v<Work, Desk&, const Form&>)
            return work(desk, form);
        else
            return work(desk);
    };
}

}  // namespace sala::web
