// SPDX-License-Identifier: Apache-2.0

#include "bilateral/terms.hpp"

#include "bilateral/terms_json.hpp"
#include "web/login_store.hpp"

#include <algorithm>

namespace sala::bilateral {

namespace {

constexpr std::array<std::string_view, 3> state_words{"proposed", "adjusted", "agreed"};
constexpr std::size_t items_max = 40;
constexpr std::size_t item_bytes_max = 4'000;

const Item* item_of(const std::vector<Item>& items, int number)
{
    const auto found = std::find_if(items.begin(), items.end(),
                                    [&](const Item& item) { return item.number == number; });
    return found == items.end() ? nullptr : &*found;
}

std::size_t bytes_of(const Text& text)
{
    std::size_t longest = 0;
    for (const auto& [language, wording] : text.wordings())
        longest = std::max(longest, wording.verbatim.size());
    return longest;
}

int highest(const std::vector<Revision>& revisions)
{
    int highest = 0;
    for (const auto& revision : revisions)
        for (const auto& item : revision.items)
            highest = std::max(highest, item.number);
    return highest;
}

}  // namespace

bool Item::empty() const
{
    return std::all_of(words.begin(), words.end(), [](const Text& one) { return one.empty(); });
}

std::string_view word(Item::State state) { return state_words[static_cast<std::size_t>(state)]; }

std::optional<Item::State> item_state_named(std::string_view word)
{
    const auto found = std::find(state_words.begin(), state_words.end(), word);
    if (found == state_words.end())
        return std::nullopt;
    return static_cast<Item::State>(found - state_words.begin());
}

bool ItemChange::moved() const
{
    return !was || !is || was->words != is->words || was->state != is->state ||
           was->agreed_by != is->agreed_by;
}

Terms::Terms(std::vector<Revision> revisions, std::vector<Confirmation> confirmations,
             std::vector<Side> sides, std::string parties)
    : revisions_(std::move(revisions)),
      confirmations_(std::move(confirmations)),
      sides_(std::move(sides)),
      hash_(web::token_hash(std::move(parties) + "\n" + std::to_string(number()) + "\n" +
                            items_json(items()).write()))
{
    freeze();
}

// Frozen once as many stand by the same hash as it is over, whoever leaves afterwards.
void Terms::freeze()
{
    for (const auto& one : confirmations_) {
        std::vector<Side> together;
        for (const auto& other : confirmations_)
            if (other.number == number() && other.hash == one.hash)
                together.push_back(other.side);
        if (one.number != number() || together.size() < 2 ||
            static_cast<int>(together.size()) < one.parties)
            continue;
        frozen_ = true;
        hash_ = one.hash;
        std::sort(together.begin(), together.end());
        sides_ = std::move(together);
        return;
    }
}

const std::vector<Item>& Terms::items() const
{
    static const std::vector<Item> none;
    return revisions_.empty() ? none : revisions_.back().items;
}

std::size_t Terms::open_items() const
{
    return static_cast<std::size_t>(
        std::count_if(items().begin(), items().end(),
                      [](const Item& item) { return item.state != Item::State::agreed; }));
}

std::size_t Terms::answers_missing() const
{
    std::size_t missing = 0;
    for (const auto& item : items())
        if (item.state != Item::State::agreed)
            missing += sides_.size() - 1 - item.agreed_by.size();
    return missing;
}

bool Terms::is_turn_of(Side side) const
{
    return revisions_.empty() || revisions_.back().side != side;
}

const Confirmation* Terms::confirmed_by(Side side) const
{
    const auto found = std::find_if(
        confirmations_.begin(), confirmations_.end(), [&](const Confirmation& confirmation) {
            return confirmation.side == side && confirmation.number == number() &&
                   confirmation.hash == hash_;
        });
    return found == confirmations_.end() ? nullptr : &*found;
}

bool Terms::confirms_anew(Side side) const
{
    return !frozen_ && !confirmed_by(side) &&
           std::any_of(confirmations_.begin(), confirmations_.end(), [&](const Confirmation& one) {
               return one.side == side && one.number == number();
           });
}

bool Terms::is_confirmed_by_any() const
{
    return std::any_of(confirmations_.begin(), confirmations_.end(),
                       [&](const Confirmation& one) { return one.number == number(); });
}

bool Terms::can_agree(Side side, const Item& item)
{
    return item.last != side && item.state != Item::State::agreed &&
           std::find(item.agreed_by.begin(), item.agreed_by.end(), side) == item.agreed_by.end();
}

Refusal sent_back_meanwhile()
{
    return stale(
        "changed-meanwhile",
        "The sheet was sent back meanwhile. Where you typed, both texts stand here: look at "
        "them, then send yours again.");
}

// Once all sides but the one that wrote it last agree, it is agreed.
static void note_agreed(Item& item, Side side, const std::vector<Side>& sides)
{
    if (Terms::can_agree(side, item))
        item.agreed_by.push_back(side);
    const bool all = std::all_of(sides.begin(), sides.end(), [&](Side one) {
        return one == item.last ||
               std::find(item.agreed_by.begin(), item.agreed_by.end(), one) != item.agreed_by.end();
    });
    if (!all)
        return;
    item.state = Item::State::agreed;
    item.agreed_by.clear();
}

static Result<std::vector<Item>> items_after(const std::vector<Item>& now, Side side,
                                             const std::vector<Side>& sides, const Typed& typed,
                                             int next)
{
    std::vector<Item> items;
    for (auto item : typed.items) {
        const auto* was = item_of(now, item.number);
        if (item.number > 0 && !was)
            return missing("no-such-item", "There is no item {number} on this sheet.",
                           {{"number", std::to_string(item.number)}});
        if (item.empty())
            continue;
        for (const auto& words : item.words)
            if (bytes_of(words) > item_bytes_max)
                return invalid("items", "too-long", "Say it in fewer words, or in two items.");
        const bool agrees =
            std::find(typed.agreed.begin(), typed.agreed.end(), item.number) != typed.agreed.end();
        const bool changed = !was || was->words != item.words;
        if (agrees && changed)
            return invalid(
                "items", "agreed-and-changed",
                "You changed an item and agreed to it at once. Agree to it as it stands, "
                "or change it and let the other side agree.");
        if (!was) {
            item = {next++, item.words, Item::State::proposed, side, {}};
        } else if (changed) {
            item = {item.number, item.words, Item::State::adjusted, side, {}};
        } else {
            item = *was;
            if (agrees)
                note_agreed(item, side, sides);
        }
        items.push_back(std::move(item));
    }
    return items;
}

Result<Revision> Terms::revised(Side side, const Typed& typed, int seen) const
{
    if (is_frozen())
        return conflict("frozen", "Both heads have confirmed these terms. They are not changed any "
                                  "more.");
    if (seen != number())
        return sent_back_meanwhile();
    if (!is_turn_of(side))
        return forbidden("not-your-turn", "It is the other side’s turn to answer your terms.");
    auto items = items_after(this->items(), side, sides_, typed, highest(revisions_) + 1);
    if (!items)
        return items.refusal();
    if (items->size() > items_max)
        return invalid("items", "too-many-items", "A sheet has at most 40 items.");
    if (*items == this->items())
        return invalid("items", "nothing-changed",
                       "Nothing is different. Change an item, agree to one, or add one.");
    return Revision{number() + 1, side, false, *std::move(items), {}, {}};
}

Result<Confirmation> Terms::confirmed(Side side, const Standing& standing) const
{
    if (standing.seen != number())
        return stale("changed-meanwhile",
                     "The sheet was sent back meanwhile. Look at it before your head confirms.");
    if (!all_agreed())
        return conflict("not-all-agreed",
                        "Not every item is agreed yet. Heads confirm the whole sheet.");
    if (standing.on_behalf && standing.speaks_for_itself)
        return forbidden("confirms-itself",
                         "This delegation has somebody who speaks for it, and confirms by itself.");
    return Confirmation{number(),
                        side,
                        hash_,
                        static_cast<int>(sides_.size()),
                        standing.head,
                        standing.on_behalf,
                        {},
                        {},
                        standing.post};
}

std::vector<ItemChange> changes_between(const std::vector<Item>& older,
                                        const std::vector<Item>& newer)
{
    std::vector<ItemChange> changes;
    changes.reserve(newer.size());
    for (const auto& item : newer)
        changes.push_back({item_of(older, item.number), &item});
    for (const auto& item : older)
        if (!item_of(newer, item.number))
            changes.push_back({&item, nullptr});
    return changes;
}

}  // namespace sala::bilateral
