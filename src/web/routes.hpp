// SPDX-License-Identifier: Apache-2.0
//
// Which verb a path means. A word of a path beats a {parameter}; a path has one meaning.

#pragma once

#include "web/verb.hpp"

#include <map>

namespace sala::web {

class Routes {
public:
    // Throws std::logic_error when two verbs claim one address, or a path is out of shape.
    explicit Routes(std::vector<NamedVerb> verbs);

    struct Found {
        const NamedVerb* verb;
        Parameters parameters;
    };
    std::optional<Found> find(std::string_view method, std::string_view path) const;

    // The methods a path answers to, for the Allow header of a 405.
    std::vector<std::string> methods_of(std::string_view path) const;

    const std::vector<NamedVerb>& verbs() const { return verbs_; }

private:
    struct Route {
        std::string method;
        std::vector<std::string> segments;
        std::size_t verb;
    };
    std::vector<NamedVerb> verbs_;
    std::vector<Route> routes_;  // those with more plain words first
};

// "/a/b%20c" -> {"a", "b c"}; nothing when a segment is empty, "." or "..",
// not UTF-8, or holds a slash or a control character.
std::optional<std::vector<std::string>> path_segments(std::string_view path);

// One line a route, sorted: METHOD /{forum}/path permission file
std::string routes_listing(const std::vector<NamedVerb>& verbs);

}  // namespace sala::web
