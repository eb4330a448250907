// SPDX-License-Identifier: Apache-2.0

#include "bilateral/plan_run.hpp"

#include "base/whole_number.hpp"

#include <algorithm>

namespace sala::bilateral {

namespace {

constexpr std::array<std::string_view, 6> status_words{"waiting", "running",    "planned",
                                                       "stopped", "impossible", "overtaken"};

// A meeting among what is said of a run; its names are said in the language of who reads it.
constexpr std::string_view let_go = "let-go/";

using Number = std::int64_t;

std::vector<PlanRun> runs(store::Session& session, const std::string& where, const auto&... values)
{
    std::vector<PlanRun> all;
    for (const auto& [forum, id, how, seconds, version, at, status, layer, best, bound, proved,
                      said, told] :
         session.select<Number, Number, std::string, Number, Number, Number,
                        std::optional<std::string>, std::optional<std::string>,
                        std::optional<Number>, std::optional<Number>, std::optional<Number>,
                        std::optional<std::string>, std::optional<Number>>(
             "SELECT r.forum, r.id, r.how, r.seconds, r.version, r.at, s.status, s.layer, s.best, "
             "s.bound, s.proved, s.said, s.at FROM plan_run r LEFT JOIN plan_run_status s ON "
             "s.forum = r.forum AND s.run = r.id " +
                 where,
             values...)) {
        PlanRun run{forum,
                    id,
                    *planned_named(how),
                    static_cast<int>(seconds),
                    static_cast<int>(version),
                    Instant{at}};
        const auto found =
            std::find(status_words.begin(), status_words.end(), status.value_or("waiting"));
        run.status = static_cast<RunStatus>(found - status_words.begin());
        run.layer = layer.value_or("");
        run.best = static_cast<int>(best.value_or(0));
        run.bound = static_cast<int>(bound.value_or(0));
        run.proved = proved.value_or(0) != 0;
        if (const auto list = Json::read(said.value_or("[]"))) {
            for (const auto& one : list->items())
                if (const auto words = one.string(); !words.starts_with(let_go))
                    run.said.push_back(words);
                else
                    run.let_go.emplace_back(
                        whole_number(std::string_view(words).substr(let_go.size())).value_or(0));
        }
        run.told = Instant{told.value_or(0)};
        all.push_back(std::move(run));
    }
    return all;
}

}  // namespace

std::string_view word(RunStatus status) { return status_words[static_cast<std::size_t>(status)]; }

std::optional<PlanRun> newest_run(store::Session& session, std::int64_t forum)
{
    auto newest = runs(session, "WHERE r.forum = :forum ORDER BY r.id DESC LIMIT 1", forum);
    if (newest.empty())
        return std::nullopt;
    return std::move(newest.front());
}

void insert(store::Session& session, const PlanRun& run, Id<web::Login> by)
{
    session.run("INSERT INTO plan_run (forum, id, how, seconds, version, by_login, at) VALUES "
                "(:forum, :id, :how, :seconds, :version, :by, :at)",
                run.forum, run.id, word(run.how), run.seconds, run.version, by, run.at);
}

void stop_run(store::Session& session, const PlanRun& run, Id<web::Login> by, Instant at)
{
    session.run("INSERT INTO plan_run_stop (forum, run, by_login, at) VALUES (:forum, :run, :by, "
                ":at) ON CONFLICT (forum, run) DO NOTHING",
                run.forum, run.id, by, at);
}

void keep_status(store::Session& session, const PlanRun& run, Instant now)
{
    auto said = Json::array();
    for (const auto& one : run.said)
        said.push(one);
    for (const auto meeting : run.let_go)
        said.push(std::string(let_go) + meeting.word());
    session.run(
        "INSERT INTO plan_run_status (forum, run, status, layer, best, bound, proved, said, "
        "at) VALUES (:forum, :run, :status, :layer, :best, :bound, :proved, :said, :at) ON "
        "CONFLICT (forum, run) DO UPDATE SET status = excluded.status, layer = "
        "excluded.layer, best = excluded.best, bound = excluded.bound, proved = "
        "excluded.proved, said = excluded.said, at = excluded.at",
        run.forum, run.id, word(run.status), run.layer, run.best, run.bound, run.proved,
        said.write(), now);
}

std::optional<PlanRun> waiting_run(store::Session& session)
{
    auto waiting = runs(session, "WHERE s.run IS NULL ORDER BY r.id LIMIT 1");
    if (waiting.empty())
        return std::nullopt;
    return std::move(waiting.front());
}

bool was_stopped(store::Session& session, const PlanRun& run)
{
    return session
        .find<Number>("SELECT 1 FROM plan_run_stop WHERE forum = :forum AND run = :run", run.forum,
                      run.id)
        .has_value();
}

}  // namespace sala::bilateral
