// SPDX-License-Identifier: Apache-2.0
//
// What was decided by cards, in the record: the question, the result, and for polls in the open how
// each delegation answered. Of a secret one there are the sums alone, not even who took part.

#pragma once

#include "document/paper.hpp"
#include "floor/record.hpp"

#include <string>
#include <vector>

namespace sala::floor {

// The ballots that the record names: none of a secret poll.
std::vector<Ballot> ballots_named(const Poll& poll);

Json polls_json(const Hall& hall, const std::vector<Poll>& polls);

// To be put behind the speeches. Words in the reader's language; nothing when there was no poll.
std::vector<document::Block> polls_on_paper(const Hall& hall, const std::vector<Poll>& polls,
                                            const web::Reader& reader);

// Akoma Ntoso: the counts as parliamentary analysis of the meta data, the concepts to which they
// refer, and a container in the body for each poll. All empty when there was no poll.
struct PollsXml {
    std::string analysis;
    std::string references;
    std::string body;
};
PollsXml polls_xml(const Hall& hall, const std::vector<Poll>& polls, const web::Reader& reader);

}  // namespace sala::floor
