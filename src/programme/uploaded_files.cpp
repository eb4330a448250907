// SPDX-License-Identifier: Apache-2.0

#include "programme/uploaded_files.hpp"

#include "document/calendar.hpp"
#include "document/workbook.hpp"
#include "sheet/sheet.hpp"

#include <algorithm>
#include <charconv>

namespace sala::programme {

namespace {

Refusal beside_file(Refusal refusal)
{
    refusal.field = "file";
    return refusal;
}

// What the name of a file says: "lyon-2030-cities-r1234 (1).csv" is the sheet cities as it was
// after edit 1234, as our own download and a browser name it.
struct NamedSheet {
    std::string sheet;
    std::optional<std::int64_t> revision;
};
NamedSheet named_sheet(const std::string& file_name)
{
    auto name = file_name.substr(0, file_name.rfind('.'));
    std::transform(name.begin(), name.end(), name.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    if (const auto slash = name.find_last_of("/\\"); slash != std::string::npos)
        name.erase(0, slash + 1);
    // Behind the number a browser counts copies: " (1)", "(1)", "-1", " copy".
    std::optional<std::int64_t> revision;
    if (const auto mark = name.rfind(sheet::revision_mark); mark != std::string::npos) {
        const auto* begin = name.data() + mark + sheet::revision_mark.size();
        std::int64_t read = 0;
        const auto [end, failed] = std::from_chars(begin, name.data() + name.size(), read);
        if (failed == std::errc{} && end != begin && read >= 0) {
            revision = read;
            name.resize(mark);
        }
    }
    if (const auto copy = name.find('('); copy != std::string::npos)
        name.resize(copy);
    while (name.ends_with(' '))
        name.pop_back();
    if (!sheet::find_sheet(name))
        if (const auto hyphen = name.rfind('-'); hyphen != std::string::npos)
            name.erase(0, hyphen + 1);
    return {std::move(name), revision};
}

// A sheet that was not exported with its forum says in its name when that was; of several the
// oldest counts.
UploadedFiles dated(sheet::FilesRead read, const std::vector<web::Upload>& uploads)
{
    auto& files = read.files;
    if (files.forum)
        return {std::move(read), {}};
    std::optional<std::int64_t> oldest;
    for (const auto& upload : uploads) {
        const auto revision = named_sheet(upload.name).revision;
        files.undated = files.undated || !revision;
        if (revision)
            oldest = std::min(*revision, oldest.value_or(*revision));
    }
    files.revision = files.undated ? 0 : oldest.value_or(0);
    return {std::move(read), {}};
}

// Whatever is a zip, or the container of old and of encrypted Excel files, or is only called a
// workbook, is read as one, so that the sentence about it is the right one.
bool is_workbook(const web::Upload& upload)
{
    return upload.bytes.starts_with("PK\x03\x04") || upload.bytes.starts_with("\xD0\xCF\x11\xE0") ||
           upload.name.ends_with(".xlsx") || upload.name.ends_with(".XLSX");
}

bool looks_like_xml(std::string_view bytes)
{
    if (bytes.starts_with("\xEF\xBB\xBF"))
        bytes.remove_prefix(3);
    const auto first = bytes.find_first_not_of(" \t\r\n");
    return first != std::string_view::npos && bytes[first] == '<';
}

Result<UploadedFiles> read_schedule(const std::string& bytes)
{
    const auto schedule = document::read_schedule_xml(bytes);
    if (!schedule)
        return beside_file(schedule.refusal());
    return UploadedFiles{files_from_schedule(schedule->schedule), schedule->adjustments};
}

// "rooms.csv" for "lyon-2030-rooms (1).csv"; nothing for a file that is not one of our sheets.
std::optional<std::string> name_in_folder(const web::Upload& upload)
{
    if (upload.name == "forum.toml")
        return upload.name;
    const auto name = named_sheet(upload.name).sheet;
    return sheet::find_sheet(name) ? std::optional(name + ".csv") : std::nullopt;
}

Refusal unnamed(const std::string& file)
{
    return invalid("file", "unnamed-sheet",
                   "We cannot tell which sheet “{file}” is. Name it after its sheet, such as "
                   "sittings.csv, or send a "
                   "workbook.",
                   {{"file", file}});
}

Result<UploadedFiles> read_sheet(const web::Upload& upload)
{
    const auto name = name_in_folder(upload);
    if (!name)
        return unnamed(upload.name);
    if (*name == "forum.toml")
        return UploadedFiles{sheet::read_named_files({{*name, upload.bytes}}), {}};
    auto read = sheet::read_one_csv(named_sheet(upload.name).sheet, upload.bytes);
    if (!read)
        return beside_file(read.refusal());
    return dated(*std::move(read), {upload});
}

// All go in together or none of them does.
Result<UploadedFiles> read_sheets(const std::vector<web::Upload>& uploads)
{
    sheet::NamedFiles files;
    for (const auto& upload : uploads) {
        if (is_workbook(upload) || looks_like_xml(upload.bytes))
            return invalid("file", "one-workbook-only",
                           "“{file}” is not a CSV sheet. Send several CSV sheets together, or one "
                           "workbook or schedule by itself.",
                           {{"file", upload.name}});
        auto name = name_in_folder(upload);
        if (!name)
            return unnamed(upload.name);
        files.emplace_back(*std::move(name), upload.bytes);
    }
    return dated(sheet::read_named_files(files), uploads);
}

}  // namespace

Result<UploadedFiles> read_upload(const web::Form& form, bool takes_schedule)
{
    const auto& uploads = form.uploads("file");
    if (uploads.empty())
        return invalid("file", "no-file", "Please choose a file.");
    if (uploads.size() > 1)
        return read_sheets(uploads);
    const auto& upload = uploads.front();
    if (is_workbook(upload)) {
        auto read = sheet::read_workbook_bytes(upload.bytes);
        if (!read)
            return beside_file(read.refusal());
        return dated(*std::move(read), {upload});
    }
    if (document::looks_like_calendar(upload.bytes))
        return invalid("file", "calendar-not-taken",
                       "This is a calendar file. We write calendars but do not read them. Send a "
                       "workbook, a CSV sheet, or a "
                       "schedule of another program.");
    if (!looks_like_xml(upload.bytes))
        return read_sheet(upload);
    if (!takes_schedule)
        return invalid("file", "schedule-not-here",
                       "This is a schedule of another program. It can open a new forum; into this "
                       "one import a workbook or "
                       "a CSV sheet.");
    return read_schedule(upload.bytes);
}

Allowed belong_to(const UploadedFiles& files, const forum::Forum& forum)
{
    const auto& own = files.read.files.forum;
    if (own && own->row.key != forum.slug)
        return invalid("file", "another-forum",
                       "These sheets belong to the forum “{slug}”, not to this one. Open that "
                       "forum's import, or take the "
                       "sheet “forum” out of the workbook.",
                       {{"slug", own->row.key}});
    return allowed();
}

Result<std::string> marked_workbook(const UploadedFiles& files,
                                    const std::vector<sheet::Problem>& problems,
                                    const web::Reader& reader, Instant at)
{
    auto read = files.read;
    read.problems = problems;
    return sheet::annotated_workbook(
        read, [&](const Sentence& sentence) { return reader.say(sentence); }, at);
}

}  // namespace sala::programme
