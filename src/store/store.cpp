// SPDX-License-Identifier: Apache-2.0

#include "store/postgresql_store.hpp"
#include "store/sqlite_store.hpp"

namespace sala::store {

std::unique_ptr<Store> Store::open(const std::string& address)
{
    if (address.starts_with("postgresql://") || address.starts_with("postgres://"))
        return std::make_unique<PostgresqlStore>(address);
    if (address.find("://") != std::string::npos || address.empty())
        throw StoreFault("A store is a file or postgresql://user@host:port/name, not \"" +
                             address.substr(0, address.find("://")) + "\".",
                         false);
    return std::make_unique<SqliteStore>(address);
}

void Store::migrate() { migrate(embedded_under("migrations/")); }

}  // namespace sala::store
