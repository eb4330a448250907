// SPDX-License-Identifier: Apache-2.0
//
// What happened on one topic lately, numbered, so that whoever comes back after a break gets all of
// what they missed, or is told that it is too late for that. Never a part of it.

#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sala::live {

using Bytes = std::shared_ptr<const std::string>;

// "EPOCH-SEQUENCE", the id of an event. The epoch is that of the program's start: a number of
// another start, or of another copy, says nothing here.
struct Mark {
    std::string epoch;
    std::uint64_t sequence = 0;

    std::string words() const { return epoch + "-" + std::to_string(sequence); }
    static std::optional<Mark> read(std::string_view words);
};

struct HistoryLimits {
    std::size_t events_max = 256;
    std::size_t bytes_max = 512UL * 1024;  // the newest event is kept whatever its size
};

class History {
public:
    // Numbers the event and keeps it; answers its bytes with the id in front. A `whole` event says
    // everything there is to say, so that none before it is needed any more.
    Bytes add(const std::string& epoch, const std::string& event, bool whole,
              const HistoryLimits& limits);

    // The last event; null when there was none.
    const Bytes& last() const { return last_; }
    bool is_whole() const { return whole_; }
    std::uint64_t sequence() const { return sequence_; }

    // All that came after `mark`; nothing when it cannot be told whole.
    std::optional<std::vector<Bytes>> since(const std::string& epoch, const Mark& mark) const;

private:
    std::uint64_t sequence_ = 0;
    std::uint64_t first_ = 1;  // the oldest that is kept
    std::deque<Bytes> events_;
    std::size_t bytes_ = 0;
    bool whole_ = false;  // the newest event is
    Bytes last_;
};

}  // namespace sala::live
