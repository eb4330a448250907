// SPDX-License-Identifier: Apache-2.0
//
// Who speaks when, as the pages of a city, a person, an organisation and a topic list it.

#pragma once

#include "forum/forum.hpp"
#include "programme/programme.hpp"
#include "web/desk.hpp"

#include <functional>
#include <memory>

namespace sala::programme {

// The programme that a visitor may see: the newest release; before the first one the draft, which
// only the secretariat gets to see because nobody else gets to the forum. Never null.
std::shared_ptr<const Programme> programme_for(const web::Desk& desk, const forum::Forum& forum);

// The interventions that match, in the order of the programme.
std::vector<Programme::Found> speeches(const Programme& programme,
                                       const std::function<bool(const Intervention&)>& matches);

// The topics of these interventions, each once, in the order of the programme's own list.
std::vector<const ProgrammeTopic*> topics_of(const Programme& programme,
                                             const std::vector<Programme::Found>& speeches);

// The cities of those who speak, key and name, by name in the order of `language`; those without a
// city last, under an empty key.
std::vector<std::pair<std::string, std::string>> cities_that_speak(const Programme& programme,
                                                                   const Language& language);

Json speeches_json(const forum::Forum& forum, const std::vector<Programme::Found>& speeches);

}  // namespace sala::programme
