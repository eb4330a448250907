// SPDX-License-Identifier: Apache-2.0

#include "base/result.hpp"
#include "web/server_log.hpp"
#include "web/server_stage.hpp"
#include "web/verbs_of_world.hpp"

#include <boost/json.hpp>
#include <doctest/doctest.h>

#include <sys/stat.h>

#include <filesystem>
#include <fstream>
#include <regex>

using namespace sala;
using namespace sala::test;

namespace {

struct LogFile {
    LogFile()
        : path((std::filesystem::temp_directory_path() /
                ("sala-access-" + std::to_string(getpid()) + ".log"))
                   .string())
    {
        std::filesystem::remove(path);
    }
    ~LogFile() { std::filesystem::remove(path); }
    std::vector<std::string> lines() const
    {
        std::vector<std::string> all;
        std::ifstream in(path);
        for (std::string line; std::getline(in, line);)
            all.push_back(line);
        return all;
    }
    std::string path;
};

}  // namespace

TEST_CASE("tokens and other secrets in addresses are not logged")
{
    CHECK(web::loggable_target("/phnom-penh-2022?by=topic&page=2") ==
          "/phnom-penh-2022?by=topic&page=2");
    CHECK(web::loggable_target("/login/s3cr3t") == "/login/***");
    CHECK(web::loggable_target("/login/s3cr3t?next=/a") == "/login/***?next=/a");
    CHECK(web::loggable_target("/%6Cogin/s3cr3t") == "/***");
    CHECK(web::loggable_target("/LOGIN/s3cr3t") == "/login/***");
    CHECK(web::loggable_target("/login") == "/login");
    CHECK(web::loggable_target("/a?token=s3cr3t&b=1&API_KEY=s3cr3t&p%61ssword=s3cr3t") ==
          "/a?token=***&b=1&API_KEY=***&p%61ssword=***");
    CHECK(web::loggable_target("/a?next=%2Flogin%2Fs3cr3t") == "/a?next=***");
    CHECK(web::loggable_target("/a?next=%2Fspeeches%2Fs3cr3t") == "/a?next=***");
    for (const std::string place : {"/photos/", "/speeches/", "/lyon-2030/invitation/",
                                    "/lyon-2030/unsubscribe/", "/lyon-2030/mine/claim/"}) {
        CAPTURE(place);
        CHECK(web::loggable_target(place + "s3cr3t") == place + "***");
        CHECK(web::loggable_target(place + "s3cr3t.json?a=1") == place + "***?a=1");
    }
    // What stands on a badge opens doors; elsewhere the same word is what somebody looks for.
    CHECK(web::loggable_target("/lyon-2030/door?q=s3cr3t") == "/lyon-2030/door?q=***");
    CHECK(web::loggable_target("/lyon-2030/door.json?Q=s3cr3t&room=tilia") ==
          "/lyon-2030/door.json?Q=***&room=tilia");
    CHECK(web::loggable_target("/search?q=floods") == "/search?q=floods");
    CHECK(web::loggable_target("/login/provider?state=s3cr3t&code=s3cr3t") ==
          "/login/***?state=***&code=***");
    CHECK(web::loggable_target("/lyon-2030/vehicles?state=issued") ==
          "/lyon-2030/vehicles?state=issued");
}

TEST_CASE("no address of the program that holds a secret is logged with it")
{
    int secrets = 0;
    for (const auto& verb : app::all_verbs()) {
        const auto path = verb.verb.path.substr(verb.verb.path.find(' ') + 1);
        CAPTURE(path);
        for (const auto* secret : {"{token}", "{photo}", "{speech}"}) {
            if (path.find(secret) == std::string::npos)
                continue;
            ++secrets;
            const auto target = address_of(
                verb.verb, {{"token", "s3cr3t"}, {"photo", "s3cr3t"}, {"speech", "s3cr3t"}});
            CHECK(web::loggable_target(target).find("s3cr3t") == std::string::npos);
        }
    }
    CHECK(secrets > 6);
}

TEST_CASE("nobody can forge a line or break the JSON of the log")
{
    CHECK(web::loggable_target("/a\"b\\c") == "/a%22b%5Cc");
    CHECK(web::loggable_target("/\xe0\xb9\x80?\xff") == "/%E0%B9%80?%FF");
}

TEST_CASE("every request is one line of JSON when asked")
{
    LogFile file;
    {
        Opened sala(echo, {.log_file = file.path, .log_json = true});
        Wire wire(sala.port);
        wire.say("HEAD /login/s3cr3t HTTP/1.1\r\nHost: a\r\n\r\n").hear_answer(false);
        wire.say("POST /x?token=s3cr3t HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\nhi")
            .hear_answer();
        wire.say("nonsense\r\n\r\n").hear_all();
    }
    const auto lines = file.lines();
    REQUIRE(lines.size() == 3);
    CHECK(lines[0].find("s3cr3t") == std::string::npos);
    CHECK(lines[1].find("s3cr3t") == std::string::npos);

    auto second = boost::json::parse(lines[1]).as_object();
    CHECK(std::regex_match(std::string(second["time"].as_string()),
                           std::regex(R"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)")));
    CHECK(second["ms"].to_number<double>() >= 0);
    second.erase("time");
    second.erase("ms");
    CHECK(
        boost::json::serialize(second) ==
        R"({"bytes":25,"peer":"127.0.0.1","method":"POST","target":"/x?token=***","status":200})");
    CHECK(boost::json::parse(lines[0]).at("method") == "HEAD");
    CHECK(boost::json::parse(lines[0]).at("bytes") == 0);
    CHECK(boost::json::parse(lines[2]).at("status") == 400);
    CHECK(boost::json::parse(lines[2]).at("target") == "-");
}

TEST_CASE("without JSON a line can be read by people")
{
    LogFile file;
    {
        Opened sala(echo, {.log_file = file.path});
        sala.ask("GET /a HTTP/1.1\r\nHost: a\r\n\r\n");
    }
    const auto lines = file.lines();
    REQUIRE(lines.size() == 1);
    CHECK(std::regex_match(lines[0], std::regex(R"(\S+Z 127\.0\.0\.1 GET /a 200 9 \d+\.\d{3}ms)")));
}

TEST_CASE("a log that cannot be written is a sentence")
{
    CHECK_THROWS_WITH_AS(
        web::AccessLog("/proc/nowhere/access.log", false),
        doctest::Contains("The access log /proc/nowhere/access.log cannot be written"), Fault);
}

TEST_CASE("others on the machine do not read who visited")
{
    namespace fs = std::filesystem;
    const LogFile file;
    const auto before = ::umask(0);
    {
        const web::AccessLog log(file.path, false);
    }
    ::umask(before);
    CHECK(fs::status(file.path).permissions() ==
          (fs::perms::owner_read | fs::perms::owner_write | fs::perms::group_read));
}
