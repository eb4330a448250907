// SPDX-License-Identifier: Apache-2.0
//
// Any programme of somebody else is read or refused, and what was read can be written and read.

#include "document/schedule_xml.hpp"
#include "fuzz/must.hpp"

using namespace sala::document;
using sala::fuzz::must;

static std::size_t events_of(const Schedule& schedule)
{
    std::size_t count = 0;
    for (const auto& day : schedule.days)
        for (const auto& room : day.rooms)
            count += room.events.size();
    return count;
}

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size)
{
    const auto read = read_schedule_xml(sala::fuzz::text_of(data, size));
    if (!read)
        return 0;
    must(read->schedule.conference.acronym.size() >= 4, "a conference has an acronym");
    must(events_of(read->schedule) > 0, "a programme has events");

    const auto written = write_schedule_xml(read->schedule);
    const auto again = read_schedule_xml(written);
    must(bool(again), "what was written can be read");
    must(events_of(again->schedule) == events_of(read->schedule), "no event is lost in writing");
    return 0;
}
