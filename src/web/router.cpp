// SPDX-License-Identifier: Apache-2.0

#include "web/router.hpp"

#include "store/faults.hpp"
#include "web/change.hpp"
#include "web/frame.hpp"
#include "web/page_cache.hpp"
#include "web/problem.hpp"
#include "web/server_answer.hpp"
#include "web/server_log.hpp"

#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include <algorithm>
#include <atomic>

namespace sala::web {

namespace {

bool offers(const Verb& verb, Format format)
{
    return format == Format::html || format == Format::json ||
           std::find(verb.also.begin(), verb.also.end(), format) != verb.also.end();
}

bool leads_to(const Request& request, std::string_view path)
{
    return request.target.substr(0, request.target.find('?')) == path;
}

bool is_health(const Request& request) { return leads_to(request, "/health"); }

// A screen, and mostly one of many that come back at the same moment.
bool opens_stream(const Request& request)
{
    return std::string_view(request.target).substr(0, request.target.find('?')).ends_with("/live");
}

// What time it is here. A browser asks several times and believes the quickest answer; nothing is
// ever taken from its own clock.
Reply time_here(const House& house)
{
    Reply reply;
    reply.type = "application/json";
    reply.body = fmt::format("{{\"now\":{}}}\n", house.clock().milliseconds());
    return reply.with("Cache-Control", "no-store").with("X-Content-Type-Options", "nosniff");
}

// "/lyon-2030/" is typed by many and is no address of ours: one page, one address.
std::optional<Reply> without_slash(const Routes& routes, std::string path, const Request& request)
{
    const bool reads = request.method == "GET" || request.method == "HEAD";
    if (!reads || path.size() < 2 || !path.ends_with('/'))
        return std::nullopt;
    path.pop_back();
    if (!routes.find("GET", path))
        return std::nullopt;
    const auto query = request.target.find('?');
    Reply reply;
    reply.status = 308;
    return reply.with("Location",
                      query == std::string::npos ? path : path + request.target.substr(query));
}

}  // namespace

struct Router::Inside {
    Doors doors;
    std::function<void(const std::vector<std::string>&)> told;
    PageCache cache;
    std::atomic<std::uint32_t> incidents{0};
    std::atomic<std::int64_t> last_statements{0};

    Reply read(const Request& request, const Asked& asked, const Routes::Found& found);
    Reply not_found(const Request& request, const Asked& asked);
    Reply incident(const Asked& asked, const std::string& what);
    Reply store_away(const Asked& asked, const std::string& what);
    Reply answer(const Request& request);
};

Reply Router::Inside::read(const Request& request, const Asked& asked, const Routes::Found& found)
{
    Reply reply;
    doors.store.read([&](store::Session& session) {
        const auto before = session.statements();
        auto at_desk = doors.desk(request, asked, &found, session);
        if (!at_desk.may(found.verb->verb.allow)) {
            reply = not_allowed(at_desk, found.verb->verb);
            return;
        }
        auto answered = found.verb->verb.run(at_desk, Form{});
        reply = answered ? *std::move(answered) : refused(at_desk, answered.refusal());
        last_statements = session.statements() - before;
    });
    return reply;
}

Reply Router::Inside::not_found(const Request& request, const Asked& asked)
{
    const bool reads = request.method == "GET" || request.method == "HEAD";
    if (const auto methods = doors.routes.methods_of(asked.path); !methods.empty() && !reads) {
        std::string allow;
        for (const auto& method : methods)
            allow += (allow.empty() ? "" : ", ") + (method == "GET" ? "GET, HEAD" : method);
        return refusal_reply(
                   request, 405, "method-not-allowed",
                   tr("This address does not answer to {method}.", {{"method", request.method}}))
            .with("Allow", allow);
    }
    Reply reply;
    doors.store.read([&](store::Session& session) {
        auto at_desk = doors.desk(request, asked, nullptr, session);
        reply =
            refused(at_desk,
                    missing("no-such-page",
                            "There is no page at this address. The forums are on the first page."));
    });
    return reply;
}

Reply Router::Inside::incident(const Asked& asked, const std::string& what)
{
    const auto number =
        fmt::format("{:x}-{}", doors.house.clock().milliseconds() / 1000, ++incidents);
    spdlog::error("incident {}: {} at {}", number, what, loggable_target(asked.path));
    const Reader reader{asked.language, "UTC"};
    const auto sentence =
        tr("Something went wrong on our side. Nothing was changed. If it happens again, tell the "
           "secretariat this number: {number}",
           {{"number", number}});
    Reply reply;
    reply.status = 500;
    if (asked.format == Format::html) {
        const auto back = leads_here(asked.path) ? asked.path : "/";
        reply.body = bare_document(reader, tr("An incident"), sentence, back).markup();
        return reply;
    }
    return problem(reader, 500, {Refusal{Refusal::busy, {}, "incident", sentence}});
}

// Whether the last change was kept before the connection broke, nobody here can tell.
Reply Router::Inside::store_away(const Asked& asked, const std::string& what)
{
    spdlog::error("the store is away: {} at {}", what, loggable_target(asked.path));
    const Reader reader{asked.language, "UTC"};
    const auto sentence = tr("The store does not answer at the moment. Look again in a minute, and "
                             "see whether what you sent is there before you send it again.");
    Reply reply;
    if (asked.format == Format::html) {
        const auto back = leads_here(asked.path) ? asked.path : "/";
        reply.body =
            bare_document(reader, tr("The store does not answer"), sentence, back).markup();
    } else {
        reply = problem(reader, 503, {Refusal{Refusal::busy, {}, "store-away", sentence}});
    }
    reply.status = 503;
    return reply.with("Retry-After", "10");
}

Reply Router::Inside::answer(const Request& request)
{
    last_statements = 0;
    auto asked_for = asked(request);
    const auto method = request.method == "HEAD" ? std::string("GET") : request.method;
    try {
        const auto found = doors.routes.find(method, asked_for.path);
        const bool has_it =
            found && (method != "GET" || offers(found->verb->verb, asked_for.format));
        if (auto elsewhere = without_slash(doors.routes, asked_for.path, request); elsewhere)
            return *std::move(elsewhere);
        if (!found || (!has_it && asked_for.by_extension))
            return not_found(request, asked_for);
        // Whoever prefers what this page is not still gets the page.
        if (!has_it)
            asked_for.format = Format::html;
        if (method != "GET") {
            auto changed = change(doors, request, asked_for, *found);
            if (!changed.topics.empty() && told)
                told(changed.topics);
            last_statements = changed.statements;
            return std::move(changed.reply);
        }
        const auto generation = doors.store.generation();
        // Of those who came before the first was answered nobody asks the store once more.
        if (opens_stream(request) && !asked_for.has_login())
            if (auto kept = cache.find(request, asked_for.language, generation))
                return *std::move(kept);
        auto reply = read(request, asked_for, *found);
        finish(reply, found->verb->verb.allow.is_public() && !asked_for.has_login());
        if (found->verb->verb.allow.is_public() && !asked_for.has_login() &&
            (doors.store.is_sqlite() || !reply.stream.empty()))
            cache.keep(request, asked_for.language, generation, reply);
        return reply;
    } catch (const store::ConnectionLost& fault) {
        return store_away(asked_for, fault.what() + (" (" + fault.details + ")"));
    } catch (const store::StoreFault& fault) {
        return incident(asked_for, fault.what() + (" (" + fault.details + ")"));
    } catch (const std::exception& fault) {
        return incident(asked_for, fault.what());
    }
}

Router::Router(store::Store& store, House house, std::vector<NamedVerb> verbs,
               std::function<void(const std::vector<std::string>&)> told)
    : inside_(new Inside{
          {store, std::move(house), Routes(std::move(verbs))}, std::move(told), {}, {}, {}})
{
}

Router::~Router() = default;

Reply Router::answer(const Request& request)
{
    auto reply = inside_->answer(request);
    finish(reply, false);
    return reply;
}

std::optional<Reply> Router::at_once(const Request& request)
{
    if (request.method != "GET" && request.method != "HEAD")
        return std::nullopt;
    if (is_health(request)) {
        Reply reply;
        reply.type = "application/json";
        reply.body = "{\"status\":\"ok\",\"version\":\"" + inside_->doors.house.version + "\"}\n";
        return reply.with("Cache-Control", "no-store").with("X-Content-Type-Options", "nosniff");
    }
    if (leads_to(request, "/api/clock"))
        return time_here(inside_->doors.house);
    if (request.target.starts_with("/assets/"))
        return asset_reply(request);
    const auto asked_for = asked(request);
    if (asked_for.has_login())
        return std::nullopt;
    return inside_->cache.find(request, asked_for.language, inside_->doors.store.generation());
}

Asks Router::sort(const Request& request)
{
    if (opens_stream(request))
        return Asks::stream;
    return is_health(request) || asked(request).has_login() ? Asks::page : Asks::public_page;
}

std::int64_t Router::last_statements() const { return inside_->last_statements; }

const std::vector<NamedVerb>& Router::verbs() const { return inside_->doors.routes.verbs(); }

std::string Router::listing() const { return routes_listing(verbs()); }

}  // namespace sala::web
