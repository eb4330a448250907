// SPDX-License-Identifier: Apache-2.0

#include "programme/who_comes.hpp"

#include "forum/text_json.hpp"
#include "forum/whole_names.hpp"

namespace sala::programme {

using forum::list_json;
using forum::text_json;

WhoComes::WhoComes(store::Session& session, const forum::Forum& forum)
    : forum_(forum.address()),
      cities_(session, "cities", forum.id),
      countries_(session, "countries", forum.id),
      organisations_(session, "organisations", forum.id),
      delegations_(session, "delegations", forum.id),
      delegates_(session, "delegates", forum.id),
      persons_(session, "persons", forum.id),
      posts_(session, "posts", forum.id),
      holders_(session, "holders", forum.id),
      hosts_(session, "hosts", forum.id),
      editions_(session, "editions", forum.id),
      sources_(session, "sources", forum.id)
{
}

directory::PersonCard WhoComes::card(const std::string& person, const Text& post) const
{
    return {persons_.text_of(person, "honorific"), persons_.text_of(person, "name"), post, {}, {},
            forum_ + "/people/" + person};
}

std::vector<DelegationShown> WhoComes::delegations(std::string_view column,
                                                   const std::string& key) const
{
    std::vector<DelegationShown> all;
    for (const auto& row : delegations_.rows()) {
        if (delegations_.words(row, column) != key)
            continue;
        DelegationShown one{row.key,
                            delegations_.text(row, "name"),
                            delegations_.number(row, "size"),
                            sources_.text_of(delegations_.words(row, "source"), "title"),
                            delegations_.text(row, "note"),
                            {}};
        for (const auto& delegate : delegates_.rows())
            if (delegates_.words(delegate, "delegation") == row.key) {
                const auto& person = delegates_.words(delegate, "person");
                one.members.push_back(
                    {person, delegates_.words(delegate, "role"),
                     card(person, posts_.text_of(delegates_.words(delegate, "post"), "title"))});
            }
        all.push_back(std::move(one));
    }
    return all;
}

std::vector<PostShown> WhoComes::posts(std::string_view column, const std::string& key) const
{
    std::vector<PostShown> all;
    for (const auto& row : posts_.rows()) {
        if (posts_.words(row, column) != key)
            continue;
        PostShown post{row.key, posts_.text(row, "title"), posts_.text(row, "note"), {}};
        for (const auto& holder : holders_.rows())
            if (holders_.words(holder, "post") == row.key) {
                const auto& person = holders_.words(holder, "person");
                post.holders.push_back({person, card(person, {}), holders_.words(holder, "since"),
                                        holders_.words(holder, "until")});
            }
        all.push_back(std::move(post));
    }
    return all;
}

std::vector<Hosting> WhoComes::hosting(std::string_view column, const std::string& key) const
{
    std::vector<Hosting> all;
    for (const auto& row : hosts_.rows())
        if (hosts_.words(row, column) == key)
            all.push_back({hosts_.words(row, "role"),
                           editions_.text_of(hosts_.words(row, "edition"), "name"),
                           hosts_.text(row, "statement"),
                           sources_.text_of(hosts_.words(row, "source"), "title"),
                           forum::whole_names_of(persons_)});
    return all;
}

Json delegations_json(const std::vector<DelegationShown>& delegations)
{
    return list_json(delegations, [](const DelegationShown& one) {
        return Json::object({{"key", one.key},
                             {"name", text_json(one.name)},
                             {"size", forum::number_json(one.size)},
                             {"note", text_json(one.note)},
                             {"members", list_json(one.members, [](const Member& member) {
                                  return Json::object(
                                      {{"person", member.key},
                                       {"role", member.role},
                                       {"honorific", text_json(member.person.honorific)},
                                       {"name", text_json(member.person.name)},
                                       {"post", text_json(member.person.post)}});
                              })}});
    });
}

Json posts_json(const std::vector<PostShown>& posts)
{
    return list_json(posts, [](const PostShown& post) {
        return Json::object({{"key", post.key},
                             {"title", text_json(post.title)},
                             {"note", text_json(post.note)},
                             {"holders", list_json(post.holders, [](const Holder& one) {
                                  return Json::object({{"person", one.person},
                                                       {"name", text_json(one.card.name)},
                                                       {"since", one.since},
                                                       {"until", one.until}});
                              })}});
    });
}

Json hosting_json(const std::vector<Hosting>& hosting)
{
    return list_json(hosting, [](const Hosting& one) {
        return Json::object({{"role", one.role},
                             {"edition", text_json(one.edition)},
                             {"statement", text_json(one.statement)}});
    });
}

}  // namespace sala::programme
