// SPDX-License-Identifier: Apache-2.0
//
// The secretariat sees how its forum registers: until when, with which letter, how many of each
// category, and what is asked.

#include "registration/rules_page.hpp"

#include "forum/text_json.hpp"

namespace sala::registration {

static Result<web::Reply> show(web::Desk& desk, const forum::Forum& forum);

web::Verb show_registration_rules()
{
    return {.path = "GET /{forum}/registration-rules",
            .allow = web::secretariat,
            .run = web::on<forum::Forum>(show)};
}

static Json choices_json(const Question& question)
{
    auto list = Json::array();
    for (const auto& choice : question.choices)
        list.push(
            Json::object({{"word", choice}, {"th", question.in_words(choice, Language::thai())}}));
    return list;
}

Result<web::Reply> show(web::Desk& desk, const forum::Forum& forum)
{
    const auto page = rules_page_of(desk.session(), forum.id);
    if (desk.wants(web::Format::json))
        return desk.show(
            Json::object({{"answer_by", page.rules.answer_by},
                          {"register_by", page.rules.register_by},
                          {"letter", forum::text_json(page.rules.letter)},
                          {"version", std::to_string(page.rules.version)},
                          {"questions", forum::list_json(page.questions, [](const Question& one) {
                               return Json::object({{"id", one.id.word()},
                                                    {"category", one.category},
                                                    {"prompt", forum::text_json(one.prompt)},
                                                    {"choices", choices_json(one)},
                                                    {"needed", one.needed},
                                                    {"after_approval", one.after_approval},
                                                    {"matters", one.matters}});
                           })}}));
    web::Form kept;
    kept.set("answer_by", page.rules.answer_by);
    kept.set("register_by", page.rules.register_by);
    for (const auto& language : web::interface_languages()) {
        kept.set("letter_" + language.tag(), page.rules.letter_in(language));
        if (const auto* signature = page.rules.signature.in(language))
            kept.set("signature_" + language.tag(), signature->shown());
    }
    if (!desk.typed())
        desk.comes_back(&kept, desk.refusals());
    return desk.show(rules_page(desk, forum, page));
}

}  // namespace sala::registration
