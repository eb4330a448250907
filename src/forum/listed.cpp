// SPDX-License-Identifier: Apache-2.0

#include "forum/listed.hpp"

namespace sala::forum {

Listed::Listed(store::Session& session, std::string_view sheet, std::int64_t forum)
    : sheet_(sheet::sheet_named(sheet))
{
    for (auto& stored : sheet::rows_of(session, sheet_, forum)) {
        places_.emplace(stored.row.key, rows_.size());
        rows_.push_back(std::move(stored.row));
    }
}

const Listed::Row* Listed::find(std::string_view key) const
{
    const auto found = places_.find(key);
    return found == places_.end() ? nullptr : &rows_[found->second];
}

const std::string& Listed::words_of(std::string_view key, std::string_view column) const
{
    static const std::string nothing;
    const auto* row = find(key);
    return row ? words(*row, column) : nothing;
}

const Text& Listed::text_of(std::string_view key, std::string_view column) const
{
    static const Text nothing;
    const auto* row = find(key);
    return row ? text(*row, column) : nothing;
}

}  // namespace sala::forum
