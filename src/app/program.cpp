// SPDX-License-Identifier: Apache-2.0

#include "app/program.hpp"

#include "store/writer_lease.hpp"

#include <chrono>

namespace sala::app {

Instant clock_now()
{
    using namespace std::chrono;
    return Instant{duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count()};
}

Program::Program(const std::string& database) : store(store::Store::open(database))
{
    store->migrate();
    writer = store::lease_writer(*store);
    numbering = std::make_unique<Numbering>(writer);
}

Program::~Program()
{
    try {
        store::give_back_writer(*store, writer);
    } catch (const std::exception&) {
        // The lease ends by itself; a command that has done its work does not fail for it.
    }
}

}  // namespace sala::app
