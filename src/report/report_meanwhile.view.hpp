// SPDX-License-Identifier: Apache-2.0
//
// Two people wrote the same words: both texts side by side, so that a person chooses. Nothing is
// ever overwritten in silence.

#pragma once

#include "report/edit_report.view.hpp"
#include "web/login_name.hpp"

namespace sala::report {

inline bool was_faster(const web::Desk& desk)
{
    return !desk.refusals().empty() && desk.refusals().front().kind == Refusal::stale;
}

struct BothWords {
    std::string name;  // of the field
    Sentence label;
    std::string theirs;
    std::string mine;
};

inline Sentence who_was_faster(const web::Reader& reader, const std::vector<Version>& versions,
                               int section)
{
    for (const auto& one : versions)
        if (one.section == section)
            return one.by.empty()
                       ? tr("Saved on {when}", {{"when", forum::moment_words(reader, one.at)}})
                       : tr("Saved on {when} by {who}",
                            {{"when", forum::moment_words(reader, one.at)},
                             {"who", web::said_login(reader, one.by)}});
    return tr("Saved before you");
}

inline web::Html their_words(const web::Reader& reader, const BothWords& both,
                             const std::string& language)
{
    return html(reader, "<h3>", both.label, "</h3><div class=\"letter\" lang=\"", language, "\">",
                both.theirs, "</div>\n");
}

inline web::Html my_words(const web::Reader& reader, const BothWords& both,
                          const std::string& language)
{
    return html(reader, "<p><label for=\"mine-", both.name, "\">", both.label,
                "</label><textarea id=\"mine-", both.name, "\" name=\"", both.name, "\" rows=\"",
                std::clamp<std::size_t>(2 + both.mine.size() / 150, 2, 16), "\" lang=\"", language,
                "\">\n", both.mine, "</textarea></p>\n");
}

// `section` 0: the report's head. `address` is where the form is sent.
inline web::Page meanwhile_page(const web::Desk& desk, const Editor& editor,
                                const std::vector<BothWords>& fields, const std::string& address,
                                int section, std::int64_t version,
                                const std::vector<Version>& versions)
{
    const auto& reader = desk.reader();
    const auto tag = editor.language.tag();
    const auto asks = (*desk.typed())["asks"];
    auto body = html(
        reader, "<div class=\"stack\">\n<h1>", tr("Someone saved this before you"),
        "</h1>\n<p class=\"lede\">",
        tr("Nothing is lost. Somebody changed the same words while you were writing. Choose what "
           "stays."),
        "</p>\n<form class=\"stack\" method=\"post\" action=\"", address, "\">\n",
        web::csrf_field(desk), "<input type=\"hidden\" name=\"version\" value=\"", version,
        "\"><input type=\"hidden\" name=\"in\" value=\"", tag, "\">",
        web::when(!asks.empty(),
                  [&] {
                      return html(reader, "<input type=\"hidden\" name=\"asks\" value=\"", asks,
                                  "\">");
                  }),
        "\n<div class=\"cols\">\n<section class=\"card\"><h2 class=\"h3\">",
        who_was_faster(reader, versions, section), "</h2>\n",
        web::each(fields, [&](const BothWords& one) { return their_words(reader, one, tag); }),
        "<p><a class=\"button\" data-kind=\"plain\" href=\"", editor.report.address(), editor.in(),
        "\">", tr("Keep theirs"), "</a></p></section>\n<section class=\"card\"><h2 class=\"h3\">",
        tr("Yours, not saved yet"), "</h2>\n",
        web::each(fields, [&](const BothWords& one) { return my_words(reader, one, tag); }),
        "<p><button type=\"submit\">", tr("Save mine over theirs"),
        "</button></p></section>\n</div>\n</form>\n<p class=\"as\">",
        tr("Refused with code 412. The earlier words stay among the versions."), "</p>\n</div>\n");
    return {.title = reader.say(tr("Someone saved this before you")),
            .body = std::move(body),
            .frame = forum::desk_frame(desk, editor.report.forum, "reports")};
}

inline web::Page section_meanwhile_page(const web::Desk& desk, const Editor& editor, int number,
                                        const std::vector<Version>& versions)
{
    const auto& heading = editor.official.sections[static_cast<std::size_t>(number) - 1].heading;
    return meanwhile_page(desk, editor,
                          {{"body", tr("{heading}", {{"heading", heading}}), editor.body(number),
                            (*desk.typed())["body"]}},
                          editor.section_address(number), number, editor.report.version_of(number),
                          versions);
}

inline web::Page head_meanwhile_page(const web::Desk& desk, const Editor& editor,
                                     const std::vector<Version>& versions)
{
    const auto words = [&](const Text& text) {
        const auto* wording = text.in(editor.language);
        return wording ? wording->shown() : std::string{};
    };
    const auto& report = editor.report;
    const auto& typed = *desk.typed();
    std::vector<BothWords> fields{{"title", tr("Title"), words(report.title), typed["title"]}};
    if (typed.has("mission_group"))
        fields.push_back({"mission_group", tr("Mission group"), words(report.mission_group),
                          typed["mission_group"]});
    if (typed.has("reporter"))
        fields.push_back({"reporter", tr("Reporter, by post and office"), words(report.reporter),
                          typed["reporter"]});
    return meanwhile_page(desk, editor, fields, report.address(), 0, report.row.version, versions);
}

}  // namespace sala::report
