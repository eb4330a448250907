// SPDX-License-Identifier: Apache-2.0
//
// Who may do what: a permission names the roles that hold it. `anyone` is the public.

#pragma once

#include "base/id.hpp"

#include <set>
#include <string>
#include <vector>

namespace sala::web {

struct Login;  // a person's way in: a row of login

// Who asks. Nobody is signed in when `login` is empty.
struct Visitor {
    Id<Login> login;
    std::string name;
    std::set<std::string, std::less<>> roles;
    std::string csrf;  // goes into every form of a signed-in visitor

    bool signed_in() const { return static_cast<bool>(login); }
};

// Has no default: a verb without a permission does not compile.
class Permission {
public:
    Permission(std::string name, std::vector<std::string> roles)
        : name_(std::move(name)),
          roles_(std::move(roles))
    {
    }

    const std::string& name() const { return name_; }
    bool is_public() const { return roles_.empty(); }
    bool held_by(const Visitor& visitor) const
    {
        if (is_public())
            return true;
        for (const auto& role : roles_)
            if (visitor.roles.count(role) > 0)
                return true;
        return false;
    }

private:
    std::string name_;
    std::vector<std::string> roles_;  // any of them; none: the public
};

inline const Permission anyone{"anyone", {}};
inline const Permission secretariat{"secretariat", {"secretariat"}};

}  // namespace sala::web
