// SPDX-License-Identifier: Apache-2.0
//
// Which questions are asked of whom, and when an answer is missing.

#include "registration/question.hpp"

#include <doctest/doctest.h>

using namespace sala;
using namespace sala::registration;

namespace {

Question question(std::int64_t id)
{
    Question one;
    one.id = Id<Question>{id};
    return one;
}

std::vector<std::int64_t> asked(const std::vector<Question>& all, const std::string& category,
                                Status status, const Answers& answers = {})
{
    std::vector<std::int64_t> numbers;
    for (const auto& one : asked_of(all, category, status, answers))
        numbers.push_back(one.id.number());
    return numbers;
}

}  // namespace

TEST_CASE("a question is asked of its category, and after approval only when it says so")
{
    auto press = question(2);
    press.category = "press";
    auto later = question(3);
    later.after_approval = true;
    const std::vector<Question> all{question(1), press, later};
    CHECK(asked(all, "", Status::draft) == std::vector<std::int64_t>{1});
    CHECK(asked(all, "press", Status::submitted) == std::vector<std::int64_t>{1, 2});
    CHECK(asked(all, "embassies", Status::approved) == std::vector<std::int64_t>{1, 3});
    CHECK(asked(all, "press", Status::approved) == std::vector<std::int64_t>{1, 2, 3});
}

TEST_CASE("a question that hangs on an answer is asked only after that answer, down the chain")
{
    auto camera = question(1);
    camera.kind = Question::yes_no;
    auto weight = question(2);
    weight.if_question = camera.id;
    weight.if_answer = "yes";
    auto crane = question(3);
    crane.if_question = weight.id;
    crane.if_answer = "heavy";
    const std::vector<Question> all{camera, weight, crane};
    CHECK(asked(all, "", Status::draft) == std::vector<std::int64_t>{1});
    CHECK(asked(all, "", Status::draft, {{camera.id, "no"}, {weight.id, "heavy"}}) ==
          std::vector<std::int64_t>{1});
    CHECK(asked(all, "", Status::draft, {{camera.id, "yes"}}) == std::vector<std::int64_t>{1, 2});
    CHECK(asked(all, "", Status::draft, {{camera.id, "yes"}, {weight.id, "heavy"}}) ==
          std::vector<std::int64_t>{1, 2, 3});
}

TEST_CASE("a question that hangs on one that is not asked of this person is not asked")
{
    auto later = question(1);
    later.after_approval = true;
    auto hanging = question(2);
    hanging.if_question = later.id;
    CHECK(asked({later, hanging}, "", Status::draft).empty());
    CHECK(asked({later, hanging}, "", Status::approved) == std::vector<std::int64_t>{1, 2});
}

TEST_CASE("a needed question wants an answer, a choice one of its choices, yes or no one of both")
{
    auto needed = question(1);
    needed.needed = true;
    auto choice = question(2);
    choice.kind = Question::choice;
    choice.choices = {"S", "M"};
    auto truth = question(3);
    truth.kind = Question::yes_no;
    const auto codes = [&](const Answers& answers) {
        std::vector<std::string> all;
        for (const auto& refusal : answers_wrong({needed, choice, truth}, answers))
            all.push_back(refusal.field + " " + refusal.code);
        return all;
    };
    CHECK(codes({}) == std::vector<std::string>{"q-1 question-needed"});
    CHECK(codes({{needed.id, "here"}, {choice.id, "M"}, {truth.id, "no"}}).empty());
    CHECK(codes({{needed.id, "here"}, {choice.id, "XL"}, {truth.id, "perhaps"}}) ==
          std::vector<std::string>{"q-2 not-a-choice", "q-3 not-a-choice"});
}

TEST_CASE("a choice is called otherwise in Thai where it has a Thai name, and is kept as it is")
{
    auto size = question(1);
    size.kind = Question::choice;
    REQUIRE(take_choices(size, "Small\n\nMiddle\nLarge\n", "เล็ก\n\nใหญ่\n"));
    CHECK(size.choices == std::vector<std::string>{"Small", "Middle", "Large"});
    CHECK(size.in_words("Small", Language::thai()) == "เล็ก");
    CHECK(size.in_words("Middle", Language::thai()) == "Middle");
    CHECK(size.in_words("Large", Language::thai()) == "ใหญ่");
    CHECK(size.in_words("Large", Language::english()) == "Large");
    CHECK(size.choice_called("ใหญ่") == "Large");
    CHECK(size.choice_called("Middle") == "Middle");
    CHECK(answers_wrong({size}, {{size.id, "Large"}}).empty());
    CHECK(answers_wrong({size}, {{size.id, "ใหญ่"}}).size() == 1);
    auto other = question(2);
    other.kind = Question::choice;
    CHECK(take_choices(other, "Small", "").refusal().code == "choices-needed");
    CHECK(take_choices(other, "Small\nLarge", "เล็ก\nกลาง\nใหญ่").refusal().code ==
          "more-names-than-choices");
}
