// SPDX-License-Identifier: Apache-2.0

#include "web/change.hpp"

#include "store/other_copies.hpp"
#include "web/act.hpp"
#include "web/form_origin.hpp"
#include "web/frame.hpp"
#include "web/login_store.hpp"
#include "web/one_line_fields.hpp"
#include "web/problem.hpp"
#include "web/router.hpp"
#include "web/server_log.hpp"
#include "web/session_cookie.hpp"
#include "web/way_in.hpp"

#include <spdlog/spdlog.h>

namespace sala::web {

namespace {

// What the public changes fits on a few lines: signing in and out.
constexpr std::size_t public_body_bytes_max = 64UL * 1024;

// Asked before the body is read: reading costs, and whoever may not change anything takes no turn.
std::optional<Reply> turned_away(const Doors& doors, const Request& request, const Asked& asked,
                                 const Routes::Found& found)
{
    std::optional<Reply> no;
    doors.store.read([&](store::Session& session) {
        const auto& allow = found.verb->verb.allow;
        auto at_desk = doors.desk(request, asked, &found, session);
        const bool secret = found.verb->verb.path.find("{token}") != std::string::npos;
        if (comes_from_elsewhere(request, doors.house.public_url, secret)) {
            no = refused(at_desk, forbidden("another-site", "This form was sent by another site."));
        } else if (!at_desk.may(allow)) {
            no = not_allowed(at_desk, found.verb->verb);
        } else if (at_desk.visitor().reads_only) {
            no = refused(at_desk, forbidden("token-reads-only",
                                            "This token reads and changes nothing. Make another "
                                            "one that may."));
        } else if (allow.is_public() && request.body.size() > public_body_bytes_max) {
            no = refused(at_desk,
                         invalid({}, "too-much-sent", "This is more than can be sent here."));
            no->status = 413;
        }
    });
    return no;
}

// What was sent, read and checked before the write turn, so that a slow sender or a big file holds
// up nobody.
struct Sent {
    Form form;
    std::vector<Refusal> wrong;
    std::any prepared;

    // Why what takes long was not even done, such as that too much of it is done already.
    const Refusal* no() const { return std::any_cast<Refusal>(&prepared); }
};

Sent read_what_was_sent(const Doors& doors, const Request& request, const Verb& verb)
{
    Sent sent;
    auto form = read_form(request);
    if (!form) {
        sent.wrong.push_back(form.refusal());
        sent.form = read_to_show_again(request);
    } else {
        sent.form = in_one_line(verb.form, *std::move(form));
    }
    if (sent.wrong.empty() && !verb.any_fields)
        sent.wrong = check_form(verb.form, sent.form);
    if (sent.wrong.empty() && verb.prepare)
        sent.prepared = verb.prepare(
            {request, doors.house, sent.form, [&](const auto& look) { doors.store.read(look); }});
    return sent;
}

// Whoever signs in was a visitor when they asked, or somebody else; the act is theirs.
Act act_of(Desk& desk, const std::string& verb)
{
    const auto came_in = came_in_as(desk);
    return {desk.next_id<Act>(),
            verb,
            loggable_target(desk.address()),
            came_in.value_or(desk.visitor().login),
            came_in ? std::string{} : desk.acting_for(),
            desk.request().peer,
            desk.now()};
}

// Acts tell who did something, and stay for ever. Asking for a link, or setting out to sign in, is
// not yet anybody's: strangers would fill the record with it. What a token of a letter opens is its
// recipient's.
bool is_by_nobody(const Desk& desk, const Verb& verb)
{
    return verb.allow.is_public() && !desk.visitor().signed_in() && desk.acting_for().empty() &&
           verb.path.find("{token}") == std::string::npos;
}

Result<Reply> run_change(Desk& desk, const Routes::Found& found, const Sent& sent)
{
    if (desk.visitor().signed_in() && !desk.visitor().by_token &&
        !same_secret(sent.form["csrf"], desk.visitor().csrf) &&
        !same_secret(desk.request().header("X-CSRF"), desk.visitor().csrf))
        return forbidden("form-is-old",
                         "This form was opened before you signed in. Please open it again; "
                         "copy what you typed first.");
    if (!sent.wrong.empty())
        return sent.wrong.front();
    desk.comes_prepared(sent.prepared);
    auto answered = found.verb->verb.run(desk, sent.form);
    if (answered && !is_by_nobody(desk, found.verb->verb))
        desk.record(act_of(desk, found.verb->name));
    return answered;
}

// The nearest page above one that is not there: the sheet of a row that somebody took away.
std::string page_above(const Routes& routes, std::string path)
{
    while (path.size() > 1) {
        path.resize(path.rfind('/'));
        if (!path.empty() && routes.find("GET", path))
            return path;
    }
    return "/";
}

// The page the form came from, with a sentence beside each field and nothing lost of what was
// typed. Where there is no such page, the words alone.
Reply form_again(const Doors& doors, const Request& request, const Asked& asked,
                 const Routes::Found& found, const Form& form, const std::vector<Refusal>& refusals)
{
    const int status = status_of(refusals.front().kind);
    Reply reply;
    doors.store.read([&](store::Session& session) {
        const auto page = doors.routes.find("GET", asked.path);
        auto at_desk = doors.desk(request, asked, page ? &*page : nullptr, session);
        if (asked.format != Format::html) {
            reply = problem(at_desk.reader(), status, refusals);
            return;
        }
        if (page && page->verb->verb.form.empty() && at_desk.may(page->verb->verb.allow)) {
            at_desk.comes_back(&form, refusals);
            // A page that only leads elsewhere has no room for the sentence.
            if (const auto shown = page->verb->verb.run(at_desk, Form{});
                shown && shown->status == 200) {
                reply = *shown;
                return;
            }
        }
        const bool is_gone = refusals.front().kind == Refusal::missing;
        reply = refused_with_words(at_desk, found.verb->verb, form, refusals.front(),
                                   is_gone ? page_above(doors.routes, asked.path) : asked.path);
    });
    reply.status = status;
    return reply;
}

// In one write turn: the verb's reply, or why it said no.
Result<Changed> take_turn(const Doors& doors, const Request& request, const Asked& asked,
                          const Routes::Found& found, const Sent& sent)
{
    Result<Changed> outcome = Changed{};
    const auto work = [&](store::Session& session) {
        const auto before = session.statements();
        auto at_desk = doors.desk(request, asked, &found, session);
        if (!at_desk.may(found.verb->verb.allow)) {  // once more: a role may have gone since
            outcome = Changed{not_allowed(at_desk, found.verb->verb), {}};
            return false;
        }
        auto answered = run_change(at_desk, found, sent);
        if (!answered) {
            outcome = answered.refusal();
            return at_desk.keeps_refused();
        }
        const bool kept = !at_desk.keeps_nothing();
        outcome =
            Changed{*std::move(answered), kept ? at_desk.topics() : std::vector<std::string>{},
                    session.statements() - before};
        store::tell_other_copies(doors.store, session, outcome->topics);
        return kept;
    };
    // Whoever prepares something brings much to write.
    doors.store.write(work, found.verb->verb.prepare ? store::Store::Sharing::alone
                                                     : store::Store::Sharing::together);
    return outcome;
}

Refusal disk_is_full()
{
    return busy("disk-full",
                "The server's disk is full, so nothing could be saved. Nothing that was saved "
                "before is lost. Copy what you typed and tell the secretariat.");
}

}  // namespace

Changed change(const Doors& doors, const Request& request, const Asked& asked,
               const Routes::Found& found)
{
    if (auto no = turned_away(doors, request, asked, found))
        return {*std::move(no), {}};
    const auto sent = read_what_was_sent(doors, request, found.verb->verb);
    Result<Changed> outcome = Changed{};
    try {
        outcome =
            sent.no() ? Result<Changed>(*sent.no()) : take_turn(doors, request, asked, found, sent);
    } catch (const store::StoreFault& fault) {
        if (!fault.disk_full)
            throw;
        spdlog::error("disk full: {}", fault.what());
        outcome = disk_is_full();
    }
    if (outcome)
        return *std::move(outcome);
    const bool fields = !sent.wrong.empty() && outcome.refusal() == sent.wrong.front();
    return {form_again(doors, request, asked, found, sent.form,
                       fields ? sent.wrong : std::vector<Refusal>{outcome.refusal()}),
            {}};
}

}  // namespace sala::web
