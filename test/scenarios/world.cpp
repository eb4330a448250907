// SPDX-License-Identifier: Apache-2.0

#include "scenarios/world.hpp"

#include "document/csv.hpp"
#include "mail/outbox.hpp"
#include "mail/postman.hpp"
#include "programme/open_forum.hpp"
#include "stage_store.hpp"
#include "web/login_store.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

namespace sala::scenarios {

namespace {

struct Known {
    std::string_view name;
    std::string_view language;
    bool signed_in;
};
constexpr Known known[] = {
    {"the secretariat", "en", true}, {"Officer A", "en", true},
    {"Officer B", "en", true},       {"a newcomer", "en", false},
    {"a visitor", "en", false},      {"a visitor from Bangkok", "th", false}};

std::string problem_words(const sheet::Problem& problem)
{
    auto words = problem.sheet;
    if (problem.line > 0)
        words += fmt::format(", row {}", problem.line);
    if (!problem.column.empty())
        words += ", " + problem.column;
    return words + ": " + problem.code;
}

// The address in "RCPT TO:<ama@example.org>".
std::string between_angles(const std::string& words)
{
    const auto open = words.find('<') + 1;
    return words.substr(open, words.find('>') - open);
}

sheet::FilesRead written_and_read(const std::map<std::string, std::string>& files, int number)
{
    const auto place = std::filesystem::path(test_folder()) / fmt::format("told-{}", number);
    std::filesystem::remove_all(place);
    std::filesystem::create_directories(place);
    for (const auto& [name, bytes] : files)
        std::ofstream(place / name, std::ios::binary) << bytes;
    return sheet::read_folder(place.string());
}

}  // namespace

Person& World::person(int line, const std::string& name)
{
    const auto one = std::ranges::find(known, name, &Known::name);
    if (one == std::end(known))
        throw Wrong{line, "Nobody here is called “" + name + "”."};
    const auto found = people_.find(name);
    if (found != people_.end())
        return found->second;
    auto& person = people_.emplace(name, Person(stage, std::string(one->language))).first->second;
    if (one->signed_in) {
        person.opens(makes_sign_in_link());
        person.presses(line, "Sign in");
    }
    return person;
}

Answer World::imports_folder(bool draft)
{
    const auto read = written_and_read(folder, ++folders_);
    programme::Opened opened;
    stage.store().write([&](store::Session& session) {
        opened = programme::open_from_files(
            session, read, 0,
            {draft, false, {}, stage.now(), &stage.numbering(), {.server = true}});
        return opened.problems.empty();
    });
    if (opened.problems.empty())
        return {"kept"};
    Answer answer{"problems:"};
    for (const auto& problem : opened.problems)
        answer.problems.push_back(problem_words(problem));
    return answer;
}

std::string World::makes_sign_in_link()
{
    std::string token;
    stage.store().write([&](store::Session& session) {
        const auto login = web::secretariat_login(session, stage.now(), stage.numbering());
        token = web::make_sign_in_link(session, login, stage.now());
        return true;
    });
    return "/login/" + token;
}

void World::prepares_letter(const std::string& to, const std::string& subject)
{
    const mail::Letter letter{.forum = stage.forum_id(forum),
                              .to_address = to,
                              .to_name = "",
                              .subject = subject,
                              .body = "See you in Lyon.\n",
                              .reason = "scenario"};
    stage.store().write([&](store::Session& session) {
        mail::prepare(session, letter, stage.now(), stage.numbering());
        return true;
    });
}

std::vector<std::string> World::postman_goes_round()
{
    if (!post_office_)
        post_office_ = std::make_unique<test::SmtpServer>();
    const auto before = post_office_->received().size();
    mail::SmtpOptions options;
    options.address = post_office_->address();
    options.from = {"secretariat@forum.example", "Secretariat"};
    options.in_the_clear = true;
    mail::Postman(stage.store(), options).run_once(stage.now());
    std::vector<std::string> left;
    const auto received = post_office_->received();
    for (std::size_t i = before; i < received.size(); ++i)
        left.push_back(between_angles(received[i].to));
    return left;
}

Json World::asks(int line, const std::string& address)
{
    const auto shown = stage.get(address, {.accept = "application/json"});
    if (shown.status != 200)
        throw Wrong{line, fmt::format("{} is {} {}.", address, shown.status, shown.problem)};
    return shown.json();
}

std::vector<std::map<std::string, std::string>> World::sheet(int line, const std::string& name)
{
    const auto shown = stage.get("/" + forum + "/sheets/" + name + ".csv");
    const auto read = document::read_csv(shown.body);
    if (shown.status != 200 || !read || read->empty())
        throw Wrong{line, fmt::format("The sheet {} of {} is {}.", name, forum, shown.status)};
    std::vector<std::map<std::string, std::string>> rows;
    const auto& header = read->front().fields;
    for (std::size_t i = 1; i < read->size(); ++i) {
        auto& row = rows.emplace_back();
        for (std::size_t n = 0; n < header.size() && n < (*read)[i].fields.size(); ++n)
            row[header[n]] = (*read)[i].fields[n];
    }
    return rows;
}

void Telling::expect(const std::string& is, const std::string& should) const
{
    if (is != should)
        throw Wrong{step.line, fmt::format("Here stands “{}”, and it is “{}”.", should, is)};
}

void Telling::expect(const std::string& is) const { expect(is, step.answer); }

void Telling::expect(const Answer& is) const
{
    expect(is.words + (is.problems.empty() ? "" : " " + joined(is.problems, "; ")),
           step.answer + (step.below.empty() ? "" : " " + joined(step.below, "; ")));
}

void Telling::expect_below(const std::vector<std::string>& is) const
{
    expect(joined(is, "; "), joined(step.below, "; "));
}

}  // namespace sala::scenarios
