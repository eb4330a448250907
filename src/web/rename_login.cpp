// SPDX-License-Identifier: Apache-2.0

#include "web/rename_login.hpp"

namespace sala::web {

void rename_login(store::Session& session, Id<Login> login, const std::string& name)
{
    session.run("UPDATE login SET name = :name WHERE id = :login AND name <> :name", name, login);
}

}  // namespace sala::web
