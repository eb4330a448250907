// SPDX-License-Identifier: Apache-2.0

#include "registration/places_of_names.hpp"

#include "base/json.hpp"
#include "registration/particular.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <iterator>
#include <string_view>

namespace sala::registration {

namespace {

// What a head of delegation stands by with a confirmation, nobody changes.
constexpr const char* not_confirmed =
    "NOT EXISTS (SELECT 1 FROM head_confirmation c WHERE c.forum = terms_words.forum AND "
    "c.meeting = terms_words.meeting AND c.number = terms_words.number)";
// Those that delegations write themselves; the other sheets are the forum's own word.
constexpr const char* of_delegations = "sheet IN ('needs', 'offers', 'practices')";

constexpr PlaceOfNames places[] = {
    {"letter", "to_name", Said::a_name},
    {"letter", "subject"},
    {"letter", "body"},
    {"letter_return", "reason", Said::of_people, Kept::plain, "1 = 1",
     "letter IN (SELECT l.id FROM letter l WHERE l.forum = {})"},
    {"circular", "subject", Said::prose, Kept::text},
    {"circular", "body", Said::prose, Kept::text},
    {"role_grant_name", "name", Said::a_name},
    {"invitation_recipient", "name", Said::a_name},
    {"invitation_answer_words", "head", Said::a_name},
    {"invitation_answer_words", "focal_name", Said::a_name},
    {"invitation_answer_words", "remark", Said::of_people},
    {"registration_reason", "words", Said::of_people},
    {"registration_person", "rank", Said::a_name},
    {"registration_person", "post_en", Said::a_name},
    {"registration_person", "post_th", Said::a_name},
    {"registration_person", "organisation", Said::a_name},
    {"registration_person", "phone", Said::a_name},
    {"registration_person", "languages", Said::a_name},
    {"registration_person", "interpreting", Said::a_name},
    {"registration_person", "diet", Said::of_people},
    {"registration_person", "arrives_flight", Said::of_people},
    {"registration_person", "leaves_flight", Said::of_people},
    {"registration_person", "shares_with", Said::of_people},
    {"registration_person", "hotel", Said::of_people},
    {"registration_person", "room", Said::of_people},
    {"registration_revision", "before", Said::of_people, Kept::particulars},
    {"registration_revision", "after", Said::of_people, Kept::particulars},
    {"registration_proposal_words", "wanted", Said::of_people, Kept::particulars},
    {"registration_proposal_reason", "words", Said::of_people},
    {"asked_question", "prompt", Said::prose, Kept::text},
    {"asked_question", "choices", Said::of_people},
    {"asked_question", "choices_th", Said::of_people},
    {"asked_question", "if_answer", Said::of_people},
    {"asked_answer", "words", Said::of_people},
    {"vehicle_pass_words", "remark", Said::of_people},
    {"need", "text", Said::prose, Kept::text},
    {"need", "note", Said::prose, Kept::text},
    {"offer", "text", Said::prose, Kept::text},
    {"offer", "note", Said::prose, Kept::text},
    {"practice", "title", Said::prose, Kept::text},
    {"practice", "text", Said::prose, Kept::text},
    {"practice", "note", Said::prose, Kept::text},
    {"revision", "was", Said::prose, Kept::text, of_delegations},
    {"revision", "became", Said::prose, Kept::text, of_delegations},
    {"meeting_words", "words", Said::of_people},
    {"meeting_company", "people", Said::of_people},
    {"meeting_company", "interpreter", Said::of_people},
    {"meeting_record", "words", Said::of_people},
    {"meeting_record", "next_step", Said::of_people},
    {"terms_words", "items", Said::prose, Kept::items, not_confirmed},
    {"commitment_words", "words", Said::of_people},
    {"plan_run_status", "said", Said::prose, Kept::words},
    {"inscription_words", "topic"},
    {"inscription_words", "speech"},
    {"inscription_words", "answers", Said::prose, Kept::words},
    {"inscription_words", "on_behalf"},
    {"speech_file", "name", Said::of_people, Kept::file},
    {"floor_words", "words"},
    {"floor_ballot_words", "words"},
    {"floor_poll", "question"},
    {"floor_screen", "name"},
    {"floor_screen_aim", "words"},
};

// Mends the words that stand in `json` under one of `members`, however deep; under any without.
using Mend = std::function<std::string(const std::string&)>;
Json mended(const Json& json, std::span<const std::string_view> members, bool is_of_them,
            const Mend& mend)
{
    if (json.is_string())
        return is_of_them ? Json(mend(json.string())) : json;
    if (json.is_array()) {
        auto all = Json::array();
        for (const auto& one : json.items())
            all.push(mended(one, members, is_of_them, mend));
        return all;
    }
    if (!json.is_object())
        return json;
    auto all = Json::object();
    for (const auto& [name, value] : json.members())
        all.set(name, mended(value, members,
                             is_of_them ||
                                 std::find(members.begin(), members.end(), name) != members.end(),
                             mend));
    return all;
}

const PlaceOfNames* place_of(std::string_view particular)
{
    const auto* found =
        std::find_if(std::begin(places), std::end(places), [&](const PlaceOfNames& place) {
            return place.table == std::string_view("registration_person") &&
                   place.column == particular;
        });
    return found == std::end(places) ? nullptr : found;
}

bool is_particular(std::string_view name)
{
    const auto& all = all_particulars();
    return std::any_of(all.begin(), all.end(),
                       [&](const Particular& one) { return one.name == name; });
}

// What somebody is called, and what stands in their passport, is nobody else's name. An address may
// be held by several. What is no particular is an answer to a question.
Json without_names_of_others(const Json& json, const std::vector<std::string>& names)
{
    std::vector<std::string> addresses;
    std::copy_if(names.begin(), names.end(), std::back_inserter(addresses),
                 [](const std::string& name) { return name.find('@') != std::string::npos; });
    auto all = json;
    for (const auto& [name, value] : json.members()) {
        const auto* place = place_of(name);
        if (!value.is_string() || (!place && name != "email" && is_particular(name)))
            continue;
        all.set(name, without_names(value.string(), name == "email" ? addresses : names,
                                    place ? place->said : Said::of_people));
    }
    return all;
}

std::string without_names_in(const PlaceOfNames& place, const Json& json,
                             const std::vector<std::string>& names)
{
    static constexpr std::array<std::string_view, 2> of_texts{"verbatim", "corrected"};
    static constexpr std::array<std::string_view, 5> of_items{"need", "answer", "condition", "who",
                                                              "by_when"};
    const auto mend = [&](const std::string& words) {
        return without_names(words, names, place.said);
    };
    if (place.kept == Kept::particulars)
        return without_names_of_others(json, names).write();
    if (place.kept == Kept::text)
        return mended(json, of_texts, false, mend).write();
    if (place.kept == Kept::items)
        return mended(json, of_items, false, mend).write();
    return mended(json, {}, true, mend).write();
}

}  // namespace

std::span<const PlaceOfNames> places_of_names() { return places; }

std::string without_names(const PlaceOfNames& place, const std::string& kept,
                          const std::vector<std::string>& names)
{
    if (place.kept == Kept::plain)
        return without_names(kept, names, place.said);
    if (place.kept == Kept::file)
        return file_without_names(kept, names);
    const auto json = Json::read(kept);
    return json ? without_names_in(place, *json, names) : kept;
}

}  // namespace sala::registration
