// SPDX-License-Identifier: Apache-2.0
//
// A store of its own for every test, migrated, on the engine that SALA_TEST_ENGINE names.
//
// SQLite (or nothing named): a copy of a file made once. PostgreSQL: a database copied from a
// template on the server of SALA_TEST_POSTGRESQL; bin/postgresql-for-tests starts one. When
// PostgreSQL is wanted and no server is named, the test program says so and ends well.

#pragma once

#include "store/store.hpp"

#include <memory>
#include <string>

namespace sala {

bool tests_run_on_postgresql();

// An empty place for a store, a file or an address; whatever is there goes with the object.
class FreshPlace {
public:
    FreshPlace();  // with nothing in it, not even tables
    ~FreshPlace();
    FreshPlace(const FreshPlace&) = delete;
    FreshPlace& operator=(const FreshPlace&) = delete;

    const std::string& address() const { return address_; }

private:
    friend std::unique_ptr<store::Store> fresh_store();
    struct Migrated {};
    explicit FreshPlace(Migrated);

    std::string name_;
    std::string address_;
    bool is_copy_ = false;  // of the migrated one; the next test gets it swept
};

// A folder for files of this test program, removed when it ends.
const std::string& test_folder();

// A migrated store that nobody else sees, removed with the last of it.
std::unique_ptr<store::Store> fresh_store();

}  // namespace sala
