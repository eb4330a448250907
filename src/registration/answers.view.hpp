// SPDX-License-Identifier: Apache-2.0
//
// The questions of a forum with how many have answered, and the answers to one of them.

#pragma once

#include "registration/invitations.view.hpp"
#include "registration/question_answers.hpp"
#include "registration/registration.view.hpp"
#include "web/pages.view.hpp"

namespace sala::registration {

inline constexpr std::size_t answers_a_page = 100;

struct AnswersPage {
    std::vector<Question> questions = {};
    std::vector<AnswerCount> counts = {};  // beside them
    std::optional<Id<Question>> question = {};
    bool open = false;  // only those who have not answered it
    std::vector<Registered> people = {};
    std::map<Id<Registration>, Answers> answers = {};
    std::vector<forum::Part> delegations = {};
    std::vector<forum::Part> categories = {};
    web::Pages pages = {};

    // The one that was asked for, or all.
    std::vector<const Question*> shown() const
    {
        std::vector<const Question*> some;
        for (const auto& one : questions)
            if (!question || one.id == *question)
                some.push_back(&one);
        return some;
    }
    // Who is asked the question, or has not answered it, as counted with all questions; nothing
    // when they were not counted.
    std::optional<std::int64_t> counted() const
    {
        for (std::size_t place = 0; place < counts.size(); ++place)
            if (questions[place].id == question)
                return counts[place].asked - (open ? counts[place].answered : 0);
        return std::nullopt;
    }
    // Empty for whoever has not answered, or is not asked now: what was said before stays unread.
    std::string answer(const Registered& one, const Question& wanted) const
    {
        const auto said = answers.find(one.registration.id());
        if (said == answers.end())
            return {};
        for (const auto& asked :
             asked_of(questions, one.particulars["category"], one.counts_as(), said->second))
            if (asked.id == wanted.id)
                if (const auto found = said->second.find(wanted.id); found != said->second.end())
                    return found->second;
        return {};
    }
};

inline web::Html question_of_list(const web::Reader& reader, const AnswersPage& page,
                                  std::size_t place)
{
    const auto& one = page.questions[place];
    const auto& [asked, answered] = page.counts[place];
    const auto* category = part_keyed(page.categories, one.category);
    const auto address = page.pages.address + "?question=" + one.id.word();
    return html(reader, "<tr><th scope=\"row\"><a href=\"", address, "\">", one.prompt,
                "</a><br><small class=\"soft\">",
                category ? html(reader, category->name) : html(reader, tr("Everybody")),
                when(one.needed, [&] { return html(reader, ", ", tr("needed")); }),
                when(one.after_approval, [&] { return html(reader, ", ", tr("after approval")); }),
                when(one.if_question.has_value(),
                     [&] { return html(reader, ", ", tr("only after another answer")); }),
                "</small></th><td class=\"num\" data-th=\"", tr("Asked"), "\">", asked,
                "</td><td class=\"num\" data-th=\"", tr("Answered by"), "\">", answered,
                "</td><td class=\"num\" data-th=\"", tr("Not answered yet"), "\">",
                asked == answered ? html(reader, std::int64_t{0})
                                  : html(reader, "<a href=\"", address, "&amp;open=yes\">",
                                         asked - answered, "</a>"),
                "</td></tr>\n");
}

inline web::Html questions_table(const web::Reader& reader, const AnswersPage& page)
{
    std::vector<std::size_t> places(page.questions.size());
    for (std::size_t place = 0; place < places.size(); ++place)
        places[place] = place;
    return html(
        reader, "<table class=\"fold\"><caption>", tr("Questions"),
        "</caption><thead><tr><th scope=\"col\">", tr("Question"),
        "</th><th scope=\"col\" class=\"num\">", tr("Asked"),
        "</th><th scope=\"col\" class=\"num\">", tr("Answered by"),
        "</th><th scope=\"col\" class=\"num\">", tr("Not answered yet"),
        "</th></tr></thead>\n<tbody>",
        each(places, [&](std::size_t place) { return question_of_list(reader, page, place); }),
        "</tbody></table>\n");
}

inline web::Html answers_table(const web::Reader& reader, const forum::Forum& forum,
                               const AnswersPage& page, const Question& question)
{
    if (page.people.empty())
        return html(reader, "<div class=\"empty\"><h2>", tr("Nobody on this list"), "</h2><p>",
                    page.open ? tr("Everybody who is asked has answered.")
                              : tr("Nobody is asked this question now."),
                    "</p></div>\n");
    return html(
        reader, "<table class=\"fold\"><caption>",
        tr_count("{count} person", "{count} people", static_cast<std::size_t>(page.pages.found)),
        "</caption><thead><tr><th scope=\"col\">", tr("Name"), "</th><th scope=\"col\">",
        tr("Delegation"), "</th><th scope=\"col\">", tr("Status"), "</th><th scope=\"col\">",
        tr("Answer"), "</th></tr></thead>\n<tbody>",
        each(page.people,
             [&](const Registered& one) {
                 const auto answer = page.answer(one, question);
                 return html(
                     reader, "<tr><th scope=\"row\"><a href=\"", forum.address(), "/registrations/",
                     one.registration.id().word(), "\">", person_words(reader, one.particulars),
                     "</a>", other_names(reader, one.particulars), "</th><td data-th=\"",
                     tr("Delegation"), "\">",
                     part_words(reader, page.delegations, one.registration.delegation().number()),
                     "</td><td data-th=\"", tr("Status"), "\">",
                     status_chip(reader, one.registration.status()), "</td><td data-th=\"",
                     tr("Answer"), "\">",
                     answer.empty() ? html(reader, "<span class=\"chip\" data-is=\"proposed\">",
                                           tr("none yet"), "</span>")
                                    : html(reader, answer_words(reader, question, answer)),
                     "</td></tr>\n");
             }),
        "</tbody></table>\n");
}

// What narrows the answers to one question: all who are asked, or who has not answered.
inline web::Html answers_of_one(const web::Reader& reader, const forum::Forum& forum,
                                const AnswersPage& page, const Question& question)
{
    const auto address = page.pages.address + "?question=" + question.id.word();
    return html(
        reader, "<p class=\"screen\">",
        page.open ? html(reader, "<a href=\"", address, "\">", tr("Everybody who is asked"), "</a>")
                  : html(reader, "<a href=\"", address, "&amp;open=yes\">",
                         tr("Only those who have not answered"), "</a>"),
        "</p>\n", answers_table(reader, forum, page, question), pages_of(reader, page.pages));
}

inline web::Html answers_sheets(const web::Reader& reader, const AnswersPage& page)
{
    const auto query = page.pages.query(0);
    return html(reader, "<p class=\"as screen\"><a href=\"", page.pages.address, ".xlsx", query,
                "\">XLSX</a> <a href=\"", page.pages.address, ".csv", query, "\">CSV</a></p>\n");
}

inline web::Page answers_page(const web::Desk& desk, const forum::Forum& forum,
                              const AnswersPage& page)
{
    const auto& reader = desk.reader();
    const auto* question = page.question ? page.shown().front() : nullptr;
    auto body = html(
        reader, "<nav><ol class=\"crumbs\"><li><a href=\"", forum.address(), "/lists\">",
        tr("Working lists"), "</a></li>",
        when(question != nullptr,
             [&] {
                 return html(reader, "<li><a href=\"", page.pages.address, "\">", tr("Answers"),
                             "</a></li>");
             }),
        "</ol></nav>\n<h1>",
        question ? html(reader, question->prompt) : html(reader, tr("Answers")), "</h1>\n",
        page.questions.empty()
            ? html(reader, "<div class=\"empty\"><h2>", tr("No question is asked yet"), "</h2><p>",
                   tr("Ask of everybody or of one category, at once or only of those who are "
                      "approved."),
                   "</p><p><a class=\"button\" href=\"", forum.address(),
                   "/registration-rules/questions\">", tr("Ask a question"), "</a></p></div>\n")
            : html(reader, answers_sheets(reader, page),
                   question
                       ? answers_of_one(reader, forum, page, *question)
                       : html(reader, questions_table(reader, page), "<p><a href=\"",
                              forum.address(), "/circulars\">",
                              tr("Remind those of whom an answer is still needed"), "</a></p>\n")));
    return {.title = reader.say(tr("Answers")) + ", " + forum.title.words(reader.language),
            .body = std::move(body),
            .frame = forum::desk_frame(desk, forum, "registrations")};
}

// Everybody and every question.
inline std::vector<std::vector<std::string>> answers_rows(const web::Reader& reader,
                                                          const AnswersPage& page)
{
    const auto shown = page.shown();
    std::vector<std::string> header{reader.say(tr("Name")), reader.say(tr("Delegation")),
                                    reader.say(tr("Category")), reader.say(tr("Status"))};
    for (const auto* question : shown)
        header.push_back(question->prompt.words(reader.language));
    std::vector<std::vector<std::string>> rows{std::move(header)};
    for (const auto& one : page.people) {
        const auto* category = part_keyed(page.categories, one.particulars["category"]);
        std::vector<std::string> row{
            person_words(reader, one.particulars),
            part_words(reader, page.delegations, one.registration.delegation().number()),
            category ? part_words(reader, page.categories, category->number) : std::string{},
            reader.say(status_name(one.registration.status()))};
        for (const auto* question : shown)
            row.push_back(answer_words(reader, *question, page.answer(one, *question)));
        rows.push_back(std::move(row));
    }
    return rows;
}

inline Json answers_json(const web::Reader& reader, const AnswersPage& page)
{
    auto questions = Json::array();
    for (std::size_t place = 0; place < page.questions.size(); ++place)
        questions.push(
            Json::object({{"question", page.questions[place].id.word()},
                          {"prompt", page.questions[place].prompt.words(reader.language)},
                          {"asked", page.counts[place].asked},
                          {"answered", page.counts[place].answered}}));
    auto people = Json::array();
    for (const auto& one : page.people)
        for (const auto* question : page.shown())
            people.push(Json::object(
                {{"registration", one.registration.id().word()},
                 {"name", person_words(reader, one.particulars)},
                 {"answer", page.answer(one, *question)},
                 {"words", answer_words(reader, *question, page.answer(one, *question))}}));
    return Json::object({{"questions", std::move(questions)},
                         {"found", page.pages.found},
                         {"next", next_json(page.pages)},
                         {"people", std::move(people)}});
}

}  // namespace sala::registration
