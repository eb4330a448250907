// SPDX-License-Identifier: Apache-2.0

#include "store/prepared_backup.hpp"

#include "store/checks.hpp"
#include "store/faults.hpp"
#include "store/shape.hpp"
#include "store/sqlite_connection.hpp"
#include "store/sqlite_store.hpp"

#include <algorithm>
#include <filesystem>

#include <fmt/format.h>

namespace sala::store {

namespace {

std::string is_damaged(const std::string& file)
{
    return "The backup " + file + " is damaged; nothing was replaced.";
}

void refuse_unless_whole(Connection& backup, const std::string& file)
{
    const auto finding = backup.find<std::string>("PRAGMA integrity_check");
    if (!finding || std::get<0>(*finding) != "ok")
        throw StoreFault(is_damaged(file), false);
    if (backup.find<std::string>("SELECT \"table\" FROM pragma_foreign_key_check"))
        throw StoreFault("The backup " + file +
                             " holds rows that refer to nothing; nothing was replaced.",
                         false);
}

// The number of the last step says how a store must look, but anybody can write a number; and a
// trigger or a view of somebody else's would run unseen at every later change.
void refuse_other_shapes(Connection& backup, const std::string& file, std::span<const Step> steps)
{
    std::vector<std::string> found;
    for (const auto& misfit : misfits_of(backup, steps))
        found.push_back(misfit.what);
    if (!found.empty())
        throw StoreFault("The backup " + file + " is not as Sala makes one; nothing was replaced." +
                             first_sentences(found),
                         false);
}

void prepare_copy(const std::string& file, const std::string& place, std::span<const Step> steps)
{
    copy_whole(file, place);
    SqliteConnection backup(place, SqliteConnection::Mode::writing);
    const auto behind = steps_behind(backup, steps);
    if (behind == 0)
        throw StoreFault("The backup " + file + " holds nothing.", false);
    refuse_unless_whole(backup, file);
    refuse_other_shapes(backup, file, steps.first(behind));
    do_steps(backup, steps, behind);
}

// What cannot be read would fail for everybody who opens it. What was changed past Sala is told,
// and restored: there may be no other backup.
std::vector<std::string> looked_through(const std::string& file, const std::string& place,
                                        const Restoring& how)
{
    SqliteConnection backup(place, SqliteConnection::Mode::reading);
    backup.begin_reading();
    std::vector<std::string> unreadable;
    look(backup, how.readable, unreadable);
    if (!unreadable.empty())
        throw StoreFault("The backup " + file + " cannot be read in " +
                             (unreadable.size() == 1
                                  ? "one place"
                                  : fmt::format("{} places", unreadable.size())) +
                             "; nothing was replaced." + first_sentences(unreadable),
                         false);
    std::vector<std::string> wrong;
    look(backup, how.well, wrong);
    return wrong;
}

}  // namespace

std::string first_sentences(const std::vector<std::string>& sentences)
{
    constexpr std::size_t most = 5;
    std::string words;
    for (std::size_t n = 0; n < std::min(most, sentences.size()); ++n)
        words += " " + sentences[n];
    if (sentences.size() > most)
        words += fmt::format(" And {} more.", sentences.size() - most);
    return words;
}

std::vector<std::string> prepare(const std::string& file, const std::string& place,
                                 const Restoring& how, std::span<const Step> steps)
{
    if (!std::filesystem::is_regular_file(file))
        throw StoreFault("There is no backup " + file + ".", false);
    try {
        prepare_copy(file, place, steps);
        return looked_through(file, place, how);
    } catch (const StoreDamaged& fault) {
        throw StoreFault(is_damaged(file), false, fault.details);
    } catch (const NotAStore& fault) {
        throw StoreFault("The backup " + file + " is not a store of Sala; nothing was replaced.",
                         false, fault.details);
    }
}

}  // namespace sala::store
