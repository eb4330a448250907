// SPDX-License-Identifier: Apache-2.0

#include "web/rename_login.hpp"

namespace sala::web {

void rename_login(store::Session& session, Id<Login> login, const std::string& name)
{
    session.run("UPDATE login SET name = :name WHERE id = :login AND name <> :name", name, login);
}

void insert(store::Session& session, const Rename& rename)
{
    session.run("INSERT INTO login_rename (id, login, at, earlier, name) VALUES (:id, :login, :at, "
                ":earlier, :name)",
                rename.id, rename.login, rename.at, rename.earlier, rename.name);
    rename_login(session, rename.login, rename.name);
}

std::vector<std::string> earlier_names_of(store::Session& session, Id<Login> login)
{
    std::vector<std::string> names;
    for (auto& [name] : session.select<std::string>(
             "SELECT earlier FROM login_rename WHERE login = :login AND earlier <> '' ORDER BY id",
             login))
        names.push_back(std::move(name));
    return names;
}

void forget_earlier_names(store::Session& session, Id<Login> login)
{
    session.run("UPDATE login_rename SET earlier = '', name = '' WHERE login = :login", login);
}

}  // namespace sala::web
