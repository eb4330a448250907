// SPDX-License-Identifier: Apache-2.0
//
// What the command line can do. Each answers 0 when it is done and 1 when it was refused, with a
// sentence on standard error.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace sala::app {

struct ImportCommand {
    std::string path;  // folder, .xlsx or .xml
    std::string database;
    bool dry_run = false;
    bool draft = false;
    bool prune = false;
};
int run(const ImportCommand& command);

struct ServeCommand {
    std::string database;
    std::string listen = "127.0.0.1:8080";
    std::string tls_certificate;
    std::string tls_key;
    std::string public_url;
    std::string smtp;  // smtp://user:password@host:port
    std::string mail_from;
    std::string provider_issuer;  // who else signs people in, OpenID Connect
    std::string provider_client;
    std::string provider_name;
    std::string log_file;
    bool log_json = false;
    int workers = 8;
    bool quiet = false;  // prints no sign-in link
};
int run(const ServeCommand& command);

struct ExportCommand {
    std::string forum;
    std::string format;  // forum, xlsx, json, ics, xml
    std::string out;
    std::string database;
    std::string public_url;
};
int run(const ExportCommand& command);

struct PlanCommand {
    std::string problem;  // .dzn or .json
    std::string out;
    std::optional<int> fairness;
    bool soft_fairness = false;
    double seconds = 60;
    std::int64_t steps = 0;  // 0: the clock decides
    int seed = 1;
    int threads = 1;
    std::string proof;
    std::string published;  // a plan that was published
    bool fill_gaps = false;
    bool quiet = false;
};
// 0: a plan; 2: the problem is refused; 3: there can be no plan; 4: none was found.
int run(const PlanCommand& command);

struct SignInCommand {
    std::string database;
    std::string public_url = "http://127.0.0.1:8080";
};
int run(const SignInCommand& command);

struct CertificateCommand {
    std::vector<std::string> hosts;
    std::string database;
    std::string out = ".";
    int port = 8443;
    int days = 60;
};
int run(const CertificateCommand& command);

// `replace`: also a store that somebody worked in.
int back_up(const std::string& database, const std::string& file, bool replace);
int restore(const std::string& file, const std::string& database);
// `noted_acts`: "1204:HASH" of an earlier check, well formed; empty: none was noted.
int check(const std::string& database, const std::string& noted_acts);
int list_routes();

}  // namespace sala::app
