// SPDX-License-Identifier: Apache-2.0

#include "registration/entering.hpp"

namespace sala::registration {

std::vector<forum::Part> categories_at(store::Session& session, std::int64_t forum)
{
    std::vector<forum::Part> all;
    for (const auto& [number, key, name] : session.select<std::int64_t, std::string, std::string>(
             "SELECT id, key, name FROM category WHERE forum = :forum ORDER BY position, id",
             forum))
        all.push_back({number, key, Text::read(name).value_or(Text{})});
    return all;
}

std::vector<std::string> keys_of(const std::vector<forum::Part>& parts)
{
    std::vector<std::string> keys;
    keys.reserve(parts.size());
    for (const auto& part : parts)
        keys.push_back(part.key);
    return keys;
}

Side side_of(const Delegation& delegation)
{
    return delegation.on_behalf ? Side::secretariat : Side::delegation;
}

Id<Registration> begin_registration(web::Desk& desk, const Delegation& delegation,
                                    const Particulars& particulars)
{
    const Begun begun{delegation.forum.id, desk.next_id<Registration>(), delegation.id,
                      desk.visitor().login, desk.now()};
    desk.record(begun);
    keep_particulars(desk.session(), begun.forum, begun.id, 1, particulars);
    return begun.id;
}

// Whoever moves somebody who is approved into another category takes a place there.
static Allowed place_is_free(web::Desk& desk, const Registered& was, const Particulars& becomes)
{
    const auto& key = becomes["category"];
    if (was.registration.status() != Status::approved || key == was.particulars["category"])
        return allowed();
    const auto forum = was.registration.forum();
    if (places_of(desk.session(), forum, categories_at(desk.session(), forum), key).free())
        return allowed();
    return invalid("category", "category-full",
                   "Every place of this category is taken. Give it more places first, or choose "
                   "another one.");
}

// A later wish takes the place of an earlier one that nobody has answered.
static void keep_wish(web::Desk& desk, const Registered& was, Json wanted)
{
    const auto& registration = was.registration;
    if (was.wish)
        desk.record(
            WishAnswer{registration.forum(), *was.wish, false, desk.visitor().login, desk.now()});
    desk.record(Wish{registration.forum(), desk.next_id<Wish>(), registration.id(),
                     std::move(wanted), desk.visitor().login, desk.now()});
}

static Json joined(Json columns, const Json& answers)
{
    for (const auto& [field, words] : answers.members())
        columns.set(field, words);
    return columns;
}

Result<Edit> rewrite(web::Desk& desk, const Registered& was, const Particulars& becomes, Side side,
                     bool closed, const ChangedAnswers& answers)
{
    const auto& registration = was.registration;
    const auto columns = differing(was.particulars, becomes);
    auto edit = registration.edited(side, any_matters(columns) || answers.matter, closed);
    if (!edit || (columns.empty() && answers.none()))
        return edit;
    if (*edit == Edit::asked_for) {
        keep_wish(desk, was, joined(part_json(becomes, columns), answers.after));
        return edit;
    }
    if (columns.empty() && *edit == Edit::kept)
        return edit;
    if (*edit == Edit::kept)
        if (const auto free = place_is_free(desk, was, becomes); !free)
            return free.refusal();
    desk.record(Rewritten{registration.forum(), desk.next_id<Rewritten>(), registration.id(),
                          joined(part_json(was.particulars, columns), answers.before),
                          joined(part_json(becomes, columns), answers.after),
                          side == Side::secretariat, desk.visitor().login, desk.now()});
    if (!columns.empty())
        keep_particulars(desk.session(), registration.forum(), registration.id(), was.version + 1,
                         becomes);
    if (*edit == Edit::decided_again) {
        const auto act = registration.taken(
            desk.next_id<Act>(),
            {.step = Step::change, .side = side, .by = desk.visitor().login, .at = desk.now()});
        if (!act)
            return act.refusal();
        desk.record(*act);
    }
    return edit;
}

web::Limits category_limits(const std::vector<forum::Part>& categories, std::string_view key)
{
    const auto* part = part_keyed(categories, key);
    return part ? web::Limits{{"category", part->number}} : web::Limits{};
}

bool may_decide(const web::Desk& desk, const std::vector<forum::Part>& categories,
                const std::string& key)
{
    return desk.may(forum::category_managers, category_limits(categories, key));
}

Places places_of(store::Session& session, std::int64_t forum,
                 const std::vector<forum::Part>& categories, const std::string& key)
{
    const auto* part = part_keyed(categories, key);
    if (!part)
        return {};
    const auto quota = session.find<std::optional<std::int64_t>>(
        "SELECT places FROM category_quota WHERE forum = :forum AND category = :category ORDER BY "
        "id DESC LIMIT 1",
        forum, part->number);
    return {quota ? std::get<0>(*quota) : std::nullopt,
            count_at(session, forum, {.status = Status::approved, .category = key})};
}

std::map<std::string, std::int64_t> quotas_at(store::Session& session, std::int64_t forum)
{
    std::map<std::string, std::int64_t> quotas;
    for (const auto& [key, places] : session.select<std::string, std::optional<std::int64_t>>(
             "SELECT c.key, q.places FROM category c JOIN category_quota q ON q.forum = c.forum "
             "AND "
             "q.category = c.id AND q.id = (SELECT MAX(n.id) FROM category_quota n WHERE n.forum = "
             "c.forum AND n.category = c.id) WHERE c.forum = :forum",
             forum))
        if (places)
            quotas.emplace(key, *places);
    return quotas;
}

Allowed take_step(web::Desk& desk, const Registered& one, Step step, Side side,
                  const std::string& reason, const std::vector<forum::Part>& categories)
{
    const auto& key = one.particulars["category"];
    const bool decides = side_of(step) == Side::secretariat && side == Side::secretariat;
    if (decides && !may_decide(desk, categories, key))
        return forbidden("not-your-category", "Somebody else decides about this category.");
    const auto act = one.registration.taken(
        desk.next_id<Act>(),
        {.step = step,
         .side = side,
         .reason = reason,
         .places = step == Step::approve
                       ? places_of(desk.session(), one.registration.forum(), categories, key)
                       : Places{},
         .by = desk.visitor().login,
         .at = desk.now()});
    if (!act)
        return act.refusal();
    desk.record(*act);
    return allowed();
}

}  // namespace sala::registration
