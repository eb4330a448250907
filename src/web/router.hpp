// SPDX-License-Identifier: Apache-2.0
//
// From a request to the verb and back:
//   path matched - allowed? - form read - verb run in one transaction - committed - shown
//
// One table here maps every kind of Refusal to its status, once for pages and programs alike.

#pragma once

#include "store/store.hpp"
#include "web/server.hpp"
#include "web/verb.hpp"

#include <memory>
#include <optional>

namespace sala::web {

class Router {
public:
    // `told` is called after each commit with the topics whose watchers must look again.
    Router(store::Store& store, House house, std::vector<NamedVerb> verbs,
           std::function<void(const std::vector<std::string>&)> told);
    ~Router();

    Reply answer(const Request& request);

    // Without the store: health, assets, and public pages that have been shown before.
    std::optional<Reply> at_once(const Request& request);

    // How a request waits when the server is busy; public is what people read who are not signed
    // in. Whoever opens a stream says so by its address, which ends in /live.
    static Asks sort(const Request& request);

    const std::vector<NamedVerb>& verbs() const;
    // How many statements the last request needed: tests compare pages of one row and of three.
    std::int64_t last_statements() const;
    // One line a route: METHOD /{forum}/path permission file
    std::string listing() const;

private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

// 422, 403, 404, 409, 412, 503
int status_of(Refusal::Kind kind);

}  // namespace sala::web
