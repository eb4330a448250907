// SPDX-License-Identifier: Apache-2.0

#include "live/again.hpp"

namespace sala::live {

namespace {

constexpr std::string_view begins = "again ";
constexpr std::string_view of_logins = "login:";

}  // namespace

std::string stream_of(std::string_view login, const std::set<std::string>& topics)
{
    std::string stream = std::string(begins) + std::string(login);
    for (const auto& topic : topics)
        stream += " " + topic;
    return stream;
}

void Again::wanted(const std::string& stream)
{
    if (!stream.starts_with(begins))
        return;
    std::string_view left = std::string_view(stream).substr(begins.size());
    {
        const std::lock_guard lock(mutex_);
        while (!left.empty()) {
            const auto end = left.find(' ');
            streams_[std::string(left.substr(0, end))].insert(stream);
            left = end == std::string_view::npos ? std::string_view{} : left.substr(end + 1);
        }
    }
    hub_.publish(stream, "again", "");
}

std::set<std::string> Again::streams_with(const std::string& topic) const
{
    const std::lock_guard lock(mutex_);
    const auto found = streams_.find(topic);
    return found == streams_.end() ? std::set<std::string>{} : found->second;
}

void Again::tell(const std::string& topic)
{
    if (topic.starts_with("released:"))
        hub_.publish(public_stream, "again", topic);
    const bool goes = topic.starts_with(of_logins);
    for (const auto& stream : streams_with(topic))
        if (goes)
            hub_.dismiss(stream);
        else
            hub_.publish(stream, "again", topic);
}

void Again::tell_all()
{
    std::set<std::string> all;
    {
        const std::lock_guard lock(mutex_);
        for (const auto& [topic, streams] : streams_)
            all.insert(streams.begin(), streams.end());
    }
    for (const auto& stream : all)
        hub_.publish(stream, "again", "");
}

}  // namespace sala::live
