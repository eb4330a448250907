// SPDX-License-Identifier: Apache-2.0

#include "app/watching.hpp"

#include "app/program.hpp"

namespace sala::app {

static bool is_floor(const std::string& topic) { return topic.starts_with("floor:"); }

Watching::Watching(store::Store& store, live::Hub& hub)
    : hub_(hub),
      floors_(store, hub, clock_now),
      again_(hub)
{
    hub_.when_wanted([this](const std::string& stream) {
        floors_.wanted(stream);
        again_.wanted(stream);
    });
    store.when_others_write([this] { floors_.others_wrote(); });
}

Watching::~Watching() { hub_.stop(); }

void Watching::tell(const std::vector<std::string>& topics)
{
    for (const auto& topic : topics) {
        if (is_floor(topic)) {
            floors_.look_again(topic);
            continue;
        }
        floors_.told(topic);
        again_.tell(topic);
    }
}

void Watching::told_elsewhere(const std::vector<std::string>& topics)
{
    if (topics.empty())
        again_.tell_all();
    for (const auto& topic : topics)
        if (!is_floor(topic))
            again_.tell(topic);
        else if (topic.ends_with(':'))  // others_wrote() sees what marks know of, and no more
            floors_.look_again(topic);
}

}  // namespace sala::app
