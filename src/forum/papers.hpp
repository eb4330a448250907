// SPDX-License-Identifier: Apache-2.0
//
// What was written at and about a forum: documents, passages kept word for word, what is to follow.

#pragma once

#include "base/json.hpp"
#include "forum/forum.hpp"
#include "forum/listed.hpp"

namespace sala::forum {

struct Papers {
    Listed documents;
    Listed texts;
    Listed follow_ups;
    Listed editions;
    Listed sources;
    Listed reports;
    Listed persons;
};

Papers papers_of(store::Session& session, const Forum& forum);

Json to_json(const Forum& forum, const Papers& papers);

}  // namespace sala::forum
