// SPDX-License-Identifier: Apache-2.0

#include "registration/particulars.hpp"

#include "directory/whole_name.hpp"
#include "mail/letter.hpp"
#include "script/calendar.hpp"
#include "script/given_day.hpp"
#include "script/one_line.hpp"
#include "script/yes_or_no.hpp"

#include <algorithm>

namespace sala::registration {

namespace {

void read_day(std::string& words, const Particular& column, std::vector<Refusal>& wrong)
{
    if (const auto day = script::given_day(column.name, words))
        words = script::iso(*day);
    else
        wrong.push_back(day.refusal());
}

// Nobody agrees by writing that they do not; a no is kept as nothing said.
void read_tick(std::string& words, const Particular& column, std::vector<Refusal>& wrong)
{
    if (const auto said = script::yes_or_no(words))
        words = *said ? "yes" : "";
    else
        wrong.push_back(invalid(column.name, "not-yes-or-no",
                                "“{value}” is neither yes nor no. Write yes or no.",
                                {{"value", words}}));
}

void read_number(std::string& words, const Particular& column, std::vector<Refusal>& wrong)
{
    words = script::to_arabic_digits(words);
    if (words.size() > 4 || words.find_first_not_of("0123456789") != std::string::npos)
        wrong.push_back(
            invalid(column.name, "not-a-number", "Please give a whole number, such as 7."));
}

void read_clock(std::string& words, const Particular& column, std::vector<Refusal>& wrong)
{
    const auto minutes = script::read_clock(words);
    if (!minutes) {
        auto refusal = minutes.refusal();
        refusal.field = column.name;
        wrong.push_back(std::move(refusal));
        return;
    }
    // A programme may go on after midnight; a flight has a day of its own.
    constexpr int day_ends = 24 * 60;
    if (*minutes >= day_ends) {
        wrong.push_back(invalid(column.name, "not-a-time",
                                "“{text}” is not a time of a day, which ends at 23:59. What is "
                                "after midnight belongs to the next day.",
                                {{"text", words}}));
        return;
    }
    words = script::render_clock(*minutes / 60, *minutes % 60, Language::english());
}

bool is_one_of(const std::string& word,
               const std::vector<std::pair<std::string, Sentence>>& choices)
{
    return std::any_of(choices.begin(), choices.end(),
                       [&](const auto& one) { return one.first == word; });
}

Refusal not_a_choice(const Particular& column, const std::string& value)
{
    return invalid(column.name, "not-a-choice", "“{value}” is not one of the choices.",
                   {{"value", value}});
}

void mend_one(std::string& words, const Particular& column,
              const std::vector<std::string>& categories, std::vector<Refusal>& wrong)
{
    if (static_cast<int>(words.size()) > 4 * column.characters_max)
        wrong.push_back(invalid(column.name, "too-long", "This is too long for its place."));
    else if (column.name == "email" && !mail::is_mail_address(words))
        wrong.push_back(mail::no_mail_address(column.name, words));
    else if (column.kind == Particular::day)
        read_day(words, column, wrong);
    else if (column.kind == Particular::clock)
        read_clock(words, column, wrong);
    else if ((column.kind == Particular::choice && !is_one_of(words, column.choices)) ||
             (column.kind == Particular::category &&
              std::find(categories.begin(), categories.end(), words) == categories.end()))
        wrong.push_back(not_a_choice(column, words));
    else if (column.kind == Particular::tick)
        read_tick(words, column, wrong);
    else if (column.kind == Particular::number)
        read_number(words, column, wrong);
}

}  // namespace

const std::string& Particulars::operator[](std::string_view column) const
{
    static const std::string nothing;
    const auto found = words_.find(column);
    return found == words_.end() ? nothing : found->second;
}

void Particulars::set(std::string_view column, std::string words)
{
    const auto& all = all_particulars();
    if (std::none_of(all.begin(), all.end(),
                     [&](const Particular& one) { return one.name == column; }))
        return;
    if (words.empty())
        words_.erase(std::string(column));
    else
        words_.insert_or_assign(std::string(column), std::move(words));
}

static Text in_both(const std::string& english, const std::string& thai)
{
    Text text;
    text.set(Language::english(), {english, {}});
    text.set(Language::thai(), {thai, {}});
    return text;
}

// With a rank, as it stands before a name of either language.
Text Particulars::honorific() const
{
    auto text = in_both((*this)["honorific_en"], (*this)["honorific_th"]);
    const auto& rank = (*this)["rank"];
    if (rank.empty())
        return text;
    const auto in = [&](const Language& language) {
        return script::ranked(rank, directory::honorific_for(text, language), language);
    };
    return in_both(in(Language::english()), in(Language::thai()));
}

Text Particulars::name() const
{
    auto text = in_both((*this)["name_en"], (*this)["name_th"]);
    text.set(*Language::named("und"), {(*this)["name_own"], {}});
    return text;
}

Text Particulars::post() const { return in_both((*this)["post_en"], (*this)["post_th"]); }

std::vector<Refusal> mended(Particulars& particulars, const std::vector<std::string>& categories)
{
    std::vector<Refusal> wrong;
    for (const auto& column : all_particulars()) {
        auto words = script::one_line(particulars[column.name]);
        if (words.empty()) {
            if (column.needed)
                wrong.push_back(invalid(column.name, "required", "Please fill this in."));
            continue;
        }
        mend_one(words, column, categories, wrong);
        particulars.set(column.name, std::move(words));
    }
    if (wrong.empty() && !particulars["leaves_on"].empty() &&
        particulars["leaves_on"] < particulars["arrives_on"])
        wrong.push_back(
            invalid("leaves_on", "leaves-before-arriving", "This is before the day of arrival."));
    return wrong;
}

std::vector<std::string> differing(const Particulars& one, const Particulars& other)
{
    std::vector<std::string> columns;
    for (const auto& column : all_particulars())
        if (one[column.name] != other[column.name])
            columns.push_back(column.name);
    return columns;
}

bool any_matters(const std::vector<std::string>& columns)
{
    const auto& all = all_particulars();
    return std::any_of(all.begin(), all.end(), [&](const Particular& one) {
        return one.matters && std::find(columns.begin(), columns.end(), one.name) != columns.end();
    });
}

Json part_json(const Particulars& particulars, const std::vector<std::string>& columns)
{
    auto json = Json::object();
    for (const auto& column : columns)
        json.set(column, particulars[column]);
    return json;
}

Particulars with_json(Particulars particulars, const Json& json)
{
    for (const auto& [column, words] : json.members())
        particulars.set(column, words.string());
    return particulars;
}

}  // namespace sala::registration
