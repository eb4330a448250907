// SPDX-License-Identifier: Apache-2.0
//
// What those who come answered to the forum's questions, and who has not answered yet: question by
// question on the screen, everybody and every question in a sheet.

#include "forum/sheet_download.hpp"
#include "registration/answers.view.hpp"

namespace sala::registration {

static Result<web::Reply> show(web::Desk& desk, const forum::Forum& forum);

web::Verb show_answers()
{
    return {.path = "GET /{forum}/answers",
            .allow = web::secretariat,
            .query = {{.name = "question", .meaning = "Only this one, by number."},
                      {.name = "open",
                       .meaning = "yes: only those who have not answered it.",
                       .words = {"yes"}},
                      {.name = "from", .meaning = "How many to leave out before the first."}},
            .run = web::on<forum::Forum>(show),
            .also = {web::Format::csv, web::Format::xlsx}};
}

static Result<AnswersPage> asked_for(const web::Desk& desk, const forum::Forum& forum)
{
    auto& session = desk.session();
    AnswersPage page;
    page.questions = questions_at(session, forum.id);
    page.delegations = delegations_at(session, forum.id);
    page.categories = categories_at(session, forum.id);
    page.open = desk.query("open") == "yes";
    Filter wanted{.may_come = true};
    if (const auto number = desk.query("question"); !number.empty()) {
        const auto question = question_at(session, forum.id, number);
        if (!question)
            return question.refusal();
        page.question = question->id;
        wanted.also = asked_now(page.questions, *question, page.open);
    }
    const bool in_pages = desk.wants(web::Format::html) || desk.wants(web::Format::json);
    page.pages = {desk.address(),
                  {{"question", desk.query("question")}, {"open", page.open ? "yes" : ""}},
                  0,
                  from_of(desk),
                  answers_a_page};
    if (in_pages) {
        page.counts = answer_counts(session, forum.id, page.questions);
        wanted.at_most = answers_a_page;
        wanted.from = page.pages.from;
    }
    if (!page.question && in_pages)
        return page;
    const auto counted = page.counted();
    page.pages.found = counted ? *counted : count_at(session, forum.id, wanted);
    page.people = registered_at(session, forum.id, wanted);
    std::vector<Id<Registration>> numbers;
    numbers.reserve(page.people.size());
    for (const auto& one : page.people)
        numbers.push_back(one.registration.id());
    page.answers =
        answers_at(session, forum.id, in_pages ? std::optional(std::move(numbers)) : std::nullopt);
    return page;
}

Result<web::Reply> show(web::Desk& desk, const forum::Forum& forum)
{
    const auto page = asked_for(desk, forum);
    if (!page)
        return page.refusal();
    if (desk.wants(web::Format::html))
        return desk.show(answers_page(desk, forum, *page));
    if (desk.wants(web::Format::json))
        return desk.show(answers_json(desk.reader(), *page));
    return forum::download_sheet(desk, forum.slug + "-answers",
                                 {.name = "answers", .rows = answers_rows(desk.reader(), *page)});
}

}  // namespace sala::registration
