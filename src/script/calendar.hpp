// SPDX-License-Identifier: Apache-2.0
//
// Everything about dates and clocks in one include: days, dates as sources print them, the words
// and eras they are written in, and the time zones in which a clock on the wall makes sense.

#pragma once

#include "script/date_style.hpp"
#include "script/day.hpp"
#include "script/partial_date.hpp"
#include "script/printed_date.hpp"
#include "script/zone.hpp"
