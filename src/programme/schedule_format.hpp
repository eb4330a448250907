// SPDX-License-Identifier: Apache-2.0
//
// A released programme for schedule apps.

#pragma once

#include "programme/formats.hpp"

namespace sala::programme {

// frab/pentabarf schedule XML: rooms as rooms, bodies as tracks, sittings and speeches as events.
std::string to_schedule_xml(const Programme& programme, const Published& published,
                            const Language& language);

}  // namespace sala::programme
