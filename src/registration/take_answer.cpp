// SPDX-License-Identifier: Apache-2.0

#include "registration/take_answer.hpp"

#include "forum/given_name.hpp"
#include "forum/letter_for_role.hpp"
#include "forum/role_letter.hpp"
#include "mail/harmless.hpp"
#include "registration/circular_store.hpp"
#include "web/login_store.hpp"

namespace sala::registration {

static mail::Letter focal_point_letter(const web::Desk& desk, const forum::Forum& forum,
                                       const forum::Part& delegation, const std::string& name,
                                       const std::string& address)
{
    const auto& reader = desk.reader();
    const auto said = mail::harmless({{"name", name},
                                      {"delegation", delegation.name.words(reader.language)},
                                      {"forum", forum.title.words(reader.language)}});
    return {.forum = forum.id,
            .to_address = address,
            .to_name = mail::harmless(name),
            .subject = reader.say(tr("You register {delegation} at {forum}", said)),
            .body =
                reader.say(tr("Dear {name},", said)) + "\n\n" +
                reader.say(tr("You were named as the focal point of {delegation}. Please register "
                              "everybody who comes, also those who will never sign in themselves.",
                              said)) +
                "\n\n" +
                reader.say(tr("Sign in with this e-mail address: {address}",
                              {{"address", desk.absolute("/login")}})) +
                "\n" +
                reader.say(tr("Then go to your delegation: {address}",
                              {{"address", desk.absolute(forum.address() + "/delegations/" +
                                                         delegation.key)}})) +
                "\n",
            .language = reader.language,
            .reason = "focal_point_letter"};
}

namespace {

// The newest letter of a role that stands, which somebody dropped: whoever has the role was never
// told.
std::optional<Id<forum::Grant>> untold_focal_point(store::Session& session, std::int64_t forum,
                                                   Id<web::Login> to, std::int64_t delegation)
{
    const auto row = session.find<std::int64_t, std::string>(
        "SELECT f.role_grant, a.what FROM letter_for_role f JOIN letter l ON l.id = f.letter JOIN "
        "role_grant g ON g.forum = f.forum AND g.id = f.role_grant JOIN letter_act a ON a.letter = "
        "l.id AND a.number = (SELECT MAX(n.number) FROM letter_act n WHERE n.letter = l.id) WHERE "
        "g.forum = :forum AND g.login = :login AND g.delegation = :delegation AND g.role = "
        "'focal-point' AND l.reason = 'focal_point_letter' ORDER BY l.id DESC LIMIT 1",
        forum, to, delegation);
    if (!row || std::get<1>(*row) != "dropped")
        return std::nullopt;
    return Id<forum::Grant>{std::get<0>(*row)};
}

// Who does not come has nobody to register: no letter that asks for it shall leave.
void drop_focal_letters(web::Desk& desk, const forum::Forum& forum, const Invitation& invitation)
{
    auto& session = desk.session();
    for (const auto& [letter] : session.select<std::int64_t>(
             "SELECT f.letter FROM letter_for_role f JOIN letter l ON l.id = f.letter JOIN "
             "role_grant g ON g.forum = f.forum AND g.id = f.role_grant WHERE g.forum = :forum AND "
             "g.delegation = :delegation AND g.role = 'focal-point' AND l.reason = "
             "'focal_point_letter'",
             forum.id, invitation.delegation))
        static_cast<void>(mail::drop(session, Id<mail::Letter>{letter}, "", desk.now()));
}

}  // namespace

Allowed make_focal_point(web::Desk& desk, const forum::Forum& forum, const forum::Part& delegation,
                         const std::string& name, const std::string& address)
{
    const auto to =
        web::login_at(desk.session(), address, name, desk.now(), *desk.house().numbering);
    const auto granted = forum::Grant::granted(desk.next_id<forum::Grant>(),
                                               {.forum = forum.id,
                                                .to = to,
                                                .role = "focal-point",
                                                .limits = {{"delegation", delegation.number}},
                                                .by = desk.visitor().login,
                                                .at = desk.now()});
    if (!granted)
        return granted.refusal();
    if (forum::stands_already(desk.session(), granted->given())) {
        if (const auto untold = untold_focal_point(desk.session(), forum.id, to, delegation.number))
            forum::tell_for_role(desk, focal_point_letter(desk, forum, delegation, name, address),
                                 *untold);
        return allowed();
    }
    desk.record(*granted);
    desk.record(forum::GivenName{forum.id, granted->id(), name});
    forum::tell_for_role(desk, focal_point_letter(desk, forum, delegation, name, address),
                         granted->id());
    forum::tell_of_new_role(desk, forum, granted->given());
    return allowed();
}

// Those who speak for the delegation are written to each time.
static constexpr std::size_t shared_a_day_max = 10;

Refusal has_role_already()
{
    return conflict("already-granted", "This person has this role already.");
}

std::optional<forum::KeptGrant>
focal_point_at(store::Session& session, const Delegation& delegation, const std::string& address)
{
    for (auto& grant : forum::grants_of(session, delegation.forum.id))
        if (grant.stands() && grant.role == "focal-point" && grant.delegation &&
            grant.delegation->number == delegation.id.number() &&
            grant.address == web::plain_address(address))
            return std::move(grant);
    return std::nullopt;
}

Result<GivenRole> give_focal_point(web::Desk& desk, const Delegation& delegation,
                                   const web::Form& form)
{
    const auto address = web::plain_address(form["address"]);
    if (!mail::is_mail_address(address))
        return mail::no_mail_address("address", form["address"]);
    const auto& forum = delegation.forum;
    GivenRole given;
    std::size_t today = 0;
    for (const auto& grant : forum::grants_of(desk.session(), forum.id))
        if (grant.role == "focal-point" && grant.delegation &&
            grant.delegation->number == delegation.id.number()) {
            today += grant.at > desk.now() - std::chrono::hours{24} ? 1 : 0;
            if (!grant.stands())
                continue;
            given.had_it = given.had_it || grant.address == address;
            if (grant.to != desk.visitor().login)
                continue;
            if (grant.address == address)
                return has_role_already();
            given.own.push_back(grant.id);
        }
    if (given.had_it)
        return given;
    if (today >= shared_a_day_max)
        return conflict("shared-enough-today",
                        "This delegation has got {count} focal points since yesterday, and each "
                        "letter about it leaves by itself. Share it with more people tomorrow, or "
                        "ask the secretariat to give them the role.",
                        {{"count", std::to_string(today)}});
    if (const auto made =
            make_focal_point(desk, forum, {delegation.id.number(), delegation.key, delegation.name},
                             form["name"], address);
        !made)
        return made.refusal();
    return given;
}

Allowed take_answer(web::Desk& desk, const forum::Forum& forum, const Invited& invited, bool comes,
                    Answer::Words words)
{
    const auto answer = answered({forum.id, desk.next_id<Answer>(), invited.invitation.id, comes,
                                  desk.visitor().login, desk.now(), std::move(words)});
    if (!answer)
        return answer.refusal();
    desk.record(*answer);
    desk.acts_for("delegation/" + invited.invitation.delegation.word());
    drop_reminders(desk.session(), forum.id, invited.invitation.id, desk.now());
    if (!comes)
        drop_focal_letters(desk, forum, invited.invitation);
    const auto delegations = delegations_at(desk.session(), forum.id);
    if (const auto* part = part_of(delegations, invited.invitation.delegation.number());
        part && comes)
        if (const auto made = make_focal_point(desk, forum, *part, answer->words.focal_name,
                                               answer->words.focal_address);
            !made)
            return made.refusal();
    desk.again("forum:" + forum.slug);
    return allowed();
}

}  // namespace sala::registration
