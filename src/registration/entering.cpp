// SPDX-License-Identifier: Apache-2.0

#include "registration/entering.hpp"

#include <algorithm>

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

// Whoever moves somebody who has a place into another category takes one there; a delegation that
// asks for another one while it is decided again gives the place up.
static Allowed place_is_free(web::Desk& desk, const Registered& was, const Particulars& becomes)
{
    const auto& key = becomes["category"];
    if (!was.holds_place || key == was.particulars["category"])
        return allowed();
    const auto forum = was.registration.forum();
    if (places_of(desk.session(), forum, categories_at(desk.session(), forum), key).free())
        return allowed();
    return invalid("category", "category-full",
                   "Every place of this category is taken. Give it more places first, or choose "
                   "another one.");
}

static Json joined(Json columns, const Json& others)
{
    for (const auto& [field, words] : others.members())
        columns.set(field, words);
    return columns;
}

void end_wish(web::Desk& desk, std::int64_t forum, Id<Wish> wish, WishAnswer::How how,
              const std::string& reason)
{
    desk.record(WishAnswer{forum, wish, how, desk.visitor().login, desk.now(), reason});
}

Allowed call_off_wish(web::Desk& desk, const Registered& one, const std::string& number)
{
    const auto open = open_wish(desk.session(), one.registration.forum(), one.registration.id());
    if (!open)
        return conflict("nothing-asked-for", "Nothing is asked for here any more.");
    if (number != open->id.word())
        return stale("changed-meanwhile",
                     "Something else is asked for by now. Read what is wanted first.");
    end_wish(desk, one.registration.forum(), open->id, WishAnswer::called_off);
    return allowed();
}

// In whatever order.
static bool say_the_same(const Json& one, const Json& other)
{
    return one.members().size() == other.members().size() &&
           std::all_of(one.members().begin(), one.members().end(), [&](const auto& said) {
               return other[said.first].string() == said.second.string();
           });
}

// There is one wish at a time. Whoever was shown the open one has written it anew; whoever was not
// adds to it, so that nothing is lost that somebody asked for.
static void keep_wish(web::Desk& desk, const Registered& was, Json wanted,
                      std::optional<Id<Wish>> shown)
{
    const auto& registration = was.registration;
    const auto forum = registration.forum();
    if (const auto open = open_wish(desk.session(), forum, registration.id())) {
        if (shown != open->id)
            wanted = joined(open->wanted, wanted);
        if (say_the_same(wanted, open->wanted))
            return;
        const bool nothing = wanted.members().empty();
        end_wish(desk, forum, open->id, nothing ? WishAnswer::called_off : WishAnswer::joined);
    }
    if (!wanted.members().empty())
        desk.record(Wish{forum, desk.next_id<Wish>(), registration.id(), std::move(wanted),
                         desk.visitor().login, desk.now()});
}

// Written down, so that whoever looked before can be told what is new.
static void write_anew(web::Desk& desk, const Registered& was, const Particulars& becomes,
                       Side side, const ChangedAnswers& answers)
{
    const auto& registration = was.registration;
    const auto columns = differing(was.particulars, becomes);
    desk.record(Rewritten{registration.forum(), desk.next_id<Rewritten>(), registration.id(),
                          joined(part_json(was.particulars, columns), answers.before),
                          joined(part_json(becomes, columns), answers.after),
                          side == Side::secretariat, desk.visitor().login, desk.now()});
    keep_particulars(desk.session(), registration.forum(), registration.id(), was.version + 1,
                     becomes);
}

// Whoever does not agree any more asks nobody.
static bool takes_consent_back(const Registered& was, const Particulars& becomes)
{
    return !was.particulars["on_list"].empty() && becomes["on_list"].empty();
}

static Registered without_consent(web::Desk& desk, const Registered& was, Side side)
{
    auto becomes = was;
    becomes.particulars.set("on_list", {});
    write_anew(desk, was, becomes.particulars, side, {});
    ++becomes.version;
    return becomes;
}

Result<Edit> rewrite(web::Desk& desk, const Registered& was, const Particulars& becomes, Side side,
                     bool closed, const ChangedAnswers& answers, std::optional<Id<Wish>> shown)
{
    const auto& registration = was.registration;
    const auto columns = differing(was.particulars, becomes);
    auto edit = registration.edited(side, any_matters(columns) || answers.matter, closed);
    if ((!edit || *edit == Edit::asked_for) && takes_consent_back(was, becomes)) {
        const auto now = without_consent(desk, was, side);
        if (!edit && now.particulars == becomes && answers.none())
            return Edit::kept;
        return rewrite(desk, now, becomes, side, closed, answers, shown);
    }
    if (!edit)
        return edit;
    if (*edit == Edit::asked_for) {
        keep_wish(desk, was, joined(part_json(becomes, columns), answers.after), shown);
        return edit;
    }
    if (columns.empty() && (answers.none() || (*edit == Edit::kept && !answers.matter)))
        return edit;
    if (*edit == Edit::kept && side == Side::secretariat)
        if (const auto free = place_is_free(desk, was, becomes); !free)
            return free.refusal();
    write_anew(desk, was, becomes, side, answers);
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
            count_at(session, forum, {.holds_place = true, .category = key})};
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
         .places = step == Step::approve && !one.holds_place
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
