// SPDX-License-Identifier: Apache-2.0

#include "stage.hpp"

#include "answers.hpp"
#include "app/kept_data.hpp"
#include "app/openapi.hpp"
#include "app/verbs.hpp"
#include "forum/grant_store.hpp"
#include "programme/open_forum.hpp"
#include "registration/registered_login.hpp"
#include "stage_store.hpp"
#include "store/seal.hpp"
#include "web/login_session.hpp"
#include "web/session_cookie.hpp"
#include "web/sign_in_wish.hpp"

#include <filesystem>
#include <fstream>

namespace sala {

namespace {

std::string encoded(const Fields& fields)
{
    std::string body;
    for (const auto& [name, value] : fields)
        body += (body.empty() ? "" : "&") + web::percent_encoded(name) + "=" +
                web::percent_encoded(value);
    return body;
}

}  // namespace

std::string_view Shown::header(std::string_view name) const
{
    for (const auto& [held, value] : headers)
        if (held == name)
            return value;
    return {};
}

Stage::Stage() : Stage(web::House{}) {}

Stage::Stage(web::House told) : Stage(Empty{}, std::move(told))
{
    const auto problems = opens(lyon_files());
    if (!problems.empty())
        throw Fault("the world of the tests does not open: " + problems.front());
}

Stage::Stage(Empty, web::House told) : store_(fresh_store())
{
    // No two worlds of one program are at the same moment, so nothing that is remembered of one,
    // such as a release, is ever taken for another's.
    static int worlds = 0;
    passes(std::chrono::milliseconds(++worlds));
    auto& house = house_;
    house = std::move(told);
    house.version = "test";
    house.clock = [this] { return now_; };
    house.numbering = &numbering_;
    const auto verbs = app::all_verbs();
    house.roles_at = forum::roles_at;
    house.kept_data = &app::all_kept_data();
    house.describe_api = [verbs] { return app::describe_api(verbs, "test", "").write(); };
    router_ = std::make_unique<web::Router>(
        *store_, house, verbs, [this](const std::vector<std::string>& topics) {
            const std::lock_guard lock(telling_);
            told_.insert(told_.end(), topics.begin(), topics.end());
        });
    Id<web::Login> login;
    store_->write([&](store::Session& session) {
        login = web::secretariat_login(session, now_, numbering_);
        return true;
    });
    secretariat_ = signed_in(login);
}

// Whatever happened here, no seal is broken: a test that changes something past Sala takes it back.
Stage::~Stage()
{
    std::vector<std::string> wrong;
    if (doctest::is_running_in_test && std::uncaught_exceptions() == 0)
        store_->read([&](store::Session& session) { store::check_seals(session, wrong); });
    for (const auto& sentence : wrong)
        FAIL_CHECK(sentence);
}

Stage::Browser Stage::signed_in(Id<web::Login> login)
{
    Browser browser;
    store_->write([&](store::Session& session) {
        browser.session = web::start_session(session, {.login = login, .language = "en"}, now_);
        browser.csrf = web::visitor_of(session, browser.session, now_)->csrf;
        return true;
    });
    return browser;
}

const Stage::Browser& Stage::browser_of(const std::string& address)
{
    const auto held = browsers_.find(address);
    if (held != browsers_.end())
        return held->second;
    Id<web::Login> login;
    store_->write([&](store::Session& session) {
        login = web::login_at(session, address, address, now_, numbering_);
        return true;
    });
    return browsers_.emplace(address, signed_in(login)).first->second;
}

const Stage::Browser* Stage::browser(const Sent& sent)
{
    if (!sent.who.empty())
        return &browser_of(sent.who);
    return sent.as == As::secretariat ? &secretariat_ : nullptr;
}

void Stage::gives(const std::string& address, const std::string& role, const std::string& part,
                  const std::string& forum)
{
    Fields fields{{"address", address}, {"name", address}, {"role", role}};
    if (const auto equals = part.find('='); equals != std::string::npos)
        fields.emplace_back(part.substr(0, equals), part.substr(equals + 1));
    const auto given = post("/" + forum + "/roles", fields);
    if (given.status != 303)
        throw Fault("a role cannot be given: " + given.body);
}

Shown Stage::answer(web::Request request, Sent sent)
{
    request.secure = sent.secure;
    request.loopback = sent.loopback;
    request.peer = sent.peer;
    request.headers.emplace_back("Host", "localhost");
    request.headers.emplace_back("Accept", sent.accept);
    request.headers.emplace_back("Accept-Language", sent.language);
    if (const auto* own = browser(sent))
        request.headers.emplace_back("Cookie",
                                     std::string(web::session_cookie) + "=" + own->session);
    for (auto& header : sent.headers)
        request.headers.push_back(std::move(header));
    const auto reply = router_->answer(request);
    compare_with_description(router_->verbs(), request, reply);
    Shown shown;
    shown.status = reply.status;
    shown.body = reply.shared ? *reply.shared : reply.body;
    shown.type = reply.type;
    shown.headers = reply.headers;
    shown.stream = reply.stream;
    shown.location = std::string(reply.header("Location"));
    shown.statements = router_->last_statements();
    if (reply.type == "application/problem+json")
        shown.problem = shown.json()["code"].string();
    return shown;
}

Shown Stage::get(const std::string& path, Sent sent)
{
    web::Request request;
    request.method = "GET";
    request.target = path;
    return answer(std::move(request), std::move(sent));
}

Shown Stage::post(const std::string& path, const Fields& fields, Sent sent)
{
    auto all = fields;
    if (const auto* own = browser(sent); own && sent.csrf)
        all.emplace_back("csrf", own->csrf);
    web::Request request;
    request.method = "POST";
    request.target = path;
    request.headers.emplace_back("Content-Type", "application/x-www-form-urlencoded");
    request.body = encoded(all);
    return answer(std::move(request), std::move(sent));
}

Shown Stage::upload(const std::string& path, const std::string& field, const std::string& file_name,
                    const std::string& bytes, const Fields& fields, Sent sent)
{
    return uploads(path, field, {{file_name, bytes}}, fields, std::move(sent));
}

Shown Stage::uploads(const std::string& path, const std::string& field, const Fields& files,
                     const Fields& fields, Sent sent)
{
    const std::string line = "--sala-test-boundary";
    std::string body;
    auto all = fields;
    if (const auto* own = browser(sent); own && sent.csrf)
        all.emplace_back("csrf", own->csrf);
    for (const auto& [name, value] : all)
        body += line + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value +
                "\r\n";
    for (const auto& [file_name, bytes] : files)
        body += line + "\r\nContent-Disposition: form-data; name=\"" + field + "\"; filename=\"" +
                file_name + "\"\r\nContent-Type: application/octet-stream\r\n\r\n" + bytes + "\r\n";
    body += line + "--\r\n";
    web::Request request;
    request.method = "POST";
    request.target = path;
    request.headers.emplace_back("Content-Type",
                                 "multipart/form-data; boundary=sala-test-boundary");
    request.body = std::move(body);
    return answer(std::move(request), std::move(sent));
}

std::vector<std::string> Stage::opens(const std::map<std::string, std::string>& files, bool draft)
{
    static int folders = 0;
    const auto folder =
        std::filesystem::path(test_folder()) / ("forum-" + std::to_string(++folders));
    std::filesystem::create_directories(folder);
    for (const auto& [name, bytes] : files)
        std::ofstream(folder / name, std::ios::binary) << bytes;
    const auto read = sheet::read_folder(folder.string());
    std::vector<std::string> sentences;
    store_->write([&](store::Session& session) {
        const auto opened = programme::open_from_files(
            session, read, 0, {draft, false, {}, now_, &numbering_, {.server = true}});
        sentences.clear();
        for (const auto& problem : opened.problems)
            sentences.push_back(problem.sheet + "/" + std::to_string(problem.line) + "/" +
                                problem.column + ": " + problem.sentence.english());
        return opened.problems.empty();
    });
    return sentences;
}

std::int64_t Stage::forum_id(const std::string& slug)
{
    std::int64_t id = 0;
    store_->read([&](store::Session& session) { id = sheet::forum_id(session, slug).value_or(0); });
    return id;
}

std::int64_t Stage::count(const std::string& sql)
{
    std::int64_t number = 0;
    store_->read(
        [&](store::Session& session) { number = std::get<0>(*session.find<std::int64_t>(sql)); });
    return number;
}

void Stage::postman_comes()
{
    web::answer_wishes(*store_, {house_, registration::registered_login}, now_);
}

std::vector<std::string> Stage::told() { return std::exchange(told_, {}); }

}  // namespace sala
