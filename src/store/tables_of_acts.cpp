// SPDX-License-Identifier: Apache-2.0

#include "store/tables_of_acts.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <map>

namespace sala::store {

namespace {

struct Said {
    std::string_view name;
    // In order; * part of the key, $ words, ? may be erased, = says how it was decided.
    std::string_view columns;
};

constexpr std::array all_said{
    // Who may come in, and what they were given.
    Said{"login", "id* created_at name$?"},
    Said{"login_rename", "id* login at earlier$? name$?"},
    Said{"login_address", "login* address$?"},
    Said{"login_role", "id* login role$ given at"},
    Said{"login_erasure", "login* at"},
    Said{"api_token", "id* login token_hash$ below$ role$ reads_only with_code created_at "
                      "expires_at name$?"},
    Said{"api_token_end", "token* at"},
    Said{"server_setting", "id* name$ value$ by_login at"},
    Said{"role_grant", "forum* id* login role$= delegation body category by_login at"},
    Said{"role_grant_name", "forum* role_grant* name$?"},
    Said{"role_withdrawal", "forum* role_grant* by_login at"},
    Said{"focal_point_let_in", "forum* role_grant* by_login at"},

    // What was asked for, what became of rows, what was published.
    Said{"act", "id* number verb$ login for_whom$ at how$ address_digest$ peer_digest$ hash$"},
    Said{"revision", "id* forum sheet$ row_id version origin$ login at was$ became$"},
    Said{"release", "forum* number* name$ note$ login at programme$ changes$"},

    // Letters.
    Said{"letter", "id* forum language$ reason$ created_at to_address$? to_name$? subject$? "
                   "body$?"},
    Said{"letter_act", "letter* number* what$ at detail$?"},
    Said{"letter_unsubscription", "letter* at"},
    Said{"letter_return", "letter* number* by_login at reason$?"},
    Said{"letter_for_role", "letter* forum role_grant"},
    Said{"timetable_letter", "letter* forum number"},
    Said{"circular", "forum* id* audience$ kind$ delegation category$ status$ subject$ body$ "
                     "by_login at"},
    Said{"circular_letter", "forum* circular* recipient*$ letter"},
    Said{"decision_letter", "forum* act* letter*"},

    // Who was invited and registered, and what was decided.
    Said{"registration_rules", "forum* id* answer_by$ register_by$ letter$ signature$ by_login at"},
    Said{"invitation", "forum* id* delegation by_login at"},
    Said{"invitation_recipient", "forum* invitation* name$? address$? language$?"},
    Said{"invitation_correction", "forum* id* invitation new_address by_login at"},
    Said{"invitation_link", "token_hash*$ forum id invitation reminds by_login at expires_at"},
    Said{"invitation_link_use", "token_hash*$ at"},
    Said{"invitation_answer", "forum* id* invitation comes by_login at"},
    Said{"invitation_answer_words", "forum* answer* head$? people? focal_name$? focal_address$? "
                                    "remark$?"},
    Said{"registration", "forum* id* delegation by_login at"},
    Said{"registration_person",
         "forum* registration* version? role$? category$? honorific_en$? name_en$? honorific_th$? "
         "name_th$? name_own$? rank$? post_en$? post_th$? organisation$? precedence$? email$? "
         "phone$? languages$? interpreting$? diet$? arrives_on$? arrives_at$? arrives_flight$? "
         "leaves_on$? leaves_at$? leaves_flight$? hotel$? room$? shares_with$? visa_letter$? "
         "nationality$? passport$? born$? on_list$?"},
    Said{"registration_erasure", "forum* registration* by_login at"},
    Said{"registration_act", "forum* id* registration step$= status$ on_behalf by_login at"},
    Said{"registration_reason", "forum* act* words$?"},
    Said{"registration_revision", "forum* id* registration on_behalf by_login at before$? after$?"},
    Said{"registration_proposal", "forum* id* registration by_login at"},
    Said{"registration_proposal_words", "forum* proposal* wanted$?"},
    Said{"registration_proposal_answer", "forum* proposal* taken by_login at"},
    Said{"registration_proposal_end", "forum* proposal* how$="},
    Said{"registration_proposal_reason", "forum* proposal* words$?"},
    Said{"registration_merge", "forum* id* kept merged by_login at"},
    Said{"registration_merge_end", "forum* merge* by_login at"},
    Said{"registration_match", "forum* id* registration? person? by_login at"},
    Said{"registration_claim", "forum* id* registration login at"},
    Said{"registration_claim_end", "forum* claim* by_login at"},
    Said{"category_quota", "forum* id* category places by_login at"},
    Said{"asked_question", "forum* id* category$ prompt$ kind$ choices$ needed after_approval "
                           "if_question if_answer$ by_login at matters choices_th$"},
    Said{"asked_question_end", "forum* question* by_login at"},
    Said{"asked_answer", "forum* registration* question* words$?"},

    // The doors.
    Said{"door_key", "forum* key$ at"},
    Said{"badge_design", "forum* id* category colour$ zones$ photo by_login at"},
    Said{"badge_print", "forum* id* by_login at"},
    Said{"badge", "forum* id* registration print"},
    Said{"badge_end", "forum* badge* why$= by_login at"},
    Said{"vehicle_pass", "forum* id* delegation by_login at"},
    Said{"vehicle_pass_words", "forum* pass* plate$? remark$?"},
    Said{"vehicle_pass_given", "forum* pass* by_login at"},
    Said{"vehicle_pass_end", "forum* pass* by_login at"},
    Said{"admission", "forum* id* scan$ registration? badge? vehicle door$ at kept_at by_login"},
    Said{"admission_undo", "forum* admission* by_login at"},

    // Meetings of delegations.
    Said{"meeting_rules", "forum* id* other_countries only_cities_ask slot_minutes change_minutes "
                          "ask_hours meetings_at_least meetings_at_most by_login at"},
    Said{"meeting_preference", "forum* id* of_whom about word$ by_login at on_behalf"},
    Said{"meeting_times", "forum* id* delegation away$ parallel by_login at"},
    Said{"meeting", "forum* id* host guest low high round at"},
    Said{"meeting_party", "forum* meeting* side*$ delegation"},
    Said{"meeting_act", "forum* meeting* number* step$= side$ own on_behalf slots with_heads pair$ "
                        "expires by_login at"},
    Said{"meeting_words", "forum* meeting* number* words$?"},
    Said{"meeting_company", "forum* id* meeting side$ by_login at people$? interpreter$?"},
    Said{"meeting_head_told", "forum* id* meeting delegation head$ at"},
    Said{"terms_revision", "forum* meeting* number* side$ on_behalf by_login at"},
    Said{"terms_words", "forum* meeting* number* items$?"},
    Said{"terms_seen", "forum* meeting* side*$ number* by_login at"},
    Said{"head_confirmation", "forum* meeting* number* side*$ hash*$ parties head$ on_behalf "
                              "by_login at post$?"},
    Said{"agreement_kind", "forum* id* meeting kind$ side$ by_login at"},
    Said{"meeting_outcome", "forum* id* meeting side$ took_place by_login at"},
    Said{"meeting_record", "forum* outcome* words$? next_step$?"},
    Said{"commitment_act", "forum* id* commitment status$ at_forum delegation on_behalf by_login "
                           "at"},
    Said{"commitment_words", "forum* act* words$?"},
    Said{"plan_change", "forum* version* how$= meeting run by_login at"},
    Said{"plan_run", "forum* id* how$= seconds version by_login at"},
    Said{"plan_run_stop", "forum* run* by_login at"},
    Said{"plan_release", "forum* number* kind$ places$ by_login at"},

    // The floor.
    Said{"floor_rules", "forum* id* sitting rules$ by_login at since"},
    Said{"floor_draw", "forum* id* sitting number by_login at"},
    Said{"floor_act", "forum* sitting* number* id what$= entry other seconds kind$ delegation "
                      "person post intervention by_chair rehearsed by_login at"},
    Said{"floor_words", "forum* act* words$?"},
    Said{"floor_window", "forum* id* sitting opens_at closes_at by_login at"},
    Said{"inscription", "forum* id* sitting delegation number withdrawn kind$ level$ person "
                        "by_login at prefers"},
    Said{"inscription_words", "forum* inscription* topic$? speech$? language$? answers$? "
                              "on_behalf$?"},
    Said{"speech_file", "forum* sitting* delegation* id? name$? kind$? size? by_login? at?"},
    Said{"floor_poll", "forum* id* sitting question$ secret by_login at"},
    Said{"floor_poll_end", "forum* poll* by_login at"},
    Said{"floor_ballot", "forum* id* poll delegation card$ by_login at"},
    Said{"floor_ballot_words", "forum* ballot* words$?"},
    Said{"floor_screen", "forum* number* name$ by_login at"},
    Said{"floor_screen_aim", "forum* id* screen what$ target by_login at "
                             "words$?"},

    // Which rows of the directory a forum lists, and in which order.
    Said{"listing", "forum* sheet*$ row_id* position"},
};

// Sheets: that a row is there, what it is called and where it stands. What it says is compared with
// its revisions, which are sealed.
constexpr std::string_view shared_sheets[] = {"country",      "city",      "network", "body",
                                              "organisation", "person",    "post",    "holder",
                                              "river",        "riverside", "forum"};
constexpr std::string_view sheets_of_forums[] = {
    "source",         "edition",    "host",      "venue",       "room",       "day",
    "topic",          "question",   "sitting",   "agenda_item", "delegation", "delegate",
    "intervention",   "category",   "passage",   "follow_up",   "document",   "report",
    "report_section", "claim",      "practice",  "need",        "offer",      "desk",
    "interpreting",   "commitment", "floor_rule"};

ActColumn column_of(std::string_view said)
{
    const auto marks = said.find_first_of("*$?=");
    const auto after = marks == std::string_view::npos ? "" : said.substr(marks);
    const auto marked = [&](char mark) { return after.find(mark) != std::string_view::npos; };
    return {.name = std::string(said.substr(0, marks)),
            .kind = marked('$') ? Kind::text : Kind::integer,
            .is_key = marked('*'),
            .may_be_erased = marked('?'),
            .says_how = marked('=')};
}

TableOfActs table_of(const Said& said)
{
    TableOfActs table{.name = std::string(said.name),
                      .columns = {},
                      .column_list = {},
                      .key_list = {},
                      .kinds = {}};
    for (auto rest = said.columns; !rest.empty();) {
        const auto end = std::min(rest.find(' '), rest.size());
        const auto& column = table.columns.emplace_back(column_of(rest.substr(0, end)));
        const std::string comma = table.column_list.empty() ? "" : ", ";
        table.column_list += comma + column.name;
        table.key_list += comma + (column.is_key               ? column.name
                                   : column.kind == Kind::text ? "CAST(NULL AS TEXT)"
                                                               : "CAST(NULL AS BIGINT)");
        table.kinds.push_back(column.kind);
        table.has_erasable |= column.may_be_erased;
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return table;
}

bool is_of_a_name(char c) { return (c >= 'a' && c <= 'z') || c == '_' || (c >= '0' && c <= '9'); }

// The name that follows "INSERT INTO " and the like; quoted ones are of copies, not of people.
std::string_view name_after(std::string_view sql, std::string_view opening)
{
    if (!sql.starts_with(opening))
        return {};
    sql.remove_prefix(opening.size());
    return sql.substr(0, static_cast<std::size_t>(
                             std::find_if_not(sql.begin(), sql.end(), is_of_a_name) - sql.begin()));
}

// Whether an UPDATE sets a sealed column: "SET peer = ''" leaves an act as it is sealed.
bool sets_sealed_column(std::string_view sql, const TableOfActs& table)
{
    const auto sets = sql.substr(0, sql.find(" WHERE "));
    return std::any_of(table.columns.begin(), table.columns.end(), [&](const ActColumn& column) {
        const auto set = " " + column.name + " = ";
        return sets.find(set) != std::string_view::npos;
    });
}

}  // namespace

const std::vector<TableOfActs>& tables_of_acts()
{
    static const auto all = [] {
        std::vector<TableOfActs> tables;
        tables.reserve(all_said.size() + std::size(shared_sheets) + std::size(sheets_of_forums));
        for (const auto& said : all_said)
            tables.push_back(table_of(said));
        for (const auto sheet : shared_sheets)
            tables.push_back(table_of({sheet, "id* key$"}));
        for (const auto sheet : sheets_of_forums)
            tables.push_back(table_of({sheet, "forum* id* key$ position"}));
        return tables;
    }();
    return all;
}

const TableOfActs* table_of_acts(std::string_view name)
{
    static const auto named = [] {
        std::map<std::string_view, const TableOfActs*> tables;
        for (const auto& table : tables_of_acts())
            tables.emplace(table.name, &table);
        return tables;
    }();
    const auto found = named.find(name);
    return found == named.end() ? nullptr : found->second;
}

std::optional<WritingOfActs> writing_of_acts(std::string_view sql)
{
    auto name = name_after(sql, "INSERT INTO ");
    const auto updated = name_after(sql, "UPDATE ");
    const auto deleted = name_after(sql, "DELETE FROM ");
    const auto* table = table_of_acts(!name.empty() ? name : !updated.empty() ? updated : deleted);
    if (!table || (!updated.empty() && !sets_sealed_column(sql, *table)))
        return std::nullopt;
    const bool is_new = !name.empty() && sql.find(" ON CONFLICT ") == std::string_view::npos;
    return WritingOfActs{table, !deleted.empty(), is_new,
                         std::string(sql) + " RETURNING " +
                             (deleted.empty() ? table->column_list : table->key_list)};
}

}  // namespace sala::store
