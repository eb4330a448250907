// SPDX-License-Identifier: Apache-2.0

#include "live/history.hpp"

#include <charconv>

namespace sala::live {

std::optional<Mark> Mark::read(std::string_view words)
{
    const auto dash = words.rfind('-');
    if (dash == std::string_view::npos || dash == 0 || words.size() > 60)
        return std::nullopt;
    Mark mark{std::string(words.substr(0, dash)), 0};
    const auto* end = words.data() + words.size();
    const auto read = std::from_chars(words.data() + dash + 1, end, mark.sequence);
    if (read.ec != std::errc{} || read.ptr != end)
        return std::nullopt;
    return mark;
}

Bytes History::add(const std::string& epoch, const std::string& event, bool whole,
                   const HistoryLimits& limits)
{
    ++sequence_;
    auto bytes =
        std::make_shared<const std::string>("id: " + Mark{epoch, sequence_}.words() + "\n" + event);
    if (whole) {
        events_.clear();
        bytes_ = 0;
        first_ = sequence_;
    }
    events_.push_back(bytes);
    bytes_ += bytes->size();
    while (events_.size() > 1 &&
           (events_.size() > limits.events_max || bytes_ > limits.bytes_max)) {
        bytes_ -= events_.front()->size();
        events_.pop_front();
        ++first_;
    }
    whole_ = whole;
    last_ = bytes;
    return bytes;
}

std::optional<std::vector<Bytes>> History::since(const std::string& epoch, const Mark& mark) const
{
    if (mark.epoch != epoch || mark.sequence > sequence_)
        return std::nullopt;
    if (whole_ && mark.sequence < sequence_)
        return std::vector<Bytes>{last_};
    if (mark.sequence + 1 < first_)
        return std::nullopt;
    const auto from = static_cast<std::ptrdiff_t>(mark.sequence + 1 - first_);
    return std::vector<Bytes>(events_.begin() + from, events_.end());
}

}  // namespace sala::live
