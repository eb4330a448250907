// SPDX-License-Identifier: Apache-2.0

#include "web/password.hpp"

#include "base/embedded.hpp"
#include "script/normal.hpp"
#include "web/login_store.hpp"

#include <sodium.h>

#include <algorithm>
#include <atomic>
#include <semaphore>
#include <set>

namespace sala::web {

namespace {

constexpr std::ptrdiff_t hashes_at_once = 2;

// OWASP's cheat sheet asks for 19 MiB and two passes or more; these are libsodium's "interactive".
constexpr auto passes = crypto_pwhash_OPSLIMIT_INTERACTIVE;
constexpr auto memory = crypto_pwhash_MEMLIMIT_INTERACTIVE;

std::atomic<std::int64_t> made{0};

// One of few places; waits until there is one.
class Place {
public:
    Place() { places().acquire(); }
    ~Place() { places().release(); }
    Place(const Place&) = delete;
    Place& operator=(const Place&) = delete;

private:
    static std::counting_semaphore<hashes_at_once>& places()
    {
        static std::counting_semaphore<hashes_at_once> all{hashes_at_once};
        return all;
    }
};

// What everybody tries first: p4ssw0rd!2024 is "password".
std::string bare_word(std::string_view password)
{
    std::string word;
    for (const char c : password) {
        switch (c) {
        case '0':
            word.push_back('o');
            break;
        case '1':
        case '!':
            word.push_back('i');
            break;
        case '3':
            word.push_back('e');
            break;
        case '4':
        case '@':
            word.push_back('a');
            break;
        case '5':
        case '$':
            word.push_back('s');
            break;
        case '7':
            word.push_back('t');
            break;
        default:
            word.push_back(c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c);
        }
    }
    return word;
}

std::string letters_of(std::string_view words)
{
    std::string letters;
    for (const char c : words)
        if ((c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80)
            letters.push_back(c);
    return letters;
}

// src/web/templates/known_passwords.txt: one word a line, in small letters.
const std::set<std::string, std::less<>>& known_passwords()
{
    static const auto known = [] {
        std::set<std::string, std::less<>> words;
        auto text = embedded_file("templates/web/known_passwords.txt").value_or("");
        while (!text.empty()) {
            const auto end = text.find('\n');
            const auto line = text.substr(0, end);
            if (!line.empty() && !line.starts_with('#'))
                words.emplace(line);
            text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
        }
        return words;
    }();
    return known;
}

// "p4$$w0rd" of "p4$$w0rd2024!": what is hung on would read as letters, too.
std::string_view without_tail(std::string_view word)
{
    while (!word.empty() && (word.back() < 'a' || word.back() > 'z') &&
           static_cast<unsigned char>(word.back()) < 0x80)
        word.remove_suffix(1);
    return word;
}

// The word as it is, without the digits and signs around it, and without the usual disguise; a
// known word said twice, or two known words in a row, is known as well.
bool is_known(std::string_view password)
{
    const auto& known = known_passwords();
    std::string small(password);
    std::transform(small.begin(), small.end(), small.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    const auto has = [&](std::string_view word) { return known.find(word) != known.end(); };
    for (const auto& word : {small, letters_of(small), letters_of(bare_word(password)),
                             letters_of(bare_word(without_tail(small)))}) {
        if (has(word))
            return true;
        for (std::size_t cut = 3; cut + 3 <= word.size(); ++cut)
            if (has(std::string_view(word).substr(0, cut)) &&
                has(std::string_view(word).substr(cut)))
                return true;
    }
    return false;
}

bool repeats(std::string_view password)
{
    const std::set<char> different(password.begin(), password.end());
    bool runs = true;
    for (std::size_t i = 2; i < password.size(); ++i)
        runs = runs && password[i] - password[i - 1] == password[1] - password[0];
    return different.size() < 5 || runs;
}

std::size_t letter_count(std::string_view words)
{
    return static_cast<std::size_t>(std::count_if(words.begin(), words.end(), [](char c) {
        return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
    }));
}

// A name or address that makes up most of it. "ama@accra.example" has the words ama, accra,
// example.
bool is_about(std::string_view password, const std::vector<std::string>& theirs)
{
    const auto small = script::searchable(password);
    std::size_t covered = 0;
    for (const auto& theirs_words : theirs) {
        std::string word;
        for (const char c : script::searchable(theirs_words) + " ") {
            const bool ends = c == ' ' || c == '@' || c == '.' || c == '-' || c == '_';
            if (!ends) {
                word.push_back(c);
                continue;
            }
            if (word.size() >= 3 && small.find(word) != std::string::npos)
                covered += word.size();
            word.clear();
        }
    }
    return covered * 2 > small.size();
}

}  // namespace

Allowed is_good_password(std::string_view password, const std::vector<std::string>& theirs)
{
    if (letter_count(password) < password_letters_min)
        return invalid("password", "password-short",
                       "This is too short. Take {count} letters or more: three or four words that "
                       "have nothing to do with one another are easy to remember.",
                       {{"count", std::to_string(password_letters_min)}});
    if (is_known(password))
        return invalid("password", "password-known",
                       "This is among the passwords that are tried first. Take words that nobody "
                       "expects beside one another.");
    if (is_about(password, theirs))
        return invalid("password", "password-about-you",
                       "Whoever knows you would try this. Take words that are not your name or "
                       "address.");
    if (repeats(password))
        return invalid("password", "password-repeats",
                       "This repeats the same few signs. Take several different words.");
    return allowed();
}

std::string password_hash(std::string_view password)
{
    if (sodium_init() < 0)
        throw Fault("the source of randomness is not available");
    const Place place;
    ++made;
    char hash[crypto_pwhash_STRBYTES];
    if (crypto_pwhash_str(hash, password.data(), password.size(), passes, memory) != 0)
        throw Fault("there is no memory for hashing a password");
    return hash;
}

bool password_fits(std::string_view password, const std::string& hash)
{
    if (sodium_init() < 0)
        throw Fault("the source of randomness is not available");
    const Place place;
    ++made;
    return crypto_pwhash_str_verify(hash.c_str(), password.data(), password.size()) == 0;
}

const std::string& nobodys_hash()
{
    static const std::string hash = [] {
        auto of_nothing_known = password_hash(random_token());
        --made;
        return of_nothing_known;
    }();
    return hash;
}

std::int64_t hashes_made() { return made; }

}  // namespace sala::web
