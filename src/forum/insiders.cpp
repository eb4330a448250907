// SPDX-License-Identifier: Apache-2.0

#include "forum/insiders.hpp"

#include <algorithm>

namespace sala::forum {

namespace {

// People in circles: who shares with whom, and with whom those share.
class Circles {
public:
    void add(Id<web::Login> login) { of_.try_emplace(login, static_cast<int>(of_.size())); }
    void join(Id<web::Login> one, Id<web::Login> other)
    {
        const int kept = of_.at(other);
        const int gone = of_.at(one);
        for (auto& [login, circle] : of_)
            if (circle == gone)
                circle = kept;
    }
    void join_all(Id<web::Login> with)
    {
        for (auto& [login, circle] : of_)
            circle = of_.at(with);
    }
    bool knows(Id<web::Login> login) const { return of_.contains(login); }
    std::set<Id<web::Login>> around(Id<web::Login> one) const
    {
        std::set<Id<web::Login>> all;
        for (const auto& [login, circle] : of_)
            if (circle == of_.at(one))
                all.insert(login);
        return all;
    }

private:
    std::map<Id<web::Login>, int> of_;
};

// Whoever gave the role spoke for the delegation then, and did not give it as the secretariat
// alone.
bool was_shared(const std::vector<SpeakingRole>& roles, const SpeakingRole& given)
{
    return std::any_of(roles.begin(), roles.end(), [&](const SpeakingRole& one) {
        return one.id < given.id && one.to == given.by && one.stood_at(given.at);
    });
}

}  // namespace

Insiders::Insiders(const std::vector<SpeakingRole>& roles)
{
    using enum SpeakingRole::LetIn;
    Circles circles;
    for (const auto& role : roles) {
        circles.add(role.to);
        if (was_shared(roles, role))
            circles.join(role.to, role.by);
        if (role.let_in == before_anybody_was_asked)
            circles.join_all(role.to);
        if (role.let_in == by_somebody && circles.knows(role.let_in_by))
            circles.join(role.to, role.let_in_by);
    }
    const auto longest = std::find_if(roles.begin(), roles.end(),
                                      [](const SpeakingRole& one) { return !one.withdrawn_at; });
    if (longest == roles.end())
        return;
    all_ = circles.around(longest->to);
    // When the last of others who once stood longest was gone.
    Instant gone;
    for (auto role = roles.begin(); role != longest; ++role) {
        if (role->withdrawn_at <= gone)
            continue;
        gone = role->withdrawn_at;
        if (!has(role->to))
            since_ = gone;
    }
}

Insiders insiders_of(store::Session& session, std::int64_t forum, std::int64_t delegation)
{
    using Number = std::optional<std::int64_t>;
    std::vector<SpeakingRole> roles;
    for (const auto& [id, to, by, at, withdrawn_at, let_in_at, let_in_by] :
         session.select<std::int64_t, std::int64_t, Number, std::int64_t, Number, Number, Number>(
             "SELECT g.id, g.login, g.by_login, g.at, w.at, i.at, i.by_login FROM role_grant g "
             "LEFT JOIN role_withdrawal w ON w.forum = g.forum AND w.role_grant = g.id LEFT JOIN "
             "focal_point_let_in i ON i.forum = g.forum AND i.role_grant = g.id WHERE g.forum = "
             ":forum AND g.delegation = :delegation AND g.role = 'focal-point' ORDER BY g.id",
             forum, delegation)) {
        using enum SpeakingRole::LetIn;
        roles.push_back({Id<Grant>{id}, Id<web::Login>{to}, Id<web::Login>{by.value_or(0)},
                         Instant{at}, Instant{withdrawn_at.value_or(0)},
                         !let_in_at  ? no
                         : let_in_by ? by_somebody
                                     : before_anybody_was_asked,
                         Id<web::Login>{let_in_by.value_or(0)}});
    }
    return Insiders{roles};
}

void insert(store::Session& session, const LettingIn& letting_in)
{
    session.run("INSERT INTO focal_point_let_in (forum, role_grant, by_login, at) VALUES (:forum, "
                ":role_grant, :by_login, :at)",
                letting_in.forum, letting_in.grant, letting_in.by, letting_in.at);
}

}  // namespace sala::forum
