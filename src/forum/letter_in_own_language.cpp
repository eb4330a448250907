// SPDX-License-Identifier: Apache-2.0

#include "forum/letter_in_own_language.hpp"

#include "forum/letter_for_role.hpp"
#include "mail/harmless.hpp"

#include <map>

namespace sala::forum {

// In which each came in last, of those who hold a role at the forum. By login.
static std::map<std::int64_t, std::string> languages_at(store::Session& session, std::int64_t forum)
{
    std::map<std::int64_t, std::string> all;
    for (const auto& [login, language] : session.select<std::int64_t, std::string>(
             "SELECT s.login, s.language FROM login_session s WHERE s.language <> '' AND EXISTS "
             "(SELECT 1 FROM role_grant g WHERE g.login = s.login AND g.forum = :forum) ORDER BY "
             "s.started_at, s.token_hash",
             forum))
        all[login] = language;
    return all;
}

static mail::Letter letter_to(const KeptGrant& to, const Forum& forum, const News& news,
                              const std::vector<Language>& languages)
{
    mail::Letter letter{.forum = forum.id,
                        .to_address = to.address,
                        .to_name = mail::harmless(to.name),
                        .subject = {},
                        .body = {},
                        .language = languages.front(),
                        .reason = news.reason};
    for (const auto& language : languages) {
        const web::Reader reader{language, forum.zone};
        if (!letter.body.empty()) {
            letter.subject += " / ";
            letter.body += "\n* * *\n\n";
        }
        letter.subject += news.subject(reader);
        letter.body +=
            reader.say(letter.to_name.empty() ? tr("Hello,")
                                              : tr("Dear {name},", {{"name", letter.to_name}})) +
            "\n\n" + news.body(reader) + "\n";
    }
    return letter;
}

// To each of them, in the language in which they came in last.
static void each_letter(web::Desk& desk, const Forum& forum, const std::vector<KeptGrant>& to,
                        const NewsFor& news_for,
                        const std::function<void(const KeptGrant&, const mail::Letter&)>& send)
{
    if (to.empty())
        return;
    const auto known = languages_at(desk.session(), forum.id);
    for (const auto& one : to) {
        auto languages = web::interface_languages();
        if (const auto found = known.find(one.to.number()); found != known.end())
            if (const auto own = Language::named(found->second))
                languages = {*own};
        send(one, letter_to(one, forum, news_for(one), languages));
    }
}

static NewsFor same_for_all(const News& news)
{
    return [&news](const KeptGrant&) { return news; };
}

std::vector<Id<mail::Letter>> tell(web::Desk& desk, const Forum& forum,
                                   const std::vector<KeptGrant>& to, const NewsFor& news_for)
{
    std::vector<Id<mail::Letter>> letters;
    each_letter(desk, forum, to, news_for, [&](const KeptGrant& one, const mail::Letter& letter) {
        letters.push_back(tell_for_role(desk, letter, one.id));
    });
    return letters;
}

std::vector<Id<mail::Letter>> tell(web::Desk& desk, const Forum& forum,
                                   const std::vector<KeptGrant>& to, const News& news)
{
    return tell(desk, forum, to, same_for_all(news));
}

void tell_at_once(web::Desk& desk, const Forum& forum, const std::vector<KeptGrant>& to,
                  const News& news)
{
    auto nameless = to;  // what somebody is called was typed by somebody else
    for (auto& one : nameless)
        one.name.clear();
    each_letter(desk, forum, nameless, same_for_all(news),
                [&](const KeptGrant&, const mail::Letter& letter) { desk.tell_at_once(letter); });
}

}  // namespace sala::forum
