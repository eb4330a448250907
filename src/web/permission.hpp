// SPDX-License-Identifier: Apache-2.0
//
// Who may do what: a permission names the roles that hold it. `anyone` is the public.
//
// A role may be limited to one thing, such as one delegation. A limited role opens only what says
// that it looks at such limits: whoever writes a verb and thinks of none lets nobody in by mistake.

#pragma once

#include "base/id.hpp"

#include <algorithm>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace sala::web {

struct Login;  // a person's way in: a row of login

// What a role is limited to, by number: {"delegation": 12}. The words are those of the module that
// gave the role.
using Limits = std::map<std::string, std::int64_t, std::less<>>;

// A role that somebody holds where an address leads.
struct Held {
    std::string role;
    Limits limits = {};  // none: everything there

    bool operator==(const Held&) const = default;
};

// Who asks. Nobody is signed in when `login` is empty.
struct Visitor {
    Id<Login> login;
    std::string name;
    std::vector<Held> roles;
    std::string csrf;         // goes into every form of a signed-in visitor
    bool by_token = false;    // a program; it fills in no forms that another site could forge
    bool reads_only = false;  // its token allows no changes
    bool lacks_code = false;  // a role sleeps until this login signs in with a code as well

    bool signed_in() const { return static_cast<bool>(login); }
};

// Has no default: a verb without a permission does not compile.
class Permission {
public:
    // `looks_at`: the limits that every verb with this permission heeds itself.
    Permission(std::string name, std::vector<std::string> roles,
               std::vector<std::string> looks_at = {})
        : name_(std::move(name)),
          roles_(std::move(roles)),
          looks_at_(std::move(looks_at))
    {
    }

    const std::string& name() const { return name_; }
    bool is_public() const { return roles_.empty(); }
    // The door: whether the visitor has a role of it at all.
    bool held_by(const Visitor& visitor) const
    {
        return is_public() ||
               std::any_of(visitor.roles.begin(), visitor.roles.end(), [this](const Held& held) {
                   return is_one_of(held.role, roles_) &&
                          std::all_of(held.limits.begin(), held.limits.end(), [this](auto& limit) {
                              return is_one_of(limit.first, looks_at_);
                          });
               });
    }
    // The thing behind it: whether one of those roles reaches what is described by `thing`.
    bool reaches(const Visitor& visitor, const Limits& thing) const
    {
        return is_public() ||
               std::any_of(visitor.roles.begin(), visitor.roles.end(), [&](const Held& held) {
                   return is_one_of(held.role, roles_) &&
                          std::all_of(held.limits.begin(), held.limits.end(), [&](auto& limit) {
                              const auto found = thing.find(limit.first);
                              return found != thing.end() && found->second == limit.second;
                          });
               });
    }

private:
    static bool is_one_of(const std::string& word, const std::vector<std::string>& words)
    {
        return std::find(words.begin(), words.end(), word) != words.end();
    }

    std::string name_;
    std::vector<std::string> roles_;  // any of them; none: the public
    std::vector<std::string> looks_at_;
};

inline const Permission anyone{"anyone", {}};
// Whoever has signed in, in a browser, with whatever role or none: what concerns their own login.
inline const Permission signed_in{"signed-in", {"signed-in"}};
inline const Permission secretariat{"secretariat", {"secretariat"}};

}  // namespace sala::web
