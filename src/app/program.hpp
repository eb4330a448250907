// SPDX-License-Identifier: Apache-2.0
//
// What every command needs: the store, opened and migrated, the clock, and numbers for new things.

#pragma once

#include "base/id.hpp"
#include "base/instant.hpp"
#include "store/store.hpp"

#include <memory>
#include <string>

namespace sala::app {

Instant clock_now();

// The name of a store as it may be shown: postgresql://user:password@host/name has no password.
std::string without_password(const std::string& database);

struct Program {
    std::unique_ptr<store::Store> store;
    int writer = 0;
    std::unique_ptr<Numbering> numbering;

    // Migrates, and makes what is not there yet. Throws StoreFault.
    explicit Program(const std::string& database);
    explicit Program(std::unique_ptr<store::Store> opened);
    ~Program();
    Program(const Program&) = delete;
    Program& operator=(const Program&) = delete;
};

// The store that is there. A mistyped name is a StoreFault with a sentence, and makes nothing.
std::unique_ptr<store::Store> existing_store(const std::string& database);

}  // namespace sala::app
