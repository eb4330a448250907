// SPDX-License-Identifier: Apache-2.0

#include "web/own_name.hpp"

#include "script/look.hpp"
#include "web/login_name.hpp"
#include "web/reader.hpp"

#include <algorithm>

namespace sala::web {

namespace {

// What the office is called, in every language, as it looks.
const std::vector<std::string>& looks_of_the_office()
{
    static const auto looks = [] {
        std::vector<std::string> all;
        for (const auto& language : interface_languages())
            all.push_back(script::look_of(said_login(Reader{language}, name_of_first_login)));
        return all;
    }();
    return looks;
}

}  // namespace

bool looks_like_the_office(const std::string& name)
{
    const auto& looks = looks_of_the_office();
    return std::find(looks.begin(), looks.end(), script::look_of(name)) != looks.end();
}

Allowed may_be_called(const std::string& name)
{
    if (script::holds_unseen_signs(name))
        return invalid("name", "name-with-unseen-signs",
                       "There is a sign in this name that nobody can see. Type the name anew.");
    const auto look = script::look_of(name);
    const auto& looks = looks_of_the_office();
    if (std::any_of(looks.begin(), looks.end(), [&](const std::string& office) {
            return look.find(office) != std::string::npos;
        }))
        return invalid("name", "name-of-the-office",
                       "This is what the office is called. Write your own name.");
    return allowed();
}

}  // namespace sala::web
