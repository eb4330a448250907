// SPDX-License-Identifier: Apache-2.0
//
// Commitments on a page: who promised what to whom, where, and what became of it.

#pragma once

#include "bilateral/commitment_store.hpp"
#include "bilateral/party.view.hpp"
#include "forum/both_eras.view.hpp"
#include "forum/outside_link.view.hpp"

namespace sala::bilateral {

// "MGMAC 7, Bangkok, June 2019"
inline std::string occasion_words(const web::Reader& reader, const Text& where,
                                  const std::string& date)
{
    const auto when = script::PartialDate::read(date);
    auto words = where.words(reader.language);
    if (!when)
        return words;
    return words + (words.empty() ? "" : ", ") +
           script::render(*when, script::DateStyle::for_reader(reader.language));
}

inline Sentence commitment_status_name(CommitmentStatus status)
{
    static const std::array names{tr("open"), tr("kept"), tr("no longer pursued")};
    return names[static_cast<std::size_t>(status)];
}

inline web::Html commitment_chip(const web::Reader& reader, CommitmentStatus status)
{
    static constexpr std::array looks{"proposed", "agreed", "draft"};
    return html(reader, "<span class=\"chip\" data-is=\"",
                std::string(looks[static_cast<std::size_t>(status)]), "\">",
                commitment_status_name(status), "</span>");
}

inline Json commitment_json(const Commitment& one, const std::vector<Known>& all)
{
    auto cities = Json::array();
    for (const auto& key : one.cities)
        cities.push(key);
    auto organisations = Json::array();
    for (const auto& key : one.organisations)
        organisations.push(key);
    return Json::object({{"id", one.id.word()},
                         {"key", one.key},
                         {"forum", forum::text_json(one.forum_title)},
                         {"occasion", forum::text_json(one.occasion)},
                         {"date", one.date},
                         {"cities", std::move(cities)},
                         {"organisations", std::move(organisations)},
                         {"delegations", forum::list_json(one.delegations,
                                                          [&](std::int64_t number) {
                                                              const auto* known = find(all, number);
                                                              return known ? Json(known->key)
                                                                           : Json();
                                                          })},
                         {"status", std::string(word(one.status()))},
                         {"text", forum::text_json(one.text)},
                         {"source", forum::text_json(one.source)},
                         {"note", forum::text_json(one.note)}});
}

// What became of it, the newest first; words only for those who take part.
inline web::Html commitment_acts(const web::Reader& reader, const Commitment& one, bool with_words)
{
    web::Html all;
    for (auto act = one.acts.rbegin(); act != one.acts.rend(); ++act)
        all += html(
            reader, "<li>", forum::moment(reader, act->at), " <span>", act->whose, ": ",
            commitment_status_name(act->status),
            when(act->on_behalf,
                 [&] {
                     return html(reader, " <small class=\"soft\">", tr("on its behalf"),
                                 "</small>");
                 }),
            when(with_words && !act->words.empty(),
                 [&] { return html(reader, "<br><span class=\"said\">", act->words, "</span>"); }),
            "</span></li>\n");
    return when(!all.empty(),
                [&] { return html(reader, "<ol class=\"acts day-acts\">", all, "</ol>\n"); });
}

// Who is bound, in the words of this forum.
inline std::string bound_words(const web::Reader& reader, const std::vector<Known>& all,
                               const Commitment& one)
{
    if (!one.is_named())
        return reader.say(tr("All who took part"));
    return words_of(reader, all, one.delegations);
}

inline web::Html commitment_facts(const web::Reader& reader, const std::vector<Known>& all,
                                  const Commitment& one)
{
    const auto bound = bound_words(reader, all, one);
    return html(reader, "<p>", one.text, "</p>\n<p class=\"soft small\">",
                occasion_words(reader, one.where(), one.date),
                when(!bound.empty(), [&] { return html(reader, " · ", bound); }), "</p>\n",
                when(!one.source.empty(),
                     [&] {
                         return html(reader, "<p class=\"said\">",
                                     forum::outside_link(reader, html(reader, one.source),
                                                         one.source_address),
                                     "</p>\n");
                     }),
                when(!one.note.empty(),
                     [&] { return html(reader, "<p class=\"small\">", one.note, "</p>\n"); }));
}

inline web::Html commitment_item(const web::Reader& reader, const std::vector<Known>& all,
                                 const Commitment& one, const web::Html& way_on = {})
{
    return html(reader, "<li id=\"", one.key, "\" class=\"tight\"><p>",
                commitment_chip(reader, one.status()), "</p>\n", commitment_facts(reader, all, one),
                way_on, "</li>\n");
}

inline std::vector<web::Field> fields_of_commitment()
{
    std::vector<std::pair<std::string, Sentence>> words;
    words.reserve(std::size(all_commitment_statuses));
    for (const auto status : all_commitment_statuses)
        words.emplace_back(std::string(word(status)), commitment_status_name(status));
    return {web::choice("status", tr("What became of it"), std::move(words)),
            web::lines("words", tr("In a few words"))
                .optional()
                .at_most(2000)
                .hinted(tr("Read by those who take part, not by the public.")),
            web::hidden("turn")};
}

}  // namespace sala::bilateral
