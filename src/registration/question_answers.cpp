// SPDX-License-Identifier: Apache-2.0

#include "registration/question_answers.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace sala::registration {

namespace {

const Question* question_of(const std::vector<Question>& all, Id<Question> id)
{
    const auto found =
        std::find_if(all.begin(), all.end(), [&](const Question& one) { return one.id == id; });
    return found == all.end() ? nullptr : &*found;
}

constexpr char answer_of[] =
    "EXISTS (SELECT 1 FROM asked_answer a WHERE a.forum = n.forum AND a.registration = "
    "n.registration AND a.question = {} AND a.words {})";

// The names of values carry `mark`, which differs wherever one statement holds several of these.
Condition asked(const std::vector<Question>& all, const Question& one, const std::string& mark)
{
    Condition now{"n.status NOT IN ('refused', 'withdrawn')"};
    if (!one.category.empty()) {
        now.sql += fmt::format(" AND n.category = :category_{}", mark);
        now.values.emplace_back(one.category);
    }
    if (one.after_approval)
        now.sql += " AND n.holds_place = 1";
    if (!one.if_question)
        return now;
    const auto* before = question_of(all, *one.if_question);
    if (!before)  // it is asked no longer
        return {"1 = 0"};
    now.sql += " AND " + fmt::format(fmt::runtime(answer_of), before->id.word(),
                                     fmt::format("= :answer_{}", mark));
    now.values.emplace_back(one.if_answer);
    // A question hangs on an earlier one, so this ends.
    auto hangs_on = asked(all, *before, mark + "_" + before->id.word());
    now.sql += " AND " + hangs_on.sql;
    now.values.insert(now.values.end(), hangs_on.values.begin(), hangs_on.values.end());
    return now;
}

std::string unanswered(const Question& one)
{
    return " AND NOT " + fmt::format(fmt::runtime(answer_of), one.id.word(), "<> ''");
}

void append(Condition& to, const std::string& before, const Condition& more)
{
    to.sql += before + more.sql;
    to.values.insert(to.values.end(), more.values.begin(), more.values.end());
}

}  // namespace

Condition asked_now(const std::vector<Question>& all, const Question& one, bool open)
{
    auto now = asked(all, one, one.id.word());
    if (open)
        now.sql += unanswered(one);
    return now;
}

Condition owes_answer(const std::vector<Question>& all)
{
    Condition owes{"1 = 0"};
    for (const auto& one : all)
        if (one.needed)
            append(owes, " OR ", asked_now(all, one, true));
    return owes;
}

std::vector<AnswerCount> answer_counts(store::Session& session, std::int64_t forum,
                                       const std::vector<Question>& all)
{
    std::vector<AnswerCount> counts(all.size());
    if (all.empty())
        return counts;
    Condition every{"", {forum}};
    for (std::size_t place = 0; place < all.size(); ++place)
        append(
            every,
            fmt::format("{}SELECT {}, COUNT(*), COUNT(s.words) FROM registration_now n LEFT JOIN "
                        "asked_answer s ON s.forum = n.forum AND s.registration = "
                        "n.registration AND s.question = {} AND s.words <> '' WHERE n.forum = "
                        ":forum AND n.merged = 0 AND ",
                        place == 0 ? "" : " UNION ALL ", place, all[place].id.word()),
            asked_now(all, all[place], false));
    const store::Kind kinds[] = {store::Kind::integer, store::Kind::integer, store::Kind::integer};
    for (const auto& row : session.select_kinds(every.sql, every.values, kinds)) {
        const auto number = [&](std::size_t column) {
            const auto* held = std::get_if<std::int64_t>(&row[column]);
            return held ? *held : 0;
        };
        counts[static_cast<std::size_t>(number(0))] = {number(1), number(2)};
    }
    return counts;
}

std::set<Id<Registration>> owing_of(store::Session& session, std::int64_t forum,
                                    DelegationId delegation, const std::vector<Question>& all)
{
    std::set<Id<Registration>> owing;
    if (std::none_of(all.begin(), all.end(), [](const Question& one) { return one.needed; }))
        return owing;
    Condition owes{"SELECT n.registration FROM registration_now n WHERE n.forum = :forum AND "
                   "n.merged = 0 AND n.delegation = :delegation AND (",
                   {forum, delegation.number()}};
    append(owes, "", owes_answer(all));
    owes.sql += ")";
    const store::Kind kinds[] = {store::Kind::integer};
    for (const auto& row : session.select_kinds(owes.sql, owes.values, kinds))
        if (const auto* id = std::get_if<std::int64_t>(&row[0]))
            owing.emplace(*id);
    return owing;
}

std::map<Id<Registration>, Answers>
answers_at(store::Session& session, std::int64_t forum,
           const std::optional<std::vector<Id<Registration>>>& people)
{
    std::string among;
    if (people) {
        among = " AND registration IN (0";  // numbers of ours, never words of others
        for (const auto& one : *people)
            among += "," + one.word();
        among += ")";
    }
    std::map<Id<Registration>, Answers> all;
    for (auto& [registration, asked, words] :
         session.select<std::int64_t, std::int64_t, std::string>(
             "SELECT registration, question, words FROM asked_answer WHERE forum = :forum AND "
             "words "
             "<> ''" +
                 among,
             forum))
        all[Id<Registration>{registration}].emplace(Id<Question>{asked}, std::move(words));
    return all;
}

}  // namespace sala::registration
