// SPDX-License-Identifier: Apache-2.0

#include "registration/own_copy.hpp"

#include "registration/erasing.hpp"
#include "registration/registration.view.hpp"

#include <algorithm>
#include <map>

namespace sala::registration {

namespace {

using Groups = std::vector<Particular::Group>;

// Words of ours in a copy are English, those of the forum as it has them.
const web::Reader reader{};

// The titles of all forums. One statement.
std::map<std::int64_t, std::string> titles_of_forums(store::Session& session)
{
    std::map<std::int64_t, std::string> titles;
    for (const auto& [forum, title] :
         session.select<std::int64_t, std::string>("SELECT id, title FROM forum"))
        titles.emplace(forum, Text::read(title).value_or(Text{}).words(reader.language));
    return titles;
}

std::optional<Registered> one_at(store::Session& session, const AtForum& at)
{
    auto found = registered_at(session, at.first, {.only = at.second, .merged_too = true});
    return found.empty() ? std::nullopt : std::optional(std::move(found.front()));
}

Json entered(store::Session& session, const Registered& one, const Groups& groups)
{
    const auto categories = categories_at(session, one.registration.forum());
    auto all = Json::array();
    for (const auto& column : all_particulars()) {
        const auto& words = one.particulars[column.name];
        if (!words.empty() && std::find(groups.begin(), groups.end(), column.group) != groups.end())
            all.push(Json::object({{"what", reader.say(column.label)},
                                   {"words", said_words(reader, column, words, categories)}}));
    }
    return all;
}

// Columns and fields of questions of one version, as they are asked.
Json version_json(store::Session& session, std::int64_t forum, const std::string& kept)
{
    const auto said = Json::read(kept).value_or(Json::object());
    const auto categories = categories_at(session, forum);
    auto all = Json::array();
    for (const auto& column : all_particulars())
        if (said[column.name].is_string())
            all.push(Json::object(
                {{"what", reader.say(column.label)},
                 {"words", said_words(reader, column, said[column.name].string(), categories)}}));
    for (const auto& [id, prompt] : session.select<std::int64_t, std::string>(
             "SELECT id, prompt FROM asked_question WHERE forum = :forum ORDER BY id", forum))
        if (const auto& words = said[Question{.id = Id<Question>{id}}.field()]; words.is_string())
            all.push(
                Json::object({{"what", Text::read(prompt).value_or(Text{}).words(reader.language)},
                              {"words", words.string()}}));
    return all;
}

Json decisions_json(store::Session& session, const AtForum& at)
{
    auto all = Json::array();
    for (const auto& told : acts_of(session, at.first, at.second))
        all.push(Json::object({{"what", reader.say(step_name(told.act.step))},
                               {"at", told.act.at.milliseconds()},
                               {"reason", told.act.reason},
                               {"on_behalf_of_the_delegation", told.act.on_behalf}}));
    return all;
}

std::string answer_of(const AskedFor& one)
{
    if (!one.answer)
        return "none yet";
    switch (one.answer->how) {
    case WishAnswer::made:
        return "the change was made";
    case WishAnswer::left:
        return "it was left as it is";
    case WishAnswer::joined:
        return "it was joined with a later one";
    case WishAnswer::called_off:
        return "it was called off";
    }
    return {};
}

Json wishes_json(store::Session& session, const AtForum& at)
{
    auto all = Json::array();
    for (const auto& one : wishes_of(session, at.first, Id<Registration>{at.second}))
        all.push(Json::object({{"at", one.wish.at.milliseconds()},
                               {"wanted", version_json(session, at.first, one.wish.wanted.write())},
                               {"answer", answer_of(one)},
                               {"reason", one.answer ? one.answer->reason : std::string{}}}));
    return all;
}

Json badges_json(store::Session& session, const AtForum& at)
{
    auto all = Json::array();
    for (const auto& [badge, printed_at, why, ended_at] :
         session.select<std::int64_t, std::int64_t, std::optional<std::string>,
                        std::optional<std::int64_t>>(
             "SELECT b.id, p.at, e.why, e.at FROM badge b JOIN badge_print p ON p.forum = b.forum "
             "AND p.id = b.print LEFT JOIN badge_end e ON e.forum = b.forum AND e.badge = b.id "
             "WHERE b.forum = :forum AND b.registration = :id ORDER BY b.id",
             at.first, at.second))
        all.push(Json::object({{"number", std::to_string(badge)},
                               {"printed_at", printed_at},
                               {"ended", why ? Json(*why) : Json()},
                               {"ended_at", ended_at ? Json(*ended_at) : Json()}}));
    return all;
}

Json registration_json(store::Session& session, const std::string& forum, const AtForum& at,
                       const Registered& one)
{
    const auto delegations = delegations_at(session, at.first);
    return Json::object(
        {{"forum", forum},
         {"delegation", part_words(reader, delegations, one.registration.delegation().number())},
         {"status", reader.say(status_name(one.registration.status()))},
         {"since", one.since.milliseconds()},
         {"entered", entered(session, one, {Particular::who, Particular::consent})},
         {"decisions", decisions_json(session, at)},
         {"wishes", wishes_json(session, at)},
         {"badges", badges_json(session, at)}});
}

Json photo_json(store::Session& session, const AtForum& at)
{
    const auto photo = session.find<std::string, std::int64_t>(
        "SELECT jpeg, at FROM person_photo WHERE forum = :forum AND registration = :id", at.first,
        at.second);
    if (!photo)
        return {};
    return Json::object({{"jpeg_base64", std::get<0>(*photo)}, {"at", std::get<1>(*photo)}});
}

Json versions_json(store::Session& session, const AtForum& at)
{
    auto all = Json::array();
    for (const auto& [written_at, before, after] :
         session.select<std::int64_t, std::string, std::string>(
             "SELECT at, before, after FROM registration_revision WHERE forum = :forum AND "
             "registration = :id ORDER BY id",
             at.first, at.second))
        all.push(Json::object({{"at", written_at},
                               {"before", version_json(session, at.first, before)},
                               {"after", version_json(session, at.first, after)}}));
    return all;
}

Json answers_json(store::Session& session, const AtForum& at)
{
    auto all = Json::array();
    for (const auto& [prompt, words] : session.select<std::string, std::string>(
             "SELECT q.prompt, a.words FROM asked_answer a JOIN asked_question q ON q.forum = "
             "a.forum AND q.id = a.question WHERE a.forum = :forum AND a.registration = :id ORDER "
             "BY q.id",
             at.first, at.second))
        all.push(
            Json::object({{"question", Text::read(prompt).value_or(Text{}).words(reader.language)},
                          {"answer", answer_words(reader, Question{}, words)}}));
    return all;
}

Json admissions_json(store::Session& session, const AtForum& at)
{
    auto all = Json::array();
    for (const auto& [door, seen_at, undone_at] :
         session.select<std::string, std::int64_t, std::optional<std::int64_t>>(
             "SELECT m.door, m.at, u.at FROM admission m LEFT JOIN admission_undo u ON u.forum = "
             "m.forum AND u.admission = m.id WHERE m.forum = :forum AND m.registration = :id ORDER "
             "BY m.at, m.id",
             at.first, at.second))
        all.push(Json::object({{"door", door},
                               {"at", seen_at},
                               {"undone_at", undone_at ? Json(*undone_at) : Json()}}));
    return all;
}

// A vehicle is a delegation's; its words were written by whoever named it.
Json vehicles_json(store::Session& session, Id<web::Login> login, Json all)
{
    auto titles = titles_of_forums(session);
    for (const auto& [forum, plate, remark] :
         session.select<std::int64_t, std::string, std::string>(
             "SELECT v.forum, w.plate, w.remark FROM vehicle_pass v JOIN vehicle_pass_words w ON "
             "w.forum = v.forum AND w.pass = v.id WHERE v.by_login = :login ORDER BY v.id",
             login))
        all.push(Json::object({{"forum", titles[forum]}, {"vehicle", plate}, {"remark", remark}}));
    return all;
}

template <typename Copy>
Json of_each_claimed(store::Session& session, Id<web::Login> login, Copy&& copy)
{
    auto all = Json::array();
    for (const auto& at : claimed_by(session, login))
        if (const auto one = one_at(session, at))
            all.push(copy(at, *one));
    return all;
}

}  // namespace

Json registrations_copy(store::Session& session, Id<web::Login> login)
{
    auto titles = titles_of_forums(session);
    auto all = of_each_claimed(session, login, [&](const AtForum& at, const Registered& one) {
        return registration_json(session, titles[at.first], at, one);
    });
    for (const auto& [forum, at] : session.select<std::int64_t, std::int64_t>(
             "SELECT forum, at FROM registration_claim WHERE login = :login ORDER BY id", login))
        all.push(Json::object({{"claimed_at_forum", titles[forum]}, {"at", at}}));
    for (const auto& one : only_addressed(session, login))
        all.push(Json::object({{"forum", titles[one.first]},
                               {"carries_your_address_and_is_not_claimed", one.second.word()}}));
    return all;
}

Json visas_copy(store::Session& session, Id<web::Login> login)
{
    auto titles = titles_of_forums(session);
    return of_each_claimed(session, login, [&](const AtForum& at, const Registered& one) {
        return Json::object({{"forum", titles[at.first]},
                             {"entered", entered(session, one, {Particular::visa})},
                             {"photo", photo_json(session, at)},
                             {"earlier_versions", versions_json(session, at)}});
    });
}

Json stays_copy(store::Session& session, Id<web::Login> login)
{
    auto titles = titles_of_forums(session);
    auto all = of_each_claimed(session, login, [&](const AtForum& at, const Registered& one) {
        return Json::object(
            {{"forum", titles[at.first]},
             {"entered",
              entered(session, one, {Particular::contact, Particular::stay, Particular::travel})},
             {"answers", answers_json(session, at)},
             {"seen_at_doors", admissions_json(session, at)}});
    });
    return vehicles_json(session, login, std::move(all));
}

Json invitations_copy(store::Session& session, Id<web::Login> login)
{
    auto titles = titles_of_forums(session);
    auto all = Json::array();
    for (const auto& [forum, name, address] :
         session.select<std::int64_t, std::string, std::string>(
             "SELECT r.forum, r.name, r.address FROM invitation_recipient r JOIN login_address a "
             "ON LOWER(r.address) = a.address WHERE a.login = :login ORDER BY r.invitation",
             login))
        all.push(Json::object({{"forum", titles[forum]}, {"name", name}, {"address", address}}));
    for (const auto& [forum, name, address] :
         session.select<std::int64_t, std::string, std::string>(
             "SELECT w.forum, w.focal_name, w.focal_address FROM invitation_answer_words w JOIN "
             "login_address a ON LOWER(w.focal_address) = a.address WHERE a.login = :login ORDER "
             "BY w.answer",
             login))
        all.push(Json::object({{"forum", titles[forum]}, {"name", name}, {"address", address}}));
    return all;
}

}  // namespace sala::registration
