// SPDX-License-Identifier: Apache-2.0

#include "floor/held_rules.hpp"

#include "floor/rules_sheet.hpp"
#include "forum/row_desk.hpp"
#include "forum/row_form.hpp"
#include "web/login_store.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace sala::floor {

namespace {

bool by_lot(const Rules& rules)
{
    return std::find(rules.order.begin(), rules.order.end(), By::draw) != rules.order.end();
}

// From the source that makes keys: who sets the rules does not choose who speaks first.
std::int64_t drawn_number()
{
    constexpr std::uint64_t numbers = 1'000'000'000'000'000;  // a number that JSON holds exactly
    return static_cast<std::int64_t>(lot_of(web::random_token(), 0) % numbers) + 1;
}

// `sitting` 0: for the whole forum.
std::int64_t draw_lots(web::Desk& desk, const Hall& hall, std::int64_t sitting)
{
    const auto number = drawn_number();
    keep_draw(desk.session(), {hall.forum.id, desk.next_id<Draw>().number(), sitting, number,
                               desk.visitor().login.number(), desk.now()});
    return number;
}

// From an act on; answers the number under which they are kept.
std::int64_t keep_with_sitting(web::Desk& desk, Hall& hall, std::int64_t since, const Rules& rules)
{
    const auto id = desk.next_id<Rules>().number();
    keep_rules(desk.session(), {hall.forum.id, id, hall.sitting, since, to_json(rules),
                                desk.visitor().login.number(), desk.now()});
    hall.rules_since.push_back({since, rules});
    return id;
}

// What was done is as it was: the others hold from here on, and that is an act like all others.
Allowed change_held(web::Desk& desk, Hall hall, const Rules& rules)
{
    if (rules == hall.rules)
        return allowed();
    const auto id = keep_with_sitting(desk, hall, hall.version() + 1, rules);
    return take(desk, hall, {.what = What::rules, .other = id});
}

std::string free_key(const std::vector<sheet::StoredRow>& rows, const std::string& wanted)
{
    auto key = wanted;
    for (int i = 2; std::any_of(rows.begin(), rows.end(),
                                [&](const sheet::StoredRow& one) { return one.row.key == key; });
         ++i)
        key = wanted + "-" + std::to_string(i);
    return key;
}

// The row of the sitting, or of the forum, with these rules in it; a new one where there was none.
Allowed write_sheet(web::Desk& desk, const Hall& hall, const Rules& rules, const Window& window,
                    bool whole_forum)
{
    const auto& sheet = sheet_of_rules();
    auto& session = desk.session();
    const auto rows = sheet::rows_of(session, sheet, hall.forum.id);
    const auto* was = row_for(rows, whole_forum ? std::string{} : hall.key);
    auto row =
        was ? was->row : forum::empty_row(sheet, free_key(rows, whole_forum ? "forum" : hall.key));
    if (!was && !whole_forum)
        row.cells[sheet.at("sitting")] = hall.key;
    row = row_of(window, hall.forum.zone, row_of(rules, std::move(row)));
    if (was && was->row == row)
        return allowed();
    std::vector<Refusal> refusals;
    const auto keys = sheet::keys_for(session, sheet, row, hall.forum.id, refusals);
    if (!refusals.empty())
        return refusals.front();
    const auto change = forum::change_of(desk, hall.forum, sheet::Origin::edit);
    if (was)
        sheet::update_row(session, sheet, *was, row, keys, change);
    else
        sheet::insert_row(session, sheet, row, rows.empty() ? 1 : rows.back().position + 1, keys,
                          change);
    forum::changed(desk, hall.forum, sheet, row.key);
    return allowed();
}

}  // namespace

void hold_rules(store::Session& session, Hall& hall)
{
    const auto usual = hall.rules;
    const auto kept = rules_of(session, hall.forum.id, hall.sitting);
    const auto rows = sheet::rows_of(session, sheet_of_rules(), hall.forum.id);
    const auto* own = row_for(rows, hall.key);
    const auto* row = own ? own : row_for(rows, {});
    if (row)
        hall.window = window_in(row->row, hall.forum.zone);
    if (!hall.window.is_set())
        hall.window = window_before_sheet(session, hall.forum.id, hall.sitting);
    // What was kept for a whole forum is from before there was a sheet.
    if (!kept.empty() && (kept.back().sitting != 0 || !row)) {
        hall.rules_version = std::to_string(kept.back().id);
        hall.own_rules = kept.back().sitting != 0;
        for (const auto& one : kept)
            if (auto rules = read_rules(one.rules, usual))
                hall.rules_since.push_back({one.since, *std::move(rules)});
    } else if (row) {
        hall.rules_version = fmt::format("{}.{}", row->id, row->version);
        hall.own_rules = own != nullptr;
        hall.rules = rules_in(row->row, std::move(hall.rules));
    }
    if (hall.rules_since.empty()) {
        if (by_lot(hall.rules))
            hall.rules.drawn = drawn_for(session, hall.forum.id, hall.sitting);
        hall.rules_since.push_back({0, hall.rules});
    }
    hall.rules = hall.rules_since.back().rules;
}

void settle_rules(web::Desk& desk, Hall& hall)
{
    if (hall.rehearsal.running)
        return;
    if (by_lot(hall.rules) && hall.rules.drawn == 0)
        hall.rules.drawn = draw_lots(desk, hall, hall.sitting);
    keep_with_sitting(desk, hall, hall.version() + 1, hall.rules);
}

Allowed keep_rules_of(web::Desk& desk, const Hall& hall, Rules rules, const Window& window,
                      bool whole_forum, bool draw)
{
    // A number is drawn when the rules begin to want one, so that none is known before.
    rules.drawn = by_lot(rules) && by_lot(hall.rules) ? hall.rules.drawn : 0;
    if (by_lot(rules) && (draw || rules.drawn == 0))
        rules.drawn = draw_lots(desk, hall, whole_forum ? 0 : hall.sitting);
    if (const auto written = write_sheet(desk, hall, rules, window, whole_forum); !written)
        return written.refusal();
    if (window_before_sheet(desk.session(), hall.forum.id, hall.sitting).is_set())
        keep_window(desk.session(), hall.forum.id, hall.sitting, desk.next_id<Window>().number(),
                    {}, desk.visitor().login.number(), desk.now());
    auto real = without_rehearsal(hall);
    const auto kept = rules_of(desk.session(), hall.forum.id, hall.sitting);
    const bool is_held = !kept.empty() && kept.back().sitting != 0;
    if (!is_held && real.floor.phase() == Floor::Phase::before)
        return allowed();
    // It was opened before rules were kept with it.
    if (!is_held)
        keep_with_sitting(desk, real, 0, Rules(real.rules));
    return change_held(desk, std::move(real), rules);
}

}  // namespace sala::floor
