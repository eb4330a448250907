// SPDX-License-Identifier: Apache-2.0

#include "store/postgresql_store.hpp"
#include "store/sqlite_store.hpp"

#include <filesystem>

namespace sala::store {

namespace {

bool is_on_a_server(const std::string& address) { return address.find("://") != std::string::npos; }

}  // namespace

std::unique_ptr<Store> Store::open(const std::string& address)
{
    if (address.starts_with("postgresql://") || address.starts_with("postgres://"))
        return std::make_unique<PostgresqlStore>(address);
    if (is_on_a_server(address) || address.empty())
        throw StoreFault("A store is a file or postgresql://user@host:port/name, not \"" +
                             address.substr(0, address.find("://")) + "\".",
                         false);
    return std::make_unique<SqliteStore>(address);
}

std::unique_ptr<Store> Store::find(const std::string& address)
{
    if (!address.empty() && !is_on_a_server(address) && !std::filesystem::exists(address))
        return nullptr;
    auto store = open(address);
    return store->steps_missing() == embedded_under("migrations/").size() ? nullptr
                                                                          : std::move(store);
}

std::size_t Store::steps_missing() { return steps_missing(embedded_under("migrations/")); }

void Store::migrate() { migrate(embedded_under("migrations/")); }

}  // namespace sala::store
