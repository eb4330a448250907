// SPDX-License-Identifier: Apache-2.0
//
// Delegations, posts and hosting, as the pages of a city and of an organisation show them.

#pragma once

#include "forum/note.view.hpp"
#include "programme/show_person.view.hpp"
#include "programme/who_comes.hpp"

namespace sala::programme {

inline Html member_item(const Reader& reader, const Member& member)
{
    return html(reader, "<li>", directory::person_card(reader, member.person),
                "<p class=\"soft small begin\">", sheet::label_of_choice(member.role),
                "</p></li>\n");
}

inline Html delegation_section(const Reader& reader, const DelegationShown& one, bool only)
{
    return html(reader, when(!only, [&] { return html(reader, "<h3>", one.name, "</h3>\n"); }),
                when(one.size.has_value(),
                     [&] {
                         return html(reader, "<p>",
                                     tr_count("{count} person", "{count} people",
                                              static_cast<std::size_t>(*one.size)),
                                     "</p>\n");
                     }),
                one.members.empty()
                    ? html(reader, "<p class=\"soft\">", tr("No member is named."), "</p>\n")
                    : html(reader, "<ul class=\"people\">\n",
                           each(one.members,
                                [&](const Member& member) { return member_item(reader, member); }),
                           "</ul>\n"),
                when(!one.note.empty(),
                     [&] { return html(reader, "<p class=\"small\">", one.note, "</p>\n"); }),
                when(!one.source.empty(),
                     [&] { return html(reader, "<p class=\"said\">", one.source, "</p>\n"); }));
}

inline Html delegations_section(const Reader& reader,
                                const std::vector<DelegationShown>& delegations)
{
    return html(reader, "<h2>", tr("Who comes"), "</h2>\n",
                delegations.empty()
                    ? html(reader, "<p class=\"soft\">", tr("No delegation is listed."), "</p>\n")
                    : each(delegations, [&](const DelegationShown& one) {
                          return delegation_section(reader, one, delegations.size() == 1);
                      }));
}

inline Html holder_line(const Reader& reader, const Holder& holder)
{
    return html(reader, "<p><a href=\"", holder.card.address, "\">",
                directory::whole_name_unbroken(reader, holder.card.honorific, holder.card.name),
                "</a>", term_of_office(reader, holder.since, holder.until), "</p>");
}

inline Html post_item(const Reader& reader, const PostShown& post)
{
    return html(
        reader, "<li><p><strong>", post.title, "</strong></p><p>",
        web::other_script(reader, post.title), "</p>",
        post.holders.empty()
            ? html(reader, "<p class=\"soft\">", tr("The forum names nobody in this post."), "</p>")
            : each(post.holders, [&](const Holder& holder) { return holder_line(reader, holder); }),
        forum::note_line(reader, post.note), "</li>\n");
}

inline Html posts_section(const Reader& reader, const std::vector<PostShown>& posts)
{
    return when(!posts.empty(), [&] {
        return html(reader, "<section class=\"stack\"><h2>", tr("Posts"),
                    "</h2>\n<ul class=\"list\">\n",
                    each(posts, [&](const PostShown& post) { return post_item(reader, post); }),
                    "</ul></section>\n");
    });
}

inline Html hosting_section(const Reader& reader, const std::vector<Hosting>& hosting)
{
    return when(!hosting.empty(), [&] {
        return html(
            reader, "<section class=\"stack\"><h2>", tr("Hosts"), "</h2>\n<ul class=\"list\">\n",
            each(hosting,
                 [&](const Hosting& one) {
                     return html(reader, "<li><p class=\"over\">", sheet::label_of_choice(one.role),
                                 "</p><p>", one.edition, "</p><p class=\"small\">",
                                 web::unbroken(reader, one.statement, one.people),
                                 " <span class=\"said\">", one.source, "</span></p></li>\n");
                 }),
            "</ul></section>\n");
    });
}

}  // namespace sala::programme
