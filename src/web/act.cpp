// SPDX-License-Identifier: Apache-2.0

#include "web/act.hpp"

#include "store/tables_of_acts.hpp"
#include "store/value_in.hpp"
#include "web/login_store.hpp"

#include <set>

#include <fmt/ranges.h>

namespace sala::web {

namespace {

// No field holds a line break: verbs are names, addresses are escaped, hashes are letters.
std::string hash_of(std::string_view before, std::int64_t number, const Act& act,
                    std::string_view how, std::string_view address_digest,
                    std::string_view peer_digest)
{
    auto words = fmt::format("{}\n{}\n{}\n{}\n{}\n{}\n{}\n{}\n{}", before, number, act.id.number(),
                             act.verb, act.login.number(), act.for_whom, act.at.milliseconds(),
                             address_digest, peer_digest);
    if (!how.empty())
        words += fmt::format("\n{}", how);
    return token_hash(words);
}

// The words of the steps that the change has taken: one press of a button may approve five.
std::string how_of(std::span<const store::WrittenAct> acts)
{
    std::set<std::string> words;
    for (const auto& act : acts)
        for (std::size_t n = 0; n < act.values.size(); ++n)
            if (act.table->columns[n].says_how && !act.is_gone)
                words.insert(store::words_in(act.values[n]));
    return fmt::format("{}", fmt::join(words, " "));
}

std::string digest_of(const std::string& salt, const std::string& words)
{
    return token_hash(salt + "\n" + words);
}

// Erased words have neither salt nor letters; words with a salt fit their digest.
bool fits(const std::string& words, const std::string& salt, const std::string& digest)
{
    return salt.empty() ? words.empty() : digest_of(salt, words) == digest;
}

}  // namespace

static std::pair<std::int64_t, std::string> last_act(store::Session& session)
{
    const auto last = session.find<std::int64_t, std::string>(
        "SELECT number, hash FROM act WHERE number > 0 ORDER BY number DESC LIMIT 1");
    return last ? std::pair{std::get<0>(*last), std::get<1>(*last)}
                : std::pair{std::int64_t{0}, std::string{}};
}

void insert(store::Session& session, const Act& act)
{
    const auto [last, before] = last_act(session);
    const auto number = last + 1;
    const auto how = how_of(store::written_acts(session));
    const bool erased = session
                            .find<std::int64_t>("SELECT login FROM login_erasure WHERE login = "
                                                ":login",
                                                act.login)
                            .has_value();
    const auto peer = erased ? std::string{} : act.peer;
    const auto address_salt = random_token();
    const auto peer_salt = erased ? std::string{} : random_token();
    const auto address_digest = digest_of(address_salt, act.address);
    const auto peer_digest = digest_of(peer_salt, peer);
    session.run(
        "INSERT INTO act (id, verb, address, login, at, number, for_whom, address_salt, "
        "address_digest, peer, peer_salt, peer_digest, how, hash) VALUES (:id, :verb, :address, "
        ":login, :at, :number, :for_whom, :address_salt, :address_digest, :peer, :peer_salt, "
        ":peer_digest, :how, :hash)",
        act.id, act.verb, act.address, act.login ? std::optional(act.login.number()) : std::nullopt,
        act.at, number, act.for_whom, address_salt, address_digest, peer, peer_salt, peer_digest,
        how, hash_of(before, number, act, how, address_digest, peer_digest));
}

void check_chain(store::Session& session, std::vector<std::string>& wrong)
{
    std::string before;
    std::int64_t expected = 1;
    for (const auto& [number, id, verb, address, login, for_whom, at, address_salt, address_digest,
                      peer, peer_salt, peer_digest, how, hash] :
         session.select<std::int64_t, std::int64_t, std::string, std::string,
                        std::optional<std::int64_t>, std::string, std::int64_t, std::string,
                        std::string, std::string, std::string, std::string, std::string,
                        std::string>(
             "SELECT number, id, verb, address, login, for_whom, at, address_salt, address_digest, "
             "peer, peer_salt, peer_digest, how, hash FROM act WHERE number > 0 ORDER BY number, "
             "id")) {
        const Act act{Id<Act>{id}, verb, address,    Id<Login>{login.value_or(0)},
                      for_whom,    peer, Instant{at}};
        if (number != expected)
            wrong.push_back(fmt::format("Act {} is missing from the chain of acts.", expected));
        if (hash != hash_of(before, number, act, how, address_digest, peer_digest))
            wrong.push_back(fmt::format("Act {} ({}) was changed past Sala, or the act before it "
                                        "was taken out.",
                                        number, verb));
        if (!fits(address, address_salt, address_digest) || !fits(peer, peer_salt, peer_digest))
            wrong.push_back(
                fmt::format("The words of act {} ({}) were changed past Sala.", number, verb));
        before = hash;
        expected = number + 1;
    }
}

bool chain_holds(store::Session& session, const store::SealEnd& noted)
{
    // Of nothing nothing can have been changed.
    if ((noted.number == 0 && noted.hash.empty()) || store::seal_holds(session, noted))
        return true;
    // Noted before there were seals.
    const auto held =
        session.find<std::string>("SELECT hash FROM act WHERE number = :number", noted.number);
    return held && std::get<0>(*held) == noted.hash;
}

void erase_peers_of(store::Session& session, Id<Login> login)
{
    session.run("UPDATE act SET peer = '', peer_salt = '' WHERE login = :login", login);
    session.run("UPDATE act SET peer = '', peer_salt = '' WHERE login IS NULL AND verb IN "
                "('sign_in', 'sign_in_with_password', 'give_code', 'sign_in_with_passkey', "
                "'return_from_provider') AND at IN (SELECT started_at FROM login_session WHERE "
                "login = :login)",
                login);
}

std::int64_t erase_peers(store::Session& session, Instant before)
{
    return session.run(
        "UPDATE act SET peer = '', peer_salt = '' WHERE at < :before AND peer_salt <> ''", before);
}

}  // namespace sala::web
