// SPDX-License-Identifier: Apache-2.0

#include "mail/letter_pages.hpp"

namespace sala::mail {

// A letter is prepared once, as the first that happens to it: with a second act somebody has dealt
// with it.
static std::string those(Among among)
{
    if (among == Among::all)
        return "";
    return std::string(" AND ") + (among == Among::waiting ? "NOT " : "") +
           "EXISTS (SELECT 1 FROM letter_act d WHERE d.letter = l.id AND d.number = 2)";
}

std::int64_t count_of(store::Session& session, std::int64_t forum, Among among)
{
    return std::get<0>(*session.find<std::int64_t>(
        "SELECT COUNT(*) FROM letter l WHERE l.forum = :forum" + those(among), forum));
}

std::vector<Kept> page_of(store::Session& session, std::int64_t forum, Among among,
                          std::size_t from, std::size_t at_most)
{
    std::vector<Id<Letter>> ids;
    for (const auto& [id] : session.select<std::int64_t>(
             "SELECT l.id FROM letter l WHERE l.forum = :forum" + those(among) +
                 " ORDER BY l.id DESC LIMIT :at_most OFFSET :from",
             forum, static_cast<std::int64_t>(at_most), static_cast<std::int64_t>(from)))
        ids.emplace_back(id);
    return letters_numbered(session, ids);
}

std::vector<Waiting> waiting_at(store::Session& session, std::int64_t forum)
{
    std::vector<Waiting> all;
    for (auto& [id, address] : session.select<std::int64_t, std::string>(
             "SELECT l.id, l.to_address FROM letter l WHERE l.forum = :forum" +
                 those(Among::waiting) + " ORDER BY l.id DESC",
             forum))
        all.push_back({Id<Letter>{id}, std::move(address)});
    return all;
}

}  // namespace sala::mail
