// SPDX-License-Identifier: Apache-2.0

#include "forum/shared_rows.hpp"

#include "forum/grant_store.hpp"
#include "web/act.hpp"
#include "web/api_token.hpp"
#include "web/login_store.hpp"
#include "web/percent.hpp"

#include <map>
#include <set>

namespace sala::forum {

using sheet::Sheet;

sheet::Keeper keeper_at(const web::Desk& desk, const Forum& forum)
{
    sheet::Keeper keeper;
    if (!desk.may(web::secretariat))
        return keeper;
    keeper.forums.push_back(forum.id);
    if (!web::reaches_everywhere(desk.session(), desk.request()))
        return keeper;
    keeper.server = web::is_server_secretary(desk.session(), desk.visitor().login);
    for (const auto own : forums_prepared_by(desk.session(), desk.visitor().login))
        keeper.forums.push_back(own);
    return keeper;
}

std::vector<std::string> addresses_elsewhere(store::Session& session, std::int64_t forum,
                                             const std::vector<sheet::RowName>& changed)
{
    std::map<const Sheet*, std::map<std::int64_t, std::string>> rows;  // sheet -> row -> key
    for (const auto& one : changed) {
        const auto& sheet = sheet::sheet_named(one.sheet);
        if (sheet.scope != Sheet::server)
            continue;
        if (const auto row = sheet::find_on_server(session, sheet, one.key))
            rows[&sheet].emplace(row->id, one.key);
    }
    std::map<std::string, std::set<std::string>> keys;  // address of the sheet -> keys
    for (const auto& [sheet, own] : rows) {
        std::vector<std::int64_t> ids;
        for (const auto& [id, key] : own)
            ids.push_back(id);
        for (const auto& [id, forums] : sheet::listed_elsewhere(session, *sheet, forum, ids))
            for (const auto& other : forums)
                keys["/" + other.slug + "/sheets/" + sheet->name].insert(own.at(id));
    }
    std::vector<std::string> addresses;
    addresses.reserve(keys.size());
    for (const auto& [address, some] : keys)
        addresses.push_back(some.size() == 1 ? address + "/" + web::percent_encoded(*some.begin())
                                             : address);
    return addresses;
}

void note_elsewhere(web::Desk& desk, const Forum& forum, const std::string& verb,
                    const std::vector<sheet::RowName>& changed)
{
    for (const auto& address : addresses_elsewhere(desk.session(), forum.id, changed)) {
        desk.record(web::Act{desk.next_id<web::Act>(), verb, address, desk.visitor().login, "",
                             desk.request().peer, desk.now()});
        desk.again("forum:" + address.substr(1, address.find('/', 1) - 1));
    }
}

}  // namespace sala::forum
