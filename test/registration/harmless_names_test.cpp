// SPDX-License-Identifier: Apache-2.0
//
// Whatever somebody is called: no letter that is written to or about them holds a link but our own,
// or a secret in another place than its own.

#include "circular_letters.hpp"

#include "mail/message.hpp"

#include <algorithm>
#include <set>

using namespace sala;

namespace {

const std::string hostile = "Sir, confirm at https://evil.example/?t={secret}";

std::size_t times(const std::string& words, const std::string& sought)
{
    std::size_t count = 0;
    for (auto at = words.find(sought); at != std::string::npos; at = words.find(sought, at + 1))
        ++count;
    return count;
}

// All letters, with the secret of each: what a mail server would get, before it is folded.
std::vector<mail::Letter> all_letters(Stage& stage)
{
    stage.postman_comes();
    std::vector<mail::Letter> all;
    stage.store().read([&](store::Session& session) {
        for (auto& kept : mail::list(session)) {
            kept.letter.secret = mail::secret_of(session, kept.id);
            all.push_back(std::move(kept.letter));
        }
    });
    return all;
}

// Every kind of letter about people at a forum, with the name that is a trap.
void writes_all_kinds(Stage& stage)
{
    stage.gives(kofi, "focal-point", "delegation=accra");
    REQUIRE(stage
                .post("/lyon-2030/sheets/categories/new",
                      {{"key", "press"}, {"number", "1"}, {"name_en", "press"}, {"name_th", "สื่อ"}})
                .status == 303);
    REQUIRE(
        stage.post(accra + "/focal-points", {{"name", hostile}, {"address", "esi@accra.example"}})
            .status == 303);
    REQUIRE(stage
                .post("/lyon-2030/roles",
                      {{"address", "yaw@accra.example"}, {"name", hostile}, {"role", "observer"}})
                .status == 303);
    REQUIRE(stage
                .post("/lyon-2030/invitations", {{"delegation", "quito"},
                                                 {"name", hostile},
                                                 {"address", "mayor@quito.example"},
                                                 {"language", "en"}})
                .status == 303);
    const auto added = stage.post(
        accra + "/people/new",
        {{"role", "adviser"}, {"name_en", hostile}, {"email", "guest@accra.example"}}, by(kofi));
    REQUIRE(added.status == 303);
    const auto number = added.location.substr(added.location.rfind('/') + 1);
    REQUIRE(stage.post(accra + "/people/" + number + "/submit", {}, by(kofi)).status == 303);
    REQUIRE(stage.post("/lyon-2030/registrations/" + number, {{"step", "approve"}, {"tell", "yes"}})
                .status == 303);
    const auto circular =
        written(stage, letter("registered", "notice", "Dear {name}, {delegation}\n{link}\n"));
    REQUIRE(stage.post(circular, {}).status == 303);
    REQUIRE(stage
                .post("/lyon-2030/mine/letter", {{"address", "guest@accra.example"}},
                      {.as = As::anyone, .accept = "application/json"})
                .status == 303);
}

}  // namespace

TEST_CASE("no letter holds a link that stands in a name, nor a secret but in its own place")
{
    Stage stage(that_writes());
    writes_all_kinds(stage);
    std::set<std::string> reasons;
    for (const auto& one : all_letters(stage)) {
        CAPTURE(one.reason);
        CAPTURE(one.body);
        reasons.insert(one.reason);
        CHECK(one.to_name.find("://") == std::string::npos);
        CHECK(one.to_name.find('{') == std::string::npos);
        CHECK(one.subject.find("://") == std::string::npos);
        CHECK(one.body.find("evil.example") == std::string::npos);
        CHECK(times(one.body, "://") == times(one.body, "https://forum.example.org/"));
        CHECK(times(one.body, "{secret}") == (one.secret.empty() ? 0 : 1));
        CHECK((one.body.find("\n{secret}\n") != std::string::npos) == !one.secret.empty());
    }
    CHECK(reasons == std::set<std::string>{"circular_notice", "decided_letter",
                                           "delegation_role_letter", "focal_point_letter",
                                           "invitation_letter", "role_letter", "sign_in_letter"});
}

TEST_CASE("the letter that leaves by itself for somebody with such a name does not say the name")
{
    Stage stage(that_writes());
    writes_all_kinds(stage);
    const auto all = all_letters(stage);
    const auto asked = std::find_if(all.begin(), all.end(), [](const mail::Letter& one) {
        return one.reason == "sign_in_letter";
    });
    REQUIRE(asked != all.end());
    CHECK(asked->to_address == "guest@accra.example");
    CHECK(asked->to_name == "");
    CHECK(asked->body.starts_with("Hello,\n\nThis link signs you in."));
}
