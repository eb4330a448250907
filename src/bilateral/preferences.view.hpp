// SPDX-License-Identifier: Apache-2.0
//
// What a delegation thinks of meeting each of the others, as one form.

#pragma once

#include "bilateral/party.view.hpp"
#include "bilateral/preference.hpp"

namespace sala::bilateral {

inline Sentence preference_name(Word word)
{
    switch (word) {
    case Word::must:
        return tr("must meet");
    case Word::would_like:
        return tr("would like to meet");
    case Word::no:
        return tr("no, will not meet");
    case Word::none:
        break;
    }
    return tr("nothing said");
}

// What was said last, or what was chosen before the form came back. Whoever acts in a delegation's
// place has no “no” to give.
inline web::Html preference_choice(const web::Desk& desk, const Party& party, const Known& other,
                                   Word kept)
{
    const auto& reader = desk.reader();
    const auto name = "about." + other.key;
    const auto typed = desk.typed() ? word_named((*desk.typed())[name]) : std::nullopt;
    const auto said = typed.value_or(kept);
    const auto choice = [&](Word word_) {
        return html(reader, "<option value=\"", word(word_), "\"",
                    when(word_ == said, [&] { return html(reader, " selected"); }), ">",
                    preference_name(word_), "</option>");
    };
    return html(reader, "<tr><th scope=\"row\"><label for=\"", name, "\">",
                delegation_name(reader, other), "</label></th><td data-th=\"", tr("What we think"),
                "\"><select id=\"", name, "\" name=\"", name, "\">", choice(Word::none),
                choice(Word::would_like), choice(Word::must),
                when(!party.on_behalf, [&] { return choice(Word::no); }), "</select>",
                web::error_of(desk, name), "</td></tr>\n");
}

inline web::Html speaker_words(const web::Reader& reader, const forum::KeptGrant& grant)
{
    return html(
        reader, grant.name, " (", grant.address, "), ",
        grant.stands()
            ? html(reader, tr("since {time}", {{"time", forum::moment_words(reader, grant.at)}}))
            : html(reader, tr("from {time} to {end}",
                              {{"time", forum::moment_words(reader, grant.at)},
                               {"end", forum::moment_words(reader, grant.withdrawn_at)}})));
}

// Nobody can be given the delegation's eyes without its knowing whose they are, or were.
inline web::Html who_reads_this(const web::Reader& reader, const Party& party,
                                const std::vector<forum::KeptGrant>& speakers)
{
    const auto list = [&](const Sentence& title, const auto& which) {
        const auto lines = each(speakers, [&](const forum::KeptGrant& grant) {
            return when(which(grant), [&] {
                return html(reader, "<li>", speaker_words(reader, grant), "</li>\n");
            });
        });
        return when(!lines.empty(), [&] {
            return html(reader, "<p>", title, "</p>\n<ul class=\"list\">", lines, "</ul>\n");
        });
    };
    const auto shares = [&](const auto& grant) { return party.insiders.has(grant.to); };
    return html(reader,
                list(party.on_behalf ? tr("Those who share what this delegation keeps to itself:")
                                     : tr("This page is read by your focal points:"),
                     [&](const auto& grant) { return grant.stands() && shares(grant); }),
                when(!party.on_behalf, [&] {
                    return html(
                        reader,
                        list(tr("They have the role too, and are not shown a “no” of yours before "
                                "one of you lets them in:"),
                             [&](const auto& one) { return one.stands() && !shares(one); }),
                        list(tr("They had the role before:"),
                             [&](const auto& one) { return !one.stands(); }),
                        "<p><a href=\"", party.home(), "\">", tr("Who speaks for the delegation"),
                        "</a></p>\n");
                }));
}

inline web::Page preferences_page(const web::Desk& desk, const Party& party,
                                  const std::map<std::int64_t, Word>& said,
                                  const std::vector<forum::KeptGrant>& speakers)
{
    const auto& reader = desk.reader();
    const auto row = [&](const Known& other) {
        const auto found = said.find(other.number);
        return when(other.number != party.self.number, [&] {
            return preference_choice(desk, party, other,
                                     found == said.end() ? Word::none : found->second);
        });
    };
    auto body = html(
        reader, party_crumbs(desk, party, html(reader, tr("Whom we would meet"))), "<h1>",
        tr("Whom we would meet"), "</h1>\n<p class=\"lede\">",
        tr("“Must” and “would like” help the secretariat to plan. A “no” is yours alone: nobody "
           "else is ever shown it, not even the secretariat, and no list or count gives it away. "
           "Such a meeting cannot come about."),
        "</p>\n", when(party.waits_to_be_let_in, [&] { return acts_in_place(reader, party); }),
        when(party.waits_to_be_let_in || !party.on_behalf,
             [&] { return who_reads_this(reader, party, speakers); }),
        when(party.on_behalf && !party.waits_to_be_let_in,
             [&] {
                 return html(reader, "<p class=\"note\">",
                             tr("You act on behalf of this delegation. Where it said no, you see "
                                "“nothing said”. A “no” is said and taken back by its focal point "
                                "alone, and what you say here changes none."),
                             "</p>\n");
             }),
        web::refused_note(desk), "<form class=\"stack\" method=\"post\" action=\"", desk.address(),
        "\">\n", web::csrf_field(desk), "<table class=\"fold\"><thead><tr><th scope=\"col\">",
        tr("Delegation"), "</th><th scope=\"col\">", tr("What we think"),
        "</th></tr></thead>\n<tbody>", each(party.all, row),
        "</tbody></table>\n<p><button type=\"submit\" data-key=\"s\">", tr("Save"),
        "</button></p>\n</form>\n");
    return party_page(desk, party, reader.say(tr("Whom we would meet")), std::move(body));
}

}  // namespace sala::bilateral
