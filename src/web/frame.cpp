// SPDX-License-Identifier: Apache-2.0

#include "web/frame.hpp"

#include "script/zone.hpp"
#include "web/assets.hpp"
#include "web/desk.hpp"
#include "web/login_name.hpp"

#include <algorithm>

namespace sala::web {

namespace {

// A sala: roof, posts, floor.
constexpr char mark[] =
    "<svg class=\"mark\" viewBox=\"0 0 32 28\" aria-hidden=\"true\" focusable=\"false\">"
    "<path d=\"M16 1c2.500 4.600 7.500 8 15 9.600V13.400H1v-2.800C8.500 9 13.500 5.600 16 1z\"/>"
    "<path d=\"M5 15.200h2.600v8.600H5zM14.700 15.200h2.600v8.600h-2.600zM24.400 "
    "15.200H27v8.600h-2.600z"
    "M2 25.200h28v2.400H2z\"/></svg>";

Html head(const Reader& reader, const Page& page, bool signed_in)
{
    auto head = html(reader, "<!DOCTYPE html>\n<html lang=\"", reader.language.tag(),
                     "\">\n<head>\n"
                     "<meta charset=\"utf-8\">\n"
                     "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                     "<meta name=\"color-scheme\" content=\"light dark\">\n<title>",
                     page.title,
                     "</title>\n"
                     "<link rel=\"stylesheet\" href=\"",
                     asset_address("sala.css"),
                     "\">\n"
                     "<link rel=\"icon\" type=\"image/svg+xml\" href=\"",
                     asset_address("icon.svg"), "\">\n",
                     when(!page.description.empty(),
                          [&] {
                              return html(reader, "<meta name=\"description\" content=\"",
                                          page.description, "\">\n");
                          }),
                     each(page.feeds,
                          [&](const auto& feed) {
                              return html(reader, "<link rel=\"alternate\" type=\"", feed.second,
                                          "\" href=\"", feed.first, "\">\n");
                          }),
                     when(!page.json_ld.empty(),
                          [&] {
                              return Html::trusted("<script type=\"application/ld+json\">" +
                                                   page.json_ld + "</script>\n");
                          }),
                     "<script src=\"", asset_address("page.js"), "\"></script>\n",
                     when(signed_in,
                          [&] {
                              return html(reader, "<script defer src=\"", asset_address("desk.js"),
                                          "\"></script>\n");
                          }),
                     "</head>\n");
    return head;
}

Html menu(const Reader& reader, const Frame& frame)
{
    if (frame.menu.empty())
        return {};
    return html(reader, "<nav aria-label=\"", tr("Menu"), "\">",
                each(frame.menu,
                     [&](const MenuItem& item) {
                         return html(reader, "<a href=\"", item.address, "\"",
                                     when(item.current,
                                          [&] { return html(reader, " aria-current=\"page\""); }),
                                     ">", item.label,
                                     when(item.count > 0,
                                          [&] {
                                              return html(reader, "<span class=\"count\">",
                                                          item.count, "</span>");
                                          }),
                                     "</a>");
                     }),
                "</nav>\n");
}

// The same page in the other language; the choice is remembered.
Html language_link(const Desk& desk)
{
    const auto& reader = desk.reader();
    const bool thai = reader.is_thai();
    const auto address = "/about/language?to=" + std::string(thai ? "en" : "th") +
                         "&back=" + percent_encoded(desk.request().target);
    return html(reader, "<a href=\"", address, "\" rel=\"nofollow\" lang=\"",
                thai ? std::string("en") : std::string("th"), "\" hreflang=\"",
                thai ? std::string("en") : std::string("th"), "\">",
                thai ? std::string("English") : std::string("ไทย"), "</a>");
}

Html you(const Desk& desk)
{
    const auto& reader = desk.reader();
    if (!desk.visitor().signed_in())
        return html(reader, language_link(desk), "<a href=\"/login\">", tr("Sign in"), "</a>");
    return html(reader, language_link(desk), "<a href=\"/login/mine\">",
                said_login(reader, desk.visitor().name), "</a>", "<a href=\"/login/out\">",
                tr("Sign out"), "</a>");
}

Html eaves(const Desk& desk, const Frame& frame)
{
    const auto& reader = desk.reader();
    const Text own_name(Language::english(), "Sala");
    return html(reader, "<a class=\"skip\" href=\"#main\">", tr("Skip to the content"), "</a>\n",
                "<header class=\"eaves\"",
                when(frame.desk, [&] { return html(reader, " data-desk"); }),
                "><div>\n<a class=\"home\" href=\"", frame.home, "\">", mark, "<span>",
                frame.name.empty() ? Html::trusted("Sala") : html(reader, frame.name),
                when(!frame.subtitle.empty(),
                     [&] { return html(reader, " <small>", frame.subtitle, "</small>"); }),
                when(frame.name.empty(),
                     [&] { return html(reader, " <small>", tr("Forums of cities"), "</small>"); }),
                "</span></a>\n", menu(reader, frame), "<div class=\"you\">", you(desk),
                "</div>\n</div></header>\n");
}

// "+7" or "+5:30".
std::string offset_words(const std::string& zone_name, Instant now)
{
    const auto zone = script::Zone::named(zone_name);
    const auto minutes = zone ? script::offset_minutes(now, *zone) : 0;
    auto words = (minutes < 0 ? "-" : "+") + std::to_string(std::abs(minutes) / 60);
    if (minutes % 60 != 0)
        words += ":" + std::to_string(std::abs(minutes) % 60);
    return words;
}

Html plinth(const Desk& desk, const Frame& frame)
{
    const auto& reader = desk.reader();
    const auto forum = frame.home == "/" ? std::string{} : frame.home;
    return html(
        reader, "<footer class=\"plinth\"><div>",
        frame.zone.empty()
            ? html(reader, "<p>", tr("Sala, the open hall where cities meet."), "</p>")
            : html(reader, "<p>",
                   tr("Times are those of {zone} (UTC{offset}). Years are shown in the Common Era "
                      "and the Buddhist Era.",
                      {{"zone", frame.zone}, {"offset", offset_words(frame.zone, desk.now())}}),
                   "</p>"),
        "\n<nav aria-label=\"", tr("More"), "\"><ul class=\"links\">",
        when(!forum.empty(),
             [&] {
                 return html(reader, "<li><a href=\"", forum, "/data\">", tr("About the data"),
                             "</a></li><li><a href=\"", forum, "/calendars\">",
                             tr("Calendars and feeds"), "</a></li>");
             }),
        "<li><a href=\"/search\">", tr("Search"), "</a></li><li><a href=\"/\">", tr("All forums"),
        "</a></li><li><a href=\"/about\">", tr("About Sala"),
        "</a></li></ul></nav></div></footer>\n");
}

// After a refusal the first field that is wrong has the focus, so that the page opens there: on a
// telephone it may be far below. What is wrong with the whole form stands above it and is read
// first. Values are escaped, so what is looked for is an attribute; a group of ticks takes no
// focus.
Html opened_at_wrong_field(const Desk& desk, const Html& body)
{
    constexpr std::string_view wrong = " aria-invalid=\"true\"";
    const auto& refusals = desk.refusals();
    if (std::any_of(refusals.begin(), refusals.end(),
                    [](const Refusal& refusal) { return refusal.field.empty(); }))
        return body;
    auto markup = body.markup();
    for (auto at = markup.find(wrong); at != markup.npos; at = markup.find(wrong, at + 1))
        if (markup.compare(markup.rfind('<', at), 9, "<fieldset") != 0)
            return Html::trusted(markup.insert(at, " autofocus"));
    return body;
}

}  // namespace

Html framed(const Desk& desk, const Page& page)
{
    const auto& reader = desk.reader();
    return html(reader, head(reader, page, desk.visitor().signed_in()), "<body",
                when(!page.body_class.empty(),
                     [&] { return html(reader, " class=\"", page.body_class, "\""); }),
                ">\n", eaves(desk, page.frame), "<main id=\"main\">\n",
                desk.refusals().empty() ? page.body : opened_at_wrong_field(desk, page.body),
                "</main>\n", plinth(desk, page.frame), "</body>\n</html>\n");
}

Page sentence_page(const Desk& desk, const Sentence& title, const Sentence& sentence,
                   const std::string& back_to)
{
    const auto& reader = desk.reader();
    return {.title = reader.say(title),
            .body = html(reader, "<div class=\"stack narrow\">\n<h1>", title,
                         "</h1>\n<p class=\"lede\">", sentence,
                         "</p>\n<p><a class=\"button\" data-kind=\"plain\" href=\"", back_to, "\">",
                         tr("Go back"), "</a></p>\n</div>\n")};
}

Html bare_document(const Reader& reader, const Sentence& title, const Sentence& sentence,
                   const std::string& back_to)
{
    return html(reader, head(reader, {.title = reader.say(title), .body = {}}, false),
                "<body>\n<header class=\"eaves\"><div>\n<a class=\"home\" href=\"/\">", mark,
                "<span>Sala <small>", tr("Forums of cities"),
                "</small></span></a>\n</div></header>\n<main id=\"main\">\n"
                "<div class=\"stack narrow\">\n<h1>",
                title, "</h1>\n<p class=\"lede\">", sentence,
                "</p>\n<p><a class=\"button\" data-kind=\"plain\" href=\"", back_to, "\">",
                tr("Go back"), "</a></p>\n<p><a href=\"/\">", tr("All forums"),
                "</a></p>\n</div>\n</main>\n</body>\n</html>\n");
}

Html csrf_field(const Desk& desk)
{
    return html(desk.reader(), "<input type=\"hidden\" name=\"csrf\" value=\"", desk.visitor().csrf,
                "\">");
}

}  // namespace sala::web
