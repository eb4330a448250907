// SPDX-License-Identifier: Apache-2.0
//
// The small world of the tests: a server in this process with one forum, Lyon 2030, a secretariat
// and a public. Requests go through the real router; nothing is mocked but the clock.
//
// Lyon 2030: 6 and 7 May 2030 in Europe/Paris; rooms tilia and acer; cities Lyon, Accra and Quito;
// sittings opening (6 May 09:00, tilia), statements (6 May 10:00, tilia) with one speech of 7
// minutes each by Accra (10:00) and Quito (10:10), and dinner (19:00, no room). Released once.

#pragma once

#include "base/json.hpp"
#include "store/store.hpp"
#include "web/router.hpp"

#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

namespace sala {

enum class As { anyone, secretariat };

// What came back.
struct Shown {
    int status = 0;
    std::string body;
    std::string type;
    std::string problem;   // code of a refusal, when the reply is problem+json
    std::string location;  // of a redirect
    std::vector<web::Header> headers;
    std::string stream;  // the name of the stream that was opened
    std::int64_t statements = 0;

    std::string_view header(std::string_view name) const;
    Json json() const { return Json::read(body).value_or(Json{}); }
    bool holds(std::string_view words) const { return body.find(words) != std::string::npos; }
};

using Fields = std::vector<std::pair<std::string, std::string>>;

struct Sent {
    As as = As::secretariat;
    std::string who = {};  // an e-mail address: whoever was given a role or a login with it
    std::string language = "en";
    std::string peer = "127.0.0.1";
    std::string accept = "text/html";
    bool csrf = true;
    bool secure = false;  // over TLS
    bool loopback = true;
    std::vector<web::Header> headers = {};
};

class Stage {
public:
    Stage();  // with Lyon 2030
    // What a server is told at its start: its public address, whether letters leave, a provider.
    explicit Stage(web::House told);
    struct Empty {};
    explicit Stage(Empty, web::House told = {});
    ~Stage();

    Shown get(const std::string& path, Sent sent = {});
    // As a browser's form; JSON refusals are asked for unless sent.accept says otherwise.
    Shown post(const std::string& path, const Fields& fields,
               Sent sent = {.accept = "application/json"});
    // One file in a multipart form, beside other fields.
    Shown upload(const std::string& path, const std::string& field, const std::string& file_name,
                 const std::string& bytes, const Fields& fields = {},
                 Sent sent = {.accept = "application/json"});
    // Several files of one field, name and bytes.
    Shown uploads(const std::string& path, const std::string& field, const Fields& files,
                  const Fields& fields = {}, Sent sent = {.accept = "application/json"});

    // Gives a role as the secretariat's page does; `part` is "delegation=accra" or empty.
    void gives(const std::string& address, const std::string& role, const std::string& part = {},
               const std::string& forum = "lyon-2030");
    // A browser signed in as whoever gets letters at `address`: its cookie and the proof in forms.
    struct Browser {
        std::string session;
        std::string csrf;
    };
    const Browser& browser_of(const std::string& address);

    // Imports a folder of files given as name -> bytes; the problems' sentences, empty when it went
    // well.
    std::vector<std::string> opens(const std::map<std::string, std::string>& files,
                                   bool draft = false);

    store::Store& store() { return *store_; }
    web::Router& router() { return *router_; }
    Numbering& numbering() { return numbering_; }
    Instant now() const { return now_; }
    // The postman's round begins: whoever asked for a link gets a letter, if it is theirs.
    void postman_comes();
    void passes(std::chrono::milliseconds time) { now_ = now_ + time; }
    std::int64_t forum_id(const std::string& slug = "lyon-2030");
    // How many rows a SELECT COUNT(*) finds.
    std::int64_t count(const std::string& sql);
    // The topics whose watchers were told to look again since the last call.
    std::vector<std::string> told();

private:
    Shown answer(web::Request request, Sent sent);
    Browser signed_in(Id<web::Login> login);
    // Whose browser sends it; nothing when nobody is signed in there.
    const Browser* browser(const Sent& sent);

    std::unique_ptr<store::Store> store_;
    Numbering numbering_{1};
    Instant now_{1'900'000'000'000};
    web::House house_;
    std::unique_ptr<web::Router> router_;
    Browser secretariat_;
    std::map<std::string, Browser> browsers_;
    std::mutex telling_;  // tests of many at once ask in several threads
    std::vector<std::string> told_;
};

// The files of Lyon 2030, to change before opening.
std::map<std::string, std::string> lyon_files();

}  // namespace sala
