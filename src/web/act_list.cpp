// SPDX-License-Identifier: Apache-2.0

#include "web/act_list.hpp"

#include "document/csv.hpp"
#include "script/calendar.hpp"
#include "web/act_list.view.hpp"

#include <charconv>

namespace sala::web {

namespace {

// For LIKE: what somebody types is words, never a pattern.
std::string literal(std::string_view words)
{
    std::string plain;
    for (const char c : words) {
        if (c == '%' || c == '_' || c == '\\')
            plain.push_back('\\');
        plain.push_back(c);
    }
    return plain;
}

Instant day_of(const std::string& words, const std::string& zone_name, int days_later)
{
    const auto day = script::parse_iso_day(words);
    const auto zone = script::Zone::named(zone_name);
    if (!day || !zone)
        return {};
    const auto at = script::instant_of(script::plus_days(*day, days_later), 0, *zone);
    return at ? *at : Instant{};
}

Json act_json(const ShownAct& act)
{
    return Json::object({{"number", act.number},
                         {"what", act.verb},
                         {"address", act.address},
                         {"who", act.name},
                         {"for", act.for_whom},
                         {"from", act.peer},
                         {"at", act.at.milliseconds()}});
}

std::string csv_of(const Desk& desk, const std::vector<ShownAct>& acts)
{
    std::vector<std::vector<std::string>> rows{
        {"number", "what", "address", "who", "for", "from", "at"}};
    for (const auto& act : acts)
        rows.push_back({std::to_string(act.number), act.verb, act.address, act.name, act.for_whom,
                        act.peer, moment_in_zone(desk.reader(), act.at)});
    return document::write_csv(rows, {.neutralise_formulas = true});
}

}  // namespace

std::vector<ShownAct> acts_of(store::Session& session, const ActFilter& filter, int at_most)
{
    constexpr std::int64_t ever = std::int64_t{1} << 60;
    const auto below = literal(filter.below);
    std::vector<ShownAct> acts;
    for (const auto& [number, verb, address, login, name, for_whom, peer, at] :
         session.select<std::int64_t, std::string, std::string, std::optional<std::int64_t>,
                        std::optional<std::string>, std::string, std::string, std::int64_t>(
             "SELECT a.number, a.verb, a.address, a.login, l.name, a.for_whom, a.peer, a.at FROM "
             "act "
             "a LEFT JOIN login l ON l.id = a.login WHERE (a.address = :own OR a.address LIKE "
             ":below ESCAPE '\\') AND (a.verb = :verb OR :any_verb = '') AND (:any_who = '' OR "
             "LOWER(l.name) LIKE LOWER(:who) ESCAPE '\\') AND a.at >= :since AND a.at < :until AND "
             "(a.number < :before OR :no_before = 0) ORDER BY a.id DESC LIMIT :most",
             filter.below, below + "/%", filter.verb, filter.verb, filter.who,
             "%" + literal(filter.who) + "%", filter.since,
             filter.until ? filter.until : Instant{ever}, filter.before, filter.before, at_most))
        acts.push_back({number, verb, address, name.value_or(""), login.has_value(), for_whom, peer,
                        Instant{at}});
    return acts;
}

ActFilter filter_of(const Desk& desk, std::string below)
{
    ActFilter filter;
    filter.below = std::move(below);
    filter.verb = desk.query("verb");
    filter.who = desk.query("who");
    filter.since = day_of(desk.query("since"), desk.reader().zone, 0);
    filter.until = day_of(desk.query("until"), desk.reader().zone, 1);
    const auto before = desk.query("before");
    std::from_chars(before.data(), before.data() + before.size(), filter.before);
    return filter;
}

std::string words_of_verb(const std::string& verb)
{
    auto words = verb;
    for (auto& c : words)
        c = c == '_' ? ' ' : c;
    return words;
}

Result<Reply> show_acts(Desk& desk, const ActFilter& filter, Frame frame)
{
    const bool page = desk.wants(Format::html);
    const auto acts = acts_of(desk.session(), filter, page ? acts_shown_max : acts_exported_max);
    if (desk.wants(Format::csv))
        return desk.download(std::string(media_type(Format::csv)), "acts.csv", csv_of(desk, acts));
    const auto end = chain_end(desk.session());
    if (page)
        return desk.show(acts_page(desk, acts, end, std::move(frame)));
    auto list = Json::array();
    for (const auto& act : acts)
        list.push(act_json(act));
    return desk.show(Json::object(
        {{"acts", list}, {"chain", Json::object({{"number", end.number}, {"hash", end.hash}})}}));
}

}  // namespace sala::web
