// SPDX-License-Identifier: Apache-2.0
//
// The terms of a meeting: a sheet of items that its sides edit in turns until they match.
//
// An item is proposed by one side, adjusted by another or by the first again, and agreed when all
// who did not write it last say so. Every revision is kept whole. When all items are agreed, all
// heads confirm the same revision, and it is frozen with a hash over its words.

#pragma once

#include "base/text.hpp"
#include "bilateral/meeting.hpp"

#include <map>

namespace sala::bilateral {

// What an item says, column by column, as both sides write it, in one language or in several.
inline constexpr std::array item_columns{"need", "answer", "condition", "who", "by_when"};

struct Item {
    enum class State { proposed, adjusted, agreed };

    int number = 0;  // stays the same from revision to revision
    std::array<Text, item_columns.size()> words;
    State state = State::proposed;
    Side last = Side::host;       // who wrote it last
    std::vector<Side> agreed_by;  // of several, those who did while others have not

    bool empty() const;
    bool operator==(const Item&) const = default;
};
std::string_view word(Item::State state);
std::optional<Item::State> item_state_named(std::string_view word);

// One revision: what a side made of the sheet.
struct Revision {
    int number = 0;  // from 1, without a gap
    Side side = Side::host;
    bool on_behalf = false;
    std::vector<Item> items;
    Id<web::Login> by;
    Instant at;
};

struct Confirmation {
    int number = 0;  // of the revision
    Side side = Side::host;
    std::string hash;
    int parties = 0;   // how many delegations the hash is over
    std::string head;  // whose word it is: a reference of heads.hpp
    bool on_behalf = false;
    Id<web::Login> by;
    Instant at;
    Text post = {};  // of the head at that moment; empty: nobody kept it
};

// What a side sends back: the sheet as typed, and the items it agrees to as they stand.
struct Typed {
    std::vector<Item> items;  // number 0 and below: a new one; without words: taken away
    std::vector<int> agreed;
};

class Terms {
public:
    Terms() = default;
    // `sides`: who takes part now; `parties`: their names, as the hash has them. Terms that were
    // frozen stay those of whoever confirmed them.
    Terms(std::vector<Revision> revisions, std::vector<Confirmation> confirmations,
          std::vector<Side> sides = {Side::host, Side::guest}, std::string parties = {});

    const std::vector<Revision>& revisions() const { return revisions_; }
    const std::vector<Item>& items() const;  // of the newest revision
    int number() const { return static_cast<int>(revisions_.size()); }

    // How far apart: items that are not agreed.
    std::size_t open_items() const;
    // Of several: how many of those who have to agree to an item have not, over all items.
    std::size_t answers_missing() const;
    bool all_agreed() const { return number() > 0 && !items().empty() && open_items() == 0; }
    // Whether this side may write: it did not write last.
    bool is_turn_of(Side side) const;
    // The newest revision, between those who take part now; once frozen, between those who froze
    // it.
    const Confirmation* confirmed_by(Side side) const;
    // Its head did, but somebody who was to take part then has left since.
    bool confirms_anew(Side side) const;
    bool is_confirmed_by_any() const;
    bool is_frozen() const { return frozen_; }
    bool is_kept_by(Side side) const { return is_frozen() && confirmed_by(side) != nullptr; }
    const std::vector<Side>& sides() const { return sides_; }  // whose terms they are
    // Whether this side may still say that it agrees to an item as it stands.
    static bool can_agree(Side side, const Item& item);

    // The sheet after a side sent it back. Refuses: frozen; not-your-turn; changed-meanwhile;
    // agreed-and-changed; nothing-changed; too-many-items; too-long; no-such-item.
    Result<Revision> revised(Side side, const Typed& typed, int seen) const;

    // The head of a side stands by the newest revision. Refuses: not-all-agreed; changed-meanwhile;
    // confirms-itself.
    struct Standing {
        bool on_behalf = false;
        bool speaks_for_itself = true;
        std::string head = {};
        int seen = 0;
        Text post = {};
    };
    Result<Confirmation> confirmed(Side side, const Standing& standing) const;

    // Over the items as they stand and the names of all parties; 64 letters.
    const std::string& hash() const { return hash_; }

private:
    void freeze();

    std::vector<Revision> revisions_;
    std::vector<Confirmation> confirmations_;
    std::vector<Side> sides_{Side::host, Side::guest};
    std::string hash_;
    bool frozen_ = false;
};

// Somebody was faster: changed-meanwhile.
Refusal sent_back_meanwhile();

// What became of an item between two revisions: which of its words differ.
struct ItemChange {
    const Item* was = nullptr;  // nothing: it is new
    const Item* is = nullptr;   // nothing: it was taken away
    bool moved() const;
};
// In the order of the newer one, those that were taken away last.
std::vector<ItemChange> changes_between(const std::vector<Item>& older,
                                        const std::vector<Item>& newer);

}  // namespace sala::bilateral
