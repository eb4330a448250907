// SPDX-License-Identifier: Apache-2.0
//
// What was answered to a forum's questions: listed, still missing, reminded of, and after the last
// day changed by asking only.

#include "crowd.hpp"

#include "registration/question_answers.hpp"

using namespace sala;
using namespace sala::registration;

namespace {

// Asks a question as the secretariat's page does; answers its number.
std::string asks(Guests& stage, const std::string& prompt, Fields more = {})
{
    more.insert(more.begin(), {{"prompt_en", prompt}, {"kind", "words"}});
    REQUIRE(stage.post("/lyon-2030/registration-rules/questions", more).status == 303);
    const auto rules = stage.get("/lyon-2030/registration-rules.json").json();
    return rules["questions"].items().back()["id"].string();
}

std::map<std::string, std::string> answers_to(Guests& stage, const std::string& query)
{
    std::map<std::string, std::string> all;
    const auto json = stage.get("/lyon-2030/answers.json?question=" + query).json();
    for (const auto& one : json["people"].items())
        all.emplace(one["name"].string(), one["answer"].string());
    return all;
}

std::vector<std::string> reminded(Guests& stage, const std::string& circular)
{
    std::vector<std::string> names;
    const auto json = stage.get(circular + ".json").json();
    for (const auto& one : json["recipients"].items())
        names.push_back(one["name"].string());
    return names;
}

Shown writes_reminder(Guests& stage, const std::string& audience)
{
    return stage.post("/lyon-2030/circulars", {{"audience", audience},
                                               {"kind", "reminder"},
                                               {"subject_en", "A question"},
                                               {"body_en", "Dear {name}, please answer."},
                                               {"subject_th", "คำถาม"},
                                               {"body_th", "เรียน {name}"}});
}

using Names = std::map<std::string, std::string>;

}  // namespace

TEST_CASE("answers are listed by question, with who has not answered, and whole in a sheet")
{
    Guests stage;
    CHECK(stage.get("/lyon-2030/answers").holds("No question is asked yet"));
    const auto shirt = asks(stage, "Shirt size?", {{"needed", "yes"}, {"after_approval", "yes"}});
    const auto paper = asks(stage, "Which newspaper?", {{"category", "press"}});
    const auto ama = stage.approved("Ama Mensah", {{"category", "press"}});
    const auto yaw = stage.approved("Yaw Darko", {{"category", "leaders"}});
    stage.sends_in("Esi Owusu", {{"category", "press"}});
    stage.decides(stage.sends_in("Not Coming", {{"category", "press"}}), "refuse", "No place.");
    CHECK(answers_to(stage, shirt) == Names{{"Ama Mensah", ""}, {"Yaw Darko", ""}});
    CHECK(answers_to(stage, paper) == Names{{"Ama Mensah", ""}, {"Esi Owusu", ""}});
    CHECK(stage.get(accra, {.who = kofi}).holds("an answer is needed"));
    REQUIRE(stage.edits(ama, {{"q-" + shirt, "=1+1"}, {"q-" + paper, "<b>The Graphic"}}).status ==
            303);
    CHECK(answers_to(stage, shirt) == Names{{"Ama Mensah", "=1+1"}, {"Yaw Darko", ""}});
    CHECK(answers_to(stage, shirt + "&open=yes") == Names{{"Yaw Darko", ""}});
    CHECK(answers_to(stage, paper + "&open=yes") == Names{{"Esi Owusu", ""}});
    const auto page = stage.get("/lyon-2030/answers?question=" + paper);
    CHECK(page.holds("&lt;b&gt;The Graphic"));
    CHECK_FALSE(page.holds("<b>The Graphic"));
    const auto table = stage.get(accra + ".json", {.who = kofi}).json();
    for (const auto& one : table["people"].items())
        CHECK((one["id"].string() == yaw) == one["answer_needed"].boolean());
    // The sheet has everybody who may come, a column a question, and no cell that runs.
    const auto csv = stage.get("/lyon-2030/answers.csv").body;
    for (const auto* words : {"Shirt size?", "Which newspaper?", "Ama Mensah", "Yaw Darko",
                              "Esi Owusu", "'=1+1", "The Graphic"})
        CHECK(csv.find(words) != std::string::npos);
    CHECK(csv.find("Not Coming") == std::string::npos);
    CHECK(stage.get("/lyon-2030/answers.xlsx").body.starts_with("PK"));
    CHECK(stage.get("/lyon-2030/answers.json?question=9", by("")).problem == "no-such-question");
}

TEST_CASE("who is asked, said in SQL, is who is asked, said of one person")
{
    Guests stage;
    const auto camera = asks(stage, "A camera?", {{"kind", "yes-no"}});
    const auto weight = asks(stage, "How heavy?",
                             {{"if_question", camera}, {"if_answer", "yes"}, {"needed", "yes"}});
    asks(stage, "A crane?",
         {{"if_question", weight}, {"if_answer", "heavy"}, {"category", "press"}});
    asks(stage, "Which hotel?",
         {{"after_approval", "yes"}, {"if_question", weight}, {"if_answer", "heavy"}});
    const auto gone = asks(stage, "Asked no longer");
    asks(stage, "After it", {{"if_question", gone}, {"if_answer", "x"}});
    int number = 0;
    for (const auto* category : {"press", "leaders"})
        for (const auto* first : {"", "yes", "no"})
            for (const auto* second : {"", "heavy", "light"})
                for (const bool approves : {false, true}) {
                    const auto name = "Guest " + std::to_string(++number);
                    const auto one = stage.registers(name, {{"category", category}});
                    stage.edits(one, {{"q-" + camera, first}, {"q-" + weight, second}});
                    if (stage.post(accra + "/people/" + one + "/submit", {}, by(kofi)).status ==
                            303 &&
                        approves)
                        stage.decides(one, "approve");
                }
    REQUIRE(stage.post("/lyon-2030/registration-rules/questions/" + gone + "/end", {}).status ==
            303);
    stage.store().read([&](store::Session& session) {
        const auto forum = stage.forum_id();
        const auto all = questions_at(session, forum);
        const auto everybody = registered_at(session, forum);
        const auto counts = answer_counts(session, forum, all);
        const auto owing =
            owing_of(session, forum, everybody.front().registration.delegation(), all);
        std::vector<std::size_t> asked(all.size());
        std::size_t owe = 0;
        for (const auto& one : everybody) {
            const auto answers = answers_of(session, forum, one.registration.id());
            const auto questions =
                asked_of(all, one.particulars["category"], one.registration.status(), answers);
            for (const auto& question : questions)
                for (std::size_t place = 0; place < all.size(); ++place)
                    asked[place] += all[place].id == question.id ? 1 : 0;
            const bool owes = !answers_wrong(questions, answers).empty();
            owe += owes ? 1 : 0;
            CHECK(owing.count(one.registration.id()) == (owes ? 1 : 0));
        }
        for (std::size_t place = 0; place < all.size(); ++place) {
            CAPTURE(place);
            CHECK(counts[place].asked == static_cast<std::int64_t>(asked[place]));
            const Filter open{.may_come = true, .also = asked_now(all, all[place], true)};
            CHECK(count_at(session, forum, open) == counts[place].asked - counts[place].answered);
        }
        CHECK(owe > 0);
        CHECK(asked[1] > 0);
        CHECK(asked[3] > 0);
        CHECK(asked[3] < asked[1]);
        CHECK(asked.back() == 0);
    });
}

TEST_CASE("a page of answers takes as many statements for many as for one")
{
    Guests stage;
    const auto shirt = asks(stage, "Shirt size?");
    write(stage, guests(1, 1));
    const auto one = stage.get("/lyon-2030/answers?question=" + shirt).statements;
    write(stage, guests(2, 120));
    const auto page = stage.get("/lyon-2030/answers?question=" + shirt);
    CHECK(page.statements == one);
    CHECK(page.holds("1 to 100 of 120"));
    const auto all = stage.get("/lyon-2030/answers").statements;
    asks(stage, "Another one?");
    CHECK(stage.get("/lyon-2030/answers").statements == all);
}

TEST_CASE("only who owes an answer is reminded, and not any more once it is given")
{
    Guests stage;
    const auto shirt = asks(stage, "Shirt size?", {{"needed", "yes"}, {"after_approval", "yes"}});
    const auto ama = stage.approved("Ama Mensah", {{"email", "ama@accra.example"}});
    const auto yaw = stage.approved("Yaw Darko", {{"email", "yaw@accra.example"}});
    stage.sends_in("Esi Owusu", {{"email", "esi@accra.example"}});
    REQUIRE(stage.edits(yaw, {{"q-" + shirt, "M"}}).status == 303);
    CHECK(writes_reminder(stage, "focal-points").problem == "reminder-not-for-these");
    const auto circular = writes_reminder(stage, "registered").location;
    CHECK(reminded(stage, circular) == std::vector<std::string>{"Ama Mensah"});
    REQUIRE(stage.post(circular, {}).status == 303);
    const auto waiting = [&] {
        return stage.count("SELECT COUNT(*) FROM circular_letter c WHERE (SELECT what FROM "
                           "letter_act a WHERE a.letter = c.letter ORDER BY number DESC LIMIT 1) "
                           "= 'prepared'");
    };
    CHECK(waiting() == 1);
    REQUIRE(stage.edits(ama, {{"arrives_flight", "ET 921"}}).status == 303);
    CHECK(waiting() == 1);
    REQUIRE(stage.edits(ama, {{"q-" + shirt, "L"}}).status == 303);
    CHECK(waiting() == 0);
    CHECK(reminded(stage, circular).empty());
}

TEST_CASE("after the last day an answer is changed by asking; a question of the approved is not")
{
    Guests stage;
    const auto paper = asks(stage, "Which newspaper?");
    const auto shirt = asks(stage, "Shirt size?", {{"after_approval", "yes"}});
    const auto ama = stage.approved("Ama Mensah");
    REQUIRE(stage.edits(ama, {{"q-" + paper, "The Graphic"}}).status == 303);
    REQUIRE(stage
                .post("/lyon-2030/registration-rules",
                      {{"version", "0"}, {"register_by", "2030-03-01"}})
                .status == 303);
    REQUIRE(stage.edits(ama, {{"q-" + paper, "The Times"}, {"q-" + shirt, "M"}}).status == 303);
    CHECK(answers_to(stage, paper) == Names{{"Ama Mensah", "The Graphic"}});
    CHECK(answers_to(stage, shirt) == Names{{"Ama Mensah", "M"}});
    const auto address = "/lyon-2030/registrations/" + ama;
    const auto page = stage.get(address);
    CHECK(page.holds("<del>The Graphic</del>"));
    CHECK(page.holds("<ins>The Times</ins>"));
    REQUIRE(stage.answers_wish(ama, "take").status == 303);
    CHECK(answers_to(stage, paper) == Names{{"Ama Mensah", "The Times"}});
    REQUIRE(stage.edits(ama, {{"q-" + paper, "None"}}).status == 303);
    REQUIRE(stage.answers_wish(ama, "leave").status == 303);
    CHECK(answers_to(stage, paper) == Names{{"Ama Mensah", "The Times"}});
}

TEST_CASE("who reads Thai chooses and reads in Thai what is kept in one word")
{
    Guests stage;
    const auto shirt = asks(stage, "Shirt size?",
                            {{"prompt_th", "ขนาดเสื้อ"},
                             {"kind", "choice"},
                             {"choices", "Small\nLarge"},
                             {"choices_th", "เล็ก\nใหญ่"}});
    const auto cap = asks(stage, "And a cap?", {{"if_question", shirt}, {"if_answer", "ใหญ่"}});
    const auto ama = stage.sends_in("Ama Mensah", {{"q-" + shirt, "Large"}});
    const Sent thai{.language = "th"};
    const auto person = stage.get(accra + "/people/" + ama, {.who = kofi, .language = "th"});
    CHECK(person.holds("<option value=\"Large\" selected>ใหญ่</option>"));
    CHECK(person.holds("<option value=\"Small\">เล็ก</option>"));
    CHECK_FALSE(person.holds(">Small<"));
    CHECK(person.holds("q-" + cap));
    CHECK(stage.get(accra + "/people/" + ama, {.who = kofi}).holds(">Large<"));
    CHECK(stage.get("/lyon-2030/registrations/" + ama, thai).holds("<dd>ใหญ่</dd>"));
    CHECK(stage.get("/lyon-2030/answers?question=" + shirt, thai).holds("ใหญ่"));
    CHECK(stage.get("/lyon-2030/answers.csv", thai).holds("ใหญ่"));
    CHECK(stage.get("/lyon-2030/answers.csv").holds("Large"));
    const auto said = stage.get("/lyon-2030/answers.json?question=" + shirt, thai).json();
    CHECK(said["people"].items().at(0)["answer"].string() == "Large");
    CHECK(said["people"].items().at(0)["words"].string() == "ใหญ่");
    const auto rules = stage.get("/lyon-2030/registration-rules.json").json();
    CHECK(rules["questions"].items().at(0)["choices"].write() ==
          R"([{"word":"Small","th":"เล็ก"},{"word":"Large","th":"ใหญ่"}])");
    CHECK(rules["questions"].items().at(1)["choices"].write() == "[]");
}
