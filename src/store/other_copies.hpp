// SPDX-License-Identifier: Apache-2.0
//
// Copies of the program on one PostgreSQL tell one another which pages must be looked at again, so
// that whoever watches at one sees what was done at another.

#pragma once

#include "store/store.hpp"

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace sala::store {

// In a write: the others hear of these topics once it is committed, and never when it is not. On
// SQLite there is nobody to tell.
void tell_other_copies(const Store& store, Session& session,
                       const std::vector<std::string>& topics);

class OtherCopies {
public:
    // `heard` runs on a thread of its own, with what others told in the order of their commits;
    // with nothing when something may have been missed. SQLite never calls it.
    OtherCopies(const Store& store, const std::string& address,
                std::function<void(const std::vector<std::string>& topics)> heard);
    ~OtherCopies();

private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

}  // namespace sala::store
