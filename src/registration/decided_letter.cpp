// SPDX-License-Identifier: Apache-2.0

#include "registration/decided_letter.hpp"

#include "forum/letter_for_role.hpp"
#include "mail/harmless.hpp"
#include "registration/registration.view.hpp"

namespace sala::registration {

static mail::Letter letter_of(const web::Desk& desk, const forum::Forum& forum,
                              const forum::KeptGrant& to, const std::vector<Decided>& decided,
                              const std::string& reason)
{
    const auto& reader = desk.reader();
    std::string lines;
    for (const auto& one : decided)
        lines += "- " + mail::harmless(one.name) + ": " + reader.say(step_name(one.step)) + "\n";
    const auto said = mail::harmless({{"name", to.name},
                                      {"delegation", to.delegation->name.words(reader.language)},
                                      {"forum", forum.title.words(reader.language)}});
    return {.forum = forum.id,
            .to_address = to.address,
            .to_name = mail::harmless(to.name),
            .subject = reader.say(tr("{delegation} at {forum}: what was decided", said)),
            .body = reader.say(tr("Dear {name},", said)) + "\n\n" +
                    reader.say(tr("The secretariat has decided about people of your delegation:")) +
                    "\n\n" + lines + (reason.empty() ? std::string{} : "\n" + reason + "\n") +
                    "\n" +
                    reader.say(tr("Your delegation: {address}",
                                  {{"address", desk.absolute(forum.address() + "/delegations/" +
                                                             to.delegation->key)}})) +
                    "\n",
            .language = reader.language,
            .reason = "decided_letter"};
}

void tell_decisions(web::Desk& desk, const forum::Forum& forum, const std::vector<Decided>& decided,
                    const std::string& reason)
{
    for (const auto& grant : forum::grants_of(desk.session(), forum.id)) {
        if (!grant.stands() || grant.role != "focal-point" || !grant.delegation)
            continue;
        std::vector<Decided> own;
        for (const auto& one : decided)
            if (one.delegation.number() == grant.delegation->number)
                own.push_back(one);
        if (!own.empty() && mail::is_mail_address(grant.address))
            forum::tell_for_role(desk, letter_of(desk, forum, grant, own, reason), grant.id);
    }
}

}  // namespace sala::registration
