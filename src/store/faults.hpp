// SPDX-License-Identifier: Apache-2.0
//
// What an engine complains about, as one of our own faults: both engines then fail alike.

#pragma once

#include "store/store.hpp"

#include <string>
#include <string_view>

namespace sala::store {

// Another copy of the program was quicker. The work can be done again from its beginning.
struct TryAgain : Fault {
    using Fault::Fault;
};

// The connection to the server is gone; another one may be had.
struct ConnectionLost : StoreFault {
    explicit ConnectionLost(const std::string& what, std::string details_ = {})
        : StoreFault(what, false, std::move(details_))
    {
    }
};

// Somebody else holds the SQLite file.
struct StoreBusy : StoreFault {
    explicit StoreBusy(const std::string& what) : StoreFault(what, false) {}
};

// The pages of a SQLite file contradict each other.
struct StoreDamaged : StoreFault {
    using StoreFault::StoreFault;
};

// A file that another program wrote.
struct NotAStore : StoreFault {
    using StoreFault::StoreFault;
};

// `code` is an extended result code, https://www.sqlite.org/rescode.html
[[noreturn]] void throw_sqlite_fault(int code, std::string_view complaint, std::string_view sql);

// `state` is one of https://www.postgresql.org/docs/15/errcodes-appendix.html
[[noreturn]] void throw_postgresql_fault(std::string_view state, std::string_view complaint,
                                         std::string_view sql);

// No connection could be made; libpq gives no code for it, only its complaint.
[[noreturn]] void throw_unreachable(const std::string& complaint);

}  // namespace sala::store
