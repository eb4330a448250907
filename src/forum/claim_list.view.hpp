// SPDX-License-Identifier: Apache-2.0
//
// Questions with every answer that a source gives, and who says so.

#pragma once

#include "forum/claims.hpp"
#include "web/html.hpp"

namespace sala::forum {

// The mark before a question: sources that disagree, a claim that waits, or one plain answer.
inline web::Html question_mark(const web::Reader& reader, const Question& question)
{
    if (question.sources_disagree())
        return web::html(reader, "<span class=\"chip\" data-is=\"conflict\">", question.question,
                         "</span>");
    return web::html(reader, "<strong>", question.question, "</strong>");
}

// One answer. The one taken as primary is in bold.
inline web::Html claim_line(const web::Reader& reader, const Claim& claim)
{
    return web::html(
        reader, "<p>",
        claim.standing == "primary" ? web::html(reader, "<strong>", claim.value, "</strong>")
                                    : web::html(reader, claim.value),
        " <span class=\"said\">", claim.source_title, "</span>",
        web::when(claim.waits_for_evidence(),
                  [&] {
                      return web::html(reader, " <span class=\"chip\" data-is=\"proposed\">",
                                       tr("waits for evidence"), "</span>");
                  }),
        "</p>");
}

inline web::Html question_item(const web::Reader& reader, const Question& question)
{
    return web::html(
        reader, "<li><p>", question_mark(reader, question), "</p>",
        web::each(question.claims, [&](const Claim& claim) { return claim_line(reader, claim); }),
        "</li>\n");
}

}  // namespace sala::forum
