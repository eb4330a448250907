// SPDX-License-Identifier: Apache-2.0

#include "web/owner_letter.hpp"

namespace sala::web {

std::string owner_words(const Reader& reader, const std::vector<Sentence>& lines)
{
    auto words = reader.say(tr("Hello,")) + "\n\n";
    for (const auto& line : lines)
        words += reader.say(line) + "\n";
    return words;
}

// Whoever caused the letter may be somebody else, and read another language.
static Language language_of(const Desk& desk, Id<Login> login)
{
    const auto last = desk.session().find<std::string>(
        "SELECT language FROM login_session WHERE login = :login AND language <> '' ORDER BY "
        "started_at DESC, token_hash DESC LIMIT 1",
        login);
    const auto own = last ? Language::named(std::get<0>(*last)) : std::nullopt;
    return own.value_or(desk.reader().language);
}

void tell_owner(Desk& desk, Id<Login> login, const OwnerNews& news)
{
    const auto owner = desk.session().find<std::string>(
        "SELECT address FROM login_address WHERE login = :login", login);
    if (!owner || !desk.house().mail_leaves)
        return;
    const Reader reader{language_of(desk, login)};
    desk.tell_at_once({.to_address = std::get<0>(*owner),
                       .to_name = {},
                       .subject = reader.say(news.subject),
                       .body = owner_words(reader, news.lines),
                       .language = reader.language,
                       .reason = news.reason});
}

const std::vector<std::string>& owner_letters()
{
    static const std::vector<std::string> reasons{
        "sign_in_letter",     "device_letter", "passkey_letter", "password_letter",
        "lost_device_letter", "token_letter",  "code_letter",    "account_letter"};
    return reasons;
}

}  // namespace sala::web
