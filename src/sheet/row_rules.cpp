// SPDX-License-Identifier: Apache-2.0

#include "sheet/row_rules.hpp"

#include "script/calendar.hpp"
#include "script/language_tag.hpp"

#include <algorithm>
#include <sstream>

namespace sala::sheet {

Rule known_zone()
{
    return {{"time_zone"}, [](const Sheet& sheet, const Row& row) -> Allowed {
                if (!script::Zone::named(sheet.words(row, "time_zone")))
                    return invalid(
                        "time_zone", "no-such-zone",
                        "There is no time zone “{value}”. Write one such as Asia/Phnom_Penh.",
                        {{"value", sheet.words(row, "time_zone")}});
                return allowed();
            }};
}

Rule known_languages()
{
    return {{"languages"}, [](const Sheet& sheet, const Row& row) -> Allowed {
                std::istringstream tags(sheet.words(row, "languages"));
                for (std::string tag; tags >> tag;)
                    if (!script::names_a_language(tag))
                        return invalid("languages", "no-such-language",
                                       "“{value}” is not a language. Write tags of two or three "
                                       "letters with a space between, such as en th.",
                                       {{"value", tag}});
                return allowed();
            }};
}

Rule part_of_another()
{
    return {{"key", "parent"}, [](const Sheet& sheet, const Row& row) -> Allowed {
                if (!row.key.empty() && sheet.words(row, "parent") == row.key)
                    return invalid("parent", "part-of-itself",
                                   "An organisation cannot be part of itself. Name the larger one, "
                                   "or leave this empty.");
                return allowed();
            }};
}

Rule until_after_since()
{
    return {{"since", "until"}, [](const Sheet& sheet, const Row& row) -> Allowed {
                const auto since = script::PartialDate::read(sheet.words(row, "since"));
                const auto until = script::PartialDate::read(sheet.words(row, "until"));
                if (since && until && until->first_day() < since->first_day())
                    return invalid("until", "end-before-start", "The end is before the start.");
                return allowed();
            }};
}

Rule length_has_start()
{
    return {{"start", "minutes"}, [](const Sheet& sheet, const Row& row) -> Allowed {
                if (sheet.number(row, "minutes") && sheet.words(row, "start").empty())
                    return invalid(
                        "start", "start-missing",
                        "There are minutes but no start. Write when it begins, such as 09:00.");
                return allowed();
            }};
}

Rule clock_has_start()
{
    return {{"start", "clock"}, [](const Sheet& sheet, const Row& row) -> Allowed {
                if (sheet.words(row, "clock") == "source" && sheet.words(row, "start").empty())
                    return invalid("start", "source-without-start",
                                   "The clock says that the source gives the time, but no time "
                                   "is here. Write the start, or unknown under clock.");
                return allowed();
            }};
}

Rule speaker_fits_sitting()
{
    return {{"minutes", "speaker_minutes"}, [](const Sheet& sheet, const Row& row) -> Allowed {
                const auto minutes = sheet.number(row, "minutes");
                const auto each = sheet.number(row, "speaker_minutes");
                if (minutes && each && *each > *minutes)
                    return invalid(
                        "speaker_minutes", "longer-than-sitting",
                        "A speaker would have {each} minutes, but the sitting has {minutes}.",
                        {{"each", std::to_string(*each)}, {"minutes", std::to_string(*minutes)}});
                return allowed();
            }};
}

Rule leaves_after_arriving()
{
    return {{"arrives", "leaves"}, [](const Sheet& sheet, const Row& row) -> Allowed {
                const auto& arrives = sheet.words(row, "arrives");
                const auto& leaves = sheet.words(row, "leaves");
                if (!arrives.empty() && !leaves.empty() && leaves < arrives)
                    return invalid("leaves", "leaves-before-arriving",
                                   "This person would leave before arriving.");
                return allowed();
            }};
}

Rule somebody_is_hosting()
{
    return {{"organisation", "city"}, [](const Sheet& sheet, const Row& row) -> Allowed {
                if (sheet.words(row, "organisation").empty() == sheet.words(row, "city").empty())
                    return invalid("organisation", "one-host",
                                   "A host is an organisation or a city: fill in one of the two.");
                return allowed();
            }};
}

Rule somebody_speaks()
{
    return {{"delegation", "person", "post", "title"},
            [](const Sheet& sheet, const Row& row) -> Allowed {
                for (const auto* column : {"delegation", "person", "post"})
                    if (!sheet.words(row, column).empty())
                        return allowed();
                if (!sheet.text(row, "title").empty())
                    return allowed();
                return invalid("delegation", "nobody-speaks",
                               "Nobody takes the floor here. Name a delegation, a person or a "
                               "post, or give the intervention a title.");
            }};
}

Rule pair_of_languages()
{
    return {{"pair"}, [](const Sheet& sheet, const Row& row) -> Allowed {
                const auto& pair = sheet.words(row, "pair");
                const auto hyphen = pair.find('-');
                if (hyphen != std::string::npos && hyphen + 1 < pair.size() &&
                    script::names_a_language(pair.substr(0, hyphen)) &&
                    script::names_a_language(pair.substr(hyphen + 1)))
                    return allowed();
                return invalid("pair", "no-such-pair",
                               "“{value}” is not a pair of languages. Write two tags with a hyphen "
                               "between, such as th-en.",
                               {{"value", pair}});
            }};
}

Rule words_among(std::string column, std::vector<std::string> known)
{
    return {{column},
            [column, known = std::move(known)](const Sheet& sheet, const Row& row) -> Allowed {
                std::istringstream words(sheet.words(row, column));
                for (std::string word; words >> word;)
                    if (std::find(known.begin(), known.end(), word) == known.end()) {
                        std::string all;
                        for (const auto& one : known)
                            all += (all.empty() ? "" : ", ") + one;
                        return invalid(column, "unknown-word",
                                       "“{value}” is not known here. Write, with spaces between, "
                                       "some of these: {known}.",
                                       {{"value", word}, {"known", all}});
                    }
                return allowed();
            }};
}

Rule host_speaks_once()
{
    return {{"speaking_order"}, [](const Sheet& sheet, const Row& row) -> Allowed {
                const auto words = " " + sheet.words(row, "speaking_order") + " ";
                if (words.find(" host-first ") != std::string::npos &&
                    words.find(" host-last ") != std::string::npos)
                    return invalid("speaking_order", "order-contradicts",
                                   "The host speaks first or last. Choose one of them.");
                return allowed();
            }};
}

static bool is_moment(const std::string& words)
{
    return words.size() == 16 && words[10] == ' ' && script::parse_iso_day(words.substr(0, 10)) &&
           script::read_clock(words.substr(11));
}

Rule moments_of_inscription()
{
    return {{"inscription_opens", "inscription_closes"},
            [](const Sheet& sheet, const Row& row) -> Allowed {
                for (const auto* column : {"inscription_opens", "inscription_closes"})
                    if (const auto& words = sheet.words(row, column);
                        !words.empty() && !is_moment(words))
                        return invalid(column, "not-a-moment",
                                       "Write a day and a time: 2030-05-01 09:00.");
                const auto& opens = sheet.words(row, "inscription_opens");
                const auto& closes = sheet.words(row, "inscription_closes");
                if (!opens.empty() && !closes.empty() && closes <= opens)
                    return invalid("inscription_closes", "closes-before-it-opens",
                                   "Inscription would close before it opens. Give a later moment.");
                return allowed();
            }};
}

Rule subject_is_a_row()
{
    return {{"subject"}, [](const Sheet& sheet, const Row& row) -> Allowed {
                const auto& subject = sheet.words(row, "subject");
                const auto colon = subject.find(':');
                const auto* about = find_sheet(
                    std::string_view(subject).substr(0, std::min(colon, subject.size())));
                if (subject == "forum")
                    return allowed();
                if (colon == std::string::npos || !about || about->scope == Sheet::itself)
                    return invalid("subject", "no-such-subject",
                                   "“{value}” names nothing. Write forum, or a sheet and a key "
                                   "such as sittings:courtesy-call.",
                                   {{"value", subject}});
                return allowed();
            }};
}

}  // namespace sala::sheet
