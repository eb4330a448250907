// SPDX-License-Identifier: Apache-2.0
//
// What those who come answered to the forum's questions, and who has not answered yet: question by
// question on the screen, everybody and every question in a sheet.

#include "document/workbook.hpp"
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

// Who is asked one question has been counted with all questions, on a page.
static std::int64_t found_of(store::Session& session, std::int64_t forum, const Filter& wanted,
                             const AnswersPage& page)
{
    for (std::size_t place = 0; place < page.counts.size(); ++place)
        if (page.questions[place].id == page.question)
            return page.counts[place].asked - (page.open ? page.counts[place].answered : 0);
    return count_at(session, forum, wanted);
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
    page.pages.found = found_of(session, forum.id, wanted, page);
    page.people = registered_at(session, forum.id, wanted);
    std::vector<Id<Registration>> numbers;
    numbers.reserve(page.people.size());
    for (const auto& one : page.people)
        numbers.push_back(one.registration.id());
    page.answers =
        answers_at(session, forum.id, in_pages ? std::optional(std::move(numbers)) : std::nullopt);
    return page;
}

static std::vector<std::vector<std::string>> as_sheet(const web::Reader& reader,
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
            row.push_back(answer_words(reader, page.answer(one, *question)));
        rows.push_back(std::move(row));
    }
    return rows;
}

static Result<web::Reply> as_file(web::Desk& desk, const std::string& name, const AnswersPage& page)
{
    const auto sheet = as_sheet(desk.reader(), page);
    const std::string type(web::media_type(desk.format()));
    if (desk.wants(web::Format::csv))
        return desk.download(type, name + ".csv",
                             document::write_csv(sheet, {.neutralise_formulas = true}));
    const auto book =
        document::write_workbook({{.name = "answers", .rows = sheet}},
                                 {.title = name, .author = "Sala", .created = desk.now()});
    if (!book)
        return book.refusal();
    return desk.download(type, name + ".xlsx", *book);
}

static Json answers_json(const web::Reader& reader, const AnswersPage& page)
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
            people.push(Json::object({{"registration", one.registration.id().word()},
                                      {"name", person_words(reader, one.particulars)},
                                      {"answer", page.answer(one, *question)}}));
    return Json::object({{"questions", std::move(questions)},
                         {"found", page.pages.found},
                         {"next", next_json(page.pages)},
                         {"people", std::move(people)}});
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
    return as_file(desk, forum.slug + "-answers", *page);
}

}  // namespace sala::registration
