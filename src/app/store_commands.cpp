// SPDX-License-Identifier: Apache-2.0
//
// Keeping a store safe, and letting the secretariat in.

#include "app/check_contents.hpp"
#include "app/commands.hpp"
#include "app/program.hpp"
#include "app/verbs.hpp"
#include "floor/derived_speeches.hpp"
#include "forum/search_index.hpp"
#include "registration/registration_now.hpp"
#include "store/backup_target.hpp"
#include "store/restore.hpp"
#include "store/shape.hpp"
#include "web/act.hpp"
#include "web/login_session.hpp"
#include "web/routes.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace sala::app {

int run(const SignInCommand& command)
{
    Program program(existing_store(command.database));
    std::string token;
    program.store->write([&](store::Session& session) {
        const auto login = web::secretariat_login(session, clock_now(), *program.numbering);
        token = web::make_sign_in_link(session, login, clock_now());
        return true;
    });
    fmt::print("{}/login/{}\n", command.public_url, token);
    return 0;
}

int back_up(const std::string& database, const std::string& file, bool replace)
{
    const auto store = existing_store(database);
    store::refuse_to_replace(file, replace ? store::Over::any_store : store::Over::earlier_backup);
    store->back_up(file);
    const auto misfits = store::misfits(*store::Store::open(file));
    for (const auto& misfit : misfits)
        fmt::print(stderr, "{} {}\n", misfit.what, misfit.remedy);
    if (!misfits.empty()) {
        fmt::print(stderr,
                   "The rows are in {}, but sala restore does not take it so. Mend this, then back "
                   "up again.\n",
                   file);
        return 1;
    }
    fmt::print("Everything is in {}.\n", file);
    return 0;
}

// Few enough to be read; a check of what was restored names them all.
static void say_what_differs(const std::vector<std::string>& wrong)
{
    constexpr std::size_t most = 20;
    if (wrong.empty())
        return;
    fmt::print(stderr, "What is restored is not as it was kept; sala check says the same:\n");
    for (std::size_t n = 0; n < std::min(most, wrong.size()); ++n)
        fmt::print(stderr, "  {}\n", wrong[n]);
    if (wrong.size() > most)
        fmt::print(stderr, "  And {} more.\n", wrong.size() - most);
}

int restore(const std::string& file, const std::string& database)
{
    const store::Rebuild ends[] = {
        [](store::Session& session) { web::end_every_way_in(session, clock_now()); },
        [](store::Session& session) { floor::rebuild_speeches(session); },
        [](store::Session& session) { registration::rebuild_lists(session); },
        [](store::Session& session) { forum::rebuild_all_searches(session); }};
    const store::Check readable[] = {check_readable};
    const store::Check well[] = {check_references, check_versions,   check_rows,
                                 check_acts,       web::check_chain, store::check_seals};
    const auto restored = store::restore(file, database, {ends, readable, well});
    fmt::print("{} holds what was in {}. Everybody signs in anew.\n", without_password(database),
               file);
    if (!restored.kept.empty())
        fmt::print("What was there before is in {}.\n", restored.kept);
    say_what_differs(restored.wrong);
    return 0;
}

// "HASH", as the page of acts said, or "1204:HASH", as an earlier check did.
static store::SealEnd noted_chain(const std::string& words)
{
    const auto colon = words.find(':');
    if (colon == words.npos)
        return {0, words};
    store::SealEnd noted;
    std::from_chars(words.data(), words.data() + colon, noted.number);
    noted.hash = words.substr(std::min(colon + 1, words.size()));
    return noted;
}

static bool say_chain(store::Store& store, const std::string& noted_words)
{
    store::SealEnd end;
    bool holds = true;
    store.read([&](store::Session& session) {
        end = store::seal_end(session);
        holds = noted_words.empty() || web::chain_holds(session, noted_chain(noted_words));
    });
    if (!holds)
        fmt::print(stderr, "The chain of acts is not the one that was noted as {}.\n", noted_words);
    fmt::print("{} sealed: {}:{}\n",
               end.number == 1 ? "1 change is" : fmt::format("{} changes are", end.number),
               end.number, end.hash);
    return holds;
}

int check(const std::string& database, const std::string& noted_acts)
{
    const auto store = existing_store(database);
    if (store->steps_missing() > 0) {
        fmt::print(stderr,
                   "{} is of an older version of Sala. Run serve or import to bring it up to date, "
                   "then check again.\n",
                   database);
        return 1;
    }
    const store::Check checks[] = {check_texts,
                                   check_releases,
                                   check_references,
                                   check_versions,
                                   check_rows,
                                   check_acts,
                                   web::check_chain,
                                   store::check_seals,
                                   forum::check_search,
                                   floor::check_speeches,
                                   registration::check_lists};
    const auto wrong = store::check(*store, checks);
    for (const auto& sentence : wrong)
        fmt::print(stderr, "{}\n", sentence);
    const bool well = say_chain(*store, noted_acts) && wrong.empty();
    if (well)
        fmt::print("All is well.\n");
    return well ? 0 : 1;
}

int list_routes()
{
    fmt::print("{}", web::routes_listing(all_verbs()));
    return 0;
}

}  // namespace sala::app
