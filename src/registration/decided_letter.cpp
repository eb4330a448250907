// SPDX-License-Identifier: Apache-2.0

#include "registration/decided_letter.hpp"

#include "forum/letter_in_own_language.hpp"
#include "mail/harmless.hpp"
#include "registration/registration.view.hpp"

#include <map>

namespace sala::registration {

namespace {

using ByDelegation = std::map<std::int64_t, std::vector<Decided>>;

std::string subject_of(const web::Reader& reader, const forum::Forum& forum, const Text& delegation)
{
    return reader.say(tr("{delegation} at {forum}: what was decided",
                         mail::harmless({{"delegation", delegation.words(reader.language)},
                                         {"forum", forum.title.words(reader.language)}})));
}

std::string body_of(const web::Reader& reader, const std::vector<Decided>& decided,
                    const std::string& reason, const std::string& address)
{
    std::string lines;
    for (const auto& one : decided)
        lines += "- " + mail::harmless(person_words(reader, one.particulars)) + ": " +
                 reader.say(step_name(one.step)) + "\n";
    return reader.say(tr("The secretariat has decided about people of your delegation:")) + "\n\n" +
           lines + (reason.empty() ? std::string{} : "\n" + reason + "\n") + "\n" +
           reader.say(tr("Your delegation: {address}", {{"address", address}}));
}

}  // namespace

void tell_decisions(web::Desk& desk, const forum::Forum& forum, const std::vector<Decided>& decided,
                    const std::string& reason)
{
    ByDelegation by_delegation;
    for (const auto& one : decided)
        by_delegation[one.delegation.number()].push_back(one);
    std::vector<forum::KeptGrant> to;
    for (const auto& grant : forum::grants_of(desk.session(), forum.id))
        if (grant.stands() && grant.role == "focal-point" && grant.delegation &&
            by_delegation.count(grant.delegation->number) > 0 &&
            mail::is_mail_address(grant.address))
            to.push_back(grant);
    forum::tell(desk, forum, to, [&](const forum::KeptGrant& one) {
        const auto& own = by_delegation.at(one.delegation->number);
        const auto address = desk.absolute(forum.address() + "/delegations/" + one.delegation->key);
        return forum::News{[&forum, name = one.delegation->name](const web::Reader& reader) {
                               return subject_of(reader, forum, name);
                           },
                           [&own, &reason, address](const web::Reader& reader) {
                               return body_of(reader, own, reason, address);
                           },
                           "decided_letter"};
    });
}

}  // namespace sala::registration
