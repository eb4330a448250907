// SPDX-License-Identifier: Apache-2.0

#include "forum/role_letter.hpp"

#include "forum/letter_in_own_language.hpp"
#include "forum/roles.hpp"
#include "mail/harmless.hpp"
#include "web/login_store.hpp"

#include <algorithm>

namespace sala::forum {

// As its reader calls the one of this key; nothing without a key.
static std::string name_among(const web::Reader& reader, const std::vector<Part>& parts,
                              const std::string& key)
{
    for (const auto& part : parts)
        if (part.key == key && !part.name.empty())
            return mail::harmless(part.name.words(reader.language));
    return key;
}

// A role at the whole forum needs no word.
static std::string what_it_is_for(const web::Reader& reader, const Parts& parts,
                                  const web::Form& form)
{
    const auto delegation = name_among(reader, parts.delegations, form["delegation"]);
    const auto body = name_among(reader, parts.bodies, form["body"]);
    const auto category = name_among(reader, parts.categories, form["category"]);
    if (!delegation.empty())
        return reader.say(tr("It is for this delegation: {name}.", {{"name", delegation}})) + "\n";
    if (!body.empty())
        return reader.say(tr("It is for this body only: {name}.", {{"name", body}})) + "\n";
    if (!category.empty())
        return reader.say(tr("It is for this category only: {name}.", {{"name", category}})) + "\n";
    return {};
}

mail::Letter role_letter(const web::Desk& desk, const Forum& forum, const Parts& parts,
                         const web::Form& form)
{
    const auto& reader = desk.reader();
    const auto title = mail::harmless(forum.title.words(reader.language));
    const auto name = mail::harmless(form["name"]);
    const auto* role = role_named(form["role"]);
    return {.forum = forum.id,
            .to_address = web::plain_address(form["address"]),
            .to_name = name,
            .subject = reader.say(tr("Your role at {forum}", {{"forum", title}})),
            .body = reader.say(tr("Dear {name},", {{"name", name}})) + "\n\n" +
                    reader.say(tr("The secretariat of {forum} has given you this role: {role}.",
                                  {{"forum", title}, {"role", reader.say(role->name)}})) +
                    "\n" + what_it_is_for(reader, parts, form) + reader.say(role->may) + "\n\n" +
                    reader.say(tr("Sign in with this e-mail address: {address}",
                                  {{"address", desk.absolute("/login")}})) +
                    "\n",
            .language = reader.language,
            .reason = "role_letter"};
}

// Who got it and for which delegation, as the store knows them.
static const KeptGrant* newest_of(const std::vector<KeptGrant>& all, const Grant::Given& given)
{
    for (const auto& one : all)
        if (one.stands() && one.to == given.to && one.role == given.role && one.delegation &&
            given.limits.contains("delegation"))
            return &one;
    return nullptr;
}

static Sentence what_it_opens(const KeptGrant& granted)
{
    return granted.role == "focal-point"
               ? tr("A focal point writes for your delegation. Whom it will not meet, and what "
                    "else it "
                    "keeps to itself, is shown to them only if one of you gave them the role, or "
                    "lets them in.")
               : tr("Whoever has this role reads when and with whom your delegation meets, and "
                    "speaks for it on the floor; nothing of what it keeps to itself.");
}

// It leaves by itself, so it says no name: somebody of the delegation has typed it, and may have
// typed a message.
static News news_of(const web::Desk& desk, const Forum& forum, const KeptGrant& granted)
{
    const auto told = [&desk, &forum, &granted](const web::Reader& reader) {
        const auto name = granted.delegation->name.words(reader.language);
        auto said = mail::harmless({{"address", granted.address},
                                    {"role", reader.say(role_named(granted.role)->name)},
                                    {"forum", forum.title.words(reader.language)},
                                    {"delegation", name.empty() ? granted.delegation->key : name}});
        said.emplace_back(
            "page", desk.absolute(forum.address() + "/delegations/" + granted.delegation->key));
        return said;
    };
    return {[told](const web::Reader& reader) {
                return reader.say(
                    tr("Somebody has a role for {delegation} at {forum} now", told(reader)));
            },
            [told, &granted](const web::Reader& reader) {
                return reader.say(tr("Whoever reads at {address} was given this role for "
                                     "{delegation}: {role}.",
                                     told(reader))) +
                       "\n" + reader.say(what_it_opens(granted)) + " " +
                       reader.say(tr("If you do not know this person, ask the secretariat.")) +
                       "\n\n" +
                       reader.say(tr("Who speaks for your delegation: {page}", told(reader)));
            },
            tells_who_speaks};
}

void tell_of_new_role(web::Desk& desk, const Forum& forum, const Grant::Given& given)
{
    const auto all = grants_of(desk.session(), forum.id);
    const auto* granted = newest_of(all, given);
    if (!granted)
        return;
    std::vector<KeptGrant> speakers;
    for (const auto& one : all) {
        const bool is_told = std::any_of(speakers.begin(), speakers.end(),
                                         [&](const auto& other) { return other.to == one.to; });
        if (one.role == "focal-point" && one.delegation &&
            one.delegation->number == granted->delegation->number && one.to != given.to &&
            one.to != given.by && !is_told && mail::is_mail_address(one.address))
            speakers.push_back(one);
    }
    tell_at_once(desk, forum, speakers, news_of(desk, forum, *granted));
}

}  // namespace sala::forum
