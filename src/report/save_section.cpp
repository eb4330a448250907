// SPDX-License-Identifier: Apache-2.0
//
// A section is saved: by itself while the officer writes, with a button, by putting in what one of
// several sources says, or by adding what the record of the floor holds. What stood there before
// stays among the versions.

#include "report/editor.hpp"

namespace sala::report {

static Result<web::Reply> save(web::Desk& desk, const Report& report, const web::Form& sent);

web::Verb save_section()
{
    return {.path = "POST /{forum}/reports/{report}/sections/{number}",
            .allow = web::secretariat,
            .form = {web::hidden("version"), web::hidden("in"), web::hidden("use"),
                     web::lines("body", tr("Words of the section")).optional().at_most(60'000)},
            .run = web::on<Report>(save)};
}

// What is written, and behind it what the record of the floor says of the sitting whose button was
// pressed.
static Result<std::string> with_the_floor(web::Desk& desk, const Report& report,
                                          const Language& language, const std::string& sitting,
                                          const std::string& body)
{
    const auto words = words_of_floor({language, report.forum.zone},
                                      floor_facts(desk.session(), report.forum.id), sitting);
    if (words.empty())
        return invalid("body", "nothing-on-the-floor",
                       "The floor knows nothing of this sitting. Open the page anew.");
    return body.empty() ? words : body + "\n\n" + words;
}

// The words that were typed, or those of the claim whose button was pressed.
static Result<std::string> words_to_save(web::Desk& desk, const Report& report,
                                         const ReportTemplate& form, int number,
                                         const Language& language, const web::Form& sent)
{
    if (sent["use"].empty())
        return sent["body"];
    if (constexpr std::string_view floor = "floor:"; sent["use"].starts_with(floor))
        return with_the_floor(desk, report, language, sent["use"].substr(floor.size()),
                              sent["body"]);
    const auto fill = form.headings[static_cast<std::size_t>(number) - 1].fill;
    auto words = words_of_claim(sent["use"], fill, form.words.at(language),
                                load_facts(desk.session(), report.forum.id), language);
    if (words.empty())
        return invalid("body", "no-such-claim",
                       "This answer is not among the forum's claims any more. Choose another one.");
    return words;
}

Result<web::Reply> save(web::Desk& desk, const Report& report, const web::Form& sent)
{
    const auto form = find_template(report.form);
    if (!form)
        return form.refusal();
    const auto number = section_at(desk, **form);
    if (!number)
        return number.refusal();
    const auto asked = Language::named(sent["in"]);
    const auto language = (*form)->language_for(asked.value_or((*form)->languages.front()));
    const auto words = words_to_save(desk, report, **form, *number, language, sent);
    if (!words)
        return words.refusal();
    const auto version =
        save_section(desk, report, *number, language, *words, sent.number("version").value_or(0));
    if (!version)
        return version.refusal();
    if (desk.wants(web::Format::json))
        return desk.show(Json::object({{"version", *version}}));
    return desk.go(report.address() + "?in=" + language.tag() + "#section-" +
                   std::to_string(*number));
}

}  // namespace sala::report
