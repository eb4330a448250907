// SPDX-License-Identifier: Apache-2.0

#include "web/desk.hpp"

#include "mail/outbox.hpp"
#include "web/frame.hpp"

namespace sala::web {

const std::vector<FormatName>& format_names()
{
    static const std::vector<FormatName> names{
        {Format::html, "html", "text/html; charset=utf-8"},
        {Format::json, "json", "application/json"},
        {Format::ics, "ics", "text/calendar; charset=utf-8"},
        {Format::xml, "xml", "application/xml; charset=utf-8"},
        {Format::atom, "atom", "application/atom+xml; charset=utf-8"},
        {Format::pdf, "pdf", "application/pdf"},
        {Format::docx, "docx",
         "application/vnd.openxmlformats-officedocument.wordprocessingml.document"},
        {Format::csv, "csv", "text/csv; charset=utf-8"},
        {Format::xlsx, "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"},
    };
    return names;
}

std::string_view media_type(Format format)
{
    for (const auto& name : format_names())
        if (name.format == format)
            return name.media_type;
    return "application/octet-stream";
}

const std::string& Desk::at(std::string_view parameter) const
{
    static const std::string nothing;
    const auto found = given_.parameters.find(parameter);
    return found == given_.parameters.end() ? nothing : found->second;
}

std::string Desk::query(std::string_view name) const
{
    for (const auto& [held, value] : given_.query)
        if (held == name)
            return value;
    return {};
}

void Desk::tell(const mail::Letter& letter)
{
    mail::prepare(session(), letter, now(), *given_.house.numbering);
}

void Desk::tell_at_once(const mail::Letter& letter)
{
    const auto id = mail::prepare(session(), letter, now(), *given_.house.numbering);
    // Cannot be refused: nobody else knows of the letter yet.
    static_cast<void>(mail::approve(session(), id, "", now()));
}

// NOLINTNEXTLINE(performance-unnecessary-value-param): callers hand their page over
Reply Desk::show(Page page) const
{
    Reply reply;
    reply.body = framed(*this, page).markup();
    return reply;
}

Reply Desk::show(const Json& json) const
{
    Reply reply;
    reply.type = "application/json";
    reply.body = json.write();
    reply.body.push_back('\n');
    return reply;
}

Reply Desk::send(std::string type, std::string bytes) const
{
    Reply reply;
    reply.type = std::move(type);
    reply.body = std::move(bytes);
    return reply;
}

Reply Desk::download(std::string type, const std::string& file_name, std::string bytes) const
{
    auto reply = send(std::move(type), std::move(bytes));
    // RFC 6266: the plain name for old programs, the encoded one for names in other scripts.
    std::string plain;
    for (const char c : file_name)
        plain.push_back(c >= 0x20 && c < 0x7F && c != '"' && c != '\\' ? c : '_');
    return reply.with("Content-Disposition", "attachment; filename=\"" + plain +
                                                 "\"; filename*=UTF-8''" +
                                                 percent_encoded(file_name));
}

Reply Desk::go(std::string path) const
{
    Reply reply;
    reply.status = 303;
    const bool local = leads_here(path);
    return reply.with("Location", local ? std::move(path) : "/");
}

}  // namespace sala::web
