// SPDX-License-Identifier: Apache-2.0

#include "web/router.hpp"

#include "script/normal.hpp"
#include "web/assets.hpp"
#include "web/frame.hpp"
#include "web/login_store.hpp"
#include "web/page_cache.hpp"
#include "web/problem.hpp"
#include "web/routes.hpp"
#include "web/session_cookie.hpp"

#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include <algorithm>
#include <atomic>

namespace sala::web {

namespace {

// What a request asks for, before anything of the store is known.
struct Asked {
    std::string path;  // without extension
    std::vector<std::pair<std::string, std::string>> query;
    Format format = Format::html;
    bool by_extension = false;
    Language language = Language::english();
    std::string session_token;
};

std::optional<Format> format_of_extension(std::string_view path)
{
    const auto dot = path.rfind('.');
    if (dot == std::string_view::npos || path.find('/', dot) != std::string_view::npos)
        return std::nullopt;
    for (const auto& name : format_names())
        if (path.substr(dot + 1) == name.extension)
            return name.format;
    return std::nullopt;
}

Format format_of_accept(std::string_view accept)
{
    if (accept.empty() || accept.find("text/html") != std::string_view::npos)
        return Format::html;
    for (const auto& name : format_names()) {
        const auto plain = name.media_type.substr(0, name.media_type.find(';'));
        if (accept.find(plain) != std::string_view::npos)
            return name.format;
    }
    return accept.find("application/problem+json") != std::string_view::npos ? Format::json : Format::html;
}

Asked asked(const Request& request)
{
    Asked asked;
    const std::string_view target = request.target;
    const auto mark = target.find('?');
    asked.path = std::string(target.substr(0, mark));
    if (mark != std::string_view::npos)
        asked.query = read_pairs(target.substr(mark + 1));
    if (const auto format = format_of_extension(asked.path); format && asked.path.size() > 1) {
        asked.format = *format;
        asked.by_extension = true;
        asked.path.resize(asked.path.rfind('.'));
    } else {
        asked.format = format_of_accept(request.header("Accept"));
    }
    const auto chosen = cookie_of(request, language_cookie);
    const auto language = Language::named(chosen);
    asked.language = language && (*language == Language::thai() || *language == Language::english())
                         ? *language
                         : preferred_language(request.header("Accept-Language"));
    if (request.secure || request.loopback)
        asked.session_token = cookie_of(request, session_cookie);
    return asked;
}

bool offers(const Verb& verb, Format format)
{
    return format == Format::html || format == Format::json ||
           std::find(verb.also.begin(), verb.also.end(), format) != verb.also.end();
}

// A browser says where a form came from; another site's form is turned away before anything else.
bool comes_from_elsewhere(const Request& request)
{
    const auto site = request.header("Sec-Fetch-Site");
    return site == "cross-site" || site == "same-site";
}

}  // namespace

int status_of(Refusal::Kind kind)
{
    switch (kind) {
    case Refusal::invalid: return 422;
    case Refusal::forbidden: return 403;
    case Refusal::missing: return 404;
    case Refusal::conflict: return 409;
    case Refusal::stale: return 412;
    case Refusal::busy: return 503;
    }
    return 500;
}

struct Router::Inside {
    store::Store& store;
    House house;
    Routes routes;
    std::function<void(const std::vector<std::string>&)> told;
    PageCache cache;
    std::atomic<std::uint32_t> incidents{0};
    std::atomic<std::int64_t> last_statements{0};

    Desk desk(const Request& request, const Asked& asked, const Routes::Found* found,
              store::Session& session, Visitor visitor) const
    {
        return Desk({house, request, session, std::move(visitor), Reader{asked.language, "UTC"},
                     asked.format, asked.path,
                     found ? found->parameters : std::map<std::string, std::string, std::less<>>{},
                     asked.query, house.clock()});
    }

    Visitor visitor(const Asked& asked, store::Session& session) const
    {
        if (!asked.session_token.empty())
            if (auto known = visitor_of(session, asked.session_token, house.clock()))
                return *known;
        return {};
    }

    Reply refused(Desk& desk, const Refusal& refusal) const;
    Reply not_allowed(Desk& desk) const;
    Reply read(const Request& request, const Asked& asked, const Routes::Found& found);
    Reply change(const Request& request, const Asked& asked, const Routes::Found& found);
    Result<Reply> run_change(Desk& desk, const Routes::Found& found, const Form& form,
                             const std::vector<Refusal>& wrong);
    Reply form_again(const Request& request, const Asked& asked, const Form& form,
                     const std::vector<Refusal>& refusals);
    Reply not_found(const Request& request, const Asked& asked);
    Reply incident(const Asked& asked, const std::string& what);
    Reply answer(const Request& request);
};

Reply Router::Inside::refused(Desk& desk, const Refusal& refusal) const
{
    if (desk.wants(Format::html)) {
        const bool is_missing = refusal.kind == Refusal::missing;
        auto page = sentence_page(desk, is_missing ? tr("Not here") : tr("Not possible"), refusal.sentence,
                                  is_missing ? "/" : desk.address());
        auto reply = desk.show(std::move(page));
        reply.status = status_of(refusal.kind);
        return reply;
    }
    return problem(desk.reader(), status_of(refusal.kind), {refusal});
}

// A page asks people to sign in; a program is told 401, or 403 when its login is not enough.
Reply Router::Inside::not_allowed(Desk& desk) const
{
    const auto& request = desk.request();
    if (!request.secure && !request.loopback)
        return refused(desk, forbidden("sign-in-needs-tls",
                                       "Signing in is off because this connection is not encrypted. "
                                       "Open this server's https address, or use the machine it runs on."));
    if (desk.visitor().signed_in())
        return refused(desk, forbidden("not-your-role",
                                       "Your login does not include this. The secretariat can give you the role."));
    if (desk.wants(Format::html) && request.method == "GET")
        return desk.go("/login?next=" + percent_encoded(request.target));
    const auto refusal = forbidden("sign-in-first", "Please sign in first.");
    auto reply = desk.wants(Format::html) ? refused(desk, refusal) : problem(desk.reader(), 401, {refusal});
    reply.status = 401;
    return reply.with("WWW-Authenticate", "Cookie realm=\"sala\"");
}

Reply Router::Inside::read(const Request& request, const Asked& asked, const Routes::Found& found)
{
    Reply reply;
    store.read([&](store::Session& session) {
        const auto before = session.statements();
        auto at_desk = desk(request, asked, &found, session, visitor(asked, session));
        if (!at_desk.may(found.verb->verb.allow)) {
            reply = not_allowed(at_desk);
            return;
        }
        const auto answered = found.verb->verb.run(at_desk, Form{});
        reply = answered ? *answered : refused(at_desk, answered.refusal());
        last_statements = session.statements() - before;
    });
    return reply;
}

Result<Reply> Router::Inside::run_change(Desk& desk, const Routes::Found& found, const Form& form,
                                         const std::vector<Refusal>& wrong)
{
    if (desk.visitor().signed_in() && !same_secret(form["csrf"], desk.visitor().csrf) &&
        !same_secret(desk.request().header("X-CSRF"), desk.visitor().csrf))
        return forbidden("form-is-old", "This form was opened before you signed in. Please open it again; "
                                        "copy what you typed first.");
    if (!wrong.empty())
        return wrong.front();
    auto answered = found.verb->verb.run(desk, form);
    if (answered)
        desk.session().run("INSERT INTO act (id, verb, address, login, at) VALUES (:id, :verb, :address, :login, :at)",
                           desk.next_id<Login>(), found.verb->name, desk.address(),
                           desk.visitor().signed_in() ? store::Value{desk.visitor().login.number()}
                                                      : store::Value{store::Null{}},
                           desk.now());
    return answered;
}

Reply Router::Inside::change(const Request& request, const Asked& asked, const Routes::Found& found)
{
    // Read and checked before the write turn, so that a slow sender or a big file holds up nobody.
    const auto form = read_form(request);
    std::vector<Refusal> wrong;
    if (!form)
        wrong.push_back(form.refusal());
    else if (!found.verb->verb.any_fields)
        wrong = check_form(found.verb->verb.form, *form);
    const Form& sent = form ? *form : Form{};

    Reply reply;
    std::vector<std::string> topics;
    std::vector<Refusal> refusals;
    bool again = false;
    const auto work = [&](store::Session& session) {
        auto at_desk = desk(request, asked, &found, session, visitor(asked, session));
        again = false;
        if (comes_from_elsewhere(request)) {
            reply = refused(at_desk, forbidden("another-site", "This form was sent by another site."));
            return false;
        }
        if (!at_desk.may(found.verb->verb.allow)) {
            reply = not_allowed(at_desk);
            return false;
        }
        const auto answered = run_change(at_desk, found, sent, wrong);
        if (!answered) {
            const bool fields = !wrong.empty() && answered.refusal() == wrong.front();
            refusals = fields ? wrong : std::vector<Refusal>{answered.refusal()};
            again = true;
            return false;
        }
        reply = *answered;
        if (at_desk.keeps_nothing())
            return false;
        topics = at_desk.topics();
        return true;
    };
    try {
        store.write(work);
    } catch (const store::StoreFault& fault) {
        if (!fault.disk_full)
            throw;
        spdlog::error("disk full: {}", fault.what());
        refusals = {busy("disk-full", "The server's disk is full, so nothing could be saved. Nothing that was saved "
                                      "before is lost. Copy what you typed and tell the secretariat.")};
        again = true;
    }
    if (again)
        return form_again(request, asked, sent, refusals);
    if (!topics.empty() && told)
        told(topics);
    return reply;
}

// The page the form came from, with a sentence beside each field and nothing lost of what was typed.
Reply Router::Inside::form_again(const Request& request, const Asked& asked, const Form& form,
                                 const std::vector<Refusal>& refusals)
{
    const int status = status_of(refusals.front().kind);
    Reply reply;
    store.read([&](store::Session& session) {
        const auto page = routes.find("GET", asked.path);
        auto at_desk = desk(request, asked, page ? &*page : nullptr, session, visitor(asked, session));
        if (asked.format != Format::html) {
            reply = problem(at_desk.reader(), status, refusals);
            return;
        }
        if (page && page->verb->verb.form.empty() && at_desk.may(page->verb->verb.allow)) {
            at_desk.comes_back(&form, refusals);
            if (const auto shown = page->verb->verb.run(at_desk, Form{})) {
                reply = *shown;
                return;
            }
        }
        reply = refused(at_desk, refusals.front());
    });
    reply.status = status;
    return reply;
}

Reply Router::Inside::not_found(const Request& request, const Asked& asked)
{
    if (const auto methods = routes.methods_of(asked.path); !methods.empty() && request.method != "GET") {
        std::string allow;
        for (const auto& method : methods)
            allow += (allow.empty() ? "" : ", ") + method;
        Reply reply;
        reply.status = 405;
        reply.type = "text/plain; charset=utf-8";
        reply.body = "This address does not answer to " + request.method + ".\n";
        return reply.with("Allow", allow);
    }
    Reply reply;
    store.read([&](store::Session& session) {
        auto at_desk = desk(request, asked, nullptr, session, visitor(asked, session));
        reply = refused(at_desk, missing("no-such-page", "There is no page at this address. The forums are on the first page."));
    });
    return reply;
}

Reply Router::Inside::incident(const Asked& asked, const std::string& what)
{
    const auto number = fmt::format("{:x}-{}", house.clock().milliseconds() / 1000, ++incidents);
    spdlog::error("incident {}: {} at {}", number, what, asked.path);
    const Reader reader{asked.language, "UTC"};
    const auto sentence = tr("Something went wrong on our side. Nothing was changed. If it happens again, tell the "
                             "secretariat this number: {number}", {{"number", number}});
    Reply reply;
    reply.status = 500;
    if (asked.format == Format::html) {
        reply.body = html(reader, "<!DOCTYPE html>\n<html lang=\"", reader.language.tag(),
                          "\"><head><meta charset=\"utf-8\"><title>", tr("An incident"),
                          "</title><link rel=\"stylesheet\" href=\"", asset_address("sala.css"),
                          "\"></head><body><main id=\"main\"><h1>", tr("An incident"), "</h1><p class=\"lede\">",
                          sentence, "</p></main></body></html>\n")
                         .markup();
        return reply;
    }
    return problem(reader, 500, {Refusal{Refusal::busy, {}, "incident", sentence}});
}

Reply Router::Inside::answer(const Request& request)
{
    const auto asked_for = asked(request);
    const auto method = request.method == "HEAD" ? std::string("GET") : request.method;
    try {
        const auto found = routes.find(method, asked_for.path);
        if (!found || (method == "GET" && !offers(found->verb->verb, asked_for.format)))
            return not_found(request, asked_for);
        if (method != "GET")
            return change(request, asked_for, *found);
        const auto generation = store.generation();
        auto reply = read(request, asked_for, *found);
        finish(reply, found->verb->verb.allow.is_public() && asked_for.session_token.empty());
        if (found->verb->verb.allow.is_public() && asked_for.session_token.empty() && store.is_sqlite())
            cache.keep(request, asked_for.language, generation, reply);
        return reply;
    } catch (const std::exception& fault) {
        return incident(asked_for, fault.what());
    }
}

Router::Router(store::Store& store, House house, std::vector<NamedVerb> verbs,
               std::function<void(const std::vector<std::string>&)> told)
    : inside_(new Inside{store, std::move(house), Routes(std::move(verbs)), std::move(told), {}, {}, {}})
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
    if (request.target == "/health") {
        Reply reply;
        reply.type = "application/json";
        reply.body = "{\"status\":\"ok\",\"version\":\"" + inside_->house.version + "\"}\n";
        return reply.with("Cache-Control", "no-store");
    }
    if (request.target.starts_with("/assets/"))
        return asset_reply(request);
    if (!cookie_of(request, session_cookie).empty())
        return std::nullopt;
    return inside_->cache.find(request, asked(request).language, inside_->store.generation());
}

bool Router::is_sheddable(const Request& request)
{
    return (request.method == "GET" || request.method == "HEAD") && request.target != "/health" &&
           cookie_of(request, session_cookie).empty();
}

std::int64_t Router::last_statements() const { return inside_->last_statements; }

const std::vector<NamedVerb>& Router::verbs() const { return inside_->routes.verbs(); }

std::string Router::listing() const { return routes_listing(verbs()); }

std::string routes_listing(const std::vector<NamedVerb>& verbs)
{
    std::vector<std::string> lines;
    for (const auto& verb : verbs)
        lines.push_back(verb.verb.path + " " + verb.verb.allow.name() + " " + verb.file);
    std::sort(lines.begin(), lines.end());
    std::string listing;
    for (const auto& line : lines)
        listing += line + "\n";
    return listing;
}

}  // namespace sala::web
