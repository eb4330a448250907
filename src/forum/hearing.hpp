// SPDX-License-Identifier: Apache-2.0
//
// Who may hear that something changed: those who may open the pages on which it shows. That there
// was a change says something, too.
//
//   forum:SLUG, plan:SLUG, door:SLUG, report:SLUG:KEY    the secretariat of the forum
//   polls:SLUG:SITTING                                   who leads the sitting
//   delegation:SLUG:KEY                                  who belongs to the delegation

#pragma once

#include "web/desk.hpp"

#include <cstddef>
#include <string>

namespace sala::forum {

// One browser shows no more pages than that at a time.
inline constexpr std::size_t topics_max = 64;

// Answers no for whatever is no topic, too.
bool may_hear(const web::Desk& desk, const std::string& topic);

// What the pages of one delegation watch.
std::string topic_of_delegation(const std::string& forum, const std::string& delegation);

}  // namespace sala::forum
