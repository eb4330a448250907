// SPDX-License-Identifier: Apache-2.0

#include "web/provider_accounts.hpp"

#include "web/login_store.hpp"
#include "web/owner_letter.hpp"

namespace sala::web {

std::string TiedAccount::name() const { return token_hash(issuer + "\n" + subject); }

std::vector<TiedAccount> accounts_of(store::Session& session, Id<Login> login)
{
    std::vector<TiedAccount> accounts;
    for (auto& [issuer, subject, at] : session.select<std::string, std::string, std::int64_t>(
             "SELECT issuer, subject, at FROM login_subject WHERE login = :login ORDER BY at, "
             "issuer, subject",
             login))
        accounts.push_back({std::move(issuer), std::move(subject), Instant{at}});
    return accounts;
}

Result<TiedAccount> untie_account_of(store::Session& session, Id<Login> login,
                                     const std::string& name)
{
    for (auto& account : accounts_of(session, login)) {
        if (account.name() != name)
            continue;
        session.run("DELETE FROM login_subject WHERE issuer = :issuer AND subject = :subject AND "
                    "login = :login",
                    account.issuer, account.subject, login);
        return std::move(account);
    }
    return missing("no-such-account", "No such account is tied to your login.");
}

// The program's words alone: how a provider numbers its people is words of others.
static OwnerNews words_of(AccountNews news)
{
    if (news == AccountNews::tied)
        return {tr("An account of another provider was tied to your login"),
                {tr("Somebody has signed in with your login through another provider, which says "
                    "that your address is theirs. Whoever has that account comes in here from now "
                    "on. If it was you, all is well.")},
                "account_letter"};
    return {tr("An account of another provider was untied from your login"),
            {tr("It opens your login no more, until somebody comes back with it whose address the "
                "provider says is yours. If it was you who untied it, all is well.")},
            "account_letter"};
}

void tell_owner(Desk& desk, Id<Login> login, AccountNews news)
{
    auto told = words_of(news);
    told.lines.push_back(tr("Look at the accounts here, and untie what is not yours: {address}",
                            {{"address", desk.absolute("/login/mine")}}));
    tell_owner(desk, login, told);
}

}  // namespace sala::web
