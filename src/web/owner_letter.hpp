// SPDX-License-Identifier: Apache-2.0
//
// A letter to somebody about their own login: it leaves by itself, so every word in it is the
// program's. It greets nobody by name, because a name is words of whoever typed it.

#pragma once

#include "web/desk.hpp"

namespace sala::web {

struct OwnerNews {
    Sentence subject;
    std::vector<Sentence> lines;
    std::string reason;  // the letter's; those of owner_letters() are soon forgotten
};

// The words of such a letter for this reader; `lines` stand beneath the greeting.
std::string owner_words(const Reader& reader, const std::vector<Sentence>& lines);

// To the address of the login, in the language in which it was used last; nothing where no letter
// can reach them.
void tell_owner(Desk& desk, Id<Login> login, const OwnerNews& news);

// The reasons of all letters about a login.
const std::vector<std::string>& owner_letters();

}  // namespace sala::web
