// SPDX-License-Identifier: Apache-2.0

#include "forum/papers.hpp"

#include "forum/outside_link.view.hpp"
#include "forum/published_reports.hpp"
#include "forum/text_json.hpp"

namespace sala::forum {

Papers papers_of(store::Session& session, const Forum& forum)
{
    return {Listed(session, "documents", forum.id),  Listed(session, "texts", forum.id),
            Listed(session, "follow_ups", forum.id), Listed(session, "editions", forum.id),
            Listed(session, "sources", forum.id),    Listed(session, "reports", forum.id),
            Listed(session, "persons", forum.id)};
}

static Json passages_json(const Listed& texts)
{
    return list_json(texts.rows(), [&](const Listed::Row& row) {
        return Json::object({{"key", row.key},
                             {"kind", texts.words(row, "kind")},
                             {"edition", texts.words(row, "edition")},
                             {"number", number_json(texts.number(row, "number"))},
                             {"date", texts.words(row, "date")},
                             {"source", texts.words(row, "source")},
                             {"title", text_json(texts.text(row, "title"))},
                             {"text", text_json(texts.text(row, "text"))},
                             {"note", text_json(texts.text(row, "note"))}});
    });
}

Json to_json(const Forum& forum, const Papers& papers)
{
    const auto& [documents, texts, follow_ups, editions, sources, reports, persons] = papers;
    return Json::object(
        {{"documents", list_json(documents.rows(),
                                 [&](const Listed::Row& row) {
                                     const auto& address = documents.words(row, "address");
                                     return Json::object(
                                         {{"key", row.key},
                                          {"kind", documents.words(row, "kind")},
                                          {"edition", documents.words(row, "edition")},
                                          {"date", documents.words(row, "date")},
                                          {"address",
                                           is_web_address(address) ? Json(address) : Json()},
                                          {"title", text_json(documents.text(row, "title"))},
                                          {"note", text_json(documents.text(row, "note"))}});
                                 })},
         {"texts", passages_json(texts)},
         {"reports", list_json(published(reports),
                               [&](const Listed::Row& row) {
                                   return Json::object(
                                       {{"key", row.key},
                                        {"address", report_address(forum, row)},
                                        {"title", text_json(reports.text(row, "title"))}});
                               })},
         {"follow_ups", list_json(follow_ups.rows(), [&](const Listed::Row& row) {
              return Json::object({{"key", row.key},
                                   {"number", number_json(follow_ups.number(row, "number"))},
                                   {"date", follow_ups.words(row, "date")},
                                   {"certainty", follow_ups.words(row, "certainty")},
                                   {"source", follow_ups.words(row, "source")},
                                   {"text", text_json(follow_ups.text(row, "text"))}});
          })}});
}

}  // namespace sala::forum
