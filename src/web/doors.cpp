// SPDX-License-Identifier: Apache-2.0

#include "web/doors.hpp"

#include "sheet/understand.hpp"
#include "web/api_token.hpp"
#include "web/form_origin.hpp"
#include "web/frame.hpp"
#include "web/login_session.hpp"
#include "web/problem.hpp"
#include "web/router.hpp"
#include "web/typed_again.view.hpp"

#include <algorithm>

namespace sala::web {

// A program has its owner's roles cut down to the one its token carries; a browser has them all,
// and its owner's own pages. Where a code is asked for, the secretariat's role sleeps without one.
static Visitor visitor_at(const House& house, const Asked& asked, const Parameters& parameters,
                          store::Session& session)
{
    std::string only;
    Visitor visitor;
    if (!asked.api_token.empty()) {
        auto holder = holder_of(session, asked.api_token, asked.path, house.clock());
        if (!holder)
            return {};
        visitor = std::move(holder->visitor);
        only = holder->scope.role;
    } else if (auto known = visitor_of(session, asked.session_token, house.clock())) {
        visitor = *std::move(known);
    } else {
        return {};
    }
    if (house.roles_at)
        for (auto& held : house.roles_at(session, visitor.login, parameters))
            visitor.roles.push_back(std::move(held));
    if (!only.empty())
        std::erase_if(visitor.roles, [&](const Held& held) { return held.role != only; });
    if (visitor.lacks_code)
        visitor.lacks_code = std::erase_if(visitor.roles, [](const Held& held) {
                                 return held.role == "secretariat";
                             }) > 0;
    if (!visitor.by_token)
        visitor.roles.push_back({"signed-in"});
    return visitor;
}

Visitor visitor_at(const Desk& desk, const Parameters& parameters)
{
    const auto who = asked(desk.request());
    return who.has_login() ? visitor_at(desk.house(), who, parameters, desk.session()) : Visitor{};
}

Desk Doors::desk(const Request& request, const Asked& asked, const Routes::Found* found,
                 store::Session& session) const
{
    auto parameters = found ? found->parameters : Parameters{};
    auto visitor = asked.has_login() ? visitor_at(house, asked, parameters, session) : Visitor{};
    return Desk({house, request, session, std::move(visitor), Reader{asked.language, "UTC"},
                 asked.format, asked.path, std::move(parameters), asked.query, house.clock(),
                 found ? found->verb->verb.allow : anyone});
}

int status_of(Refusal::Kind kind)
{
    switch (kind) {
    case Refusal::invalid:
        return 422;
    case Refusal::forbidden:
        return 403;
    case Refusal::missing:
        return 404;
    case Refusal::conflict:
        return 409;
    case Refusal::stale:
        return 412;
    case Refusal::busy:
        return 503;
    case Refusal::too_many:
        return 429;
    }
    return 500;
}

// A browser follows links to papers and files as well: whoever looks at it reads a page, too, when
// there is none. A program does not ask for pages.
static bool reads_pages(const Desk& desk)
{
    if (desk.wants(Format::html) || desk.wants(Format::json))
        return desk.wants(Format::html);
    const auto accepted = weighted(desk.request().header("Accept"));
    return std::any_of(accepted.begin(), accepted.end(),
                       [](const auto& one) { return one.first == "text/html" && one.second > 0; });
}

Reply refused(Desk& desk, const Refusal& refusal)
{
    if (reads_pages(desk)) {
        const bool is_missing = refusal.kind == Refusal::missing;
        auto page = sentence_page(desk, is_missing ? tr("Not here") : tr("Not possible"),
                                  refusal.sentence, is_missing ? "/" : desk.address());
        auto reply = desk.show(std::move(page));
        reply.status = status_of(refusal.kind);
        return reply;
    }
    return problem(desk.reader(), status_of(refusal.kind), {refusal});
}

// A column of a sheet as its page calls it; empty for what is ticked, and for what is no column.
static std::string name_of_column(const Desk& desk, const std::string& name)
{
    const auto& reader = desk.reader();
    const auto* sheet = sheet::find_sheet(desk.at("sheet").empty() ? "forum" : desk.at("sheet"));
    if (name == "key" || name == "slug")
        return reader.say(name == "key" ? sheet::label_of(name) : tr("Address"));
    const auto heading = sheet ? sheet::heading_of(*sheet, name) : std::nullopt;
    if (!heading || sheet->columns[heading->column].kind == sheet::Column::flag)
        return {};
    auto label = reader.say(sheet::label_of(sheet->columns[heading->column].name));
    if (!heading->language)
        return label;
    const auto language = *heading->language == Language::english() ? reader.say(tr("English"))
                          : heading->language->is_thai()            ? reader.say(tr("Thai"))
                                                                    : heading->language->tag();
    return reader.say(
        heading->corrected
            ? tr("{field} ({language}, as meant)", {{"field", label}, {"language", language}})
            : tr("{field} ({language})", {{"field", label}, {"language", language}}));
}

// What a field is called, when it is one to type into; empty for what is secret or no words. Where
// the fields depend on data they are columns of a sheet, or named for the program alone.
static std::string name_of_typed(const Desk& desk, const Verb& verb, const std::string& name)
{
    for (const auto& field : verb.form)
        if (field.name == name)
            return field.kind == Field::text || field.kind == Field::lines ||
                           field.kind == Field::number
                       ? desk.reader().say(field.label)
                       : std::string{};
    if (!verb.any_fields)
        return {};
    return name.starts_with("item.") ? name : name_of_column(desk, name);
}

static std::vector<TypedWords> typed_words(const Desk& desk, const Verb& verb, const Form& form)
{
    std::vector<TypedWords> typed;
    for (const auto& [name, words] : form.values())
        if (auto called = name_of_typed(desk, verb, name); !called.empty() && !words.empty())
            typed.push_back({std::move(called), words});
    return typed;
}

Reply refused_with_words(Desk& desk, const Verb& verb, const Form& form, const Refusal& refusal,
                         const std::string& back_to)
{
    const auto typed = typed_words(desk, verb, form);
    auto reply = typed.empty() ? refused(desk, refusal)
                               : desk.show(refused_page(desk, refusal.sentence, typed, back_to));
    reply.status = status_of(refusal.kind);
    return reply;
}

// Somebody who is not signed in sent this, so it is read within narrow limits, and shown only to
// whoever sent it from a page of ours.
static Page sign_in_first(const Desk& desk, const Verb& verb)
{
    constexpr std::size_t shown_bytes_max = 256UL * 1024;
    const auto& request = desk.request();
    std::vector<TypedWords> typed;
    bool whole = true;
    if (comes_from_here(request, desk.house().public_url)) {
        Form form;
        if (request.body.size() <= shown_bytes_max) {
            auto read = read_form(request);
            form = read ? *std::move(read) : read_to_show_again(request);
        }
        whole = request.body.size() <= shown_bytes_max && !form.upload("file") &&
                std::none_of(verb.form.begin(), verb.form.end(),
                             [&](const Field& field) { return form.upload(field.name); });
        typed = typed_words(desk, verb, form);
    }
    return sign_in_first_page(desk, typed, whole);
}

Reply not_allowed(Desk& desk, const Verb& verb)
{
    const auto& request = desk.request();
    const bool page = desk.wants(Format::html) && request.method == "GET";
    if (!request.secure && !request.loopback && !page) {
        return refused(
            desk, forbidden("sign-in-needs-tls",
                            "Signing in is off because this connection is not encrypted. "
                            "Open this server's https address, or use the machine it runs on."));
    }
    if (desk.visitor().lacks_code) {
        if (page)
            return desk.go("/login/mine/code");
        return refused(desk, forbidden("code-needed",
                                       "The secretariat of this server signs in with a code as "
                                       "well. Set it up under your login, then sign in again."));
    }
    if (desk.visitor().signed_in())
        return refused(
            desk,
            forbidden("not-your-role",
                      "Your login does not include this. The secretariat can give you the role."));
    if (page)
        return desk.go("/login?next=" + percent_encoded(request.target));
    auto reply =
        desk.wants(Format::html)
            ? desk.show(sign_in_first(desk, verb))
            : problem(desk.reader(), 401, {forbidden("sign-in-first", "Please sign in first.")});
    reply.status = 401;
    return reply.with("WWW-Authenticate", "Cookie realm=\"sala\"");
}

}  // namespace sala::web
