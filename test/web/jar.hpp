// SPDX-License-Identifier: Apache-2.0
//
// A browser of the tests: it keeps the cookies it is given and sends them back, and finds the proof
// of a form on the page before it sends it.

#pragma once

#include "stage.hpp"

#include <map>

namespace sala {

class Jar {
public:
    explicit Jar(Stage& stage, std::string device = "Firefox", std::string peer = "127.0.0.1")
        : stage_(stage),
          device_(std::move(device)),
          peer_(std::move(peer))
    {
    }

    Shown get(const std::string& path) { return kept(stage_.get(path, sent("text/html"))); }
    Shown json(const std::string& path) { return kept(stage_.get(path, sent("application/json"))); }
    Shown post(const std::string& path, Fields fields, const std::vector<web::Header>& more = {})
    {
        if (!csrf_.empty())
            fields.emplace_back("csrf", csrf_);
        auto how = sent("application/json");
        how.headers.insert(how.headers.end(), more.begin(), more.end());
        auto shown = kept(stage_.post(path, fields, how));
        if (cookies_.count("__Host-sala") > 0 && csrf_.empty())
            csrf_ = proof();
        return shown;
    }
    bool signed_in() { return json("/login/mine").status == 200; }
    void forgets(const std::string& cookie) { cookies_.erase(cookie); }
    std::string cookie(const std::string& name) const
    {
        const auto found = cookies_.find(name);
        return found == cookies_.end() ? "" : found->second;
    }

private:
    Sent sent(const std::string& accept) const
    {
        std::string line;
        for (const auto& [name, value] : cookies_)
            line += (line.empty() ? "" : "; ") + name + "=" + value;
        return {.as = As::anyone,
                .peer = peer_,
                .accept = accept,
                .headers = {{"Cookie", line}, {"User-Agent", device_}}};
    }
    Shown kept(Shown shown)
    {
        for (const auto& [name, value] : shown.headers) {
            if (name != "Set-Cookie")
                continue;
            const auto equals = value.find('=');
            auto word = value.substr(equals + 1, value.find(';') - equals - 1);
            if (word.empty())
                cookies_.erase(value.substr(0, equals));
            else
                cookies_[value.substr(0, equals)] = std::move(word);
        }
        return shown;
    }
    std::string proof()
    {
        const auto page = get("/login/out").body;
        const std::string mark = "name=\"csrf\" value=\"";
        const auto at = page.find(mark);
        return at == std::string::npos
                   ? ""
                   : page.substr(at + mark.size(),
                                 page.find('"', at + mark.size()) - at - mark.size());
    }

    Stage& stage_;
    std::string device_;
    std::string peer_;
    std::map<std::string, std::string> cookies_;
    std::string csrf_;
};

}  // namespace sala
