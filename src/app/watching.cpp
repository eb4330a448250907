// SPDX-License-Identifier: Apache-2.0

#include "app/watching.hpp"

#include "app/program.hpp"

namespace sala::app {

Watching::Watching(store::Store& store, live::Hub& hub) : hub_(hub), floors_(store, hub, clock_now)
{
    hub_.when_wanted([this](const std::string& topic) { floors_.wanted(topic); });
    store.when_others_write([this] { floors_.others_wrote(); });
}

Watching::~Watching() { hub_.stop(); }

void Watching::tell(const std::vector<std::string>& topics)
{
    for (const auto& topic : topics) {
        if (topic.starts_with("floor:")) {
            floors_.look_again(topic);
            continue;
        }
        floors_.told(topic);
        hub_.publish("desk", "again", topic);
        // What is public is told to everybody; drafts are not even named.
        if (topic.starts_with("released:"))
            hub_.publish("public", "again", topic);
    }
}

}  // namespace sala::app
