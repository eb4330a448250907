// SPDX-License-Identifier: Apache-2.0

#include "bilateral/day.hpp"

#include "bilateral/interpreted.hpp"
#include "bilateral/terms_store.hpp"
#include "script/normal.hpp"
#include "script/with_breaks.hpp"

namespace sala::bilateral {

namespace {

struct HowFar {
    int items = 0;
    int open = 0;
    bool confirmed = false;
};

// Of all meetings of a delegation at once: items of the newest revision, those not agreed, and
// whether all heads stand by it.
std::map<std::int64_t, HowFar> terms_at_once(store::Session& session, std::int64_t forum,
                                             std::int64_t delegation)
{
    std::map<std::int64_t, HowFar> all;
    for (const auto& [meeting, words, confirmed] :
         session.select<std::int64_t, std::string, std::int64_t>(
             "SELECT w.meeting, w.items, CASE WHEN " + std::string(all_confirmed) +
                 " THEN 1 ELSE 0 END FROM terms_words w JOIN meeting_party p ON p.forum = w.forum "
                 "AND p.meeting = w.meeting WHERE w.forum = :forum AND p.delegation = :own AND "
                 "w.number = (SELECT MAX(n.number) FROM terms_words n WHERE n.forum = w.forum AND "
                 "n.meeting = w.meeting)",
             forum, delegation)) {
        const Terms terms({{1, Side::host, false, read_items(words), {}, {}}}, {});
        all[meeting] = {static_cast<int>(terms.items().size()),
                        static_cast<int>(terms.open_items()), confirmed != 0};
    }
    return all;
}

std::string why_of(const Meeting& meeting)
{
    for (const auto& act : meeting.acts())
        if (act.step == Step::ask)
            return act.words;
    return {};
}

document::Paper blank(const std::string& title, const web::Reader& reader, Instant at)
{
    document::Paper paper;
    paper.title = title;
    paper.language = reader.language.tag();
    paper.created = at;
    paper.body_pt = 14;
    paper.left_mm = 20;
    paper.page_numbers = document::PageNumbers::none;
    return paper;
}

struct Sheet {
    std::string title;
    std::string subtitle;
    std::vector<std::string> head;
    std::vector<std::vector<std::string>> rows;
    std::vector<double> shares;
};

void add_sheet(document::Paper& paper, const Sheet& sheet, const std::vector<std::string>& names)
{
    const auto marked = [&](const std::string& words) { return script::with_breaks(words, names); };
    // A column is narrow: a name of several words may go on in the next line, one word may not.
    auto whole = names;
    std::erase_if(whole, [](const std::string& name) {
        return name.find(' ') != std::string::npos && !script::holds_thai(name);
    });
    if (!paper.blocks.empty())
        paper.blocks.push_back(document::PageBreak{});
    paper.blocks.push_back(document::Title{marked(sheet.title), 22});
    paper.blocks.push_back(
        document::Paragraph{.text = marked(sheet.subtitle), .align = document::Align::centre});
    paper.blocks.push_back(document::Space{6});
    document::Table table;
    table.shares = sheet.shares;
    for (const auto& row : sheet.rows) {
        if (table.rows.empty())
            table.rows.push_back(sheet.head);
        table.rows.push_back(row);
    }
    for (auto& row : table.rows)
        for (auto& cell : row)
            cell = script::with_breaks(cell, whole);
    if (!table.rows.empty())
        paper.blocks.push_back(std::move(table));
}

std::vector<std::string> names_of(const web::Reader& reader, const std::vector<Known>& all)
{
    std::vector<std::string> names;
    names.reserve(all.size());
    for (const auto& known : all)
        names.push_back(known.words(reader));
    return names;
}

std::string status_words(const web::Reader& reader, const Released& published)
{
    return reader.say(published.is_final ? tr("Final timetable") : tr("Preliminary timetable"));
}

// How many desks of each row of the sheet there are now.
std::map<std::int64_t, std::int64_t> desks_now(store::Session& session, std::int64_t forum)
{
    std::map<std::int64_t, std::int64_t> all;
    for (const auto& [row, count] : session.select<std::int64_t, std::int64_t>(
             "SELECT id, count FROM desk WHERE forum = :forum", forum))
        all[row] = count;
    return all;
}

}  // namespace

Day day_of(web::Desk& desk, const Party& party)
{
    auto& session = desk.session();
    Day day{newest_release(session, party.forum.id), {}};
    const auto meetings = meetings_at(session, party.forum.id, party.self.number);
    const auto companies = companies_at(session, party.forum.id);
    const auto terms = terms_at_once(session, party.forum.id, party.self.number);
    auto desks = desks_now(session, party.forum.id);
    for (const auto& entry : day.published.entries) {
        if (!entry.is_with(party.self.number))
            continue;
        DayEntry one{entry, counterparts(desk.reader(), party.all, entry, party.self.number)};
        one.changed = day.published.at;
        one.desk_is_gone = entry.desk > desks[entry.desks];
        for (const auto& meeting : meetings)
            if (meeting.id() == entry.meeting) {
                const auto side = *meeting.side_of(party.self.number);
                const auto company = [&](Side of) {
                    const auto found = companies.find({meeting.id().number(), of});
                    return found == companies.end() ? Company{} : found->second;
                };
                one.why = why_of(meeting);
                one.pair = meeting.manner().pair;
                one.with_heads = meeting.manner().with_heads;
                one.ours = company(side);
                for (const auto other : meeting.others(side))
                    if (const auto theirs = company(other);
                        !theirs.people.empty() || !theirs.interpreter.empty())
                        one.theirs.push_back(
                            {words_of(desk.reader(), party.all, meeting.delegation(other)),
                             theirs});
                one.called_off = meeting.status_for(side, desk.now()) != Status::accepted;
                if (one.called_off)
                    one.changed = std::max(one.changed, meeting.acts().back().at);
            }
        if (const auto found = terms.find(entry.meeting.number()); found != terms.end()) {
            one.items = found->second.items;
            one.open_items = found->second.open;
            one.confirmed = found->second.confirmed;
        }
        day.entries.push_back(std::move(one));
    }
    std::stable_sort(
        day.entries.begin(), day.entries.end(),
        [](const DayEntry& a, const DayEntry& b) { return a.entry.begins < b.entry.begins; });
    for (auto& one : day.entries)
        one.at_once =
            std::any_of(day.entries.begin(), day.entries.end(), [&](const DayEntry& other) {
                return !other.called_off && other.is_beside(one);
            });
    return day;
}

document::Calendar day_calendar(const web::Desk& desk, const Party& party, const Day& day)
{
    const auto& reader = desk.reader();
    document::Calendar calendar;
    calendar.name = party.self.words(reader) + ", " + party.forum.title.words(reader.language);
    calendar.url = desk.absolute(party.home() + "/day");
    calendar.refresh_minutes = 15;
    for (const auto& one : day.entries) {
        document::CalendarEvent event;
        event.uid = "meeting-" + one.entry.meeting.word() + "-" + party.self.key + "@sala";
        event.start = one.entry.begins;
        event.end = one.entry.ends;
        event.summary = reader.say(tr("Meeting with {name}", {{"name", one.with}}));
        event.description = one.why;
        event.location = entry_desk(reader, one.entry);
        event.url = works_for(desk, party)
                        ? desk.absolute(party.home() + "/meetings/" + one.entry.meeting.word())
                        : calendar.url;
        event.cancelled = one.called_off;
        event.tentative = !day.published.is_final;
        // Called off is newer than published, and older than published again (RFC 5546, 2.1.4).
        event.sequence = 2 * day.published.number + (one.called_off ? 1 : 0);
        event.stamp = one.changed;
        event.last_modified = one.changed;
        calendar.events.push_back(std::move(event));
    }
    return calendar;
}

SheetNotes notes_for_sheets(store::Session& session, std::int64_t forum, const web::Reader& reader,
                            const std::vector<Known>& all)
{
    SheetNotes notes;
    const auto companies = companies_at(session, forum);
    for (const auto& meeting : meetings_at(session, forum)) {
        auto& words = notes[meeting.id().number()];
        const auto add = [&](const std::string& line) {
            words += (words.empty() || line.empty() ? "" : "\n") + line;
        };
        add(why_of(meeting));
        if (meeting.manner().with_heads)
            add(reader.say(tr("Both heads are there themselves.")));
        if (const auto& pair = meeting.manner().pair; !pair.empty())
            add(reader.say(tr("Languages: {pair}", {{"pair", languages_of(reader, pair)}})));
        for (const auto side : meeting.taking_part()) {
            const auto found = companies.find({meeting.id().number(), side});
            if (found == companies.end())
                continue;
            const Arguments who{{"delegation", words_of(reader, all, meeting.delegation(side))},
                                {"people", found->second.people},
                                {"name", found->second.interpreter}};
            if (!found->second.people.empty())
                add(reader.say(tr("{delegation}: {people}", who)));
            if (!found->second.interpreter.empty())
                add(reader.say(tr("{delegation}, interpreter: {name}", who)));
        }
    }
    return notes;
}

document::Paper day_paper(const forum::Forum& forum, const web::Reader& reader,
                          const std::vector<Known>& all, const Released& published,
                          const std::vector<std::int64_t>& delegations, const SheetNotes& notes,
                          Instant at)
{
    auto paper = blank(reader.say(tr("Bilateral meetings")), reader, at);
    for (const auto delegation : delegations) {
        Sheet sheet{words_of(reader, all, delegation),
                    forum.title.words(reader.language) + ". " + status_words(reader, published),
                    {reader.say(tr("When")), reader.say(tr("Where")), reader.say(tr("With")),
                     reader.say(tr("About what, and who comes"))},
                    {},
                    {0.22, 0.21, 0.25, 0.32}};
        for (const auto& entry : published.entries)
            if (const auto note = notes.find(entry.meeting.number()); entry.is_with(delegation))
                sheet.rows.push_back({time_in_lines(reader, entry), entry_desk(reader, entry),
                                      counterparts(reader, all, entry, delegation),
                                      note == notes.end() ? std::string{} : note->second});
        add_sheet(paper, sheet, names_of(reader, all));
    }
    return paper;
}

document::Paper desks_paper(const forum::Forum& forum, const web::Reader& reader,
                            const std::vector<Known>& all, const Released& published, Instant at)
{
    auto paper = blank(reader.say(tr("Desks")), reader, at);
    std::map<std::pair<std::int64_t, int>, std::vector<const Released::Entry*>> desks;
    for (const auto& entry : published.entries)
        desks[{entry.desks, entry.desk}].push_back(&entry);
    for (const auto& [number, entries] : desks) {
        Sheet sheet{entry_desk(reader, *entries.front()),
                    forum.title.words(reader.language) + ". " + status_words(reader, published),
                    {reader.say(tr("When")), reader.say(tr("Who meets"))},
                    {},
                    {0.25, 0.75}};
        for (const auto* entry : entries)
            sheet.rows.push_back(
                {time_in_lines(reader, *entry), words_of(reader, all, entry->delegations, " – ")});
        add_sheet(paper, sheet, names_of(reader, all));
    }
    return paper;
}

}  // namespace sala::bilateral
