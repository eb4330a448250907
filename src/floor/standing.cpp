// SPDX-License-Identifier: Apache-2.0

#include "floor/standing.hpp"

#include <algorithm>

namespace sala::floor {

namespace {

Candidate candidate_of(const Hall& hall, const Entry& entry)
{
    Candidate one;
    one.key = std::to_string(entry.id);
    one.group = entry.kind == Kind::group;
    one.inscribed = entry.asked ? entry.entered_at : Instant{};
    if (const auto* delegation = hall.names.delegation(entry.delegation)) {
        one.name = delegation->name.words(Language::english());
        one.country = delegation->country.words(Language::english());
        one.seat = seat_named(delegation->seat);
        one.host = !hall.forum.city.empty() && delegation->city_key == hall.forum.city;
    }
    if (const auto* planned = hall.names.planned(entry.intervention)) {
        one.level = level_named(planned->level);
        one.number = planned->number;
        if (one.name.empty())
            one.name = planned->title.words(Language::english());
    }
    if (const auto* delegation = hall.names.delegation(entry.delegation))
        one.lot = hall.key + "/" + delegation->key;
    if (const auto said = hall.inscribed.find(entry.delegation); said != hall.inscribed.end())
        one.level = level_named(said->second.level);
    if (const auto* person = hall.names.person(entry.person); person && one.name.empty())
        one.name = person->name.words(Language::english());
    if (one.country.empty())
        one.country = one.name;
    return one;
}

std::string said(const web::Reader& reader, const Reason& reason)
{
    auto sentence = reason.sentence;
    for (const auto& [name, words] : reason.said)
        sentence.arguments.emplace_back(name, reader.say(words));
    return reader.say(sentence);
}

std::size_t place_in(const std::vector<Placed>& all, const std::string& key)
{
    return static_cast<std::size_t>(
        std::find_if(all.begin(), all.end(), [&](const Placed& one) { return one.key == key; }) -
        all.begin());
}

// The last act that brought an entry into the list, when the list was not put in order since; null:
// it stands where an order put it.
const Act* came_later_by(const Hall& hall, std::int64_t entry)
{
    const Act* last = nullptr;
    for (const auto& act : hall.acts) {
        if (hall.floor.undone().count(act.number) > 0)
            continue;
        const auto what = act.step.what;
        if (what == What::order)
            last = nullptr;
        else if ((what == What::enter && act.id == entry) ||
                 (act.step.entry == entry &&
                  (what == What::restore || what == What::take_back || what == What::defer)))
            last = &act;
    }
    return last;
}

// Which of the entries, in the order of the list, stand in the order of their places: as many as
// there are, and rather those whom an order put there than those who came later.
std::vector<bool> in_order(const std::vector<std::size_t>& places, const std::vector<bool>& later)
{
    const auto many = places.size();
    std::vector<std::size_t> weight(many);
    std::vector<std::size_t> before(many, many);
    std::size_t best = many;
    for (std::size_t i = 0; i < many; ++i) {
        for (std::size_t j = 0; j < i; ++j)
            if (places[j] < places[i] && weight[j] > weight[i]) {
                weight[i] = weight[j];
                before[i] = j;
            }
        weight[i] += later[i] ? 1 : many + 1;
        if (best == many || weight[i] > weight[best])
            best = i;
    }
    std::vector<bool> kept(many, false);
    for (; best < many; best = before[best])
        kept[best] = true;
    return kept;
}

Sentence came_later(const Act* act, const Arguments& place)
{
    if (!act)
        return tr("By the rules it would be number {place}", place);
    switch (act->step.what) {
    case What::restore:
        return tr("Was absent and came back; by the rules it would be number {place}", place);
    case What::take_back:
        return tr("Had the floor before; by the rules it would be number {place}", place);
    case What::defer:
        return tr("Waits until the end of the list; by the rules it would be number {place}",
                  place);
    default:
        break;
    }
    return tr("Came into the list later; by the rules it would be number {place}", place);
}

// Of those who were called, by the rules, the nearest one before the first who waits.
std::optional<Reason> behind_called(const Hall& hall)
{
    if (hall.floor.list().empty())
        return std::nullopt;
    const auto& first = *hall.floor.entry(hall.floor.list().front());
    std::vector<Candidate> all{candidate_of(hall, first)};
    const auto key = all.front().key;
    for (const auto& entry : hall.floor.entries())
        if (is_listed(entry.kind) &&
            (entry.status == Status::speaking || entry.status == Status::spoken ||
             entry.status == Status::absent))
            all.push_back(candidate_of(hall, entry));
    const auto placed = ordered(std::move(all), hall.rules);
    const auto place = place_in(placed, key);
    return place > 0 ? std::optional(placed[place].reason) : std::nullopt;
}

// Act `number` of the hall; null: it has none.
const Act* act_numbered(const Hall& hall, std::int64_t number)
{
    const auto found = std::find_if(hall.acts.begin(), hall.acts.end(),
                                    [&](const Act& act) { return act.number == number; });
    return found == hall.acts.end() ? nullptr : &*found;
}

Sentence placed_why(const Act* act)
{
    if (act && act->words_gone)
        return tr("Placed by the chair; the reason is no longer kept");
    if (!act || act->step.words.empty())
        return tr("Placed by the chair; no reason was given");
    return tr("Placed by the chair: {reason}", {{"reason", act->step.words}});
}

}  // namespace

Computed computed_list(const Hall& hall)
{
    std::vector<Candidate> all;
    for (const auto id : hall.floor.list())
        all.push_back(candidate_of(hall, *hall.floor.entry(id)));
    Computed computed{ordered(all, hall.rules), {}, behind_called(hall)};
    std::vector<Candidate> left;  // whom the chair left where they were
    std::vector<std::size_t> places;
    std::vector<bool> later;
    for (auto& one : all) {
        const auto id = hall.floor.list()[static_cast<std::size_t>(&one - all.data())];
        if (hall.floor.entry(id)->moved_by != 0)
            continue;
        places.push_back(place_in(computed.all, one.key));
        later.push_back(came_later_by(hall, id) != nullptr);
        left.push_back(std::move(one));
    }
    const auto kept = in_order(places, later);
    std::vector<Candidate> stand;
    for (std::size_t i = 0; i < left.size(); ++i)
        if (kept[i])
            stand.push_back(std::move(left[i]));
    computed.by_rules = ordered(std::move(stand), hall.rules);
    return computed;
}

std::string reason_of(const web::Reader& reader, const Hall& hall, const Entry& entry,
                      const Computed& computed)
{
    if (entry.moved_by != 0)
        return reader.say(placed_why(act_numbered(hall, entry.moved_by)));
    // A reason speaks of the one before among those who stand as the rules say, and of the first
    // place only where it is the first.
    const auto key = std::to_string(entry.id);
    const auto stands = place_in(computed.by_rules, key);
    const auto place = place_in(computed.all, key);
    if (place == computed.all.size())
        return {};
    if (place == 0 && hall.floor.list().front() == entry.id)
        return said(reader, computed.behind_called.value_or(computed.all.front().reason));
    if (stands > 0 && stands < computed.by_rules.size())
        return said(reader, computed.by_rules[stands].reason);
    // Others were placed around it, and it stands where it would stand without that.
    if (hall.floor.list()[place] == entry.id)
        return said(reader, computed.all[place].reason);
    const Arguments number{{"place", std::to_string(place + 1)}};
    // Whoever was absent and is called next was put there, and has not just come into the list.
    const auto* act = came_later_by(hall, entry.id);
    const bool is_later =
        stands == computed.by_rules.size() || (act && act->step.what != What::enter);
    return reader.say(came_later(is_later ? act : nullptr, number));
}

Sentence called_why(const Called& called)
{
    if (called.reason_gone)
        return tr("Called by the chair; the reason is no longer kept");
    return called.reason.empty() ? tr("Called by the chair; no reason was given")
                                 : tr("Called by the chair: {reason}", {{"reason", called.reason}});
}

std::vector<Called> called_before_others(const Hall& hall)
{
    std::vector<Called> all;
    for (const auto& entry : hall.floor.entries())
        if (entry.called_by != 0 &&
            (entry.status == Status::speaking || entry.status == Status::spoken))
            if (const auto* act = act_numbered(hall, entry.called_by))
                all.push_back({&entry, act->step.words, act->words_gone});
    std::sort(all.begin(), all.end(), [](const Called& one, const Called& other) {
        return one.entry->called_by < other.entry->called_by;
    });
    return all;
}

}  // namespace sala::floor
