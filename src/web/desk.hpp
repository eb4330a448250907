// SPDX-License-Identifier: Apache-2.0
//
// The workplace of one request: who asks, what time it is, one transaction, and the tools to
// record, tell and show. A verb does nothing outside its Desk, so it can be repeated.

#pragma once

#include "base/instant.hpp"
#include "base/json.hpp"
#include "base/result.hpp"
#include "mail/letter.hpp"
#include "store/session.hpp"
#include "web/form.hpp"
#include "web/http.hpp"
#include "web/page.hpp"
#include "web/permission.hpp"

#include <any>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace sala::web {

// The representations of one resource. HTML and JSON every page has.
enum class Format { html, json, ics, xml, atom, pdf, docx, csv, xlsx };

struct FormatName {
    Format format;
    std::string_view extension;
    std::string_view media_type;
};
const std::vector<FormatName>& format_names();
std::string_view media_type(Format format);

using Parameters = std::map<std::string, std::string, std::less<>>;  // {forum}, {sitting}, ...

struct OpenIdProvider;
struct KeptData;  // what is kept about people, why and how long: web/kept_data.hpp

// What the program was told at its start, the same for every request.
struct House {
    std::string public_url;  // "https://forum.example.org", empty when not given
    bool sign_in_works = true;
    std::string version;
    std::function<Instant()> clock;
    Numbering* numbering = nullptr;
    std::function<std::string()> describe_api;
    bool mail_leaves = false;  // a mail server was named, so approved letters are sent
    // The roles a login holds where an address leads, beside those on the whole server. The modules
    // know them.
    std::function<std::vector<Held>(store::Session&, Id<Login>, const Parameters&)> roles_at = {};
    const OpenIdProvider* provider = nullptr;  // who else signs people in; none when not given
    const std::vector<KeptData>* kept_data = nullptr;  // declared by the modules
};

class Desk {
public:
    struct Given {
        const House& house;
        const Request& request;
        store::Session& session;
        Visitor visitor;
        Reader reader;
        Format format = Format::html;
        std::string path;  // without query and extension
        Parameters parameters;
        std::vector<std::pair<std::string, std::string>> query;
        Instant now;
        const Permission& permission;
    };

    explicit Desk(Given given) : given_(std::move(given)) {}

    // Who, where, when
    const Visitor& visitor() const { return given_.visitor; }
    bool may(const Permission& permission) const { return permission.held_by(given_.visitor); }
    bool may(const Permission& permission, const Limits& thing) const
    {
        return permission.reaches(given_.visitor, thing);
    }
    // What the verb asks for; the visitor holds it where the address leads.
    const Permission& permission() const { return given_.permission; }
    const Reader& reader() const { return given_.reader; }
    void in_zone(std::string zone) { given_.reader.zone = std::move(zone); }
    Instant now() const { return given_.now; }
    const House& house() const { return given_.house; }
    const Request& request() const { return given_.request; }
    store::Session& session() const { return given_.session; }
    const std::string& address() const { return given_.path; }
    const std::string& at(std::string_view parameter) const;  // {parameter} of the path
    std::string query(std::string_view name) const;           // empty when absent
    Format format() const { return given_.format; }
    bool wants(Format format) const { return given_.format == format; }
    // Absolute when the public address is known, else the path alone. Never from Host.
    std::string absolute(std::string_view path) const
    {
        return given_.house.public_url + std::string(path);
    }

    // What was typed before, when a form comes back with sentences beside its fields.
    const Form* typed() const { return typed_; }
    const std::vector<Refusal>& refusals() const { return refusals_; }
    void comes_back(const Form* typed, std::vector<Refusal> refusals)
    {
        typed_ = typed;
        refusals_ = std::move(refusals);
    }

    // What the verb's `prepare` made of the form, before the write turn.
    template <class What>
    const What& prepared() const
    {
        return std::any_cast<const What&>(prepared_);
    }
    void comes_prepared(std::any prepared) { prepared_ = std::move(prepared); }

    template <class Thing>
    Id<Thing> next_id() const
    {
        return Id<Thing>{given_.house.numbering->next(given_.now.milliseconds())};
    }

    // Keeps an act. Finds insert(Session&, const Act&) of <noun>_store.hpp by argument lookup.
    template <class Act>
    void record(const Act& act)
    {
        insert(session(), act);
    }
    // Whose business this is when the visitor does it for somebody: "delegation/12". Kept in the
    // act.
    void acts_for(std::string whom) { acts_for_ = std::move(whom); }
    const std::string& acting_for() const { return acts_for_; }
    // Puts a letter into the outbox; it leaves after the commit, when somebody has read it.
    void tell(const mail::Letter& letter);
    // A letter about somebody's own way in, to themselves: it leaves after the commit, unread.
    void tell_at_once(const mail::Letter& letter);
    // After the commit everybody who watches `topic` is told to look again.
    void again(std::string topic) { topics_.push_back(std::move(topic)); }
    const std::vector<std::string>& topics() const { return topics_; }
    // A trial: the reply is shown, and nothing of what was done is kept.
    void keep_nothing() { keeps_nothing_ = true; }
    bool keeps_nothing() const { return keeps_nothing_; }
    // What was noted stays although the answer is no: an attempt counts.
    void keep_even_refused() { keeps_refused_ = true; }
    bool keeps_refused() const { return keeps_refused_; }

    // Replies
    Reply show(Page page) const;         // within the frame
    Reply show(const Json& json) const;  // the same thing for programs
    Reply send(std::string type, std::string bytes) const;
    Reply download(std::string type, const std::string& file_name, std::string bytes) const;
    Reply go(std::string path) const;  // 303; a path of this server only

private:
    Given given_;
    const Form* typed_ = nullptr;
    std::vector<Refusal> refusals_;
    std::any prepared_;
    std::vector<std::string> topics_;
    std::string acts_for_;
    bool keeps_nothing_ = false;
    bool keeps_refused_ = false;
};

}  // namespace sala::web
