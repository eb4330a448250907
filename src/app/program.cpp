// SPDX-License-Identifier: Apache-2.0

#include "app/program.hpp"

#include "floor/derived_speeches.hpp"
#include "forum/search_index.hpp"
#include "programme/forum_template.hpp"
#include "registration/registration_now.hpp"
#include "store/shape.hpp"
#include "store/writer_lease.hpp"

#include <chrono>
#include <filesystem>
#include <functional>

#include <spdlog/spdlog.h>

namespace sala::app {

namespace {

void complete(store::Store& store, bool (*is_lacking)(store::Session&),
              const std::function<void(store::Session&)>& completed)
{
    bool lacking = false;
    store.read([&](store::Session& session) { lacking = is_lacking(session); });
    if (lacking)
        store.write([&](store::Session& session) {
            completed(session);
            return true;
        });
}

// A store of an older version has lists that were not kept then, or were worked out otherwise.
void complete_derived(store::Store& store)
{
    complete(store, registration::lists_lack_somebody, registration::complete_lists);
    complete(store, floor::speeches_are_lacking,
             [](store::Session& session) { floor::rebuild_speeches(session); });
}

// With a trigger of somebody else's, or without a table, what people do would be lost unseen. What
// only shows something is said, and stays.
void refuse_misfits(store::Store& store)
{
    for (const auto& misfit : store::misfits(store)) {
        if (misfit.acts)
            throw store::StoreFault(misfit.what + " " + misfit.remedy, false);
        spdlog::warn("{} {}", misfit.what, misfit.remedy);
    }
}

}  // namespace

std::string without_password(const std::string& database)
{
    const auto user = database.find("://");
    const auto host = database.rfind('@');
    if (user == std::string::npos || host == std::string::npos)
        return database;
    const auto password = database.find(':', user + 3);
    return password < host ? database.substr(0, password) + database.substr(host) : database;
}

Instant clock_now()
{
    using namespace std::chrono;
    return Instant{duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count()};
}

std::unique_ptr<store::Store> existing_store(const std::string& database)
{
    if (auto store = store::Store::find(database))
        return store;
    std::error_code none;
    const auto nothing = std::filesystem::exists(database, none)
                             ? database + " holds nothing yet."
                             : "There is no store " + without_password(database) + ".";
    throw store::StoreFault(nothing +
                                " Name another with --database, or begin one with sala import "
                                "or sala serve.",
                            false);
}

Program::Program(const std::string& database) : Program(store::Store::open(database)) {}

Program::Program(std::unique_ptr<store::Store> opened) : store(std::move(opened))
{
    const bool is_older = store->steps_missing() > 0;
    refuse_misfits(*store);
    store->migrate();
    if (is_older)  // pages may be named in other words than by the program of before
        store->write([](store::Session& session) {
            forum::rebuild_all_searches(session);
            return true;
        });
    complete_derived(*store);
    writer = store::lease_writer(*store);
    numbering = std::make_unique<Numbering>(writer);
    complete(*store, programme::sittings_lack_clocks, [this](store::Session& session) {
        programme::complete_clocks(session, clock_now(), *numbering);
    });
}

Program::~Program()
{
    try {
        store::give_back_writer(*store, writer);
    } catch (const std::exception& fault) {
        // The lease ends by itself; a command that has done its work does not fail for it.
        spdlog::debug("the number among the writers was not given back: {}", fault.what());
    }
}

}  // namespace sala::app
