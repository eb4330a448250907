// SPDX-License-Identifier: Apache-2.0

#include "store/other_copies.hpp"

#include "store/change_listener.hpp"

#include <random>

#include <fmt/format.h>

namespace sala::store {

namespace {

constexpr const char* channel = "sala_again";

// In front of what this copy tells, so that it does not hear itself.
const std::string& own_name()
{
    static const std::string name = [] {
        std::random_device chance;
        return fmt::format("{:08x}{:08x} ", chance(), chance());
    }();
    return name;
}

}  // namespace

struct OtherCopies::Inside {
    ChangeListener listener;
};

OtherCopies::OtherCopies(const Store& store, const std::string& address,
                         std::function<void(const std::vector<std::string>&)> heard)
{
    if (store.is_sqlite())
        return;
    const auto without_names = [heard = std::move(heard)](std::vector<std::string> news) {
        for (auto& one : news)
            one.erase(0, own_name().size());
        heard(news);
    };
    inside_.reset(new Inside{{address, channel, own_name(), without_names}});
}

OtherCopies::~OtherCopies() = default;

void tell_other_copies(const Store& store, Session& session, const std::vector<std::string>& topics)
{
    if (store.is_sqlite())
        return;
    for (const auto& topic : topics)
        session.select<std::string>("SELECT CAST(pg_notify(:channel, :words) AS TEXT)", channel,
                                    own_name() + topic);
}

}  // namespace sala::store
