// SPDX-License-Identifier: Apache-2.0

#include "registration/particular.hpp"

namespace sala::registration {

namespace {

constexpr bool matters = true;
constexpr bool needed = true;

std::vector<Particular> about_the_person()
{
    using enum Particular::Group;
    using enum Particular::Kind;
    return {
        {"role",
         tr("Part in the delegation"),
         who,
         choice,
         matters,
         needed,
         {},
         delegation_roles()},
        {"category", tr("Category"), who, category, matters},
        {"honorific_en", tr("Honorific"), who, words, matters, false, tr("Ms, Dr, H.E.")},
        {"name_en", tr("Name in Latin letters"), who, words, matters, needed,
         tr("As in the passport.")},
        {"honorific_th", tr("Honorific in Thai"), who, words, matters},
        {"name_th", tr("Name in Thai"), who, words, matters},
        {"name_own", tr("Name in its own script"), who, words, matters, false,
         tr("Where it is neither Latin nor Thai.")},
        {"rank", tr("Rank"), who, words, matters, false,
         tr("Pol. Gen., พลตำรวจเอก. It is printed before the name.")},
        {"post_en", tr("Post"), who, words, matters},
        {"post_th", tr("Post in Thai"), who, words, matters},
        {"organisation", tr("Organisation"), who, words, matters},
        {"precedence", tr("Place in the order"), who, number, false, false,
         tr("1 comes first among those of the same part.")},
    };
}

std::vector<Particular> about_the_stay()
{
    using enum Particular::Group;
    using enum Particular::Kind;
    return {
        {"email", tr("E-mail address"), contact, words, false, false,
         tr("May stay empty: the focal point receives what concerns them.")},
        {"phone", tr("Telephone"), contact},
        {"languages", tr("Languages"), stay, words, false, false,
         tr("Those they speak, such as en, th.")},
        {"interpreting", tr("Needs interpreting into"), stay},
        {"diet", tr("Diet"), stay, words, false, false,
         tr("Halal, vegetarian, allergies. Only the kitchen is told.")},
        {"hotel", tr("Hotel"), stay},
        {"room",
         tr("Room"),
         stay,
         choice,
         false,
         false,
         {},
         {{"", tr("not said")},
          {"single", tr("single")},
          {"double", tr("double")},
          {"twin", tr("twin")},
          {"none", tr("none needed")}}},
        {"shares_with", tr("Shares the room with"), stay},
        {"arrives_on", tr("Arrives on"), travel, day},
        {"arrives_at", tr("Arrives at"), travel, clock},
        {"arrives_flight", tr("Arrives with"), travel, words, false, false,
         tr("Flight, train or car.")},
        {"leaves_on", tr("Leaves on"), travel, day},
        {"leaves_at", tr("Leaves at"), travel, clock},
        {"leaves_flight", tr("Leaves with"), travel},
        {"visa_letter", tr("Needs a letter for the visa"), visa, tick},
        {"nationality", tr("Nationality"), visa},
        {"passport", tr("Number of the passport"), visa},
        {"born", tr("Born on"), visa, day},
        {"on_list", tr("May stand on the public list of participants"), consent, tick},
    };
}

}  // namespace

const std::vector<Particular>& all_particulars()
{
    static const auto all = [] {
        auto list = about_the_person();
        for (auto& one : about_the_stay())
            list.push_back(std::move(one));
        return list;
    }();
    return all;
}

Sentence group_name(Particular::Group group)
{
    switch (group) {
    case Particular::who:
        return tr("Who comes");
    case Particular::contact:
        return tr("How to reach them");
    case Particular::stay:
        return tr("The stay");
    case Particular::travel:
        return tr("Arrival and departure");
    case Particular::visa:
        return tr("Visa");
    case Particular::consent:
        return tr("Consent");
    }
    return {};
}

const std::vector<std::pair<std::string, Sentence>>& delegation_roles()
{
    static const std::vector<std::pair<std::string, Sentence>> roles{
        {"head", tr("head of delegation")},
        {"deputy", tr("deputy head")},
        {"adviser", tr("adviser")},
        {"liaison", tr("liaison officer")},
        {"interpreter", tr("interpreter")},
        {"security", tr("security")},
        {"press", tr("press")},
        {"accompanying", tr("accompanying person")}};
    return roles;
}

Sentence role_name(std::string_view role)
{
    for (const auto& [word, name] : delegation_roles())
        if (word == role)
            return name;
    return tr("not said");
}

int role_order(std::string_view role)
{
    int place = 0;
    for (const auto& [word, name] : delegation_roles()) {
        if (word == role)
            return place;
        ++place;
    }
    return place;
}

}  // namespace sala::registration
