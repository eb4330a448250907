// SPDX-License-Identifier: Apache-2.0

#include "bilateral/heads.hpp"

#include "base/whole_number.hpp"
#include "directory/whole_name.hpp"
#include "registration/coming.hpp"

namespace sala::bilateral {

std::string Head::words(const Language& language) const
{
    return directory::whole_name(honorific, name, language);
}

static Head head_of(const registration::Registered& one)
{
    Head head;
    head.reference = "registration/" + one.registration.id().word();
    head.honorific = one.particulars.honorific();
    head.name = one.particulars.name();
    head.post = one.particulars.post();
    return head;
}

static Head head_of(std::int64_t person, const std::string& honorific, const std::string& name,
                    const std::string& post, const std::string& note)
{
    const auto text = [](const std::string& kept) { return Text::read(kept).value_or(Text{}); };
    return {"person/" + std::to_string(person), text(honorific), text(name), text(post),
            text(note)};
}

std::optional<Head> head_named(store::Session& session, std::int64_t forum,
                               const std::string& reference)
{
    const auto slash = reference.find('/');
    if (slash == std::string::npos)
        return std::nullopt;
    const auto number = reference.substr(slash + 1);
    if (reference.starts_with("registration/")) {
        const auto one = registration::registered(session, forum, number);
        return one ? std::optional(head_of(*one)) : std::nullopt;
    }
    for (const auto& [person, honorific, name, post, note] :
         session.select<std::int64_t, std::string, std::string, std::optional<std::string>,
                        std::string>(
             "SELECT p.id, p.honorific, p.name, (SELECT o.title FROM delegate g JOIN post o ON "
             "o.id = g.post WHERE g.forum = :forum AND g.person = p.id ORDER BY g.id LIMIT 1), "
             "p.note FROM person p WHERE p.id = :person",
             forum, whole_number(number).value_or(0)))
        return head_of(person, honorific, name, post.value_or(""), note);
    return std::nullopt;
}

std::map<std::int64_t, Head> heads_at(store::Session& session, std::int64_t forum)
{
    std::map<std::int64_t, Head> heads;
    for (const auto& [delegation, person, honorific, name, post, note] :
         session.select<std::int64_t, std::int64_t, std::string, std::string,
                        std::optional<std::string>, std::string>(
             "SELECT g.delegation, p.id, p.honorific, p.name, o.title, p.note FROM delegate g JOIN "
             "person p ON p.id = g.person LEFT JOIN post o ON o.id = g.post WHERE g.forum = :forum "
             "AND g.role = 'head' ORDER BY g.position DESC, g.id DESC",
             forum))
        heads[delegation] = head_of(person, honorific, name, post.value_or(""), note);
    for (const auto& one : registration::coming_at(session, forum, {.role = "head"}))
        heads.try_emplace(one.registration.delegation().number(), head_of(one));
    return heads;
}

std::vector<HeadChange> head_changes(store::Session& session, std::int64_t forum,
                                     const std::vector<Meeting>& meetings,
                                     const std::map<std::int64_t, Head>& heads, Instant now)
{
    std::map<std::pair<std::int64_t, std::int64_t>, std::string> told;
    for (const auto& [meeting, delegation, head] :
         session.select<std::int64_t, std::int64_t, std::string>(
             "SELECT meeting, delegation, head FROM meeting_head_told WHERE forum = :forum ORDER "
             "BY "
             "id",
             forum))
        told[{meeting, delegation}] = head;
    std::vector<HeadChange> changes;
    for (const auto& meeting : meetings)
        for (const auto delegation : meeting.delegations()) {
            const auto known = told.find({meeting.id().number(), delegation});
            const auto head = heads.find(delegation);
            const auto reference = head == heads.end() ? std::string{} : head->second.reference;
            if (meeting.status(now) == Status::accepted && known != told.end() &&
                known->second != reference && !reference.empty())
                changes.push_back({meeting, delegation, reference});
        }
    return changes;
}

void note_told(web::Desk& desk, std::int64_t forum, Id<Meeting> meeting, std::int64_t delegation,
               const std::string& head)
{
    desk.session().run("INSERT INTO meeting_head_told (forum, id, meeting, delegation, head, at) "
                       "VALUES (:forum, :id, :meeting, :delegation, :head, :at)",
                       forum, desk.next_id<HeadChange>(), meeting, delegation, head, desk.now());
}

}  // namespace sala::bilateral
