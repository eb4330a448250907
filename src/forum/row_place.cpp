// SPDX-License-Identifier: Apache-2.0

#include "forum/row_place.hpp"

namespace sala::forum {

Refusal key_taken(const std::string& key)
{
    auto refusal = conflict(
        "key-taken",
        "There is a row “{key}” in this sheet already. Open that one, or choose another key.",
        {{"key", key}});
    refusal.field = "key";
    return refusal;
}

Allowed key_is_free(store::Session& session, const Forum& forum, const sheet::Sheet& sheet,
                    const std::string& key, const sheet::Keeper& keeper)
{
    if (sheet::find_row(session, sheet, forum.id, key))
        return key_taken(key);
    const auto on_server = sheet.scope == sheet::Sheet::server
                               ? sheet::find_on_server(session, sheet, key)
                               : std::nullopt;
    if (!on_server)
        return allowed();
    if (sheet::is_open(session, sheet, on_server->id, forum.id, keeper))
        return invalid("key", "key-on-server",
                       "Another forum of this server brought a row “{key}” already. Take that one "
                       "over, or choose "
                       "another key.",
                       {{"key", key}});
    return invalid(
        "key", "key-on-server",
        "The key “{key}” is in use on this server already. Choose another key, or ask the "
        "secretariat of this server.",
        {{"key", key}});
}

std::int64_t next_position(store::Session& session, const Forum& forum, const sheet::Sheet& sheet)
{
    if (sheet.scope != sheet::Sheet::forum)
        return 0;  // the directory's list keeps its own order
    const auto last = session.find<std::optional<std::int64_t>>(
        "SELECT MAX(position) FROM " + sheet.table + " WHERE forum = :forum", forum.id);
    return last ? std::get<0>(*last).value_or(0) + 1 : 1;
}

}  // namespace sala::forum
