// SPDX-License-Identifier: Apache-2.0

#include "bilateral/commitment.hpp"

#include <algorithm>

namespace sala::bilateral {

namespace {

constexpr std::array<std::string_view, 3> status_words{"open", "kept", "given-up"};

}  // namespace

std::string_view word(CommitmentStatus status)
{
    return status_words[static_cast<std::size_t>(status)];
}

std::optional<CommitmentStatus> commitment_status_named(std::string_view word)
{
    const auto found = std::find(status_words.begin(), status_words.end(), word);
    if (found == status_words.end())
        return std::nullopt;
    return static_cast<CommitmentStatus>(found - status_words.begin());
}

bool Commitment::binds(std::int64_t delegation) const
{
    return std::find(delegations.begin(), delegations.end(), delegation) != delegations.end();
}

}  // namespace sala::bilateral
