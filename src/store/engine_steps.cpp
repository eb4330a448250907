// SPDX-License-Identifier: Apache-2.0
//
// Which steps a store has behind it, those it lacks, and whether it looks as they made it.

#include "store/engine_store.hpp"
#include "store/seal.hpp"

namespace sala::store {

std::vector<Step> EngineStore::steps_of_this_program() const
{
    return steps_of(steps_.data() ? steps_ : embedded_under("migrations/"));
}

std::size_t EngineStore::steps_missing(std::span<const Embedded> files)
{
    const auto steps = steps_of(files);
    const WriteTurn::Held turn(turn_);  // for the connection; nothing is written
    return steps.size() - steps_behind(writer(), steps);
}

void EngineStore::migrate(std::span<const Embedded> files)
{
    const auto steps = steps_of(files);
    const WriteTurn::Held turn(turn_);
    auto& connection = writer();
    const auto behind = steps_behind(connection, steps);
    steps_ = files;
    if (behind > 0 && behind < steps.size())
        before_steps(connection, steps[behind]);
    prepare_to_write(connection);
    is_prepared_to_write_ = true;
    if (behind == steps.size() && !is_to_be_sealed(connection))
        return;
    do_steps(connection, steps, behind);
    const std::lock_guard lock(readers_mutex_);
    idle_readers_.clear();  // they have prepared statements for the old tables
    ++generation_;
}

std::vector<Misfit> EngineStore::misfits()
{
    const auto steps = steps_of_this_program();
    std::vector<Misfit> found;
    read([&](Session& session) {
        auto& connection = dynamic_cast<Connection&>(session);
        const auto behind = steps_behind(connection, steps);
        if (behind > 0)
            found = misfits_of(connection, std::span(steps).first(behind));
    });
    return found;
}

// What Store::open answers is one of the two engines.
std::vector<Misfit> misfits(Store& store)
{
    auto* engine = dynamic_cast<EngineStore*>(&store);
    return engine ? engine->misfits() : std::vector<Misfit>{};
}

}  // namespace sala::store
