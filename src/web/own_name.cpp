// SPDX-License-Identifier: Apache-2.0

#include "web/own_name.hpp"

#include "web/login_name.hpp"

namespace sala::web {

Allowed may_be_called(const std::string& name)
{
    if (name == name_of_first_login)
        return invalid("name", "name-of-the-office",
                       "This is what the office is called. Write your own name.");
    return allowed();
}

}  // namespace sala::web
