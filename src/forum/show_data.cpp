// SPDX-License-Identifier: Apache-2.0
//
// Where every fact of a forum comes from: all claims by question, all sources with their addresses,
// what is illustrative, and what an editor corrected.

#include "forum/show_data.view.hpp"

#include "forum/forum_store.hpp"
#include "forum/text_json.hpp"

namespace sala::forum {

static Result<web::Reply> show(web::Desk& desk, const Forum& forum);

web::Verb show_data()
{
    return {.path = "GET /{forum}/data",
            .allow = web::anyone,
            .run = web::on<Forum>(show),
            .summary = "The claims and sources behind a forum's facts"};
}

static Json claim_json(const Claim& claim)
{
    return Json::object({{"key", claim.key},
                         {"value", text_json(claim.value)},
                         {"figure", number_json(claim.figure)},
                         {"source", claim.source},
                         {"standing", claim.standing},
                         {"note", text_json(claim.note)}});
}

static Json data_json(const Forum& forum, const std::vector<Question>& questions,
                      const std::vector<Source>& sources, const std::vector<Named>& names)
{
    return Json::object(
        {{"note", text_json(forum.data_note)},
         {"questions", list_json(questions,
                                 [](const Question& one) {
                                     return Json::object(
                                         {{"subject", one.subject},
                                          {"question", text_json(one.question)},
                                          {"sources_disagree", one.sources_disagree()},
                                          {"claims", list_json(one.claims, claim_json)}});
                                 })},
         {"sources", list_json(sources,
                               [](const Source& one) {
                                   return Json::object(
                                       {{"key", one.key},
                                        {"kind", one.kind},
                                        {"date", one.date},
                                        {"address",
                                         is_web_address(one.address) ? Json(one.address) : Json()},
                                        {"title", text_json(one.title)},
                                        {"note", text_json(one.note)}});
                               })},
         {"names", list_json(names, [](const Named& one) {
              return Json::object({{"sheet", one.sheet},
                                   {"key", one.key},
                                   {"name", text_json(one.name)},
                                   {"abbreviation", text_json(one.abbreviation)},
                                   {"aliases", text_json(one.aliases)},
                                   {"note", text_json(one.note)}});
          })}});
}

Result<web::Reply> show(web::Desk& desk, const Forum& forum)
{
    const auto questions = claims_of(desk.session(), forum.id);
    const auto sources = sources_of(desk.session(), forum.id);
    const auto names = names_of(desk.session(), forum.id);
    if (desk.wants(web::Format::json))
        return desk.show(data_json(forum, questions, sources, names));
    auto page = data_page(desk, forum, questions, sources, names);
    page.frame = forum_frame(desk, forum, "data");
    return desk.show(std::move(page));
}

}  // namespace sala::forum
